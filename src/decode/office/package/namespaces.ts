/** The namespaces of OOXML under one short name each: strict and transitional documents, and any prefix, read alike. */

const TRANSITIONAL = 'http://schemas.openxmlformats.org'
const STRICT = 'http://purl.oclc.org/ooxml'

/** The short name by what follows the root of either namespace (ECMA-376 part 1 and part 4, annex A). */
const BY_PATH: Readonly<Record<string, string>> = {
  '/wordprocessingml/2006/main': 'w',
  '/wordprocessingml/main': 'w',
  '/spreadsheetml/2006/main': 'x',
  '/spreadsheetml/main': 'x',
  '/officeDocument/2006/relationships': 'r',
  '/officeDocument/relationships': 'r',
  '/drawingml/2006/main': 'a',
  '/drawingml/main': 'a',
  '/drawingml/2006/spreadsheetDrawing': 'xdr',
  '/drawingml/spreadsheetDrawing': 'xdr',
  '/markup-compatibility/2006': 'mc',
  '/package/2006/relationships': 'rel',
  '/package/2006/content-types': 'ct',
}

const OTHERS: Readonly<Record<string, string>> = {
  'urn:schemas-microsoft-com:vml': 'v',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments': 'tc',
  'http://www.w3.org/XML/1998/namespace': 'xml',
  'urn:keikaku:skeleton': 'k',
}

/** The short name of a namespace; empty for none; ? for one that this reader does not know. */
export function shortNamespace(uri: string): string {
  if (uri === '') return ''
  const root = [TRANSITIONAL, STRICT].find((each) => uri.startsWith(each))
  return (root === undefined ? OTHERS[uri] : BY_PATH[uri.slice(root.length)]) ?? '?'
}
