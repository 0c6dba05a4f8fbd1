/** Numbers as the cells of Excel show them. The expected texts are those of Excel (Japanese) for these formats. */

import { describe, expect, it } from 'vitest'
import { builtInFormat } from '../../../src/decode/office/excel/built-in-formats.js'
import { formatNumber, formatText } from '../../../src/decode/office/excel/number-format.js'

const DAY = 45_747 // 2025-03-31

describe('数の書式', () => {
  it.each<[number, string, string]>([
    [1200, '#,##0', '1,200'],
    [1234567.5, '#,##0', '1,234,568'],
    [0, '#,##0', '0'],
    [0, '#,###', ''],
    [0.625, '0.0%', '62.5%'],
    [1, '0%', '100%'],
    [0.05, '0.0%', '5.0%'],
    [0.005, '0%', '1%'],
    [2.5, '0', '3'],
    [1.005, '0.00', '1.01'],
    [0.1 + 0.2, 'General', '0.3'],
    [12345678901234, 'General', '1.23457E+13'],
    [1e-10, 'General', '1E-10'],
    [38.9, 'General', '38.9'],
    [-5, '#,##0;△#,##0', '△5'],
    [-5, '#,##0;[Red]-#,##0', '-5'],
    [-12.5, '0.0;"▲ "0.0', '▲ 12.5'],
    [0, '0;-0;"－"', '－'],
    [7, '000', '007'],
    [12345, '#,##0,', '12'],
    [12345678, '#,##0,"千円"', '12,346千円'],
    [3, '0"件"', '3件'],
    [3, '"第"0"号"', '第3号'],
    [3, '0_ ', '3 '],
    [0.5, '# ?/?', '1/2'],
    [1.25, '# ?/?', '1 1/4'],
    [0.75, '0/100', '75/100'],
    [12345, '0.00E+00', '1.23E+04'],
    [150, '[>=100]"百以上";"百未満"', '百以上'],
    [50, '[>=100]"百以上";"百未満"', '百未満'],
    [1234, '[$¥-411]#,##0', '¥1,234'],
    [25, '[DBNum3]0', '２５'],
    [1.5, '0.##', '1.5'],
    [2, '0.##', '2.'],
    [123, '0-0', '12-3'],
  ])('%s を %s で %s', (value, format, shown) => {
    expect(formatNumber(value, format, false)).toBe(shown)
  })

  it.each<[number, string, string]>([
    [DAY, '[$-411]ge.m.d', 'R7.3.31'],
    [45_627, 'ggge"年"m"月"d"日"', '令和6年12月1日'],
    [45_580, 'yyyy"年"m"月"', '2024年10月'],
    [DAY, '[$-411]ggge"年"m"月"d"日";@', '令和7年3月31日'],
    [DAY, 'yyyy/mm/dd', '2025/03/31'],
    [DAY, 'm"月"d"日"(aaa)', '3月31日(月)'],
    [DAY, 'aaaa', '月曜日'],
    [DAY, 'gge', '令7'],
    [DAY, 'ee', '07'],
    [DAY, 'rr', '令和7'],
    [43_585, 'ge.m.d', 'H31.4.30'],
    [43_586, 'ge.m.d', 'R1.5.1'],
    [DAY + 0.75, 'h:mm', '18:00'],
    [DAY + 0.75, 'h:mm AM/PM', '6:00 PM'],
    [1.5, '[h]:mm', '36:00'],
    [0.5, 'hh"時"mm"分"', '12時00分'],
    [60, 'yyyy/m/d', '1900/2/29'],
    [61, 'yyyy/m/d', '1900/3/1'],
    [1, 'yyyy/m/d', '1900/1/1'],
    [DAY, 'd-mmm-yy', '31-Mar-25'],
    [0.5 / 86400, 'ss.0', '00.5'],
  ])('%s 日を %s で %s', (value, format, shown) => {
    expect(formatNumber(value, format, false)).toBe(shown)
  })

  it('1904 年から数えるブックの日付', () => {
    expect(formatNumber(DAY - 1462, 'ge.m.d', true)).toBe('R7.3.31')
  })

  it('番号だけの書式は日本語の Excel のもの', () => {
    expect(formatNumber(DAY, builtInFormat(57), false)).toBe('R7.3.31')
    expect(formatNumber(DAY, builtInFormat(14), false)).toBe('2025/3/31')
    expect(formatNumber(0.5, builtInFormat(9), false)).toBe('50%')
  })

  it('文字列は第四の区分の書式で', () => {
    expect(formatText('未定', '0;-0;0;"【"@"】"')).toBe('【未定】')
    expect(formatText('未定', '#,##0')).toBe('未定')
  })
})
