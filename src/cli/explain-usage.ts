/** Commander's errors in Japanese. */

import type { CommanderError } from 'commander'

const SEE_HELP = '使い方は keikaku --help、コマンドごとの使い方は keikaku コマンド名 --help で見られます。'

/** The lines that tell what is wrong with a command line. */
export function explainUsage(error: CommanderError): string[] {
  const [first = '', second = ''] = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1]!)
  const similar = /\(Did you mean (?:one of )?(.+?)\?\)/.exec(error.message)?.[1]
  const lines = [`エラー: ${explain(error, first, second)}`]
  if (similar !== undefined) lines.push(`  → 「${similar}」ではありませんか。`)
  lines.push(`  → ${SEE_HELP}`)
  return lines
}

function explain(error: CommanderError, first: string, second: string): string {
  switch (error.code) {
    case 'commander.unknownOption':
      return `「${first}」というオプションはありません。`
    case 'commander.unknownCommand':
      return `「${first}」というコマンドはありません。`
    case 'commander.missingArgument':
      return `「${first}」が指定されていません。`
    case 'commander.optionMissingArgument':
      return `「${first}」の値が指定されていません。`
    case 'commander.excessArguments':
      return '余分な引数があります。'
    case 'commander.invalidArgument':
      return `「${first}」の値「${second}」は使えません。${error.message.split('. ').slice(1).join('. ')}`
    case 'commander.missingMandatoryOptionValue':
      return `「${first}」を指定してください。`
    case 'commander.conflictingOption':
      return `「${first}」と「${second}」は同時に指定できません。`
    case 'commander.help':
      return 'コマンドが指定されていません。'
    default:
      return `コマンドラインが正しくありません（${error.code}）。`
  }
}
