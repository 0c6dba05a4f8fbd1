/** The texts around a document's tables as what they are to a plan: title, year, unit, 資料, the text before and the notes behind. */

import { parseFiscalYear } from '../../../domain/fiscal-year.js'
import { foldWidth } from '../../../domain/fold-width.js'
import { readYear, YEAR_PATTERN } from '../../../domain/written-year.js'
import { type Listed, linesOf } from '../office-document.js'
import type { FoundPart, FoundTable } from '../table/found-table.js'
import type { ReadPlan, ReadText } from './read-plan.js'
import { isContinued } from './read-rows.js'

export interface SurroundingTexts {
  readonly title: string | undefined
  /** A western year. */
  readonly year: number | undefined
  readonly area?: string
  readonly unit?: string
  readonly handout: ReadPlan['handout']
  readonly lead: readonly ReadText[]
  readonly notes: readonly ReadText[]
}

/** The form's text of the title, where one is known: 「{{計画}}（{{年度}}）」 prints more than the title. */
export interface TitleTemplate {
  readonly text: string
}

interface TextLine {
  readonly text: string
  readonly place: string
  readonly role: 'flow' | 'title' | 'box' | 'note'
  readonly pieces: ReadText['pieces']
  readonly isBefore: boolean
}

const UNIT = /^[(（【［[]?\s*単位\s*[:：]\s*(.+?)\s*[)）】］\]]?$/
const NUMBER = /^[(（【]?((?:参考)?資料\s*[0-9０-９一二三四五六七八九十]*(?:[-－‐―ー][0-9０-９]+)*)[)）】]?$/
const MEETING =
  /^.{0,40}第\s*[0-9０-９一二三四五六七八九十]+\s*回.{0,30}(?:会議|協議会|審議会|委員会|検討会|部会|懇話会|総会|会)$/
const DAY =
  /^[(（]?((?:(?:令和|平成|昭和)\s*(?:[0-9０-９]+|元)|[0-9０-９]{4})\s*年\s*[0-9０-９]+\s*月\s*[0-9０-９]+\s*日)[)）]?(?:現在)?$/
const AREA = /^[(（]?(?:区域|圏域|構想区域)\s*[:：]\s*(.+?)[)）]?$/

/** `captions` are texts that name a 区分 and stand in the plan as its name. */
export function readSurroundings(
  parts: readonly FoundPart[],
  table: FoundTable,
  template: TitleTemplate,
  captions: ReadonlySet<string>,
  listed: Listed[],
): SurroundingTexts {
  const lines = linesAround(parts, table).filter(({ place }) => !captions.has(place))
  const found: { title?: string; year?: number; area?: string; unit?: string } = {}
  const handout: { number?: string; meeting?: string; date?: string } = {}
  const lead: ReadText[] = []
  const notes: ReadText[] = []
  const titles: string[] = []
  const hasTitle = lines.some(({ role }) => role === 'title')
  const list = (kind: Listed['kind'], { place, text }: TextLine, said = text) => {
    if (said !== '') listed.push({ kind, place, text: said })
  }
  for (const line of lines) {
    const text = line.text.trim()
    const own = take(line, text)
    if (own !== 'free') continue
    if (line.role === 'title') titles.push(text)
    else if (line.isBefore && !hasTitle && titles.length === 0 && line.role === 'flow') titles.push(text)
    else if (titles.includes(text)) list('title-repeated', line)
    else if (line.isBefore && line.role === 'flow') lead.push({ pieces: line.pieces })
    else notes.push({ pieces: line.pieces })
  }
  const title = titles.length === 0 ? undefined : readTitle(titles.join(''), template, found, listed)
  const { year, ...rest } = found
  return { title, ...rest, year: year ?? yearIn(title ?? '') ?? yearOfLines(lines), handout, lead, notes }

  /** Takes a line that is one of the plan's keys; `free` for any other text. */
  function take(line: TextLine, text: string): 'taken' | 'free' {
    const unit = UNIT.exec(text)?.[1]
    const value = (pattern: RegExp) => (line.isBefore || line.role === 'box' ? pattern.exec(text)?.[1] : undefined)
    if (text === '') return 'taken'
    if (isContinued(text)) list('label-repeated', line)
    else if (unit !== undefined && (found.unit === undefined || found.unit === unit)) {
      list(
        found.unit === undefined ? 'notation' : 'title-repeated',
        line,
        found.unit === undefined ? without(text, unit) : text,
      )
      found.unit = unit
    } else if (line.isBefore && found.year === undefined && yearAlone(text) !== undefined) {
      found.year = yearAlone(text)!
      list('notation', line)
    } else if (handout.number === undefined && value(NUMBER) !== undefined) {
      handout.number = value(NUMBER)!
      list('notation', line, without(text, handout.number))
    } else if (handout.date === undefined && value(DAY) !== undefined) {
      handout.date = value(DAY)!
      list('notation', line, without(text, handout.date))
    } else if (found.area === undefined && value(AREA) !== undefined) {
      found.area = value(AREA)!
      list('notation', line, without(text, found.area))
    } else if (handout.meeting === undefined && line.isBefore && MEETING.test(text)) handout.meeting = text
    else return 'free'
    return 'taken'
  }
}

