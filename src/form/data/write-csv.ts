/** The plan for programs as comma separated values. */

import type { DataTable, DataValue } from './data-table.js'

/** RFC 4180 with a byte order mark, by which Excel knows UTF-8; every text in quotes, whatever it begins with. */
export function writeCsv({ head, rows }: DataTable): Uint8Array {
  const field = (value: DataValue) => (typeof value === 'number' ? String(value) : `"${value.replaceAll('"', '""')}"`)
  const lines = [head, ...rows].map((row) => `${row.map(field).join(',')}\r\n`)
  return new TextEncoder().encode(`\ufeff${lines.join('')}`)
}
