/** The error codes of the YAML library in the words of somebody who writes a plan. */

interface Explanation {
  readonly says: string
  readonly cure: string
}

const QUOTE = '値に記号が含まれるときは、値全体を "…" で囲むか、「キー: |」の次の行に字下げして書いてください。'
const INDENT = '上下の行と字下げ（行頭の半角空白の数）をそろえてください。'

const EXPLANATIONS: Readonly<Record<string, Explanation>> = {
  TAB_AS_INDENT: {
    says: '字下げにタブが使われています。',
    cure: 'YAML の字下げには半角空白を使います。タブを半角空白に置き換えてください。',
  },
  BAD_INDENT: { says: '字下げがそろっていません。', cure: INDENT },
  BAD_ALIAS: { says: '「*」で引いた名前が見つかりません。', cure: QUOTE },
  ALIAS_PROPS: { says: '「*」の前に余分な指定があります。', cure: QUOTE },
  BAD_DIRECTIVE: { says: '「%」で始まる行を読めません。', cure: QUOTE },
  BAD_DQ_ESCAPE: {
    says: '"…" の中の「\\」の使い方が正しくありません。',
    cure: '「\\」をそのまま書くには「\\\\」と二つ重ねるか、"…" の代わりに \'…\' で囲んでください。',
  },
  BAD_SCALAR_START: { says: '値をこの記号で始めることはできません。', cure: QUOTE },
  BLOCK_AS_IMPLICIT_KEY: { says: 'ここで「キー: 値」の並びが崩れています。', cure: `${INDENT}${QUOTE}` },
  BLOCK_IN_FLOW: {
    says: 'ここで [ ] や { } の中の並びが崩れています。',
    cure: '項目が「,」で区切られているか、「:」や「,」のある値が "…" で囲まれているかを確かめてください。',
  },
  KEY_OVER_1024_CHARS: { says: 'キーが長すぎます。', cure: QUOTE },
  MISSING_CHAR: {
    says: 'ここで並びが崩れています。閉じる括弧や「,」、「:」とその後の空白を確かめてください。',
    cure: QUOTE,
  },
  MULTILINE_IMPLICIT_KEY: {
    says: 'ここで「キー: 値」の並びが崩れています。',
    cure: '「キー: 値」の形になっているか、文章が「|」の下で字下げされているかを確かめてください。',
  },
  TAG_RESOLVE_FAILED: { says: '「!」で始まる指定は使えません。', cure: QUOTE },
  UNEXPECTED_TOKEN: { says: 'ここにあるはずのない文字があります。', cure: QUOTE },
  BAD_COLLECTION_TYPE: { says: '並びの種類が指定と合いません。', cure: QUOTE },
  MULTIPLE_DOCS: {
    says: '「---」か「...」で区切られた二つ目の文書があります。',
    cure: '一つのファイルには計画を一つだけ書いてください。',
  },
}

/** The codes that are explained each by itself. */
export const STOPS: readonly string[] = Object.keys(EXPLANATIONS)

/** Where the library stopped; a code that nobody knows is shown. */
export function explainStop(code: string): Explanation {
  return EXPLANATIONS[code] ?? { says: `YAML として読めません（${code}）。`, cure: `${INDENT}${QUOTE}` }
}
