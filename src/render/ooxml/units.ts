/** The units of Office documents, from points, and text as XML wants it. */

/** Twentieths of a point: lengths in Word (ECMA-376 part 1, 22.9.2.14 ST_TwipsMeasure). */
export function twips(points: number): number {
  return Math.round(points * 20)
}

/** Sizes of type in Word (17.18.42 ST_HpsMeasure). */
export function halfPoints(points: number): number {
  return Math.round(points * 2)
}

/** Widths of rules in Word, from a quarter of a point to twelve points (17.18.23 ST_EighthPointMeasure, 17.3.4). */
export function eighths(points: number): number {
  return Math.min(96, Math.max(2, Math.round(points * 8)))
}

/** A grey, 0 (black) to 1 (white), as RRGGBB. */
export function greyHex(shade: number): string {
  const level = Math.round(Math.min(1, Math.max(0, shade)) * 255)
  return level.toString(16).padStart(2, '0').toUpperCase().repeat(3)
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text for an XML element or a quoted attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ENTITIES[char]!)
}
