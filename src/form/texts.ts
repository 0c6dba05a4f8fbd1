/** The Handlebars texts of a form, and what they may speak of. */

import Handlebars from 'handlebars'
import { formatFiscalYear } from '../domain/fiscal-year.js'
import type { Plan } from '../domain/plan.js'
import type { PageText, PageTextPart } from './form.js'

/** Stand in for the page fields while a text is filled in; noncharacters, which no plan can hold. */
const PAGE = '\ufdd0'
const PAGES = '\ufdd1'

const handlebars = Handlebars.create()
handlebars.registerHelper('丸数字', (value: unknown) => circledNumber(Number(value)))
handlebars.registerHelper('全角', (value: unknown) => toFullWidth(String(value)))

/** The values that a text of a form can name. */
export type TextValues = Readonly<Record<string, unknown>>

/** What every text can name: the plan's own values. */
export function planValues(plan: Plan): TextValues {
  const { handout } = plan
  return {
    計画: plan.title,
    年度: formatFiscalYear(plan.year, 'era'),
    区域: plan.area ?? '',
    資料: {
      番号: handout.number ?? '',
      会議: handout.meeting ?? '',
      日付: handout.date ?? '',
      作成: handout.author ?? '',
    },
  }
}

/** Fills in a text. Throws an Error with Handlebars' message where the text is wrong or names what is not there. */
export function fillText(text: string, values: TextValues): string {
  return compile(text)(values)
}

/** Fills in a header's or footer's text; ページ番号 and 総ページ数 stay fields. */
export function fillPageText(text: string, values: TextValues): PageText {
  const filled = fillText(text, { ...values, ページ番号: PAGE, 総ページ数: PAGES })
  return filled
    .split(/([\ufdd0\ufdd1])/)
    .filter((part) => part !== '')
    .map((part): PageTextPart => {
      if (part === PAGE) return { tag: 'page' }
      return part === PAGES ? { tag: 'pages' } : { tag: 'text', text: part }
    })
}

const compiled = new Map<string, Handlebars.TemplateDelegate>()

function compile(text: string): Handlebars.TemplateDelegate {
  const known = compiled.get(text)
  if (known !== undefined) return known
  // strict: a name that is not there is an error, not an empty place on paper.
  const template = handlebars.compile(text, { noEscape: true, strict: true })
  compiled.set(text, template)
  return template
}

/** ① to ㊿ (Unicode: three blocks); other numbers in brackets. */
export function circledNumber(value: number): string {
  if (value >= 1 && value <= 20) return String.fromCodePoint(0x2460 + value - 1)
  if (value >= 21 && value <= 35) return String.fromCodePoint(0x3251 + value - 21)
  if (value >= 36 && value <= 50) return String.fromCodePoint(0x32b1 + value - 36)
  return value === 0 ? '⓪' : `(${value})`
}

function toFullWidth(text: string): string {
  return text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
}
