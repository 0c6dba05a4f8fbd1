/** The page as a Handlebars text: what stands where, and by which element. Lines of a text run on, for blanks in it count. */

/** Runs of a text, each with its marks. */
const RUNS = [
  '{{#each runs}}',
  '{{#each open}}<{{tag}}{{#if look}} class="{{look}}"{{/if}}>{{/each}}',
  '{{#if words}}<span class="words">{{words}}：</span>{{/if}}',
  '{{#each pieces}}{{#if across}}<span class="across">{{text}}</span>{{else}}{{text}}{{/if}}{{/each}}',
  '{{#if words}}<span class="words">（{{words}}ここまで）</span>{{/if}}',
  '{{#each close}}</{{tag}}>{{/each}}',
  '{{/each}}',
].join('')

/** Lists and paragraphs. */
const BLOCKS = [
  '{{#each blocks}}',
  `{{#if items}}<ul role="list">{{#each items}}<li>${RUNS}</li>{{/each}}</ul>{{else}}<p{{#if look}} class="{{look}}"{{/if}}>${RUNS}</p>{{/if}}`,
  '{{/each}}',
].join('')

/** A line of a title. */
const LINE = `{{#if follows}}<br>{{/if}}${RUNS}`

const TEXT_BLOCK = `<{{tag}}{{#if look}} class="{{look}}"{{/if}}>{{#each lines}}${LINE}{{/each}}${BLOCKS}</{{tag}}>`

const CELLS = [
  '{{#each cells}}<{{tag}}',
  '{{#if id}} id="{{id}}"{{/if}}',
  '{{#if scope}} scope="{{scope}}"{{/if}}',
  '{{#if headers}} headers="{{headers}}"{{/if}}',
  ' rowspan="{{rowSpan}}" colspan="{{colSpan}}"',
  '{{#if look}} class="{{look}}"{{/if}}',
  '{{#if label}} data-label="{{label}}"{{/if}}>',
  BLOCKS,
  '{{#if bar}}<span class="bar {{bar.pattern}}"{{#if bar.says}} role="img" aria-label="{{bar.says}}"{{/if}}></span>{{/if}}',
  '</{{tag}}>{{/each}}',
].join('')

const ROWS = [
  '{{#each rows}}<tr',
  '{{#if id}} id="{{id}}"{{/if}}',
  '{{#if look}} class="{{look}}"{{/if}}',
  '{{#if within}} data-within="{{within}}"{{/if}}>',
  CELLS,
  '</tr>\n{{/each}}',
].join('')

export const PAGE = `<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{title}}</title>
{{#if subject}}
<meta name="description" content="{{subject}}">
{{/if}}
{{#if author}}
<meta name="author" content="{{author}}">
{{/if}}
<meta name="date" content="{{day}}">
<meta name="generator" content="keikaku">
<style>
{{{style}}}
</style>
</head>
<body>
{{#if header}}
<header>{{header}}</header>
{{/if}}
<main>
{{#each stamp}}
<div class="stamp">${TEXT_BLOCK}</div>
{{/each}}
{{#if isUntitled}}
<h1 class="words">{{title}}</h1>
{{/if}}
{{#if contents}}
<nav aria-label="目次"><ul>{{#each contents}}<li><a href="#{{id}}">{{name}}</a></li>{{/each}}</ul></nav>
{{/if}}
{{#each sections}}
{{#if title}}
<{{title.tag}} class="title">{{#each title.lines}}${LINE}{{/each}}</{{title.tag}}>
{{/if}}
{{#if cover}}
<section class="cover" aria-label="表紙">
<div>{{#each cover.top}}${TEXT_BLOCK}{{/each}}</div>
<div>{{#each cover.middle}}${TEXT_BLOCK}{{/each}}</div>
<div>{{#each cover.bottom}}${TEXT_BLOCK}{{/each}}</div>
</section>
{{/if}}
{{#if texts}}
<div{{#if texts.id}} id="{{texts.id}}"{{/if}} class="{{texts.look}}">{{#each texts.blocks}}${TEXT_BLOCK}{{/each}}</div>
{{/if}}
{{#if table}}
<table{{#if table.look}} class="{{table.look}}"{{/if}} aria-label="{{table.label}}" style="--printed:{{table.width}}pt">
<colgroup>{{#each table.columns}}<col style="width:{{width}}%">{{/each}}</colgroup>
{{#if table.head}}
<thead>
{{#each table.head}}<tr>${CELLS}</tr>
{{/each}}</thead>
{{/if}}
{{#each table.bodies}}
<tbody>
${ROWS}</tbody>
{{/each}}
</table>
{{/if}}
{{/each}}
</main>
{{#if footer}}
<footer>{{footer}}</footer>
{{/if}}
</body>
</html>
`
