/** The PDF: the pages of the layout drawn one after the other, and what a file of them needs beside. */

import type { Paper } from '../../definition/form-definition.js'
import { type Outcome, succeed } from '../../domain/diagnostic.js'
import type { FontSet } from '../../fonts/font-set.js'
import type { LaidOut } from '../../layout/page.js'
import { type Deflate, portableDeflate } from '../../packing/deflate.js'
import { PdfFonts } from './fonts.js'
import { infoDictionary, xmpPacket } from './metadata.js'
import { addOutline, type PlacedBookmark } from './outline.js'
import { drawPage, pageBookmarks } from './page-content.js'
import { type Packed, PdfFile } from './pdf-file.js'
import { SRGB, srgbProfile } from './srgb-profile.js'
import { DocumentTags } from './tags/document-tags.js'
import { addStructure, PageMarks, type TaggedPage } from './tags/structure.js'
import { dictionary, list, number, type Reference, text } from './values.js'

/** Draws the laid out form with the fonts that measured it. Same input, same bytes. */
export async function renderPdf(
  laidOut: LaidOut,
  measured: FontSet,
  { deflate = portableDeflate, pdf }: { readonly deflate?: Deflate; readonly pdf?: 'archive' } = {},
): Promise<Outcome<Uint8Array>> {
  const { form, pages } = laidOut
  const file = new PdfFile(deflate)
  const fonts = new PdfFonts(file, measured)
  const tags = new DocumentTags(form)
  const tree = file.reserve()
  const added: DrawnPage[] = []
  const bookmarks: PlacedBookmark[] = []
  let waiting: DrawnPage[] = []
  for (const [index, page] of pages.entries()) {
    const reference = file.reserve()
    const marks = new PageMarks(index)
    const operators = drawPage(page, { form, fonts, tags }, marks).operators()
    const drawn = { reference, marks, paper: page.paper, packed: file.pack(new TextEncoder().encode(operators)) }
    added.push(drawn)
    waiting.push(drawn)
    if (waiting.length >= AT_ONCE) {
      await addPages(file, waiting, tree, form.paper)
      waiting = []
    }
    for (const { top, ...bookmark } of pageBookmarks(page, form)) {
      bookmarks.push({ ...bookmark, page: reference, top: page.paper.height - top })
    }
  }
  await addPages(file, waiting, tree, form.paper)
  await fonts.embed()
  const pageTree = dictionary({
    Type: '/Pages',
    Kids: list(added.map(({ reference }) => reference)),
    Count: added.length,
    MediaBox: mediaBox(form.paper),
    Resources: dictionary({ Font: dictionary(fonts.references()) }),
  })
  file.add(pageTree, tree)
  const xmp = xmpPacket(form.meta, pdf)
  const root = file.add(
    dictionary({
      Type: '/Catalog',
      Pages: tree,
      Outlines: addOutline(file, bookmarks),
      PageMode: bookmarks.length > 0 ? '/UseOutlines' : undefined,
      Lang: text('ja-JP'),
      MarkInfo: dictionary({ Marked: 'true' }),
      StructTreeRoot: addStructure(file, tags.root, added),
      OutputIntents: pdf === 'archive' ? list([await addOutputIntent(file)]) : undefined,
      ViewerPreferences: dictionary({ DisplayDocTitle: 'true' }),
      // Not packed: programs that know nothing of PDF look for it.
      Metadata: file.addStream(xmp, { Type: '/Metadata', Subtype: '/XML' }),
    }),
  )
  return succeed(await file.finish(root, file.add(infoDictionary(form.meta))))
}

/** What the colours of an archive's PDF are meant for (ISO 19005-2, 6.2.3). */
async function addOutputIntent(file: PdfFile): Promise<Reference> {
  return file.add(
    dictionary({
      Type: '/OutputIntent',
      S: '/GTS_PDFA1',
      OutputConditionIdentifier: text(SRGB),
      Info: text(SRGB),
      DestOutputProfile: await file.addPacked(file.pack(srgbProfile()), { N: 3 }),
    }),
  )
}

interface DrawnPage extends TaggedPage {
  readonly paper: Paper
  readonly packed: Packed
}

/** So many pages are packed beside the drawing of others. */
const AT_ONCE = 32

/** Adds the pages one after the other: so the file's order does not go by which was packed first. */
async function addPages(file: PdfFile, drawn: readonly DrawnPage[], tree: Reference, common: Paper): Promise<void> {
  for (const { reference, marks, paper, packed } of drawn) {
    const page = dictionary({
      Type: '/Page',
      Parent: tree,
      MediaBox: paper === common ? undefined : mediaBox(paper),
      Contents: await file.addPacked(packed),
      StructParents: marks.page,
      Tabs: '/S',
    })
    file.add(page, reference)
  }
}

function mediaBox({ width, height }: Paper): string {
  return list([0, 0, number(width), number(height)])
}
