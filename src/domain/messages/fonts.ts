/** What is said of the fonts that a form asks for and of the files in its fonts folder. */

import { message } from './message.js'

/** Why a file is not used as a font. */
type FontFault =
  | 'no-font'
  | 'web-font'
  | 'cut'
  | 'damaged'
  | 'no-unicode'
  | 'variable'
  | 'not-embeddable'
  | 'unreadable'

export const FONTS = {
  'absent-font': message({
    severity: 'warning',
    says: ({ family, instead }: { family: string; instead: string }) =>
      `様式の書体「${family}」がこのパソコンに見つからないため、PDF は「${instead}」で組みます。`,
    cure: () => '様式のフォルダーの中の fonts フォルダーに書体のファイルを置くこともできます。',
    cause: '様式の「書体」に書かれた書体が、パソコンにも fonts フォルダーにもありません。',
    example: { family: 'ＭＳ 明朝', instead: 'BIZ UDPGothic' },
  }),
  'unused-font': message({
    severity: 'warning',
    says: ({ families, first }: { families: readonly string[]; first?: string }) => {
      const names = families.map((name) => `「${name}」`).join('')
      const why =
        first === undefined ? `中の書体${names}は、様式の「書体」にありません。` : `${names}には ${first} を使います。`
      return `この書体のファイルは使いません。${why}`
    },
    cure: ({ first }) =>
      first === undefined
        ? '使うなら様式の「書体」に名前を書き加え、使わないなら fonts フォルダーから除いてください。'
        : '要らないファイルは fonts フォルダーから除いてください。',
    cause: 'fonts フォルダーに、様式が求めていない書体か、ほかのファイルにある書体のファイルがあります。',
    example: { families: ['見本明朝'] },
    others: [{ families: ['見本明朝'], first: 'fonts/mihon.ttf' }],
  }),
  'unusable-font': message({
    severity: 'warning',
    says: ({ fault, table, instead }: { fault: FontFault; table?: string | undefined; instead: string }) =>
      `この書体のファイルは、${nameFault(fault, table)}ため使いません。${instead}`,
    cure: ({ fault }) => CURES[fault],
    cause: 'fonts フォルダーのファイルが、文書に埋め込む書体として使えません。',
    example: { fault: 'cut', instead: 'PDF は「BIZ UDPGothic」で組みます。' },
    others: [
      { fault: 'damaged', table: 'glyf', instead: '' },
      { fault: 'no-font', instead: '' },
      { fault: 'web-font', instead: '' },
      { fault: 'no-unicode', instead: '' },
      { fault: 'variable', instead: '' },
      { fault: 'not-embeddable', instead: '' },
      { fault: 'unreadable', instead: '' },
    ],
  }),
} as const

function nameFault(fault: FontFault, table = ''): string {
  switch (fault) {
    case 'no-font':
      return '中身が書体ではない'
    case 'web-font':
      return 'ウェブページ用の形式（WOFF）である'
    case 'cut':
      return '途中で切れているか壊れている'
    case 'damaged':
      return `壊れている（${table.trim()} の表）`
    case 'no-unicode':
      return '文字コード（Unicode）の表がない'
    case 'variable':
      return '太さを変えられる書体（バリアブルフォント）である'
    case 'not-embeddable':
      return '文書に埋め込むことを作者が許していない'
    case 'unreadable':
      return '読むことができない'
  }
}

const OTHER_FILE = 'TrueType か OpenType の書体のファイル（.ttf、.otf、.ttc）に取り替えるか、除いてください。'
const FRESH_FILE = '書体のファイルを入手し直して取り替えるか、除いてください。'

const CURES: Readonly<Record<FontFault, string>> = {
  variable: '太さの決まった書体のファイル（Regular など）を置いてください。',
  'not-embeddable': '埋め込みのできる書体を様式の「書体」に書いてください。',
  'no-unicode': OTHER_FILE,
  'no-font': OTHER_FILE,
  'web-font': OTHER_FILE,
  cut: FRESH_FILE,
  damaged: FRESH_FILE,
  unreadable: FRESH_FILE,
}
