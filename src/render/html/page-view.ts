/** The whole document as the template of the page takes it: what it says of itself, contents, sections, margins. */

import { assertNever } from '../../domain/assert-never.js'
import type { TextValues } from '../../form/compile-text.js'
import type { Form, PageText, Section, TextBlock } from '../../form/form.js'
import { spokenText } from '../../form/spoken/spoken-marks.js'
import { decimal, Looks } from './css.js'
import { type Bookmark, type PageContext, tableView } from './table-view.js'
import { blocksView, linesView, plainText } from './text-view.js'

export interface PageView {
  readonly page: TextValues
  readonly looks: Looks
}

export function pageView(form: Form): PageView {
  const looks = new Looks()
  const bookmarks: Bookmark[] = []
  let named = 0
  const nextName = () => `head${++named}`
  const context = { form, looks, nextName, bookmarks }
  const heading = headingTags()
  const tables = form.sections.filter(({ tag }) => tag === 'table').length
  let table = 0
  const sections = form.sections.map((section) => {
    if (section.tag === 'table') table++
    return sectionView(section, tables > 1 ? `${form.meta.title}　表${table}` : form.meta.title, heading, context)
  })
  // The title stands behind the cover.
  const behind = form.sections.findIndex(({ tag }) => tag !== 'cover')
  const title = form.title.length === 0 ? [] : [{ title: { tag: heading(), lines: linesView(form.title) } }]
  return {
    looks,
    page: {
      ...form.meta,
      day: form.meta.date.slice(0, 10),
      // A page without a heading has one for those who jump by them.
      isUntitled: heading() === 'h1',
      header: screenText(form.header),
      footer: screenText(form.footer),
      stamp: form.stamp === undefined ? [] : [blockView(form.stamp, heading, context)],
      contents: bookmarks.length > 1 ? bookmarks : [],
      sections: sections.toSpliced(Math.max(0, behind), 0, ...title).map((section) => ({ ...NO_SECTION, ...section })),
    },
  }
}

const NO_SECTION = { title: undefined, cover: undefined, texts: undefined, table: undefined }

/** The first title is the page's. */
function headingTags(): () => string {
  let tag = 'h1'
  return () => {
    const own = tag
    tag = 'h2'
    return own
  }
}

function sectionView(section: Section, label: string, heading: () => string, context: PageContext): TextValues {
  const blocks = (of: readonly TextBlock[]) => of.map((block) => blockView(block, heading, context))
  switch (section.tag) {
    case 'cover':
      return {
        cover: { top: blocks(section.top), middle: blocks(section.middle), bottom: blocks(section.bottom) },
      }
    case 'texts':
      return { texts: { role: section.role, blocks: blocks(section.blocks) } }
    case 'table':
      return { table: tableView(section, label, context) }
    default:
      return assertNever(section)
  }
}

function blockView(block: TextBlock, heading: () => string, { form, looks }: PageContext): TextValues {
  const { paragraphs, size, align, space, frame, isTitle } = block
  const look = looks.classOf([
    ...(size === form.type.size ? [] : [`font-size:${decimal(size / form.type.size)}em`]),
    ...(space === 0 ? [] : [`margin-top:${decimal(space / size)}em`]),
    ...(frame === undefined
      ? align === 'start'
        ? []
        : [`text-align:${align}`]
      : [
          `border:${decimal(frame.rule)}pt solid`,
          `padding:${decimal(frame.padding.y / size)}em ${decimal(frame.padding.x / size)}em`,
          'width:fit-content',
          ...(align === 'start' ? [] : ['margin-left:auto']),
          ...(align === 'center' ? ['margin-right:auto'] : []),
        ]),
  ])
  const tag = isTitle ? heading() : 'div'
  return isTitle
    ? { tag, look, lines: linesView(paragraphs), blocks: [] }
    : { tag, look, lines: [], blocks: plainText(paragraphs) === '' ? [] : blocksView(paragraphs) }
}

/** What header and footer say beside the page's number, which a screen has none of. */
function screenText(text: PageText): string {
  const said = text.map((part) => (part.tag === 'text' ? spokenText(part) : '')).join('')
  const isPaging = text.some(({ tag }) => tag !== 'text') && !/[\p{L}\p{N}]/u.test(said)
  return isPaging ? '' : said.trim()
}
