/**
 * A snapshot that may be handed on: the same board, its events without names of people, notes, reasons and names of sites. What is kept is
 * listed field by field, so that a field of a later version stays out until somebody has looked at it.
 */
import { isDay } from '../domain/days'
import { demoName } from '../domain/demoMark'
import type { LedgerEvent } from '../domain/event'
import { fitsFurther } from '../domain/further'
import { canonicalJson, eventHash } from '../domain/hash'
import { comesLater } from '../domain/history'
import { isFoldable } from '../domain/payload'
import type { Goal, PlanIndex } from '../domain/plan'
import { indexPlan } from '../domain/plan'
import type { Snapshot } from '../domain/snapshot'
import { resealed } from '../domain/snapshot'

/** What an event of each type keeps: ids, days, numbers, and words that the office itself publishes (a meeting's name, a ruling). */
const kept: Readonly<Record<string, readonly string[]>> = {
  report: ['target', 'area', 'value', 'numerator', 'denominator', 'stage', 'stages'],
  allocate: ['target', 'shares'],
  exempt: ['target', 'area', 'state'],
  amend: ['target', 'goal', 'due', 'schedule'],
  retract: ['event'],
  review: ['event', 'verdict', 'level'],
  rules: ['pack', 'name', 'lamps', 'rules'],
  meeting: ['id', 'number', 'on', 'name'],
  department: ['id', 'name', 'short', 'retired'],
  assign: ['task', 'lead', 'assist'],
  ruling: ['ruling', 'decision', 'status'],
  calendar: ['cutoffDay', 'submitDay', 'shift', 'lockDays', 'holidays', 'workdays'],
  submit: ['unit', 'period', 'cells'],
  evidence: ['target', 'area', 'form', 'size'],
  checked: ['rule', 'target', 'area'],
}

/** What must be there for an event to count at all, in place of the words that were. */
const stoodIn: Readonly<Record<string, Record<string, unknown>>> = { evidence: { name: '佐证' }, checked: { result: '已核实' } }

interface Site { id: string, name: string, stage: string }

/** Numbers the sites of each target and area in the order in which they were first reported. */
function siteNumbers(): (data: Record<string, unknown>) => Site[] {
  const known = new Map<string, Map<string, number>>()
  return ({ target, area, items }) => {
    const place = `${String(target)}/${String(area)}`
    const numbers = known.get(place) ?? new Map<string, number>()
    known.set(place, numbers)
    return (items as readonly Site[]).map(({ id, stage }) => {
      const number = numbers.get(id) ?? numbers.size + 1
      numbers.set(id, number)
      return { id: `p${number}`, name: `项目点${number}`, stage }
    })
  }
}

/** Events that never count (unknown types, payloads that do not fit) keep their place in the ledger and nothing else. */
function dataOf(index: PlanIndex, event: LedgerEvent, sitesOf: ReturnType<typeof siteNumbers>): Record<string, unknown> {
  const { type, data } = event
  if (event.v !== 1 || !(isFoldable(index, event) || fitsFurther(index, type, data))) return {}
  return {
    ...Object.fromEntries((kept[type] ?? []).flatMap(key => (data[key] === undefined ? [] : [[key, data[key]]]))),
    ...(type === 'report' && Array.isArray(data.items) && { items: sitesOf(data) }),
    ...(type === 'report' && typeof data.stages === 'object' && { stages: Object.fromEntries(Object.entries(data.stages ?? {}).filter(([, day]) => isDay(day))) }),
    ...(type === 'amend' && typeof data.goal === 'object' && data.goal !== null && { goal: { op: (data.goal as Goal).op, value: (data.goal as Goal).value } }),
    ...stoodIn[type],
  }
}

/** What a board says beside the ledger that it was made from. */
const figuresIn = ({ board: { head: _head, events: _events, ...figures } }: Snapshot): string => canonicalJson(figures)

/**
 * The same board from events without names and notes; they have new hashes, and each still names the one before it. A snapshot that is such
 * a copy already comes back as it is. Throws where the board would not be the same.
 */
export function withoutNames(snapshot: Snapshot): Snapshot {
  if (snapshot.seal.safeFrom !== undefined) return snapshot
  const index = indexPlan(snapshot.plan)
  const sitesOf = siteNumbers()
  const safe = new Map<string, LedgerEvent>()
  for (const event of [...snapshot.events].sort((one, other) => (comesLater(one, other) ? 1 : -1))) {
    const { v, id, plan, type, at, recordedAt, device, by, prev } = event
    // The mark of demo figures stands where a name would.
    const person = by?.name === demoName ? { name: demoName } : {}
    const bare = {
      v, id, plan, type: /^[\w-]{1,40}$/.test(type) ? type : 'unknown', at, recordedAt, ...(device !== undefined && { device }),
      ...(by !== undefined && { by: { ...(by.unit !== undefined && { unit: by.unit }), ...person } }),
      data: dataOf(index, event, sitesOf), ...(prev !== undefined && { prev: prev === null ? null : safe.get(prev)?.hash ?? prev }),
    }
    safe.set(event.hash, { ...bare, hash: eventHash(bare) })
  }
  const events = [...new Map(snapshot.events.map(event => safe.get(event.hash)!).map(event => [event.hash, event])).values()]
  const copy = resealed(snapshot, events, snapshot.fingerprint)
  if (figuresIn(copy) !== figuresIn(snapshot)) throw new Error('the board without names is not the same board')
  return copy
}
