/**
 * What the board and the open slips ask for, by the rules of the pack: slips to issue, slips to raise, talks to hold. Proposed only; nothing is
 * recorded until a person says so, and a refusal with its reason stands in the ledger. Source: issue 7 part 3; practice.md 2.5.
 */
import type { Board, Figure, Lamp, Row } from './board'
import type { Explanation } from './explain'
import type { History, When } from './history'
import type { LampRun } from './lampRun'
import type { Placed, PlanIndex, Target } from './plan'
import type { Escalation, ProposalRule, RulePack, SlipRules } from './rulePack'
import type { Slip } from './slip'
import type { SlipOrder } from './slipEvents'
import { askingOf } from './asking'
import { rulesOn } from './adoption'
import { addDays, daysBetween } from './days'
import { explainFigure } from './explain'
import { figureOf } from './figure'
import { furtherOf } from './further'
import { lampRuns, latenessOf } from './lampRun'
import { meetingsOf } from './meetings'
import { shortNameOf } from './plan'
import { placeOf } from './slipEvents'
import { isOpen, isOverdue, isUnderWay } from './slip'

/** A talk after so many slips of a unit in a row that were not done in time. */
export interface TalkRule { id: 'interview', when: 'streak', days: 0, slips: number }

export type ProposalWhy =
  /** `run`: since when the lamp is so; `target` as amended. */
  | { of: 'figure', target: Target, figure: Figure, explanation: Explanation, run: LampRun }
  /** `days`: whole days since the issue (unreceived), since it was signed for (unanswered), since it was due (overdue). */
  | { of: 'slip', number: string, from: string, when: Escalation['when'], days: number, since: string }
  /** The slips not done in time, the latest last. */
  | { of: 'streak', numbers: readonly string[] }

export interface Proposal {
  /** The matter as `slip_declined` names it. */
  key: string
  rule: ProposalRule | Escalation | TalkRule
  kind: 'issue' | 'escalate' | 'interview'
  /** Id of the slip that is raised or talked about. */
  slip: string | null
  /** The level proposed; of a talk the level as it is. */
  level: string
  target: string | null
  /** null: a whole row, or a free matter. */
  area: string | null
  title: string
  /** Unit ids: area codes or departments. */
  lead: string
  assist: readonly string[]
  basis: string
  due: string
  why: ProposalWhy
  /** The rules that an issued slip would keep. */
  rules: SlipRules
}

/** The order with what an issued slip keeps of the pack: its levels, the ways up, and 销号要件 (its own where they are given). */
export function orderWith(pack: Pick<RulePack, 'slips'>, fields: Omit<SlipOrder, 'levels' | 'escalation' | 'closure'> & Partial<Pick<SlipOrder, 'closure'>>): SlipOrder {
  const { levels, escalation, closure } = pack.slips
  return { closure, ...fields, levels, escalation }
}

const severities: readonly ProposalRule['when'][] = ['near_due', 'no_data', 'slightly_behind', 'behind', 'overdue']
const severityOf = (lamp: Lamp | null): number => severities.findIndex(one => one === lamp)

/** A lamp lasts while it is as late or later; one that is not late while it is the same. */
const isSoAs = (lamp: Lamp) => (then: Lamp | null): boolean => (latenessOf(lamp) === 0 ? then === lamp : lamp === 'overdue' ? then === 'overdue' : latenessOf(then) >= latenessOf(lamp))

/** The level of a rule, or where no slip may begin there the nearest milder one that may. */
function entryLevel({ levels }: SlipRules, level: string): string | null {
  for (let at = placeOf(levels, level); at >= 0; at -= 1) if (levels[at]!.isEntry) return levels[at]!.id
  return null
}

interface Declined { rule: string, at: string, recordedAt: string }

function declinedOf(history: History, when: When): Map<string, Declined> {
  return new Map(furtherOf(history, 'slip_declined', when.limit, when.asOf).map(({ data, at, recordedAt }) => [String(data.key), { rule: String(data.rule), at, recordedAt }]))
}

