/** What a style file says of a meeting handout (templates/handout/): sizes and wording of what surrounds the table. Data only; lengths in points. */

/** The table itself, its paper and its fonts are those of the plan's form, in larger type where that is small. */
export interface HandoutStyle {
  /** The file's name without its ending, `standard`. */
  readonly id: string
  /** The Japanese name, 標準. */
  readonly name: string
  /** The body of the table is set in type of so many points at least. */
  readonly leastSize?: number
  readonly number: BoxStyle
  readonly stamp: BoxStyle
  /** Sizes of type: of meeting, date and author, of the agenda, of notes. */
  readonly lineSize: number
  readonly agendaSize: number
  readonly noteSize: number
  /** Between two texts over the table. */
  readonly space: number
  readonly cover: CoverStyle
  readonly texts: HandoutTexts
}

/** A short text in a ruled frame. */
export interface BoxStyle {
  readonly size: number
  readonly rule: number
  /** Between the frame and the text. */
  readonly padding: { readonly x: number; readonly y: number }
}

export interface CoverStyle {
  readonly titleSize: number
  readonly lineSize: number
  /** Between two lines. */
  readonly space: number
  /** Between the last line and the foot of the page. */
  readonly bottom: number
}

/** Handlebars texts; `text-names.ts` lists what they can name. */
export interface HandoutTexts {
  readonly number: string
  readonly meeting: string
  readonly date: string
  readonly author: string
  readonly agenda: string
  readonly stamp: string
  /** That this is only a part of the plan, and which. */
  readonly excerpt: string
  /** What was compared and how many rows of how many stand here. */
  readonly changes: string
  /** In the place of the rows where nothing changed. */
  readonly noChange: string
  /** The page number; put at the foot of every page unless the form has one there. */
  readonly footer: string
}
