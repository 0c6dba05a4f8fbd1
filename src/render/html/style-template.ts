/**
 * The page's style sheet, a Handlebars text: on a wide screen the table as it is printed, on a phone or at 200 % its rows
 * as blocks, on paper the form's own sheet. No colour says anything that words do not.
 */

export const STYLE = `:root{font-family:{{{font}}},"BIZ UDPGothic","BIZ UDPゴシック",sans-serif;line-height:1.6;color:#000;background:#fff}
body{margin:0;padding:1rem;print-color-adjust:exact;-webkit-print-color-adjust:exact}
main,header,footer{max-width:{{wide}}em;margin:0 auto}
h1,h2,h3,p,ul,li{margin:0;padding:0;font-size:1em;font-weight:inherit}
h1,h2,h3{line-height:1.4;font-weight:bold}
ul{list-style:none}
p,li,h1,h2,h3{white-space:pre-wrap;overflow-wrap:anywhere}
p:empty::before{content:"\\200b"}
{{#if indent}}
ul[role] li,.item{padding-left:1em;text-indent:-1em}
{{/if}}
.title{margin:.5em 0 1em;text-align:center;font-size:{{titleSize}}em}
nav{margin:1em 0}
nav ul{display:flex;flex-wrap:wrap;gap:.25em 1.5em}
nav a{display:inline-block;padding:.3em 0;color:#00468b}
:target{scroll-margin-top:1em;outline:.15em solid #00468b}
.front,.heading,.lead,.body,.notes,.unit{margin:.5em 0}
.cover{display:flex;flex-direction:column;gap:2em;margin-bottom:2em}
table{width:100%;margin:.5em 0 1em;font-size:clamp(.875rem,calc(100vw / {{wide}}),1rem);border-collapse:collapse;table-layout:fixed;border:{{outer}}pt solid}
th,td{padding:{{padding}};border:{{inner}}pt solid;text-align:start;vertical-align:top;font-weight:inherit}
td:has(>.bar){padding-left:0;padding-right:0}
.upright>*{width:fit-content;max-height:24em;margin:0 auto;writing-mode:vertical-rl;text-orientation:upright;text-align:start}
.across{text-combine-upright:all}
.bar{display:block;height:.95em;background:var(--bar)}
.striped{background:repeating-linear-gradient(-45deg,var(--bar) 0 1.5px,transparent 1.5px 4.5px)}
ins,del{color:#b00000}
.twice{text-decoration-style:double}
.words{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap;user-select:none}
{{{looks}}}
@media screen and (max-width:{{narrow}}em){
table,tbody,tr,th,td{display:block}
table{border:0}
colgroup{display:none}
thead,.heads{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{margin:0 0 1em;border:1px solid}
table{font-size:1em}
th,td,th[class],td[class]{padding:.4em .6em;border:0 solid #767676;border-top-width:1px;text-align:start;font-size:1em;background:none}
tr>:first-child:first-child{border-top:0}
th{font-weight:bold}
td:empty,th:empty{display:none}
tr:not(:has(>:not(:empty))){display:none}
[data-label]::before,tr[data-within]::before{display:block;color:#444;font-size:.85em;font-weight:normal}
[data-label]::before{content:attr(data-label)}
tr[data-within]::before{content:attr(data-within);padding:.4em .6em;border-bottom:1px solid #767676;background:#f2f2f2}
td:has(>.bar){padding:.4em .6em}
td:has(>.bar:not([aria-label])){display:none}
.bar[aria-label]{height:auto;background:none}
.bar[aria-label]::before{content:attr(aria-label)}
.upright>*{width:auto;max-height:none;margin:0;writing-mode:horizontal-tb}
.across{text-combine-upright:none}
}
@page{
size:{{width}}pt {{height}}pt;
margin:{{margins}};
{{#each boxes}}
@{{place}}{
content:{{{content}}};
font-size:{{size}}pt;
white-space:pre-wrap;
{{#if frame}}
width:fit-content;
height:fit-content;
margin:auto 0 {{below}}pt;
border:{{frame}}pt solid;
padding:{{padding}};
{{/if}}
}
{{/each}}
}
{{#each papers}}
@page {{name}}{
size:{{width}}pt {{height}}pt;
margin:{{margins}};
}
.{{name}}{page:{{name}};}
{{/each}}
@media print{
:root{font-size:{{size}}pt;line-height:{{leading}};}
body{padding:0}
main{max-width:none}
header,footer,nav,.stamp{display:none}
table{width:var(--printed);margin:0 auto;font-size:1em}
thead{display:table-header-group}
.new-page{break-before:page}
.cover{break-after:page;height:{{coverHeight}}pt;margin:0;justify-content:space-between}
}`