/** Did the figure get worse since its proposal was declined: a worse lamp than on that day as then known, or a new run of it. */
function isWorse(history: History, placed: Placed, figure: Figure, run: LampRun, declined: Declined): boolean {
  if (run.since > declined.at) return true
  const then = { asOf: declined.at, limit: declined.recordedAt }
  const node = figure.area === null ? null : history.index.areas.get(figure.area) ?? null
  return severityOf(figure.lamp) > severityOf(figureOf(askingOf(history, placed, then), node, rulesOn(history, then)).lamp)
}

/** The figures that may be somebody's to answer for: cells; a total only where it has none. */
const figuresOf = (row: Row): readonly Figure[] => (row.cells.length > 0 ? row.cells : [row.total])

/**
 * Everything proposed on the board's day, the worst first: raises, talks, then slips to issue. `index`: the plan as set up (who leads what);
 * `board` and `slips` of the same `when`; `pack`: the rules of the day. None for a figure that an open slip is about, or whose proposal was
 * declined and that has not got worse since.
 */
export function proposalsOf(history: History, index: PlanIndex, board: Board, slips: readonly Slip[], pack: Pick<RulePack, 'slips'>, when: When): Proposal[] {
  const declined = declinedOf(history, when)
  const raised = [...raisesOf(slips, pack.slips, when.asOf), ...talksOf(slips, pack.slips, when.asOf)].filter(one => !declined.has(one.key))
  return [...raised, ...issuesOf(history, index, board, slips, pack.slips, when, declined)]
}

function issuesOf(history: History, index: PlanIndex, board: Board, slips: readonly Slip[], rules: SlipRules, when: When, declined: ReadonlyMap<string, Declined>): Proposal[] {
  const covered = new Set(slips.filter(slip => isOpen(slip) && slip.order.target !== undefined).map(({ order }) => `${order.target} ${order.area ?? ''}`))
  const meetings = meetingsOf(history, when.limit).map(one => one.on)
  const runOf = lampRuns(history, when)
  const found: { proposal: Proposal, severity: number, gap: number }[] = []
  for (const row of board.rows) {
    const placed = history.index.targets.get(row.target.id)
    if (placed === undefined) continue
    for (const figure of figuresOf(row)) {
      const matching = rules.proposals.filter(rule => rule.when === figure.lamp)
      if (figure.lamp === null || matching.length === 0 || covered.has(`${row.target.id} ${figure.area ?? ''}`)) continue
      const run = runOf(placed, figure.area === null ? null : history.index.areas.get(figure.area) ?? null, isSoAs(figure.lamp))
      const rule = run === null ? undefined : matching.filter(one => run.days >= one.days).sort((a, b) => b.days - a.days)[0]
      const level = rule === undefined ? null : entryLevel(rules, rule.level)
      if (run === null || rule === undefined || level === null) continue
      const key = `issue ${row.target.id} ${figure.area ?? ''}`
      const refusal = declined.get(key)
      if (refusal !== undefined && !isWorse(history, placed, figure, run, refusal)) continue
      const task = index.targets.get(row.target.id)?.task ?? placed.task
      found.push({
        severity: severityOf(figure.lamp), gap: figure.lamp === 'near_due' ? 0 : figure.gap ?? 0,
        proposal: {
          key, rule, kind: 'issue', slip: null, level, target: row.target.id, area: figure.area, title: shortNameOf(row.target),
          lead: figure.area ?? task.lead, assist: figure.area === null ? task.assist ?? [] : [task.lead], basis: `《${index.plan.title}》${row.target.source.section}`,
          due: addDays(when.asOf, Math.min(rule.dueDays, rules.dueDays.most)), rules,
          why: { of: 'figure', target: row.target, figure, run, explanation: explainFigure(history.index.plan, row, figure, when.asOf, meetings) },
        },
      })
    }
  }
  return found.sort((one, other) => other.severity - one.severity || one.gap - other.gap).map(one => one.proposal)
}

