/** The commands, their options and their help, all in Japanese. What a command does is loaded when it is called. */

import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { foldWidth } from '../domain/fold-width.js'
import { REPORTS, type ReportName } from '../print/printable.js'
import { FORMATS, type Format } from '../render/formats.js'
import type { HandoutOptions } from './commands/handout.js'
import type { ImportOptions } from './commands/import.js'
import type { SchemaOptions } from './commands/print-schema.js'
import type { UpdateOptions } from './commands/update.js'
import { brokenOff } from './console/broken-off.js'
import { type Console, EXIT, type ExitStatus, openConsole, type Terminal } from './console/console.js'
import { displayWidth } from './console/display-width.js'
import { printDiagnostics } from './console/print-diagnostics.js'
import { explainUsage } from './explain-usage.js'
import {
  importOptions,
  intoOptions,
  partReading,
  type ReadingFlags,
  readingOptions,
  revisionsOption,
} from './options/document-options.js'
import { parseLine, parseName, parseStamp, parseWebName } from './options/judge-text.js'
import { parseMeetingDay, parseMoment } from './options/parse-days.js'
import { choiceOption, listOption } from './options/parse-words.js'

/** Runs the command line; `args` are the words after the program's name. Never throws. */
export async function run(args: readonly string[], terminal: Terminal, version: string): Promise<ExitStatus> {
  const console = openConsole(terminal)
  let status: ExitStatus = EXIT.done
  const program = createProgram(console, version, (result) => {
    status = result
  })
  try {
    await program.parseAsync(args, { from: 'user' })
    return status
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      printDiagnostics([brokenOff(error)], console)
      return EXIT.wrongInput
    }
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
    .configureOutput({ writeOut: (text) => printLines(text.trimEnd(), console), writeErr: () => {} })
    .configureHelp({
      displayWidth,
      styleTitle: (title) => TITLES[title] ?? title,
      optionDescription: ({ description, defaultValue, defaultValueDescription }) =>
        defaultValue === undefined
          ? description
          : `${description}（省略時: ${defaultValueDescription ?? String(defaultValue)}）`,
      subcommandTerm: (command) => `${command.name()} ${command.usage()}`,
    })
    .helpOption('-h, --help', '使い方を表示します')
    .helpCommand('help [コマンド]', 'コマンドの使い方を表示します')
    .description('公的計画の表を一つの計画ファイルから PDF・Word・Excel に印刷し、年度間の変更を比べます。')
    .version(version, '-V, --version', '版を表示します')
    .usage('<コマンド> [オプション]')

  const building = program
    .command('build')
    .description('計画ファイルから文書を作ります')
    .usage('<計画ファイル...> [オプション]')
    .addArgument(
      new Argument('<計画ファイル...>', '計画ファイル（.yaml、.json）か文書（.docx、.xlsx）。*、**、? も使えます'),
    )
    .addOption(formatOption([...Object.keys(FORMATS), 'csv']))
    .option('--form <様式>', '様式の名前、または様式のフォルダー（計画ファイルの「様式」より優先）')
    .addOption(textSizeOption())
    .addOption(outOption())
    .addOption(overwriteOption())
    .addOption(jobsOption())
    .addOption(strictOption())
    .addOption(new Option('--watch', '計画や様式を保存するたびに作り直します').conflicts(['jobs', 'publish']))
    .addOption(publishOption())
    .addOption(pdfOption())
    .action(async (words: string[], options: BuildFlags, command: Command) => {
      const { reading, rest: own } = partReading(options)
      const { format, watch = false, ...rest } = own
      // The web takes a page as well.
      const asked = command.getOptionValueSource('format') !== 'default'
      const formats = asked || rest.publish === undefined ? format : (Object.keys(FORMATS) as Format[])
      const perform = watch
        ? (await import('./commands/build-watch.js')).buildAndWatch
        : (await import('./commands/build.js')).build
      finish(await perform(words, { formats, reading, ...rest }, console))
    })
  for (const option of [revisionsOption(), ...readingOptions()]) building.addOption(option)

  const comparing = program
    .command('diff')
    .description('二つの年度の版を比べ、新旧対照表、見え消し、変更の概要を作ります')
    .usage('<旧い計画ファイル> [新しい計画ファイル] [オプション]')
    .argument('<旧い計画ファイル>', '比べるもとの版（前年度など）')
    .argument('[新しい計画ファイル]', '新しい版（変更履歴のある Word 文書一つなら、省いてその旧と新を比べます）')
    .addOption(listOption('--report <文書>', '作る文書', '文書', REPORTS))
    .addOption(formatOption([...Object.keys(FORMATS), 'json']))
    .option('--form <様式>', '両方の版の様式の名前、またはフォルダー（計画ファイルの「様式」より優先）')
    .addOption(textSizeOption())
    .addOption(pdfOption())
    .addOption(outOption())
    .addOption(overwriteOption())
    .option('--style <書き方>', '新旧対照表の書き方の名前、または書き方のファイル（.yaml）')
    .addOption(
      choiceOption('--revisions <方法>', 'Word の見え消しの示し方（tracked、plain）、または文書の変更履歴の読み方', [
        ...REVISIONS,
        'accept',
        'reject',
        'fail',
      ]).default('tracked'),
    )
    .addOption(
      new Option('--author <名前>', 'Word の変更履歴に残す名前（省くと計画ファイルの「作成」）').argParser(parseName),
    )
    .addOption(
      new Option('--date <日付>', 'Word の変更履歴に残す日付（2019-08-01、H31.2.1 など）').argParser(parseMoment),
    )
    .addOption(choiceOption('--ignore <違い>', '変更に数えない違い', ['表記']))
    .option(
      '--links <ファイル>',
      '旧い版と新しい版の項目の対応、予定のその後を書いたファイル。見つけた対応より優先します',
    )
    .option('--write-links <ファイル>', '見つけた予定のその後を書き出します（直して --links に渡せます）')
    .option('--all', '表記だけの違いも一つずつ載せます（省くと件数だけ）')
    .option('--exit-code', '変更がなければ 0、あれば 1、比べられなければ 2 で終わります')
    .action(async (old: string, now: string | undefined, options: DiffFlags) => {
      const { reading, revisions, rest: own } = partDiff(options)
      const { format: formats, report: reports, ignore, all = false, exitCode = false, ...rest } = own
      const fullness = all ? 'all' : 'folded'
      const { diff } = await import('./commands/diff.js')
      finish(
        await diff(
          old,
          now,
          { formats, reports, revisions, reading, fullness, ignoreNotation: ignore !== undefined, exitCode, ...rest },
          console,
        ),
      )
    })
  for (const option of readingOptions()) comparing.addOption(option)

  const handing = program
    .command('handout')
    .description('会議資料を作ります（資料番号や会議名を添え、載せる区分や欄を選べます）')
    .usage('<計画ファイル> [オプション]')
    .argument('<計画ファイル>', '計画ファイル（.yaml、.json）')
    .addOption(new Option('--number <資料番号>', '右上の枠の中の資料番号').argParser(parseLine))
    .addOption(new Option('--meeting <会議名>', '会議の名前').argParser(parseLine))
    .addOption(
      new Option('--date <日付>', '会議の日付（2019-02-01、H31.2.1 など。和暦で印刷します）').argParser(
        parseMeetingDay,
      ),
    )
    .addOption(new Option('--author <機関名>', '作成した機関').argParser(parseLine))
    .addOption(new Option('--agenda <議題>', '題名の上に置く議題').argParser(parseLine))
    .addOption(new Option('--stamp <印>', '各ページの左上に枠で囲んで置く印（案、など）').argParser(parseStamp))
    .option('--cover', '表紙を付けます（Excel では別のシート）')
    .option('--categories <区分>', '載せる区分を番号か名前で指定します（1,3 や 2-4）')
    .option('--columns <欄>', '載せる欄を名前か見出しで指定します（カンマ区切り。区分の欄はいつも載ります）')
    .option('--only-changed <旧い計画ファイル>', 'この版から変わった行だけを、消えた語と加わった語の印を付けて載せます')
    .option('--style <書き方>', '書き方の名前、または書き方のファイル（.yaml）')
    .addOption(formatOption(Object.keys(FORMATS)))
    .option('--form <様式>', '様式の名前、または様式のフォルダー（計画ファイルの「様式」より優先）')
    .addOption(textSizeOption())
    .addOption(pdfOption())
    .addOption(outOption())
    .addOption(overwriteOption())
    .addOption(strictOption())
    .action(async (file: string, options: HandoutFlags) => {
      const { reading, rest: own } = partReading(options)
      const { format: formats, ...rest } = own
      const { handout } = await import('./commands/handout.js')
      finish(await handout(file, { formats, reading, ...rest }, console))
    })
  for (const option of [revisionsOption(), ...readingOptions()]) handing.addOption(option)

  const importing = program
    .command('import')
    .description('Word や Excel の文書を読み、計画ファイルにします')
    .usage('<文書...> [オプション]')
    .argument('<文書...>', 'Word（.docx、.docm）か Excel（.xlsx、.xlsm）の文書')
    .addOption(
      new Option('--out <ファイル>', '書き出す計画ファイル（省くと、読んだ結果を知らせるだけです）').argParser(
        parsePath,
      ),
    )
    .addOption(
      new Option(
        '--new-form <フォルダー>',
        '表から作った様式を書き出すフォルダー（省くと計画ファイルの中に書きます）',
      ).argParser(parsePath),
    )
    .option('--dry-run', '何も書き出さずに、読んだ結果を知らせます')
    .option('--form <様式>', '表を読む様式の名前、またはフォルダー（省くと見出しの合うもの）')
    .action(async (words: string[], options: ImportOptions) => {
      const { importDocuments } = await import('./commands/import.js')
      finish(await importDocuments(words, options, console))
    })
  for (const option of [...intoOptions(), ...importOptions()]) importing.addOption(option)

  program
    .command('preview')
    .description('計画ファイルを、印刷する形のままブラウザーで開きます（保存は計画ファイルに書き込みます）')
    .usage('<計画ファイル> [オプション]')
    .argument('<計画ファイル>', '計画ファイル（.yaml、.json）')
    .option('--open', 'ブラウザーも開きます（省くと住所を表示するだけです）')
    .action(async (file: string, options: { open?: boolean }) => {
      const { preview } = await import('./commands/preview.js')
      finish(await preview(file, options, console))
    })

  program
    .command('new')
    .description('書き込むだけの計画ファイルの見本を作ります')
    .usage('[ファイル名] [オプション]')
    .addArgument(new Argument('[ファイル名]', '作るファイル').default('plan.yaml').argParser(parsePlanPath))
    .option('--form <様式>', '様式の名前、または様式のフォルダー（省くと四欄。keikaku forms が用途とともに示します）')
    .action(async (file: string, options: { form?: string }) => {
      const { writeFirstPlan } = await import('./commands/new-plan.js')
      finish(await writeFirstPlan(file, options.form, console))
    })

  program
    .command('forms')
    .description('使える様式の一覧を表示します（名前、用紙、用途、欄、フォルダー）')
    .usage('[オプション]')
    .action(async () => {
      const { printForms } = await import('./commands/list-forms.js')
      finish(printForms(console))
    })

  program
    .command('update')
    .description('以前の書き方の計画ファイルを、今の書き方に直します（覚え書き、順、ほかの行はそのまま）')
    .usage('<計画ファイル> [オプション]')
    .argument('<計画ファイル>', '計画ファイル（.yaml、.json）。--out がなければ、このファイルを書き直します')
    .addOption(new Option('--out <ファイル>', '書き直す代わりに書き出すファイル').argParser(parsePath))
    .option('--form <様式>', '様式の名前、または様式のフォルダー（計画ファイルの「様式」より優先）')
    .action(async (file: string, options: UpdateOptions) => {
      const { update } = await import('./commands/update.js')
      finish(await update(file, options, console))
    })

  program
    .command('schema')
    .description('計画ファイルや様式ファイルの JSON Schema を表示します（エディターの入力補助用）')
    .usage('[オプション]')
    .addOption(new Option('--form <様式>', 'この様式の計画ファイルだけの JSON Schema').conflicts('formFile'))
    .option('--form-file', '様式ファイル（form.yaml）の JSON Schema')
    .action(async (options: SchemaOptions) => {
      const { printSchema } = await import('./commands/print-schema.js')
      finish(printSchema(options, console))
    })

  return program
}