/** What is left of a text around the value that was taken from it. */
function without(text: string, value: string): string {
  const at = text.indexOf(value)
  return text.slice(0, at) + text.slice(at + value.length)
}

function linesAround(parts: readonly FoundPart[], table: FoundTable): TextLine[] {
  const first = parts.findIndex((part) => part.tag === 'table' && part.table === table)
  return parts.flatMap((part, index) => {
    if (part.tag !== 'text') return []
    const { place, role, paragraph } = part
    const pieces = [...(paragraph.mark === '' ? [] : [{ text: paragraph.mark, marks: [] }]), ...paragraph.runs]
    const text = linesOf([paragraph]).join('')
    const isBefore = index < first
    if (!text.includes('\n')) return [{ text, place, role, pieces, isBefore }]
    return text.split('\n').map((line) => ({ text: line, place, role, pieces: [{ text: line, marks: [] }], isBefore }))
  })
}

/** Takes off what the form prints around the title. */
function readTitle(text: string, template: TitleTemplate, found: { year?: number }, listed: Listed[]): string {
  const pattern = template.text
    .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    .replace('{{計画}}', '(?<title>.+)')
    .replace('{{年度}}', '(?<year>.+)')
  const groups =
    template.text === '{{計画}}' || /\{\{/.test(pattern)
      ? undefined
      : new RegExp(`^${pattern}$`, 's').exec(text)?.groups
  const title = groups?.title
  if (title === undefined) return text
  const year = parseFiscalYear(groups?.year ?? '')
  if (year !== undefined) found.year ??= year
  listed.push({ kind: 'notation', place: '題名', text: without(text, title) })
  return title
}

/** （令和６年度）, 令和６年度版: a line that says nothing else. */
function yearAlone(text: string): number | undefined {
  const [, inner] = /^[(（【［[]?\s*(.+?)\s*[)）】］\]]?$/.exec(text) ?? []
  return inner === undefined ? undefined : parseFiscalYear(inner.replace(/(?:版|分|現在)$/, ''))
}

const YEAR = new RegExp(YEAR_PATTERN, 'g')

/** The one fiscal year that a text names; none where it names a stretch of years. */
export function yearIn(text: string): number | undefined {
  const folded = foldWidth(text)
  const years = [...folded.matchAll(YEAR)].flatMap(({ index }) => {
    const written = readYear(folded, index)
    const isStretch =
      /[~〜～-]\s*$/.test(folded.slice(0, index)) || /^\s*[~〜～-]/.test(folded.slice(written?.end ?? 0))
    return written?.unit === 'fiscal' && !isStretch ? [written.year] : []
  })
  return new Set(years).size === 1 ? years[0] : undefined
}

function yearOfLines(lines: readonly TextLine[]): number | undefined {
  for (const { text, isBefore } of lines) {
    const year = isBefore ? yearIn(text) : undefined
    if (year !== undefined) return year
  }
  return undefined
}
