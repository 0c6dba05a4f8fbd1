/** The system's word for a failed write in Japanese. */

import type { Diagnostic } from '../../domain/diagnostic.js'

/** What it means for the document that a call failed with this code. */
export function explainError(file: string, code: string | undefined): Diagnostic {
  const [message, hint] = explanation(code)
  return { severity: 'error', code: 'cannot-write', message, place: { kind: 'file', file }, hint }
}

function explanation(code: string | undefined): [message: string, hint: string] {
  switch (code) {
    case 'EBUSY':
    case 'EPERM':
    case 'ETXTBSY':
      return [
        '書き込めません。Word や Excel などで開かれているようです。',
        '文書を閉じてから、もう一度実行してください。',
      ]
    case 'EACCES':
    case 'EROFS':
      return ['書き込む権限がありません。', '書き込めるフォルダーに書き出してください。']
    case 'ENOSPC':
    case 'EDQUOT':
      return ['ディスクの空きが足りません。', '空きを作ってから、もう一度実行してください。']
    case 'ENOENT':
      return ['このフォルダーは作れません。', '別のフォルダーに書き出してください。']
    case 'ENAMETOOLONG':
      return ['名前が長すぎて書けません。', '計画ファイルやフォルダーの名前を短くしてください。']
    case 'ELOOP':
      return ['リンクが輪になっていて書けません。', 'リンクを直すか、別のフォルダーに書き出してください。']
    case 'EEXIST':
    case 'ENOTDIR':
    case 'EISDIR':
      return ['同じ名前のファイルやフォルダーがあって書き込めません。', '別のフォルダーに書き出してください。']
    default:
      return [`書き込めません（${code ?? '原因不明'}）。`, '書き出すフォルダーを確かめてください。']
  }
}
