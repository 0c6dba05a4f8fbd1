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
      return `「${first}」の引数が多すぎます。空白のある名前は " " で囲んでください。`
    case 'commander.invalidArgument':
      return explainValue(error.message)
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

/** A value may hold the quotes and words that commander puts around it. */
function explainValue(message: string): string {
  const { name, value, reason } =
    /^error: option '(?<name>.*?)' argument '(?<value>.*)' is invalid\. (?<reason>.*)$/s.exec(message)?.groups ??
    /^error: command-argument value '(?<value>.*)' is invalid for argument '(?<name>.*?)'\. (?<reason>.*)$/s.exec(
      message,
    )?.groups ??
    {}
  return `「${name}」の値「${value}」は使えません。${reason}`
}
