import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { say } from '../../src/domain/messages/say.js'
import type { Plan } from '../../src/domain/plan.js'
import { coveringCell } from '../../src/form/covering-cell.js'
import type { Form, FormRow, Paragraph } from '../../src/form/form.js'
import { findChangedRows } from '../../src/form/handout/changed-rows.js'
import { listCategories } from '../../src/form/handout/part.js'
import { redlineRows } from '../../src/form/redline/both-rows.js'
import { arbitraryEditions } from '../support/arbitrary-editions.js'
import { arbitraryPlan } from '../support/arbitrary-plan.js'
import { bundledForm, seedPlan } from '../support/forms.js'
import { blockTexts, changesOf, handoutOf, handoutStyle, someOf } from '../support/handouts.js'
import { planOf, redlineOf } from '../support/print-redline.js'
import { cellsOf, comparePlans, linesOf } from '../support/reports.js'
import { bodyOf, columnsOf, coverOf, frontOf, headOf } from '../support/sections.js'

const OFFICIAL = bundledForm('official')
const MOGAMI = seedPlan('mogami-h30')
const PAPER: Plan = {
  ...MOGAMI,
  handout: { number: '資料１', meeting: '第２回協議会', date: '平成31年2月1日', author: '最上保健所' },
}
const TITLE = '地域医療構想（最上構想区域）における在宅医療関係施策に係るこれまでの取り組み及び今後の対応について'

/** The texts that stand in a column of these rows, merged cells once for each of their rows. */
function columnTexts(rows: readonly FormRow[], column: number): readonly string[] {
  return rows.map((_, row) => linesOf(coveringCell(rows, row, column).paragraphs))
}

/** What the plan says in a column at each row, what joins the cell above with the text of that one. */
function planTexts(plan: Plan, categories: readonly number[], column: number): readonly string[] {
  const definition = OFFICIAL.columns[column]!
  return plan.categories.flatMap(({ rows }, index) => {
    let text = ''
    return rows.flatMap((row, at) => {
      const cell = row.cells[definition.fields[0]!.key]
      const joins = cell === undefined ? definition.merges : cell.tag === 'joined'
      if (at === 0 || !joins) text = cell?.tag === 'text' ? cell.text : ''
      return categories.includes(index) ? [text] : []
    })
  })
}

describe('表のまわり', () => {
  it('資料番号の枠、会議、日付、作成、議題、題名が、この順に並ぶ', () => {
    const form = handoutOf({ plan: PAPER, agenda: '議題（２）' })
    const front = frontOf(form)
    expect(blockTexts(front)).toEqual([
      '資料１',
      '第２回協議会',
      '平成31年2月1日',
      '作成：最上保健所',
      '議題（２）',
      TITLE,
    ])
    expect(front.map(({ align }) => align)).toEqual(['end', 'end', 'end', 'end', 'center', 'center'])
    expect(front.filter(({ frame }) => frame).length).toBe(1)
    expect(front.map(({ isTitle }) => isTitle)).toEqual([...Array(5).fill(undefined), true])
    expect([form.title, form.stamp, coverOf(form)]).toEqual([[], undefined, undefined])
  })

  it('分からないものは何も印刷しない', () => {
    expect(blockTexts(frontOf(handoutOf({ plan: MOGAMI })))).toEqual([TITLE])
  })

  it('案の印は左上の枠に', () => {
    const { stamp } = handoutOf({ plan: MOGAMI, stamp: '案' })
    expect(stamp).toMatchObject({ paragraphs: [{ runs: [{ text: '案' }] }], align: 'start', frame: { rule: 1 } })
  })

  it('表紙には番号、議題、題名、会議、日付、作成。表の上に会議は繰り返さない', () => {
    const form = handoutOf({ plan: PAPER, agenda: '議題（２）', cover: 'cover' })
    const [front, cover] = [frontOf(form), coverOf(form)]
    expect([cover!.top, cover!.middle, cover!.bottom].map(blockTexts)).toEqual([
      ['資料１'],
      ['議題（２）', TITLE],
      ['第２回協議会', '平成31年2月1日', '作成：最上保健所'],
    ])
    expect(blockTexts(front)).toEqual(['資料１', '議題（２）', TITLE])
  })

  it('下の欄外にはページ番号。様式の欄外にほかの文があれば、その後ろに', () => {
    const texts = { ...OFFICIAL.texts, footer: '出典：山形県' }
    const number = [{ tag: 'page' }, { tag: 'text', text: '／' }, { tag: 'pages' }]
    const blank = { tag: 'text', text: '　' }
    const footerOf = (footer: string) =>
      handoutOf({ plan: MOGAMI, definition: { ...OFFICIAL, texts: { ...texts, footer } } }).footer
    expect(footerOf('')).toEqual(number)
    expect(footerOf('出典：山形県')).toEqual([{ tag: 'text', text: '出典：山形県' }, blank, ...number])
    expect(footerOf('- {{ページ番号}} -')).toHaveLength(7)
    expect(footerOf('{{総ページ数}}の{{ページ番号}}')).toEqual([number[2], { tag: 'text', text: 'の' }, number[0]])
  })

  it('計画の改ページは、題名のまわりと欄が変わるので数えない', () => {
    expect(bodyOf(handoutOf({ plan: MOGAMI })).some((row) => row.startsPage)).toBe(false)
  })

  it('表の本文は、様式が小さくても 10.5 ポイント。書き方が決めなければ、様式のとおり', () => {
    const plan = seedPlan('mogami-h30')
    const { leastSize: _, ...without } = handoutStyle()
    const sizes = [handoutOf({ plan }), handoutOf({ plan, style: without })].map(
      (form) =>
        new Set(bodyOf(form).flatMap(({ slots }) => slots.flatMap((slot) => (slot.tag === 'cell' ? [slot.size] : [])))),
    )
    expect(sizes).toEqual([new Set([10.5]), new Set([10])])
  })

  it.each(['mogami-h30', 'mogami-r1', 'progress-r6', 'welfare-r6'])('%s はその様式で会議資料になる', (name) => {
    const form = bundledForm(
      name.startsWith('progress') ? 'progress' : name.startsWith('welfare') ? 'welfare' : 'four-column',
    )
    const plan = seedPlan(name, form)
    const paper = handoutOf({ plan, definition: form })
    expect(bodyOf(paper)).toHaveLength(plan.categories.reduce((sum, { rows }) => sum + rows.length, 0))
    expect(blockTexts(frontOf(paper)).at(-1)).toContain(plan.title.slice(0, 10))
  })
})