function printLines(text: string, console: Console): void {
  for (const line of text.split('\n')) console.out(line)
}

const REVISIONS = ['tracked', 'plain'] as const

/** The options of `build` as they are given. */
interface BuildFlags extends ReadingFlags {
  readonly overwrite?: boolean
  readonly format: readonly (Format | 'csv')[]
  readonly form?: string
  readonly textSize?: number
  readonly out: string
  readonly jobs?: number
  readonly strict?: boolean
  readonly watch?: boolean
  readonly publish?: string | true
  readonly pdf?: 'archive'
}

/** The options of `diff` as they are given. */
interface DiffFlags extends Omit<ReadingFlags, 'revisions'> {
  readonly overwrite?: boolean
  readonly report: readonly ReportName[]
  readonly format: readonly (Format | 'json')[]
  readonly form?: string
  readonly textSize?: number
  readonly out: string
  readonly style?: string
  readonly revisions: (typeof REVISIONS)[number] | NonNullable<ReadingFlags['revisions']>
  readonly author?: string
  readonly date?: string
  readonly ignore?: string
  readonly all?: boolean
  readonly links?: string
  readonly writeLinks?: string
  readonly exitCode?: boolean
  readonly pdf?: 'archive'
}

type HandoutFlags = Omit<HandoutOptions, 'formats' | 'reading'> & ReadingFlags & { readonly format: readonly Format[] }

