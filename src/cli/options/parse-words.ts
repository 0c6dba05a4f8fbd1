/** Options that choose among a few words: the short ones that scripts use, and those that people say. */

import { InvalidArgumentError, Option } from 'commander'
import { nearestKey } from '../../decode/shape/nearest-key.js'

/** What else the words are called: 新旧対照表 is taishohyo. Width, case, blanks and a dot before an ending do not count. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  pdf: ['ピーディーエフ'],
  docx: ['word', 'ワード'],
  xlsx: ['excel', 'エクセル'],
  html: ['ウェブページ', 'ホームページ', 'ウェブ', 'web', 'htm'],
  taishohyo: ['新旧対照表', '対照表', '新旧'],
  miekeshi: ['見え消し', '見えけし', '見消し'],
  summary: ['変更の概要', '概要'],
  archive: ['保存用', '保存', '長期保存'],
  tracked: ['変更履歴', '履歴'],
  plain: ['飾り', '文字の飾り', '取り消し線'],
}

/** A list of words, each once; said twice, the option means both lists. */
export function listOption<Word extends string>(
  flags: string,
  what: string,
  noun: string,
  known: readonly Word[],
  usual: readonly Word[] = known,
): Option {
  const description = `${what}をカンマで区切って指定します（${known.map(describe).join('、')}）`
  return new Option(flags, description)
    .default(usual, usual.join(','))
    .argParser((text: string, before: readonly Word[]) => {
      const written = text.split(/[,，、\s]+/).filter((word) => word !== '')
      if (written.length === 0) throw new InvalidArgumentError(`使える${noun}: ${known.join('、')}`)
      const words = written.map((word) => find(word, known) ?? refuse(word, noun, known))
      return [...new Set([...(before === usual ? [] : before), ...words])]
    })
}

/** One of a few words. */
export function choiceOption(flags: string, description: string, known: readonly string[]): Option {
  return new Option(flags, `${description}（${known.map(describe).join('、')}）`).argParser(
    (text: string) => find(text, known) ?? refuse(text, '値', known),
  )
}

function find<Word extends string>(written: string, known: readonly Word[]): Word | undefined {
  const word = fold(written)
  return known.find((each) => [each, ...(SAID[each] ?? [])].map(fold).includes(word))
}

function refuse(written: string, noun: string, known: readonly string[]): never {
  const nearest = nearestKey(
    fold(written),
    known.flatMap((each) => [each, ...(SAID[each] ?? [])]),
  )
  const guess = nearest === undefined ? '' : `「${nearest}」ではありませんか。`
  throw new InvalidArgumentError(
    `「${written}」という${noun}はありません。${guess}使える${noun}: ${known.map(describe).join('、')}`,
  )
}

/** `taishohyo＝新旧対照表` */
function describe(word: string): string {
  const [said] = SAID[word] ?? []
  return said === undefined || word === 'pdf' ? word : `${word}＝${said}`
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^\s*\.|\s/g, '')
}
