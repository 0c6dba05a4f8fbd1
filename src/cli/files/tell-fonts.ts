/** What is said of a form's fonts: those that were not found, and files that are not used, with the reason. */

import type { Diagnostic } from '../../domain/diagnostic.js'
import type { LoadedFonts } from './find-fonts.js'
import type { PassedOver } from './font-folder.js'

/** `file` is the plan file, whose form asks for the fonts. */
export function tellFonts({ faces, absent, passedOver }: LoadedFonts, file: string): Diagnostic[] {
  const first = faces[0]!.family
  const insteadOf = (family: string) => faces.find((face) => face.family === family)?.family ?? first
  const told = new Set(passedOver.flatMap(({ family }) => family ?? []))
  return [
    ...onceAFile(passedOver).map((each) => passedOverFont(each, insteadOf)),
    ...absent.filter((family) => !told.has(family)).map((family) => absentFont(family, first, file)),
  ]
}

function onceAFile(passedOver: readonly PassedOver[]): readonly PassedOver[] {
  return passedOver.filter(({ file }, index) => passedOver.findIndex((each) => each.file === file) === index)
}

function passedOverFont({ file, why, family }: PassedOver, insteadOf: (family: string) => string): Diagnostic {
  const place = { kind: 'file', file } as const
  switch (why.tag) {
    case 'unasked': {
      const names = why.families.map((name) => `「${name}」`).join('')
      return {
        severity: 'warning',
        code: 'unused-font',
        message: `この書体のファイルは使いません。中の書体${names}は、様式の「書体」にありません。`,
        place,
        hint: '使うなら様式の「書体」に名前を書き加え、使わないなら fonts フォルダーから除いてください。',
      }
    }
    case 'second':
      return {
        severity: 'warning',
        code: 'unused-font',
        message: `この書体のファイルは使いません。「${family}」には ${why.first} を使います。`,
        place,
        hint: '要らないファイルは fonts フォルダーから除いてください。',
      }
    default: {
      const instead =
        family === undefined
          ? ''
          : `PDF は${family === insteadOf(family) ? '別のファイルの' : ''}「${insteadOf(family)}」で組みます。`
      return {
        severity: 'warning',
        code: 'unusable-font',
        message: `この書体のファイルは、${reasonOf(why)}ため使いません。${instead}`,
        place,
        hint: hintOf(why),
      }
    }
  }
}

type Unusable = Exclude<PassedOver['why'], { readonly tag: 'unasked' | 'second' }>

function reasonOf(why: Unusable): string {
  switch (why.tag) {
    case 'no-font':
      return '中身が書体ではない'
    case 'web-font':
      return 'ウェブページ用の形式（WOFF）である'
    case 'cut':
      return '途中で切れているか壊れている'
    case 'damaged':
      return `壊れている（${why.table.trim()} の表）`
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

function hintOf(why: Unusable): string {
  switch (why.tag) {
    case 'variable':
      return '太さの決まった書体のファイル（Regular など）を置いてください。'
    case 'not-embeddable':
      return '埋め込みのできる書体を様式の「書体」に書いてください。'
    case 'no-unicode':
    case 'no-font':
    case 'web-font':
      return 'TrueType か OpenType の書体のファイル（.ttf、.otf、.ttc）に取り替えるか、除いてください。'
    case 'cut':
    case 'damaged':
    case 'unreadable':
      return '書体のファイルを入手し直して取り替えるか、除いてください。'
  }
}

function absentFont(family: string, instead: string, file: string): Diagnostic {
  return {
    severity: 'warning',
    code: 'absent-font',
    message: `様式の書体「${family}」がこのパソコンに見つからないため、PDF は「${instead}」で組みます。`,
    place: { kind: 'file', file },
    hint: '様式のフォルダーの中の fonts フォルダーに書体のファイルを置くこともできます。',
  }
}
