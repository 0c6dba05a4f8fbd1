/** How the elements of the parts are written. */

import { escapeXml } from '../../ooxml/units.js'

/** The namespace of SpreadsheetML. */
export const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** One that says nothing is left out. */
type Attributes = Readonly<Record<string, string | number | undefined>>

/** `content` is XML already. */
export function element(name: string, attributes: Attributes, content = ''): string {
  let tag = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) tag += ` ${key}="${typeof value === 'number' ? value : escapeXml(value)}"`
  }
  return content === '' ? `${tag}/>` : `${tag}>${content}</${name}>`
}

/** Elements within one that says how many they are; nothing where there are none. */
export function counted(name: string, elements: readonly string[], more: Attributes = {}): string {
  return elements.length === 0 ? '' : element(name, { count: elements.length, ...more }, elements.join(''))
}