/** The day from which the slip waits as the rule's `when` counts it; null where it does not wait so. */
function waitingSince(slip: Slip, when: Escalation['when'], day: string): string | null {
  switch (when) {
    case 'unreceived': return slip.state === 'issued' ? slip.issued : null
    case 'unanswered': {
      if (slip.state !== 'received') return null
      let since = slip.receivedOn
      for (let at = slip.past.length - 1; at >= 0 && slip.past[at]!.state === 'received'; at -= 1) since = slip.past[at]!.at
      return since
    }
    // An extension asked for in time waits for the office, not for the unit.
    case 'overdue': return isOverdue(slip, day) && slip.pending === null ? slip.due : null
  }
}

const detailsOf = ({ order, due }: Slip): Pick<Proposal, 'slip' | 'target' | 'area' | 'title' | 'lead' | 'assist' | 'basis' | 'due'> => ({
  slip: order.id, target: order.target ?? null, area: order.area ?? null, title: order.title, lead: order.lead, assist: order.assist, basis: order.basis, due,
})

/** Slips that by the rules they were issued under are to be raised, the highest and longest waiting first; of several ways the highest. */
function raisesOf(slips: readonly Slip[], rules: SlipRules, day: string): Proposal[] {
  const found: { proposal: Proposal, place: number, days: number }[] = []
  for (const slip of slips) {
    if (!isUnderWay(slip)) continue
    const { levels, escalation, number } = slip.order
    let best: { rule: Escalation, since: string, days: number } | null = null
    for (const rule of escalation) {
      const since = rule.from === slip.level ? waitingSince(slip, rule.when, day) : null
      if (since === null || daysBetween(since, day) < Math.max(rule.days, rule.when === 'overdue' ? 1 : 0)) continue
      if (rule.skips !== true && placeOf(levels, rule.to) !== placeOf(levels, rule.from) + 1) continue
      if (best === null || placeOf(levels, rule.to) > placeOf(levels, best.rule.to)) best = { rule, since, days: daysBetween(since, day) }
    }
    if (best === null) continue
    const { rule, since, days } = best
    found.push({
      place: placeOf(levels, rule.to), days,
      proposal: { ...detailsOf(slip), key: `escalate ${slip.order.id} ${rule.id} ${slip.due}`, rule, kind: 'escalate', level: rule.to, rules, why: { of: 'slip', number, from: slip.level, when: rule.when, days, since } },
    })
  }
  return found.sort((one, other) => other.place - one.place || other.days - one.days).map(one => one.proposal)
}

/** In time: applied for closure on or before its day. Late: past it and not so. null: nobody knows yet, or withdrawn. */
function wasInTime(slip: Slip, day: string): boolean | null {
  if (slip.state === 'withdrawn') return null
  if (slip.appliedOn !== null) return slip.appliedOn <= slip.due
  return isOverdue(slip, day) ? false : null
}

/** 连续 n 次: units whose last slips, by their due days, were all late; a talk begins the count anew. Proposed on the latest slip still under way. */
function talksOf(slips: readonly Slip[], rules: SlipRules, day: string): Proposal[] {
  const { interviewAfter } = rules
  if (interviewAfter === null) return []
  const byUnit = new Map<string, Slip[]>()
  for (const slip of slips) byUnit.set(slip.order.lead, [...byUnit.get(slip.order.lead) ?? [], slip])
  const rule: TalkRule = { id: 'interview', when: 'streak', days: 0, slips: interviewAfter }
  const found: Proposal[] = []
  for (const own of byUnit.values()) {
    const settled = own.filter(slip => wasInTime(slip, day) !== null).sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0))
    let from = settled.length
    while (from > 0 && wasInTime(settled[from - 1]!, day) === false && settled[from - 1]!.interviews === 0) from -= 1
    const row = settled.slice(from)
    const slip = row.findLast(isUnderWay)
    if (row.length < interviewAfter || slip === undefined) continue
    found.push({ ...detailsOf(slip), key: `interview ${slip.order.id} ${slip.due}`, rule, kind: 'interview', level: slip.level, rules, why: { of: 'streak', numbers: row.map(one => one.order.number) } })
  }
  return found
}
