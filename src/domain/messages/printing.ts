/** What is said while a plan is printed: of the texts of its form, of its pages and of its fonts. */

import { message } from './message.js'

export const PRINTING = {
  'still-a-draft': message({
    severity: 'error',
    says: ({ where, mark }: { where: string; mark: string }) =>
      `${where}に「${mark}」が残っているので、公開用の文書は作りません。`,
    cure: () => '決まった内容に直し、案の印を取ってから、もう一度 --publish を付けて作ってください。',
    cause: '公開用の文書（--publish）には、案の印、版、書き込むはずの印（要確認、○○など）を残せません。',
    example: { where: '版', mark: '案２' },
  }),
  'taken-out': message({
    severity: 'warning',
    says: ({ items }: { items: readonly string[] }) => `公開用の文書から除いたもの: ${items.join('、')}。`,
    cause: '公開用の文書（--publish）には、印刷されない文を何も入れません。計画ファイルはそのままです。',
    example: { items: ['資料の作成', '行の id 12件', '印刷しない欄「担当」8件'] },
  }),
  'unfillable-text': message({
    severity: 'error',
    says: ({ name, text, reason }: { name: string; text: string; reason: string }) =>
      `「${name}」の「文章」を組み立てられません（「${text}」: ${reason}）。`,
    cure: () => '{{ }} の中の名前と記号を確かめてください。',
    cause: '様式や書き方の文に、計画の値では埋められない {{ }} があります。',
    example: { name: '標準', text: '新旧対照表（{{去年}}）', reason: '「去年」という名前はありません' },
  }),
  'no-room-under-title': message({
    severity: 'error',
    says: ({ needed, left }: Room) =>
      `題名と表の上の文が長く、最初のページに表の一行も入りません（一行に ${needed} ポイント要るのに、残るのは ${left} ポイント）。`,
    cure: () => '題名を短くするか、様式の用紙を大きく、題名の文字を小さくしてください。',
    cause: '題名や前文だけで最初のページが埋まり、表を始められません。',
    example: { needed: 17, left: 0 },
  }),
  'no-room-on-page': message({
    severity: 'error',
    says: ({ needed, left }: Room) =>
      `用紙の余白と見出しを除くと、表の一行も入りません（一行に ${needed} ポイント要るのに、残るのは ${left} ポイント）。`,
    cure: () => '「余白」の上と下を小さくするか、列の見出しを短くするか、用紙を大きくしてください。',
    cause: '様式の余白と列の見出しだけで、一ページの高さを使い切ります。',
    example: { needed: 17, left: 0 },
  }),
  'missing-variant': message({
    severity: 'warning',
    says: ({ where, character }: Character) =>
      `${where}の文字${character}の異体字が書体にないため、PDF では普通の字形で印刷します。`,
    cure: () => `この異体字のある書体を様式の「書体」に加えてください。${OFFICE_KEEPS}`,
    cause: '異体字セレクターの付いた字の、その字形が様式のどの書体にもありません。',
    example: { where: '区分1の2行目「取組み」', character: '「葛󠄀」（U+845B U+E0100）' },
  }),
  'fallback-glyph': message({
    severity: 'warning',
    says: ({ where, character, instead }: Character & { instead: string }) =>
      `${where}の文字${character}が書体にないため、PDF では「${instead}」で印刷します。`,
    cause: '様式の書体にない字を、ほかの書体で補いました。',
    example: { where: '区分1の2行目「取組み」', character: '「𩸽」（U+29E3D）', instead: 'IPAmj Mincho' },
  }),
  'damaged-glyph': message({
    severity: 'warning',
    says: ({ where, character, family, instead }: Character & { family: string; instead?: string | undefined }) => {
      const how = instead === undefined ? '「〓」と' : `「${instead}」で`
      return `${where}の文字${character}の字形が書体「${family}」のファイルの中で壊れているため、PDF では${how}印刷します。`
    },
    cure: () => '書体のファイルを入手し直してください。',
    cause: '書体のファイルの一部が壊れています。',
    example: { where: '区分1の2行目「取組み」', character: '「医」（U+533B）', family: '見本書体' },
  }),
  'unseen-character': message({
    severity: 'warning',
    says: ({ where, character }: Character) => `${where}に見えない文字${character}があり、PDF には入りません。`,
    cure: () => '要らなければ消してください。Word と Excel の文書にはそのまま入ります。',
    cause: 'ほかの文書や画面から写した文に、目に見えない文字が混じっています。',
    example: { where: '区分1の2行目「取組み」', character: '「ゼロ幅スペース」（U+200B）' },
  }),
  'missing-glyph': message({
    severity: 'warning',
    says: ({ where, character }: Character) =>
      `${where}の文字${character}がどの書体にもないため、PDF では「〓」と印刷します。`,
    cure: () => `別の文字に直すか、この文字のある書体を様式の「書体」に加えてください。${OFFICE_KEEPS}`,
    cause: 'このパソコンのどの書体にもない字です。',
    example: { where: '区分1の2行目「取組み」', character: '「𩸽」（U+29E3D）' },
  }),
  'small-type': message({
    severity: 'warning',
    says: ({
      where,
      others,
      size,
      format,
    }: {
      where: string
      others: number
      size: number
      format?: string | undefined
    }) =>
      `${format === undefined ? '' : `${format} では`}${where}${others === 0 ? '' : `ほか${others}か所`}の文字を、欄に収めるため ${size} ポイントまで小さくしました。`,
    cure: () => '様式の列の「幅」を広げるか、用紙を大きくするか、文を短くしてください。',
    cause: '欄に収まらない文の字を小さくし、6 ポイント（会議で読む文書では 9 ポイント）より小さくなりました。',
    example: { where: '区分1の2行目「取組み」', others: 2, size: 5.5 },
    others: [{ where: '区分1の2行目「取組み」', others: 0, size: 5.5, format: 'Word' }],
  }),
  'small-for-meeting': message({
    severity: 'warning',
    says: (sizes: SmallSizes) => `${tellSizes(sizes).join('、')}で、会議の机で読むには小さすぎます。`,
    cure: () =>
      '本文は 10.5 ポイント、見出しと表の外の文は 9 ポイント以上にしてください。--text-size 10.5 で、文書の全体が大きくなります。',
    cause:
      '会議資料、新旧対照表、変更の概要、概要は、本文が 10.5 ポイント、見出しと表の外の文が 9 ポイントより小さいと注意します。',
    example: { body: 8, heading: undefined, around: 8.5 },
  }),
  'page-text-moved': message({
    severity: 'warning',
    says: ({ side, most, to }: { side: '上' | '下'; most: number; to: string }) =>
      `${side}の欄外の文が Excel の欄外に入る ${most} 字を超えるため、Excel では${to}の行に入れました。`,
    cure: () => '欄外の文を短くするか、前文か注に書いてください。',
    cause: 'Excel のヘッダーとフッターは、記号も入れて 255 字までです。',
    example: { side: '下', most: 255, to: 'ページの最後' },
  }),
  'page-breaks-cut': message({
    severity: 'warning',
    says: ({ pages, most }: { pages: number; most: number }) =>
      `${pages} ページのうち、Excel の改ページは ${most} か所までしか入らないため、${most + 2} ページ目からは Excel が改ページの位置を決めます。`,
    cure: () => '区分を選んで分けて作るか、ページどおりに刷るには PDF を使ってください。',
    cause: 'Excel の一枚のシートには、改ページを 1,023 か所までしか入れられません。',
    example: { pages: 1100, most: 1023 },
  }),
} as const

/** In points, of what is smaller than it should be. */
type SmallSizes = {
  readonly body: number | undefined
  readonly heading: number | undefined
  readonly around: number | undefined
}

function tellSizes({ body, heading, around }: SmallSizes): readonly string[] {
  const sizes = { 本文: body, 見出し: heading, 表の外の文: around }
  return Object.entries(sizes).flatMap(([what, size]) =>
    size === undefined ? [] : [`${what}が ${Math.floor(size * 10) / 10} ポイント`],
  )
}

/** Heights in points. */
type Room = { readonly needed: number; readonly left: number }

/** Where a character stands, and what it is: 「𩸽」（U+29E3D）. */
type Character = { readonly where: string; readonly character: string }

const OFFICE_KEEPS = 'Word と Excel の文書には元の文字のまま入ります。'
