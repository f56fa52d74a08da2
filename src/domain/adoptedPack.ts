/**
 * The whole rule pack in force on a day: slips, cards, calendar, scores. The lamps of a board take the short way of `adoption.ts`, and are
 * the same here. What came with a ledger is looked through once; a part that cannot be used gives way to the default's.
 */
import { canonicalJson } from './hash'
import type { LedgerEvent } from './event'
import type { History, When } from './history'
import { comesLater, isInForce, winnerOf } from './history'
import type { LampRules } from './lampRules'
import { unfitParts, wholePack } from './packShape'
import { scoreProblems, slipRulesProblems } from './packProblems'
import type { RulePack } from './rulePack'
import { defaultPack } from './rulePack'

interface Read {
  pack: RulePack
  /** Parts of the event that could not be used: `slips`, `lamps` (the pack says other lamps than the event). */
  unfit: readonly string[]
}

const readings = new WeakMap<LedgerEvent, Read>()

/** Parts that have their shape but contradict themselves. */
const isBroken = (part: string, pack: RulePack): boolean =>
  (part === 'slips' && slipRulesProblems(pack.slips).length > 0) || (part === 'score' && pack.score !== null && scoreProblems(pack.score).length > 0)

function readAdoption(event: LedgerEvent): Read {
  const known = readings.get(event)
  if (known !== undefined) return known
  const lamps = event.data.lamps as LampRules
  const given = event.data.rules as Partial<RulePack>
  const made = wholePack(given, defaultPack, isBroken)
  const unfit = unfitParts(given)
  for (const part of ['slips', 'score'] as const) if (!unfit.includes(part) && made[part] !== given[part]) unfit.push(part)
  if (canonicalJson(given.lamps ?? null) !== canonicalJson(lamps)) unfit.push('lamps')
  const name = typeof event.data.name === 'string' && event.data.name.trim() !== '' ? event.data.name : made.name
  const read = { pack: { ...made, id: lamps.id, name, lamps }, unfit }
  readings.set(event, read)
  return read
}

/** The pack adopted last before `when.asOf` as known at `when.limit`; without one the default. Never throws, whatever the ledger holds. */
export function packOn(history: History, when: When): RulePack {
  const event = history.adoptions.length === 0 ? null : winnerOf(history, history.adoptions, when)
  return event === null ? defaultPack : readAdoption(event).pack
}

/** One switch of rules: from `at` on `pack` holds, until the next. */
export interface Adoption {
  event: string
  at: string
  recordedAt: string
  /** Id of the pack; `name` is what it is called. */
  pack: string
  name: string
  /** The meeting or paper that decided it. */
  basis: string
  by: { name?: string, unit?: string }
  rules: RulePack
  /** Parts that could not be used and stand as in the default. */
  unfit: readonly string[]
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Every switch in force as known at `limit`, the earliest first: v1, v2. Of several on one day the last recorded holds and stands last. */
export function adoptionsOf(history: History, limit: string): Adoption[] {
  return history.adoptions.filter(event => isInForce(history, event, limit))
    .sort((one, other) => (one.at !== other.at ? (one.at < other.at ? -1 : 1) : comesLater(one, other) ? 1 : -1))
    .map(event => {
      const { pack, unfit } = readAdoption(event)
      return { event: event.id, at: event.at, recordedAt: event.recordedAt, pack: pack.id, name: pack.name, basis: textOf(event.data.basis), by: event.by ?? {}, rules: pack, unfit }
    })
}
