/** The YAML reader's error codes in the words of somebody who writes a plan. */

interface Explanation {
  readonly message: string
  readonly hint: string
}

const QUOTE = '値に記号が含まれるときは、値全体を "…" で囲むか、「キー: |」の次の行に字下げして書いてください。'
const INDENT = '上下の行と字下げ（行頭の半角空白の数）をそろえてください。'

const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  TAB_AS_INDENT: {
    message: '字下げにタブが使われています。',
    hint: 'YAML の字下げには半角空白を使います。タブを半角空白に置き換えてください。',
  },
  BAD_INDENT: { message: '字下げがそろっていません。', hint: INDENT },
  BAD_ALIAS: { message: '「*」で引いた名前が見つかりません。', hint: QUOTE },
  ALIAS_PROPS: { message: '「*」の前に余分な指定があります。', hint: QUOTE },
  BAD_DIRECTIVE: { message: '「%」で始まる行を読めません。', hint: QUOTE },
  BAD_DQ_ESCAPE: {
    message: '"…" の中の「\\」の使い方が正しくありません。',
    hint: '「\\」をそのまま書くには「\\\\」と二つ重ねるか、"…" の代わりに \'…\' で囲んでください。',
  },
  BAD_SCALAR_START: { message: '値をこの記号で始めることはできません。', hint: QUOTE },
  BLOCK_AS_IMPLICIT_KEY: { message: 'ここで「キー: 値」の並びが崩れています。', hint: `${INDENT}${QUOTE}` },
  BLOCK_IN_FLOW: {
    message: 'ここで [ ] や { } の中の並びが崩れています。',
    hint: '項目が「,」で区切られているか、「:」や「,」のある値が "…" で囲まれているかを確かめてください。',
  },
  KEY_OVER_1024_CHARS: { message: 'キーが長すぎます。', hint: QUOTE },
  MISSING_CHAR: {
    message: 'ここで並びが崩れています。閉じる括弧や「,」、「:」とその後の空白を確かめてください。',
    hint: QUOTE,
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'ここで「キー: 値」の並びが崩れています。',
    hint: '「キー: 値」の形になっているか、文章が「|」の下で字下げされているかを確かめてください。',
  },
  TAG_RESOLVE_FAILED: { message: '「!」で始まる指定は使えません。', hint: QUOTE },
  UNEXPECTED_TOKEN: { message: 'ここにあるはずのない文字があります。', hint: QUOTE },
  BAD_COLLECTION_TYPE: { message: '並びの種類が指定と合いません。', hint: QUOTE },
  MULTIPLE_DOCS: {
    message: '一つのファイルに文書が二つ以上あります。',
    hint: '一つのファイルには計画を一つだけ書いてください。',
  },
}

/** Explains an error of the YAML reader by its code; an unknown one is shown with the code. */
export function explainYamlError(code: string, original: string): Explanation {
  if (/tab/i.test(original)) return EXPLANATIONS.TAB_AS_INDENT!
  return EXPLANATIONS[code] ?? { message: `YAML として読めません（${code}）。`, hint: `${INDENT}${QUOTE}` }
}
