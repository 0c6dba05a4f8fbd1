/** Files and words of a command line as nobody foresaw them: seeds, forms and styles with a few edits, and odd options. */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const read = (name) => readFileSync(join(ROOT, name), 'utf8')
const SEEDS = readdirSync(join(ROOT, 'seeds'))
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => read(`seeds/${name}`))
const PAIR = [read('seeds/mogami-h30.yaml'), read('seeds/mogami-r1.yaml')]

/** What people type, paste and break. */
const SIGNS = [
  ...[
    '#',
    ' # ',
    '&',
    '*',
    '!',
    '~',
    '[',
    ']',
    '{',
    '}',
    '|',
    '>',
    '%',
    '@',
    '`',
    '"',
    "'",
    '\\',
    ':',
    ': ',
    '- ',
    '-',
  ],
  ...[
    '：',
    '－',
    '　',
    '｜',
    '＃',
    '↑',
    '←',
    '〃',
    '同上',
    '（再掲）',
    '【新規】',
    'null',
    '---\n',
    '...',
    '? ',
    '<<: *a',
  ],
  ...['\n', '\r\n', '\n\n', '\t', ' ', '    ', '\u0000', '\u0007', '\u001b[2J', '\u0085', '\u2028', '\u202e', '\ufeff'],
  ...[
    '\ud800',
    '👍',
    '𠮷',
    '葛󠄀',
    'か\u3099',
    '①',
    '㍻',
    '99999',
    '-1',
    '0',
    '1e9',
    '（H25～H30年度）',
    '{{計画}}',
    '{{#if',
    '../',
  ],
  ...['あ'.repeat(3000), ' '.repeat(3000), '['.repeat(400), '- '.repeat(600), '1,234,567', 'A3', '公式', '縦', '横'],
]
const KEYS = [
  '計画',
  '年度',
  '区域',
  '様式',
  '区分',
  '名称',
  '番号',
  '行',
  '取組み',
  '改ページ',
  'id',
  '資料',
  '会議',
  '幅',
  '列',
]
const WORDS = [
  '',
  ' ',
  '案',
  '１',
  '1,3',
  '2-4',
  '99',
  '現状と課題',
  'a\u000bb',
  '2019-02-30',
  'H31.2.1',
  '公式',
  '-',
  '--',
  '🎌',
  'x'.repeat(500),
]

/** The kinds of cases, by what is odd about them. */
const KINDS = ['plan', 'bytes', 'form', 'style', 'pair', 'options']

/**
 * Writes the files of one case into a folder of its own and gives the words of its command line.
 * @param {import('./random.mjs').Random} random
 * @param {string} folder
 */
export function writeFuzzCase(random, folder) {
  const kind = random.pick(KINDS)
  mkdirSync(folder, { recursive: true })
  const write = (name, content) => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const plan = (text, name = 'plan.yaml') => write(name, text)
  const formats = ['--format', random.pick(['pdf', 'docx', 'xlsx', 'pdf,docx,xlsx'])]
  const words = {
    plan: () => [random.pick(['build', 'build', 'handout']), plan(edit(random, random.pick(SEEDS))), ...formats],
    bytes: () => ['build', plan(spoil(random, random.pick(SEEDS))), ...formats],
    form: () => {
      mkdirSync(join(folder, 'form'))
      write(
        'form/form.yaml',
        edit(random, read(`templates/${random.pick(['official', 'four-column', 'overview'])}/form.yaml`)),
      )
      return [random.pick(['build', 'handout', 'new', 'schema']), ...named(random, folder, plan)]
    },
    style: () => {
      const [report, ...rest] = random.pick([
        ['taishohyo', 'diff', plan(PAIR[0], 'old.yaml'), plan(PAIR[1])],
        ['handout', 'handout', plan(PAIR[0])],
      ])
      const style = edit(random, read(`templates/${report}/standard.yaml`))
      return [...rest, '--style', write('style.yaml', style), ...formats]
    },
    pair: () => {
      const report = ['--report', random.pick(['taishohyo', 'miekeshi', 'summary'])]
      return ['diff', plan(edit(random, PAIR[0]), 'old.yaml'), plan(edit(random, PAIR[1])), ...report, ...formats]
    },
    options: () => {
      const [command, ...known] = random.pick([
        ['build', '--form', '--format', '--jobs'],
        [
          'handout',
          '--number',
          '--meeting',
          '--date',
          '--author',
          '--agenda',
          '--stamp',
          '--categories',
          '--columns',
          '--style',
        ],
        ['diff', '--author', '--date', '--report', '--style', '--revisions', '--ignore', '--form'],
      ])
      const files = command === 'diff' ? [plan(PAIR[0], 'old.yaml'), plan(PAIR[1])] : [plan(random.pick(SEEDS))]
      const options = random.shuffle(known).slice(0, random.integer(1, 3))
      return [
        command,
        ...files,
        ...formats,
        ...options.flatMap((option) => [option, random.pick([...WORDS, ...SIGNS])]),
      ]
    },
  }[kind]()
  const writes = !['new', 'schema'].includes(words[0])
  return { kind, words: writes ? [...words, '--out', join(folder, 'out')] : words }
}

/** Words that name the form in the folder, with a file where the command takes one. */
function named(random, folder, plan) {
  const form = ['--form', join(folder, 'form')]
  return random.pick([
    [plan(random.pick(SEEDS)), ...form],
    [join(folder, 'new.yaml'), ...form],
  ])
}

/** A few edits, most of them where a line has a key. */
function edit(random, text) {
  let edited = text
  for (let count = random.integer(1, 3); count > 0; count--) edited = random.pick(EDITS)(random, edited)
  return edited
}

const EDITS = [
  (random, text) => splice(text, random.integer(0, text.length), 0, random.pick(SIGNS)),
  (random, text) => splice(text, random.integer(0, text.length), random.integer(1, 12), ''),
  (random, text) => editLine(random, text, (line) => line.replace(/: .*$/, `: ${random.pick(SIGNS)}`)),
  (random, text) => editLine(random, text, (line) => line.replace(/^( *(?:- )?)[^:]*:/, `$1${random.pick(KEYS)}:`)),
  (random, text) => editLine(random, text, (line) => `${' '.repeat(random.integer(0, 12))}${line.trimStart()}`),
  (random, text) => editLine(random, text, (line) => `${line}\n${line}`),
  (random, text) => editLine(random, text, () => undefined),
  (random, text) => editLine(random, text, (line) => `${line}${random.pick(SIGNS)}`),
  (random, text) => text.slice(0, random.integer(0, text.length)),
  (_, text) => text.replaceAll('\n', '\r\n'),
]

function splice(text, at, cut, insert) {
  return text.slice(0, at) + insert + text.slice(at + cut)
}

function editLine(random, text, change) {
  const lines = text.split('\n')
  const at = random.integer(0, lines.length - 1)
  lines.splice(at, 1, ...[change(lines[at])].filter((line) => line !== undefined))
  return lines.join('\n')
}

/** Bytes that are no text, or that of another encoding. */
function spoil(random, text) {
  const bytes = Buffer.from(text, random.pick(['utf8', 'utf8', 'utf16le', 'latin1']))
  for (let count = random.integer(0, 3); count > 0; count--) {
    bytes[random.integer(0, bytes.length - 1)] = random.integer(0, 255)
  }
  return bytes.subarray(0, random.chance(0.3) ? random.integer(0, bytes.length) : bytes.length)
}
