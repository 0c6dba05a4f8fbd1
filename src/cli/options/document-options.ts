/** How Word and Excel documents are to be read: the options of every command that takes one. */

import { InvalidArgumentError, Option } from 'commander'
import { parseFiscalYear } from '../../domain/fiscal-year.js'
import type { DocumentReading } from '../office/open-document.js'
import { choiceOption } from './parse-words.js'

/** What of a command's options is about the reading of documents. */
export interface ReadingFlags {
  readonly year?: number
  readonly revisions?: 'accept' | 'reject' | 'fail'
  readonly handmade?: 'keep' | 'accept' | 'reject'
  readonly hidden?: 'read' | 'skip'
  readonly plain?: boolean
}

/** Parts a command's options into those of reading and the others. */
export function partReading<T extends ReadingFlags>(
  options: T,
): { readonly reading: DocumentReading; readonly rest: Omit<T, keyof ReadingFlags> } {
  const { year, revisions, handmade, hidden, plain, ...rest } = options
  const all = { year, revisions, handmade, hidden, emphasis: plain ? 'drop' : undefined }
  const given = Object.entries(all).filter(([, value]) => value !== undefined)
  return { reading: Object.fromEntries(given) as DocumentReading, rest }
}

/** For the commands that print a plan; `--revisions` is apart, for `diff` says more by it. */
export function readingOptions(): Option[] {
  return [
    new Option('--year <年度>', '文書の年度（R6、令和６年度、2024 など。省くと文書から読みます）').argParser(parseYear),
    choiceOption('--handmade <方法>', '文書に手で付けた見え消しの読み方', ['keep', 'accept', 'reject']),
    hiddenOption(),
    plainOption(),
  ]
}

export function revisionsOption(): Option {
  return choiceOption('--revisions <方法>', '文書の変更履歴の読み方', ['accept', 'reject', 'fail'])
}

/** For `import --into`. */
export function intoOptions(): Option[] {
  const own = [
    new Option('--base <ファイル>', '控えのない文書の元になった計画ファイル（省くと、今の計画ファイル）'),
    new Option('--scope <範囲>', '控えのない文書にある区分・欄・団体（1,3 や 取組み や [○○町]）'),
    new Option('--delete-missing', '文書にない行を、計画ファイルからも消します'),
    choiceOption('--prefer <側>', '双方で変えた所に採る側', ['document', 'plan']),
  ]
  return [
    new Option('--into <計画ファイル>', '文書の変更を書き込む計画ファイル（覚え書きや書き方はそのままです）').conflicts(
      ['out', 'newForm'],
    ),
    ...own,
  ]
}

/** For `import`, which can write both editions of a document. */
export function importOptions(): Option[] {
  return [
    choiceOption('--revisions <方法>', '変更履歴の読み方。both は旧と新の二つを書き出します', [
      'accept',
      'reject',
      'both',
      'fail',
    ]),
    choiceOption('--handmade <方法>', '手で付けた見え消しの読み方', ['keep', 'accept', 'reject', 'both']),
    new Option('--year <年度>', '文書の年度（R6、令和６年度、2024 など。省くと文書から読みます）').argParser(parseYear),
    hiddenOption(),
    plainOption(),
    new Option('--comments', 'コメントを計画ファイルに覚え書きとして残します'),
    choiceOption('--account <形>', '読んだ結果の知らせ方。json はプログラム用です', ['json']),
  ]
}

function plainOption(): Option {
  return new Option('--plain', '文書の太字・下線・取消線・上付き・下付きを読みません')
}

function hiddenOption(): Option {
  return choiceOption('--hidden <方法>', '文書の隠れた行・列・シート・文字の読み方', ['read', 'skip'])
}

function parseYear(text: string): number {
  const year = parseFiscalYear(text)
  if (year !== undefined) return year
  throw new InvalidArgumentError('R6、令和６年度、2024 のように書いてください。')
}