/** The words of `--revisions` that are about Word's 見え消し, and those about the changes that a document holds. */
function partDiff(options: DiffFlags) {
  const { revisions, ...others } = options
  const isShown = revisions === 'tracked' || revisions === 'plain'
  return {
    revisions: isShown ? revisions : 'tracked',
    ...partReading({ ...others, ...(isShown ? {} : { revisions }) }),
  } as const
}

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '使い方:',
  'Arguments:': '引数:',
  'Options:': 'オプション:',
  'Commands:': 'コマンド:',
  'Global Options:': '共通オプション:',
}

/** `--format pdf,docx` */
function formatOption(known: readonly string[]): Option {
  const usual = known.filter((name) => !['html', 'json', 'csv'].includes(name))
  return listOption('--format <形式>', '文書の形式', '形式', known, usual)
}

function overwriteOption(): Option {
  return new Option('--overwrite', '作ったあとに編集された文書も上書きします（編集は失われます）')
}

function outOption(): Option {
  return new Option('--out <フォルダー>', '文書を書き出すフォルダー').default('output').argParser(parsePath)
}

/** An empty name would stand for the working folder. */
function parsePath(path: string): string {
  if (path !== '') return path
  throw new InvalidArgumentError('名前を書いてください。今のフォルダーは . です。')
}

