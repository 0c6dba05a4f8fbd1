/** What is said of documents that cannot be written, and what became of the others of their set. */

import { type Message, type MessageValues, message } from './message.js'

/** What became of the other documents of a command, where one could not be written. */
type WholeSet = {
  /** Names of those that were there before and are as they were. */
  readonly stayed?: readonly string[]
  /** How many are new all the same. */
  readonly stuck?: number
}

/** A message of one document, behind which stands what became of its set. */
function ofDocument<V extends MessageValues>(entry: Message<V>): Message<V & WholeSet> {
  const { says } = entry
  return { ...(entry as Message<V & WholeSet>), says: (values) => says(values) + tellSet(values) }
}

function tellSet({ stayed, stuck = 0 }: WholeSet): string {
  if (stayed === undefined) return ''
  const names = stayed.map((name) => `「${name}」`).join('')
  const none = stuck > 0 ? '' : `どの文書も${names === '' ? '書いて' : '書き換えて'}いません。`
  return names === '' ? none : `${none}前のまま: ${names}`
}

const ELSEWHERE = '別のフォルダーに書き出してください。'

/** The system's word for a failed write, and what it means. */
const OPEN = [
  '書き込めません。Word や Excel などで開かれているようです。',
  '文書を閉じてから、もう一度実行してください。',
] as const
const FORBIDDEN = ['書き込む権限がありません。', '書き込めるフォルダーに書き出してください。'] as const
const FULL = ['ディスクの空きが足りません。', '空きを作ってから、もう一度実行してください。'] as const
const IN_THE_WAY = ['同じ名前のファイルやフォルダーがあって書き込めません。', ELSEWHERE] as const
const REASONS: Readonly<Record<string, readonly [says: string, cure: string]>> = {
  EBUSY: OPEN,
  EPERM: OPEN,
  ETXTBSY: OPEN,
  EACCES: FORBIDDEN,
  EROFS: FORBIDDEN,
  ENOSPC: FULL,
  EDQUOT: FULL,
  ENOENT: ['このフォルダーは作れません。', ELSEWHERE],
  ENAMETOOLONG: ['名前が長すぎて書けません。', '計画ファイルやフォルダーの名前を短くしてください。'],
  ELOOP: ['リンクが輪になっていて書けません。', 'リンクを直すか、別のフォルダーに書き出してください。'],
  EEXIST: IN_THE_WAY,
  ENOTDIR: IN_THE_WAY,
  EISDIR: IN_THE_WAY,
}

export const WRITING = {
  'cannot-write': ofDocument({
    severity: 'error',
    says: ({ reason }: { reason: string }) => REASONS[reason]?.[0] ?? `書き込めません（${reason}）。`,
    cure: ({ reason }) => REASONS[reason]?.[1] ?? '書き出すフォルダーを確かめてください。',
    cause: '文書を書くことを、システムが断りました。',
    example: { reason: 'EBUSY' },
    others: ['EACCES', 'ENOSPC', 'ENOENT', 'ENAMETOOLONG', 'ELOOP', 'EEXIST', 'EIO'].map((reason) => ({ reason })),
  }),
  'target-is-folder': ofDocument({
    severity: 'error',
    says: () => '同じ名前のフォルダーがあって書けません。',
    cure: () => 'フォルダーの名前を変えるか、別のフォルダーに書き出してください。',
    cause: '作る文書と同じ名前のフォルダーがあります。',
    example: {},
  }),
  'target-is-no-file': ofDocument({
    severity: 'error',
    says: () => 'ファイルではないもの（デバイスなど）には書きません。',
    cure: () => ELSEWHERE,
    cause: '作る文書と同じ名前のデバイスやパイプがあります。',
    example: {},
  }),
  'same-target': ofDocument({
    severity: 'error',
    says: ({ other }: { other: string }) => `「${other}」と同じファイルへのリンクなので、書けません。`,
    cure: () => 'リンクを消すか、別のフォルダーに書き出してください。',
    cause: '文書の一つが、ほかの文書へのリンクです。書けば互いに上書きします。',
    example: { other: '計画.pdf' },
  }),
  'target-is-input': ofDocument({
    severity: 'error',
    says: () => '入力のファイルなので、文書で上書きしません。',
    cure: () => '--out で別のフォルダーに書き出すか、入力のファイルの名前を変えてください。',
    cause: '作る文書の名前が、読んだファイルの名前と同じです。',
    example: {},
  }),
  'target-is-edited': ofDocument({
    severity: 'error',
    says: ({ whose }: { whose: 'ours' | 'unknown' }) =>
      whose === 'ours'
        ? '作ったあとに編集（または保存し直）されています。上書きしません。'
        : 'このプログラムが作ったままの文書ではありません。上書きしません。',
    cure: () =>
      '編集を計画ファイルに取り込むなら「keikaku import 文書 --into 計画ファイル」、編集を捨ててよければ --overwrite を付けてください。',
    cause: '作った文書に、だれかが Word や Excel で手を入れています。作り直すと、その編集が失われます。',
    example: { whose: 'ours' },
  }),
  'fewer-rows': message({
    severity: 'warning',
    says: ({ rows }: { rows: number }) => `置き換える前の文書より ${rows} 行少なくなっています。`,
    cure: () => '行を消した覚えがなければ、計画ファイルが途中で切れていないか確かめてください。',
    cause: '置き換える文書を作ったときの計画より、今の計画の行が少なくなっています。',
    example: { rows: 3 },
  }),
  'target-is-open': ofDocument({
    severity: 'error',
    says: ({ program, lock }: { program: string; lock: string }) =>
      `${program}で開かれています（「${lock}」があります）。`,
    cure: ({ lock }) =>
      `文書を閉じてから、もう一度実行してください。閉じても「${lock}」が残るときは、それを消してください。`,
    cause: '文書が Word、Excel、LibreOffice で開かれたままです。',
    example: { program: 'Word ', lock: '~$計画.docx' },
  }),
  'target-is-read-only': ofDocument({
    severity: 'error',
    says: ({ whose }: { whose: 'read-only' | 'others' }) =>
      `${whose === 'read-only' ? '読み取り専用の文書' : 'ほかの利用者の文書'}なので、書き換えません。`,
    cure: ({ whose }) =>
      whose === 'read-only'
        ? '読み取り専用を解くか、別のフォルダーに書き出してください。'
        : '持ち主に権限を頼むか、別のフォルダーに書き出してください。',
    cause: '前の文書が、書き換えてはならないものとして置かれています。',
    example: { whose: 'read-only' },
    others: [{ whose: 'others' }],
  }),
  'not-put-back': ofDocument({
    severity: 'error',
    says: () => '新しい文書に替わったままで、前の文書に戻せません。',
    cure: () => 'もう一度実行すると、すべての文書が新しくなります。',
    cause: '文書を書き換えている途中で書けなくなり、元にも戻せませんでした。',
    example: {},
  }),
  'already-there': message({
    severity: 'error',
    says: ({ kind }: { kind: 'file' | 'folder' }) =>
      `同じ名前の${kind === 'file' ? 'ファイル' : 'フォルダー'}がすでにあります。上書きはしません。`,
    cure: () => '別の名前を指定するか、要らないものなら先に消してください。',
    cause: '計画ファイルを新しく作るときは、前からあるものを書き換えません。',
    example: { kind: 'file' },
  }),
} as const
