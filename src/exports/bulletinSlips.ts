/** What became of the slips, in a bulletin: issued, closed, overdue, and how often units were talked to. */
import { packOn } from '../domain/adoptedPack'
import type { BulletinRun } from '../domain/meetingEvents'
import { unitOf as unitFor } from '../domain/reporting'
import type { Slip } from '../domain/slip'
import { daysLeft, isOverdue } from '../domain/slip'
import { zhDay } from '../wording/zhWhy'
import type { Prose } from './bulletinParts'
import { joinedRuns, listed, slipCount } from './bulletinParts'
import type { PaperFacts } from './paperFacts'

/** The name of a slip's unit: a department, a place, the office. */
export function slipUnitName({ view: { index } }: Pick<PaperFacts, 'view'>, lead: string): string {
  const unit = unitFor(index, lead)
  return unit.kind === 'department' ? index.departments.get(unit.id)?.name ?? lead : unit.kind === 'area' ? index.areas.get(unit.code)?.area.name ?? lead : lead
}

const mostNamed = { bulletin: 6, report: 3 } as const

/** Nothing where no slip was ever issued. */
export function slipParagraphs(prose: Prose): BulletinRun[][] {
  const { facts, sources: { slips, board, before }, form } = prose
  const { asOf } = board
  const held = slips.filter(slip => slip.state !== 'withdrawn')
  if (held.length === 0) return []
  const name = packOn(facts.view.history, { asOf, limit: facts.view.limit }).names.slip
  const waiting = held.some(slip => slip.state === 'applied' || slip.state === 'verified' || slip.state === 'signed')
  const overdue = held.filter(slip => isOverdue(slip, asOf)).sort((a, b) => daysLeft(a, asOf) - daysLeft(b, asOf))
  const closed = held.filter(slip => slip.closedOn !== null && (before === null || slip.closedOn >= before.on))
  const title = (slip: Slip): string => `${slipUnitName(facts, slip.order.lead)}《${slip.order.title}》（${slip.order.number}）`
  const totals = joinedRuns(
    `共发${name}`, slipCount(prose, 'issued'), '件，已销号', slipCount(prose, 'closed'), '件，在办', slipCount(prose, 'open'), '件',
    waiting ? joinedRuns('（待核验销号', slipCount(prose, 'waiting'), '件）') : '', held.some(slip => slip.extensions.some(one => one.verdict === 'granted')) ? joinedRuns('，同意延期', slipCount(prose, 'extended'), '件') : '',
    '，逾期', slipCount(prose, 'overdue'), '件', held.some(slip => slip.interviews > 0) ? joinedRuns('；已约谈', slipCount(prose, 'interviews'), '次') : '', '。',
    before === null ? '' : joinedRuns(`${zhDay(before.on)}会后新发`, slipCount(prose, 'issued:since'), '件，销号', slipCount(prose, 'closed:since'), '件。'),
  )
  const most = mostNamed[form]
  return [
    totals,
    overdue.length === 0 ? [] : joinedRuns('逾期的有', listed(overdue.slice(0, most).map(slip => [`${title(slip)}，期限${zhDay(slip.due)}，已过`, slipCount(prose, `late:${slip.order.id}`), '天']), '；'), overdue.length > most ? '等。' : '。'),
    closed.length === 0 || form === 'report' ? [] : joinedRuns(`已销号的有${closed.slice(0, most).map(title).join('、')}${closed.length > most ? '等' : ''}。`),
  ]
}