/** A plan that is called otherwise would be taken for a document. */
function parsePlanPath(path: string): string {
  if (/[^/\\]\.ya?ml$/i.test(path)) return path
  throw new InvalidArgumentError('計画ファイルの名前は .yaml で終わるように書いてください。例: 計画-R1.yaml')
}

function strictOption(): Option {
  return new Option('--strict', '書き込むはずの印（○○、【調整中】、要確認など）が残っていれば、作らずに誤りとします')
}

/** In points, within what a form file may say. */
function textSizeOption(): Option {
  return new Option(
    '--text-size <ポイント>',
    '本文の文字の大きさ（10.5 など。見出しや欄外も同じ割合で変わり、列の幅は変わりません）',
  ).argParser((text: string) => {
    const size = Number(foldWidth(text.trim()).replace(/(pt|ポイント)$/i, ''))
    if (size >= 4 && size <= 40) return size
    throw new InvalidArgumentError('4 から 40 までの数を書いてください。例: --text-size 10.5')
  })
}

function publishOption(): Option {
  return new Option(
    '--publish [名前]',
    'ウェブに載せる一式を作ります（HTML も。案の印や要確認が残っていれば作らず、印刷されないものは何も入れません）',
  ).argParser(parseWebName)
}

function pdfOption(): Option {
  return choiceOption('--pdf <種類>', 'PDF を、長く保存する文書として作ります（色の決まりを入れます）', ['archive'])
}

function jobsOption(): Option {
  return new Option('--jobs <数>', '同時に作る計画の数（省略時: 計画の数に応じて、コアの数まで）').argParser(
    (text: string) => {
      const count = foldWidth(text.trim())
      if (/^[1-9]\d{0,4}$/.test(count)) return Number(count)
      throw new InvalidArgumentError('1 以上の整数で指定してください。')
    },
  )
}