describe('一部を載せる', () => {
  const note = (form: Form) => blockTexts(frontOf(form)).filter((text) => text.includes('抜粋'))

  it('どの区分と欄かを題名の下に書く', () => {
    expect(note(handoutOf({ plan: MOGAMI, part: { categories: [0, 2], columns: [1, 4] } }))).toEqual([
      '（抜粋：区分①③／全６区分。欄：現状と課題、成果と課題／全６欄）',
    ])
    expect(note(handoutOf({ plan: MOGAMI, part: { categories: [3] } }))).toEqual(['（抜粋：区分④／全６区分）'])
    expect(note(handoutOf({ plan: MOGAMI, part: { columns: [2] } }))).toEqual(['（抜粋。欄：施策／全６欄）'])
  })

  it('すべて選べば抜粋ではない', () => {
    const all = { categories: [0, 1, 2, 3, 4, 5], columns: [1, 2, 3, 4, 5, 6] }
    expect(note(handoutOf({ plan: MOGAMI, part: all }))).toEqual([])
    expect(bodyOf(handoutOf({ plan: MOGAMI, part: all }))).toEqual(bodyOf(handoutOf({ plan: MOGAMI })))
  })

  it('欄を選ぶと、区分の欄の幅はそのままで、表は用紙いっぱいになる', () => {
    for (const id of ['official', 'four-column', 'progress', 'welfare']) {
      const definition = bundledForm(id)
      const plan = seedPlan(
        { official: 'mogami-h30', 'four-column': 'mogami-h30', progress: 'progress-r6', welfare: 'welfare-r6' }[id]!,
        definition,
      )
      const whole = handoutOf({ plan, definition })
      const form = handoutOf({
        plan,
        definition,
        part: { columns: [1, definition.columns.length - 1] },
      })
      const [columns, { paper }] = [columnsOf(form), form]
      const measure = paper.width - paper.margins.left - paper.margins.right
      expect(columns).toHaveLength(3)
      expect(columns[0]).toEqual(columnsOf(whole)[0])
      expect(columns.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(measure, 6)
      for (const row of headOf(form)) expect(row.slots).toHaveLength(3)
    }
  })

  it('上の見出しを分けていた欄の一方だけなら、見出しもその幅になる', () => {
    const head = headOf(handoutOf({ plan: MOGAMI, part: { columns: [6] } }))
    expect(head.map((row) => row.slots.map((slot) => (slot.tag === 'cell' ? linesOf(slot.paragraphs) : '↑')))).toEqual([
      ['', '今後の対応（案）'],
      ['↑', '具体的な取り組み（予定）'],
    ])
  })

  it('選んだ区分と欄の文は、結合したセルも含めて、どの行にも計画のとおりにある', () => {
    const chosen = arbitraryPlan.chain((plan) =>
      fc.tuple(
        fc.constant(plan),
        someOf(plan.categories.length),
        someOf(6).map((some) => some.map((each) => each + 1)),
      ),
    )
    fc.assert(
      fc.property(chosen, ([plan, categories, columns]) => {
        const body = bodyOf(handoutOf({ plan, part: { categories, columns } }))
        columns.forEach((column, at) => {
          expect(columnTexts(body, at + 1)).toEqual(planTexts(plan, categories, column))
        })
        const names = categories.map((index) => plan.categories[index]!.name)
        expect(body.flatMap(({ bookmark }) => bookmark ?? []).map((name, at) => name.endsWith(names[at]!))).toEqual(
          names.map(() => true),
        )
      }),
      { numRuns: 60 },
    )
  })
})

describe('変わった行だけを載せる', () => {
  const [OLD, NEW] = [
    planOf(
      'H30',
      `  - 名称: 移行
    行:
      - { 現状と課題: 連携の強化, 施策: 検討, 取組み: ○研修会（H30年度） }
      - { 取組み: ○事例集の配布, 成果と課題: □増えた }
      - { 現状と課題: 支援の充実, 取組み: ○会議, 具体的な取組み: ○継続する取組み }
  - 名称: 廃止する区分
    行:
      - { 取組み: ○終わる取組み }
  - 名称: 変わらない区分
    番号: 3
    行:
      - { 取組み: ○同じ }
`,
    ),
    planOf(
      'R1',
      `  - 名称: 移行
    行:
      - { 現状と課題: 連携の強化, 施策: 検討, 取組み: ○研修会（H30年度） }
      - { 取組み: ○事例集の配布と回収, 成果と課題: □増えた }
      - { 現状と課題: 支援の充実, 取組み: ○会議, 具体的な取組み: ○継続する取組み }
  - 名称: 変わらない区分
    番号: 3
    行:
      - { 取組み: ○同じ }
`,
    ),
  ]
  const texts = (form: Form) => [0, 1, 2, 3].map((column) => columnTexts(bodyOf(form), column))

  it('左の結合したセルは残る行のわきに立ち、なくなった区分もある', () => {
    const form = changesOf({ old: OLD, new: NEW })
    expect(texts(form)).toEqual([
      ['①移行', '②廃止する区分'],
      ['連携の強化', ''],
      ['検討', ''],
      ['○事例集の配布と回収', '○終わる取組み'],
    ])
    const cell = coveringCell(bodyOf(form), 0, 3)
    expect(cell.paragraphs[0]!.runs.map(({ text, revision }) => [text, revision])).toEqual([
      ['○事例集の配布', undefined],
      ['と回収', 'inserted'],
    ])
    expect(coveringCell(bodyOf(form), 1, 3).paragraphs[0]!.runs[0]!.revision).toBe('deleted')
    expect(form.revisions).toBe('plain')
    expect(bodyOf(form).map(({ bookmark }) => bookmark)).toEqual(['①移行', '②廃止する区分'])
  })

  it('移った行の断りは、移った行の文に付く。左の見出しがほかの行のものでも', () => {
    const rows = (before: string, after: string) => `  - 名称: 移行
    行:
      - { id: a, 現状と課題: 連携の強化, 施策: 検討, 取組み: ○研修会 }${before}
  - 名称: 支援
    行:
      - { id: c, 現状と課題: 支援の充実, 施策: 会議, 取組み: ○会議 }${after}
`
    const moved = '\n      - { id: b, 取組み: ○事例集の配布 }'
    const form = changesOf({ old: planOf('H30', rows(moved, '')), new: planOf('R1', rows('', moved)) })
    expect(texts(form).slice(1)).toEqual([
      ['連携の強化', '支援の充実'],
      ['検討', '会議'],
      ['○事例集の配布〔行を新②2へ移動〕', '○事例集の配布〔行を旧①2から移動〕'],
    ])
  })

  it('何と比べたか、何行のうち何行かを書く。同じ文のまま続く予定は変更に数えない', () => {
    expect(blockTexts(frontOf(changesOf({ old: OLD, new: NEW }))).at(-1)).toBe(
      '（平成30年度の版と比べ、変わった行だけを載せています。令和元年度の版の全４行のうち１行と、この版にない旧い行（削除や移動）１行です。）',
    )
  })

  it('載せない区分や欄に変更があれば、その行数を書く', () => {
    const form = changesOf({ old: OLD, new: NEW }, { part: { categories: [0], columns: [4] } })
    expect(blockTexts(frontOf(form)).slice(1)).toEqual([
      '（抜粋：区分①／全２区分。欄：成果と課題／全６欄）',
      '（平成30年度の版と比べ、変わった行だけを載せています。令和元年度の版の全４行のうち０行です。このほか、載せていない区分や欄に、変わった行が２行あります。）',
    ])
    expect(columnTexts(bodyOf(form), 0)).toEqual(['ここに載せる区分と欄に、変更はありません。'])
  })

  it('なくなった区分は、今の区分の後ろの番号で選べて、旧と付く', () => {
    const since = { plan: OLD, comparison: comparePlans(OLD, NEW) }
    expect(listCategories(NEW, since.comparison).map(({ name, edition }) => `${edition} ${name}`)).toEqual([
      'new 移行',
      'new 変わらない区分',
      'old 廃止する区分',
    ])
    const form = handoutOf({ plan: NEW, since, part: { categories: [2] } })
    expect(blockTexts(frontOf(form))[1]).toBe('（抜粋：区分旧②／全２区分）')
    expect(columnTexts(bodyOf(form), 3)).toEqual(['○終わる取組み'])
  })

  it('比べていない欄があれば、注として書く', () => {
    const comparison = {
      ...comparePlans(OLD, NEW),
      notes: [say('drafts', {})],
    }
    const form = handoutOf({ plan: NEW, since: { plan: OLD, comparison } })
    expect(blockTexts(frontOf(form)).at(-1)).toBe('注：同じ年度の案どうしの比較なので、予定の追跡は行っていません。')
  })

  it('同じ版どうしなら、変更はありませんと書いた一行になる', () => {
    fc.assert(
      fc.property(arbitraryPlan, (plan) => {
        const form = changesOf({ old: plan, new: plan })
        expect(bodyOf(form)).toHaveLength(1)
        expect(columnTexts(bodyOf(form), 6)).toEqual(['変更はありません。'])
      }),
      { numRuns: 15 },
    )
  })

  /** The cells that begin in a column. */
  const cellsIn = (form: Form, column: number) =>
    cellsOf(bodyOf(form).map((row) => ({ ...row, slots: [row.slots[column]!] })))

  it('変わった行のどの欄にも、その行の旧い文と新しい文がある', () => {
    fc.assert(
      fc.property(arbitraryEditions, someOf(6), (editions, some) => {
        const columns = some.map((each) => each + 1)
        const form = changesOf(editions, { part: { columns } })
        const comparison = comparePlans(editions.old, editions.new)
        const isChanged = findChangedRows(comparison)
        const keys = new Set(columns.flatMap((column) => OFFICIAL.columns[column]!.fields.map(({ key }) => key)))
        const rows = redlineRows(comparison, editions.old, editions.new).filter((row) => isChanged(row, keys))
        const texts = { old: allTexts(editions.old), new: allTexts(editions.new) }
        columns.forEach((column, at) => {
          const cells = cellsIn(form, at + 1)
          for (const edition of ['old', 'new'] as const) {
            const said = inked(cells.map((cell) => textOf(cell.paragraphs, edition)).join('\n'))
            for (const { [edition]: row } of rows) {
              if (row !== undefined) expect(said).toContain(inked(texts[edition][column]![row]!))
            }
          }
        })
      }),
      { numRuns: 60 },
    )
  })

  const allTexts = (plan: Plan) =>
    OFFICIAL.columns.map((_, column) =>
      planTexts(
        plan,
        plan.categories.map((__, at) => at),
        column,
      ),
    )

  /** Without the lines that print nothing: those of both editions stand in the cell. */
  const inked = (text: string) =>
    text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .join('\n')

  /** What an edition says, without remarks. */
  const textOf = (paragraphs: readonly Paragraph[], edition: 'old' | 'new') => {
    const gone = edition === 'old' ? 'inserted' : 'deleted'
    return paragraphs
      .filter(({ runs }) => runs.length === 0 || runs.some(({ revision }) => revision !== gone))
      .map(({ runs }) => runs.filter(({ revision, emphasis }) => revision !== gone && !emphasis?.includes('small')))
      .map((runs) => runs.map(({ text }) => text).join(''))
      .join('\n')
  }

  it('区分の名前に付く印は、見え消しと同じ', () => {
    const marks = (form: Form) =>
      cellsIn(form, 0).flatMap(({ paragraphs }) =>
        paragraphs.flatMap(({ runs }) =>
          runs.flatMap(({ text, revision }) => (revision ? [`${revision} ${text}`] : [])),
        ),
      )
    fc.assert(
      fc.property(arbitraryEditions, (editions) => {
        expect(new Set(marks(changesOf(editions)))).toEqual(new Set(marks(redlineOf(editions, { revisions: 'plain' }))))
      }),
      { numRuns: 60 },
    )
  })
})

describe('書き方', () => {
  it('文は書き方のものになる', () => {
    const style = handoutStyle()
    const texts = { ...style.texts, author: '{{資料.作成}}　提出', stamp: '（{{案}}）' }
    const form = handoutOf({ plan: PAPER, style: { ...style, texts, lineSize: 8 }, stamp: '未定稿' })
    expect(blockTexts(frontOf(form))).toContain('最上保健所　提出')
    expect(blockTexts([form.stamp!])).toEqual(['（未定稿）'])
    expect(frontOf(form)![1]!.size).toBe(8)
  })
})
