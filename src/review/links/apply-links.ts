/** The official has the last word: what links say goes before what was found, and nothing else is touched. */

import type { EditionItem } from '../edition.js'
import type { Mates } from '../match/counterparts.js'
import type { Partings } from '../match/splits-and-merges.js'
import type { Judgement } from '../promises/judge-promises.js'
import type { ResolvedLink } from './resolve-links.js'

/** Makes counterparts of the items that links name; 要確認 names nothing. */
export function joinLinked(links: readonly ResolvedLink[], mates: Mates, partings: Partings): void {
  for (const { link, old, news, cell } of links) {
    if (link.fate === 'to-confirm' || !cell.items.includes(old)) continue
    if (isPlan(old)) joinPromise(old, news, mates, partings)
    else if (news.length > 0) joinItem(old, news, mates, partings)
  }
}

/** Where it is planned on is its counterpart; what was done of it is told by its fate, and is nobody's but its own. */
function joinPromise(old: EditionItem, news: readonly EditionItem[], mates: Mates, partings: Partings): void {
  const onward = news.find(isPlan)
  const mate = mates.newOf(old.index)
  const isNamed = mate === undefined || news.some(({ index }) => index === mate)
  if (mate !== undefined && (!isNamed || onward !== undefined)) mates.separate(old.index, mate)
  if (onward !== undefined) joinItem(old, [onward], mates, partings)
}

function joinItem(old: EditionItem, news: readonly EditionItem[], mates: Mates, partings: Partings): void {
  for (const item of [old, ...news]) partings.separate(item)
  const mate = mates.newOf(old.index)
  if (mate !== undefined) mates.separate(old.index, mate)
  for (const { index } of news) {
    const owner = mates.oldOf(index)
    if (owner !== undefined) mates.separate(owner, index)
  }
  if (news.length > 1) partings.join(old, news)
  else mates.join(old.index, news[0]!.index)
}

/** The fates that the official decided; 要確認 and what agrees with what was found leave it as it was. */
export function decideFates(
  judgements: readonly Judgement[],
  links: readonly ResolvedLink[],
  items: Mates,
): readonly Judgement[] {
  return judgements.map((judgement) => {
    const found = links.find(({ old, cell }) => old === judgement.said && cell === judgement.item.cell)
    if (found === undefined) return judgement
    const { link, news } = found
    const said = {
      ...(link.assignee !== undefined && { assignee: link.assignee }),
      ...(link.explanation !== undefined && { explanation: link.explanation }),
    }
    const by = news.find((each) => !isPlan(each))
    const carried = news.find(isPlan) ?? judgement.carried
    const fate = link.fate ?? (by ? 'realised' : news.length > 0 ? 'carried-over' : judgement.fate)
    const isSame =
      fate === judgement.fate && (news.length === 0 || (by ?? carried) === (judgement.by ?? judgement.carried))
    if (fate === 'to-confirm' || isSame) {
      return { ...judgement, ...said, ...(link.reason !== undefined && { reason: link.reason }) }
    }
    const { by: _by, carried: _carried, toConfirm: _toConfirm, ...rest } = judgement
    return {
      ...rest,
      ...said,
      fate,
      evidence: 'link',
      reason: link.reason ?? '事務局の判断',
      ...(by && { by }),
      ...(carried && { carried }),
      isShared: by !== undefined && ![undefined, judgement.item.index].includes(items.oldOf(by.index)),
      toConfirm: [],
    }
  })
}

function isPlan({ cell }: EditionItem): boolean {
  return cell.column.part === 'plans'
}
