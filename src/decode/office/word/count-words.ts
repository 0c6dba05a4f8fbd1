/** How Word writes the number of an automatically numbered paragraph (ECMA-376 part 1, 17.18.59 ST_NumberFormat). */

const DIGITS = '〇一二三四五六七八九'
const KATAKANA = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン'
const HALF_KATAKANA = 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ'
const IROHA = 'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン'
const HALF_IROHA = 'ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ'
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const LEGAL = '零壱弐参四伍六七八九'

type Write = (count: number) => string

const FORMATS: Readonly<Record<string, Write>> = {
  none: () => '',
  decimalZero: (count) => String(count).padStart(2, '0'),
  decimalFullWidth: (count) => fullWidth(String(count)),
  decimalFullWidth2: (count) => fullWidth(String(count)),
  decimalEnclosedCircle: enclosed(['①', 20], ['㉑', 15], ['㊱', 15]),
  decimalEnclosedCircleChinese: enclosed(['①', 20], ['㉑', 15], ['㊱', 15]),
  decimalEnclosedParen: enclosed(['⑴', 20]),
  decimalEnclosedFullstop: enclosed(['⒈', 20]),
  ideographEnclosedCircle: enclosed(['㊀', 10]),
  aiueo: cycle(HALF_KATAKANA),
  aiueoFullWidth: cycle(KATAKANA),
  iroha: cycle(HALF_IROHA),
  irohaFullWidth: cycle(IROHA),
  ideographTraditional: cycle(STEMS),
  ideographZodiac: cycle(BRANCHES),
  lowerLetter: repeat(LETTERS),
  upperLetter: repeat(LETTERS.toUpperCase()),
  lowerRoman: (count) => roman(count).toLowerCase(),
  upperRoman: roman,
  ideographDigital: (count) => String(count).replace(/\d/g, (digit) => DIGITS[Number(digit)]!),
  japaneseDigitalTenThousand: (count) => String(count).replace(/\d/g, (digit) => DIGITS[Number(digit)]!),
  japaneseCounting: (count) => kanji(count, DIGITS, '十百千', false),
  japaneseLegal: (count) => kanji(count, LEGAL, '拾百阡', true),
  numberInDash: (count) => `- ${count} -`,
}

/** The number as Word writes it; in figures where the format is one of a language that this reader does not count in. */
export function writeCount(count: number, format: string): string {
  return (FORMATS[format] ?? String)(count)
}

function fullWidth(digits: string): string {
  return digits.replace(/\d/g, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0))
}

/** Signs in rows of Unicode, each from 1 on; figures beyond the last. */
function enclosed(...rows: readonly (readonly [first: string, length: number])[]): Write {
  return (count) => {
    let left = count
    for (const [first, length] of rows) {
      if (left >= 1 && left <= length) return String.fromCodePoint(first.codePointAt(0)! + left - 1)
      left -= length
    }
    return String(count)
  }
}

function cycle(letters: string): Write {
  return (count) => (count < 1 ? String(count) : letters[(count - 1) % letters.length]!)
}

/** a, …, z, aa, bb, … */
function repeat(letters: string): Write {
  return (count) =>
    count < 1
      ? String(count)
      : letters[(count - 1) % letters.length]!.repeat(Math.min(20, Math.ceil(count / letters.length)))
}

const ROMAN = Object.entries({
  M: 1000,
  CM: 900,
  D: 500,
  CD: 400,
  C: 100,
  XC: 90,
  L: 50,
  XL: 40,
  X: 10,
  IX: 9,
  V: 5,
  IV: 4,
  I: 1,
})

function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count)
  let left = count
  let text = ''
  for (const [letters, value] of ROMAN) {
    while (left >= value) {
      text += letters
      left -= value
    }
  }
  return text
}

/** 一, 十, 二十三; in the legal way 壱拾. */
function kanji(count: number, digits: string, units: string, saysOne: boolean): string {
  if (count < 1 || count > 9999) return String(count)
  return [...String(count)]
    .map((digit, index, all) => {
      const unit = all.length - index - 1
      if (digit === '0') return ''
      const isPlainOne = digit === '1' && unit > 0 && !saysOne
      return (isPlainOne ? '' : digits[Number(digit)]!) + (unit > 0 ? units[unit - 1]! : '')
    })
    .join('')
}
