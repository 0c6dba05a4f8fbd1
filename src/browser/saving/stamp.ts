/** The last line of a plan file that the page saved: which save it is, when, and what was there before. No document shows it. */

export interface Stamp {
  readonly number: number
  /** 2026-11-25T15:30, by the clock of the office. */
  readonly time: string
  /** Of the text before: see `textHash`. */
  readonly before: string
}

const STAMP = /(?:^|\n)# keikaku: 保存 (\d{1,6}) (\d{4}-\d\d-\d\dT\d\d:\d\d) 前 ([0-9a-f]{12})\s*$/

export function readStamp(text: string): Stamp | undefined {
  const [, number, time, before] = STAMP.exec(text) ?? []
  return number === undefined ? undefined : { number: Number(number), time: time!, before: before! }
}

/** The text with its next stamp in the place of the last. `before` is the text as it was last saved. */
export async function stampText(text: string, before: string, now: Date): Promise<string> {
  const number = (readStamp(before)?.number ?? 0) + 1
  const line = `# keikaku: 保存 ${number} ${localTime(now)} 前 ${await textHash(before)}`
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n'
  const bare = withoutStamp(text)
  return `${bare}${bare.endsWith('\n') ? '' : eol}${line}${eol}`
}

function withoutStamp(text: string): string {
  const found = STAMP.exec(text)
  return found === null ? text : text.slice(0, found.index + (found[0].startsWith('\n') ? 1 : 0))
}

/** Twelve digits tell the saves of one plan apart. */
export async function textHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest).subarray(0, 6), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function localTime(now: Date): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  return `${day}T${two(now.getHours())}:${two(now.getMinutes())}`
}

/** 計画_R6_案２_0712-1530.yaml: names that sort, and never two alike within a minute. */
export function datedName(
  file: string,
  { yearText, draft = '' }: { readonly yearText: string; readonly draft?: string | undefined },
  now: Date,
): string {
  const [, stem = file, ending = '.yaml'] = /^(.*?)(\.[^.]+)?$/.exec(file) ?? []
  const bare = stem.replace(/_\d{4}-\d{4}$/, '')
  const parts = [yearText, draft].map((part) => part.replace(/[\\/:*?"<>|\s]/g, '')).filter((part) => part !== '')
  const named = parts.reduce((name, part) => (name.includes(`_${part}`) ? name : `${name}_${part}`), bare)
  const [day, time] = localTime(now).slice(5).replace('-', '').split('T')
  return `${named}_${day}-${time!.replace(':', '')}${ending}`
}
