/** The skeleton as a part of a package (ECMA-376 part 1, 15.2.5 custom XML data storage): Office keeps it through all edits. */

import { SKELETON_NAMESPACE, type Skeleton } from '../../definition/skeleton.js'
import type { Deflate } from '../../packing/deflate.js'
import { type EditPart, type Parts, pack, type SealedPart } from './package-zip.js'
import { escapeXml } from './units.js'

const ITEM = 'customXml/item1.xml'
const PROPERTIES = 'customXml/itemProps1.xml'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const CUSTOM_XML = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml'
/** Names the kind of data, and is the same in all documents (22.5.3 itemID). */
const ITEM_ID = '{6B65696B-616B-4B75-8000-736B656C6574}'
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Packs a document with what it carries; `main` is its main part, `edit` as for `pack`. */
export function packWithSkeleton(
  parts: Parts,
  skeleton: Skeleton | undefined,
  deflate: Deflate,
  main: 'word/document.xml' | 'xl/workbook.xml',
  edit?: EditPart,
): Promise<Uint8Array> {
  if (skeleton === undefined) return pack(parts, deflate, edit)
  const related: EditPart = (name, xml) => edit?.(name, xml) ?? relate(name, xml, main)
  return pack({ ...parts, ...relations() }, deflate, related, sealedPart(skeleton))
}

function relations(): Parts {
  const encode = (xml: string) => new TextEncoder().encode(DECLARATION + xml)
  return {
    [PROPERTIES]: encode(
      `<ds:datastoreItem ds:itemID="${ITEM_ID}" xmlns:ds="${CUSTOM_XML}"><ds:schemaRefs><ds:schemaRef ds:uri="${SKELETON_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
    ),
    'customXml/_rels/item1.xml.rels': encode(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
    ),
  }
}

/** The part itself is packed last: it holds the seal of all others. */
function sealedPart(skeleton: Skeleton): SealedPart {
  const json = escapeXml(JSON.stringify(skeleton))
  const xml = (seal: string) =>
    `${DECLARATION}<skeleton xmlns="${SKELETON_NAMESPACE}" seal="${seal}">${json}</skeleton>`
  return (seal) => ({ name: ITEM, content: new TextEncoder().encode(xml(seal)) })
}

/** The relationships of the main part, and the content types, with those of the skeleton. */
function relate(name: string, xml: string, main: string): string | undefined {
  if (name === main.replace(/([^/]+)$/, '_rels/$1.rels')) {
    const relationship = `<Relationship Id="rIdSkeleton" Type="${RELATIONSHIPS}/customXml" Target="../${ITEM}"/>`
    return xml.replace('</Relationships>', () => `${relationship}</Relationships>`)
  }
  if (name === '[Content_Types].xml') {
    const type = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml'
    return xml.replace('</Types>', () => `<Override PartName="/${PROPERTIES}" ContentType="${type}"/></Types>`)
  }
  return undefined
}
