/** The commands, their options and their help, all in Japanese. */

import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { FORMATS } from '../render/formats.js'
import { build } from './build.js'
import { type Console, EXIT, type ExitStatus } from './console.js'
import { explainUsage } from './explain-usage.js'
import { printSchema, writeFirstPlan } from './first-plan.js'

/** Runs the command line; `args` are the words after the program's name. */
export async function run(args: readonly string[], console: Console, version: string): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.done
  const program = createProgram(console, version, (result) => {
    status = result
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return status
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return EXIT.done
    for (const line of explainUsage(error)) console.err(line)
    return EXIT.wrongCommandLine
  }
}

function createProgram(console: Console, version: string, finish: (status: ExitStatus) => void): Command {
  const program = new Command('keikaku')
  // Settings first: commands take them over from their parent when they are made.
  program
    .exitOverride()
    .configureOutput({ writeOut: (text) => console.out(text.trimEnd()), writeErr: () => {} })
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      subcommandTerm: (command) => `${command.name()} ${command.usage()}`,
    })
    .helpOption('-h, --help', '使い方を表示します')
    .helpCommand('help [コマンド]', 'コマンドの使い方を表示します')
    .description('公的計画の表を一つの計画ファイルから PDF・Word・Excel に印刷し、年度間の変更を比べます。')
    .version(version, '-V, --version', '版を表示します')
    .usage('<コマンド> [オプション]')

  program
    .command('build')
    .description('計画ファイルから文書を作ります')
    .usage('<計画ファイル...> [オプション]')
    .addArgument(new Argument('<計画ファイル...>', '計画ファイル（.yaml、.json）'))
    .addOption(formatOption(Object.keys(FORMATS)))
    .option('--form <様式>', '様式の名前、または様式のフォルダー（計画ファイルの「様式」より優先）')
    .option('--out <フォルダー>', '文書を書き出すフォルダー', 'output')
    .action(async (files: string[], options: { format: string[]; form?: string; out: string }) => {
      const { format: formats, ...rest } = options
      finish(await build(files, { formats, ...rest }, console))
    })

  program
    .command('new')
    .description('書き込むだけの計画ファイルの見本を作ります')
    .usage('[ファイル名]')
    .argument('[ファイル名]', '作るファイル', 'plan.yaml')
    .option('--form <様式>', '様式の名前、または様式のフォルダー')
    .action((file: string, options: { form?: string }) => finish(writeFirstPlan(file, options.form, console)))

  program
    .command('schema')
    .description('計画ファイルの JSON Schema を表示します（エディターの入力補助用）')
    .usage('[オプション]')
    .option('--form <様式>', '様式の名前、または様式のフォルダー')
    .action((options: { form?: string }) => finish(printSchema(options.form, console)))

  return program
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '使い方:',
  'Arguments:': '引数:',
  'Options:': 'オプション:',
  'Commands:': 'コマンド:',
  'Global Options:': '共通オプション:',
}

/** `--format pdf,docx`: a list of names, each once. */
export function formatOption(known: readonly string[]): Option {
  return new Option('--format <形式>', `文書の形式をカンマで区切って指定します（${known.join('、')}）`)
    .default(
      known.filter((name) => name !== 'html' && name !== 'json'),
      'pdf,docx,xlsx',
    )
    .argParser((text: string) => {
      const names = [...new Set(text.split(',').map((name) => name.trim()))]
      const unknown = names.find((name) => !known.includes(name))
      if (unknown === undefined) return names
      throw new InvalidArgumentError(`「${unknown}」という形式はありません。使える形式: ${known.join('、')}`)
    })
}
