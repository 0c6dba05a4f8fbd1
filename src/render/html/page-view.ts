/** The whole document as the template of the page takes it: what it says of itself, contents, sections, margins. */

import type { Align, Paper } from '../../definition/form-definition.js'
import { assertNever } from '../../domain/assert-never.js'
import type { TextValues } from '../../form/compile-text.js'
import type { Form, Frame, PageText, TableSection, TextBlock, TextRole, TextSection } from '../../form/form.js'
import { nameTable } from '../../form/spoken/name-tables.js'
import { spokenText } from '../../form/spoken/spoken-marks.js'
import { decimal, Looks } from './css.js'
import { addBookmark, type Bookmark, type PageContext, tableView } from './table-view.js'
import { blocksView, linesView, plainText } from './text-view.js'

/** The papers of a form beside its own: what stands on one has the class of its place in this list. */
export function otherPapers({ sections }: Form): readonly Paper[] {
  const papers = sections.flatMap((section) => (section.tag !== 'cover' && section.paper ? [section.paper] : []))
  return [...new Set(papers)]
}

export interface PageView {
  readonly page: TextValues
  readonly looks: Looks
}

export function pageView(form: Form): PageView {
  const looks = new Looks()
  const bookmarks: Bookmark[] = []
  let named = 0
  const context: TextContext = { form, looks, nextName: () => `head${++named}`, bookmarks, titleTag: titleTags() }
  const sections = form.sections.map((_, index) => sectionView(index, context))
  // The title stands behind the cover.
  const behind = form.sections.findIndex(({ tag }) => tag !== 'cover')
  const title = form.title.length === 0 ? [] : [{ title: { tag: context.titleTag(), lines: linesView(form.title) } }]
  return {
    looks,
    page: {
      ...form.meta,
      day: form.meta.date.slice(0, 10),
      // A page without a heading has one for those who jump by them.
      isUntitled: context.titleTag() === 'h1',
      header: screenText(form.header),
      footer: screenText(form.footer),
      stamp: form.stamp === undefined ? [] : [blockView(form.stamp, 'div', context)],
      contents: bookmarks.length > 1 ? bookmarks : [],
      sections: sections.toSpliced(Math.max(0, behind), 0, ...title).map((section) => ({ ...NO_SECTION, ...section })),
    },
  }
}

const NO_SECTION = { title: undefined, cover: undefined, texts: undefined, table: undefined }

interface TextContext extends PageContext {
  /** The first title is the page's. */
  readonly titleTag: () => string
}

function titleTags(): () => string {
  let tag = 'h1'
  return () => {
    const own = tag
    tag = 'h2'
    return own
  }
}

function sectionView(index: number, context: TextContext): TextValues {
  const section = context.form.sections[index]!
  const blocks = (of: readonly TextBlock[], tag = 'div') => of.map((block) => blockView(block, tag, context))
  switch (section.tag) {
    case 'cover':
      return {
        cover: { top: blocks(section.top), middle: blocks(section.middle), bottom: blocks(section.bottom) },
      }
    case 'texts': {
      const { role, starts, bookmark } = section
      return {
        texts: {
          id: bookmark === undefined ? '' : addBookmark(bookmark, context),
          look: [role, ...(starts === undefined ? [] : ['new-page']), ...paperLook(section, context)].join(' '),
          blocks: blocks(section.blocks, HEADING_TAGS[role] ?? 'div'),
        },
      }
    }
    case 'table':
      return {
        table: {
          look: paperLook(section, context).join(' '),
          ...tableView(section, nameTable(index, context.form), context),
        },
      }
    default:
      return assertNever(section)
  }
}

const HEADING_TAGS: Readonly<Partial<Record<TextRole, string>>> = { heading: 'h2', category: 'h3' }

function paperLook({ paper }: TextSection | TableSection, { form }: TextContext): readonly string[] {
  return paper === undefined ? [] : [`paper${otherPapers(form).indexOf(paper) + 1}`]
}

/** `tag` is the block's where it is no title. */
function blockView(block: TextBlock, tag: string, { form, looks, titleTag }: TextContext): TextValues {
  const { paragraphs, size, align, space, frame, isTitle } = block
  const look = looks.classOf([
    ...(size === form.type.size ? [] : [`font-size:${decimal(size / form.type.size)}em`]),
    ...(space === 0 ? [] : [`margin-top:${decimal(space / size)}em`]),
    ...(frame === undefined ? alignment(align) : framing(frame, size, align)),
  ])
  if (!isTitle && tag === 'div') {
    return { tag, look, lines: [], blocks: plainText(paragraphs) === '' ? [] : blocksView(paragraphs) }
  }
  return { tag: isTitle ? titleTag() : tag, look, lines: linesView(paragraphs), blocks: [] }
}

function alignment(align: Align): readonly string[] {
  return align === 'start' ? [] : [`text-align:${align}`]
}

/** A frame is as wide as its text. */
function framing({ rule, padding }: Frame, size: number, align: Align): readonly string[] {
  return [
    `border:${decimal(rule)}pt solid`,
    `padding:${decimal(padding.y / size)}em ${decimal(padding.x / size)}em`,
    'width:fit-content',
    ...(align === 'start' ? [] : ['margin-left:auto']),
    ...(align === 'center' ? ['margin-right:auto'] : []),
  ]
}

/** What header and footer say beside the page's number, which a screen has none of. */
function screenText(text: PageText): string {
  const said = text.map((part) => (part.tag === 'text' ? spokenText(part) : '')).join('')
  const isPaging = text.some(({ tag }) => tag !== 'text') && !/[\p{L}\p{N}]/u.test(said)
  return isPaging ? '' : said.trim()
}
