/** What is said before and beside the comparison of two editions. */

import { message } from './message.js'
import { shorten } from './shorten.js'

/** What the older and the newer edition say. */
type Both = { readonly old: string; readonly new: string }

const RIGHT_FILES = '指定したファイルを確かめてください。'

export const COMPARISON = {
  'newer-first': message({
    severity: 'warning',
    says: ({ old, new: now }: Both) => `先に指定した版（${old}）のほうが、後の版（${now}）より新しい年度です。`,
    cure: () => '旧い版を先に、新しい版を後に指定してください。',
    cause: '二つの計画ファイルの順が逆です。',
    example: { old: '令和元年度', new: '平成30年度' },
  }),
  'same-year': message({
    severity: 'warning',
    says: ({ year }: { year: string }) => `二つの版はどちらも${year}です。`,
    cure: () => '同じ年度の案どうしを比べるときは、計画ファイルに「版: 案２」のように書くと、表題に出ます。',
    cause: '同じ年度の計画で、「版」のないものがあります。',
    example: { year: '令和元年度' },
  }),
  'other-plan': message({
    severity: 'warning',
    says: ({ old, new: now, paired }: Both & { paired: number }) =>
      `別の計画のようです（旧「${old}」、新「${now}」。対応する行は ${paired} 行）。`,
    cure: () => RIGHT_FILES,
    cause: '題名が似ておらず、対応する行もほとんどありません。',
    example: { old: '地域医療構想', new: '防災計画', paired: 0 },
  }),
  'other-area': message({
    severity: 'warning',
    says: ({ old, new: now }: Both) => `区域が違います（旧「${old}」、新「${now}」）。`,
    cure: () => RIGHT_FILES,
    cause: '二つの計画の「区域」が違います。',
    example: { old: '最上構想区域', new: '村山構想区域' },
  }),
  'other-form': message({
    severity: 'warning',
    says: ({ old, new: now }: Both) => `様式が違います（旧「${old}」、新「${now}」）。`,
    cure: () => '一方にしかない欄は、欄の追加・削除として示します。',
    cause: '二つの計画の様式か、その欄の半分以上が違います。',
    example: { old: '公式', new: '進捗' },
  }),
  'notation-ignored': message({
    severity: 'warning',
    says: ({ count }: { count: number }) =>
      `表記だけの違い ${count}件は、変更に数えていません（Word の変更履歴には残ります）。`,
    cause: '--ignore 表記 を付けると、全角・半角や括弧だけの違いを変更に数えません。',
    example: { count: 3 },
  }),
  drafts: message({
    severity: 'warning',
    says: () => '同じ年度の案どうしの比較なので、予定の追跡は行っていません。',
    cause: '案と案の間に予定の年度は過ぎないので、予定がどうなったかは言えません。',
    example: {},
  }),
  'no-redline': message({
    severity: 'warning',
    says: () => '二つの版の様式に共通の欄が半分もないため、見え消しは作りません。',
    cause: '見え消しは新しい版の様式に旧い版を重ねるので、共通の欄が要ります。ほかの報告は作ります。',
    example: {},
  }),
  'no-redline-of-tables': message({
    severity: 'warning',
    says: () => '表がいくつもある計画なので、変わった行だけの資料は作りません。',
    cure: () => 'keikaku diff の見え消しと新旧対照表で、すべての変更が分かります。',
    cause: '変わった行だけの資料は、一つの表から行を選んで作ります。',
    example: {},
  }),
  'no-redline-of-records': message({
    severity: 'warning',
    says: () => '個票の様式なので、見え消しは作りません。',
    cure: () => '新旧対照表と変更の概要で、すべての変更が欄ごとに分かります。',
    cause: '見え消しは、一つの表に旧い版を重ねて作ります。個票は、一件ずつ別の表です。',
    example: {},
  }),
  'work-bounded': message({
    severity: 'warning',
    says: () => '似た文章が非常に多いため、離れた行どうしの対応を途中までしか調べていません。',
    cure: () => '移動した項目が「新規」と「削除」になっていることがあります。行に id を付けると確実に対応します。',
    cause: '互いに似た項目の組が多すぎ、すべてを比べると終わりません。',
    example: {},
  }),
  'stale-link': message({
    severity: 'warning',
    says: ({ place, text, line }: { place: string; text: string; line: number | undefined }) =>
      `対応のファイル${line === undefined ? '' : `の${line}行目`}：${place}の「${shorten(text, 40)}」が、どちらかの版に見当たりません。`,
    cure: () => '文が変わったときは、新しい版の文に合わせて直すか、この対応を消してください。',
    cause: '--links のファイルにある対応が、旧い版か新しい版の文と合わなくなりました。',
    example: { place: '区分2の1行目「取組み」', text: '○協定の締結', line: 3 },
  }),
} as const
