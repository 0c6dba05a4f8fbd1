/** What is said of files that cannot be read: those of plans, forms, styles and documents. */

import { message } from './message.js'

export const FILES = {
  'not-found': message({
    severity: 'error',
    says: () => 'ファイルが見つかりません。',
    cure: () => '名前と場所を確かめてください。',
    cause: '指定した名前のファイルが、その場所にありません。',
    example: {},
  }),
  'no-permission': message({
    severity: 'error',
    says: () => 'ファイルを読む権限がありません。',
    cure: () => 'ファイルの権限を確かめてください。',
    cause: 'ファイルかフォルダーの権限が、読むことを許していません。',
    example: {},
  }),
  'is-folder': message({
    severity: 'error',
    says: () => 'フォルダーです。',
    cure: () => 'フォルダーの中のファイルを指定してください。',
    cause: 'ファイルを指定するところに、フォルダーを指定しました。',
    example: {},
  }),
  'is-no-file': message({
    severity: 'error',
    says: ({ kind }: { kind: string }) => `ファイルではなく${kind}です。`,
    cure: () =>
      'ファイルを指定してください。ほかのコマンドの出力は、計画ファイルの名前の代わりに - と書いて受け取れます。',
    cause: 'パイプやデバイスなどは、読み終わりがあるとは限らないので読みません。',
    example: { kind: 'パイプ（FIFO）' },
  }),
  unreadable: message({
    severity: 'error',
    says: ({ reason }: { reason: string }) => `ファイルを読めません（${reason}）。`,
    cure: () => 'ファイルを開けるかを確かめてください。',
    cause: 'ディスクやネットワークの不調などで、ファイルを最後まで読めません。括弧の中はシステムの言葉です。',
    example: { reason: 'EIO' },
  }),
  'too-large': message({
    severity: 'error',
    says: ({ size, most }: { size: number; most: number }) =>
      `ファイルが大きすぎます（${size} MB。読めるのは ${most} MB までです）。`,
    cure: () => '計画ファイルかどうかを確かめ、大きな計画は分けてください。',
    cause: '計画としては考えられない大きさです。',
    example: { size: 120, most: 40 },
  }),
  'other-kind': message({
    severity: 'error',
    says: ({ kind }: { kind: string }) => `計画ファイルではなく、${kind}です。`,
    cure: () =>
      'YAML か JSON の計画ファイルを指定してください。Word や Excel の文書は keikaku import で計画ファイルにします。',
    cause: '計画ファイルを指定するところに、ほかの種類のファイルを指定しました。',
    example: { kind: 'PDF の文書' },
  }),
  'not-utf8': message({
    severity: 'error',
    says: ({ encoding }: { encoding: 'UTF-16' | 'Shift_JIS' | 'other' }) =>
      `${encoding === 'other' ? 'UTF-8 でない文字コード' : encoding === 'Shift_JIS' ? 'Shift_JIS（ANSI）' : encoding}で保存されたファイルです。UTF-8 のファイルしか読めません。`,
    cure: () => 'メモ帳で開き、「名前を付けて保存」の「エンコード」（文字コード）を UTF-8 にして保存し直してください。',
    cause: '文字コードを取り違えると別の字になるため、UTF-8 のほかは読みません。',
    example: { encoding: 'Shift_JIS' },
  }),
  'not-text': message({
    severity: 'error',
    says: () => 'テキストではないファイルです。',
    cure: () => '計画ファイル（.yaml または .json）を指定してください。',
    cause: '計画ファイルを指定するところに、テキストでないファイルを指定しました。',
    example: {},
  }),
  'empty-file': message({
    severity: 'error',
    says: ({ holds }: { holds: 'nothing' | 'remarks' }) =>
      holds === 'nothing' ? 'ファイルが空です。' : 'ファイルに中身がありません（「#」の覚え書きだけです）。',
    cure: () => 'keikaku new で書き方の見本を作れます。',
    cause: '保存し損ねたか、別のファイルを指定しました。',
    example: { holds: 'nothing' },
    others: [{ holds: 'remarks' }],
  }),
} as const
