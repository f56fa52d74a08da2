/**
 * 核对: does a seal still follow from the plan and the ledger that are open here, and what became of its figures since. The board is made
 * anew from what the ledger holds of that time, and its fingerprint compared; nothing is taken from the file on trust.
 */
import type { BasisComparison } from './compareSnapshots'
import { compareBases } from './compareSnapshots'
import { knownAtLimit } from './clock'
import { addDays, daysBetween } from './days'
import type { LedgerEvent } from './event'
import { canonicalJson, headOf, planHash, sha256Hex } from './hash'
import type { Plan } from './plan'
import type { BoardFile, ReviewFilter, Seal, Snapshot } from './snapshot'
import { fingerprintOf, sealedBoard } from './snapshot'

/** What is open here: the file's own plan, every event with its true hash, whether they are demo figures, and up to when things are known. */
export interface Present { plan: Plan, events: readonly LedgerEvent[], demo: boolean, knownAt: string }

/** A seal as a file or the shelf states it; `whole`: plan and events of the snapshot itself, where it is at hand. */
export interface Claim { seal: Seal, fingerprint: string, whole: Pick<Snapshot, 'plan' | 'events'> | null }

export type SealField = Exclude<keyof Seal, 'format'>

/**
 * - `matches`: made anew from the ledger the board is the sealed one, to the last figure
 * - `altered`: the file's fingerprint does not fit its own seal
 * - `other_plan`, `other_ledger`: it is of another plan; it is of the demo and the ledger is not, or the other way round
 * - `plan_changed`: the plan file is another one
 * - `ledger_lacks`, `ledger_has_more`: of what was known then, entries are missing here, or more are here (merged later, written before)
 * - `rules_differ`: plan and entries are the same, and yet the figures are not: another version of the rules
 */
export type Verdict = 'matches' | 'altered' | 'other_plan' | 'other_ledger' | 'plan_changed' | 'ledger_lacks' | 'ledger_has_more' | 'rules_differ'

export interface Verification {
  /** In the order of weight; exactly `['matches']` where nothing is wrong. */
  verdicts: readonly Verdict[]
  /** Do the figures of the sealed board follow from what is here. */
  figuresMatch: boolean
  /** Fields of the seal that were altered, as far as they can be told; the true text where it is known. */
  altered: readonly { field: SealField, claimed: string, right: string | null }[]
  /** Entries known by then: as sealed, as they are here, and how many of them are missing or more (null: cannot be told without the snapshot itself). */
  events: { sealed: number, here: number, lacking: number | null, more: number | null }
  /** The same day as it was sealed against what is known of it now; null where it is of another plan or ledger. */
  since: BasisComparison | null
}

const said = (value: unknown): string => (typeof value === 'string' ? value : canonicalJson(value ?? null))

/** What the ledger here would write into a seal of the same name, day, knowledge and filter. */
function derivedFields(seal: Seal, present: Present, known: readonly LedgerEvent[], board: BoardFile): Partial<Seal> {
  return {
    plan: present.plan.id, planHash: planHash(present.plan), demo: present.demo, rulePack: board.rulePack,
    events: known.length, head: headOf(known.map(event => event.hash)), boardHash: sha256Hex(canonicalJson(board)), ...(seal.safeFrom !== undefined && { safeFrom: seal.safeFrom }),
  }
}

const days = (from: string, to: string): string[] => Array.from({ length: Math.min(800, daysBetween(from, to) + 1) }, (_, i) => addDays(from, i))

/**
 * Which fields of a seal were altered. With the true seal by its side they are read off; without it each field alone is set back to what
 * the ledger says (or tried, where few values are possible), and the one that makes the fingerprint fit is named.
 */
export function alteredFields(claim: Pick<Claim, 'seal' | 'fingerprint'>, original: Seal | null, derived: Partial<Seal>, plan: Plan): { field: SealField, claimed: string, right: string | null }[] {
  const { seal, fingerprint } = claim
  const fields = [...new Set([...Object.keys(seal), ...Object.keys(original ?? {})])].filter((key): key is SealField => key !== 'format')
  const name = (field: SealField, right: unknown) => ({ field, claimed: said(seal[field]), right: right === null ? null : said(right) })
  if (original !== null) return fields.filter(field => said(seal[field]) !== said(original[field])).map(field => name(field, original[field]))
  const tries: [SealField, readonly unknown[]][] = [
    ...Object.entries(derived).map(([field, value]): [SealField, readonly unknown[]] => [field as SealField, [value]]),
    ['review', ['all', 'accepted', 'accepted_twice'] satisfies ReviewFilter[]], ['asOf', days(plan.period.start, plan.period.end)], ['knownAt', days(plan.period.start, plan.period.end)],
  ]
  for (const [field, values] of tries) {
    const right = values.find(value => said(value) !== said(seal[field]) && fingerprintOf({ ...seal, [field]: value }) === fingerprint)
    if (right !== undefined) return [name(field, right)]
  }
  return []
}

/** Holds a claim against what is open here. `original` is the seal that this device keeps under the same code, if any. */
export function verifySeal(claim: Claim, present: Present, original: Seal | null = null): Verification {
  const { seal } = claim
  // A copy without names holds other entries than the ledger.
  const whole = seal.safeFrom === undefined ? claim.whole : null
  const limit = knownAtLimit(seal.knownAt)
  const known = [...new Map(present.events.filter(event => event.plan === present.plan.id && event.recordedAt <= limit).map(event => [event.hash, event])).values()]
  const board = sealedBoard(present.plan, known, seal)
  const derived = derivedFields(seal, present, known, board)
  const isAltered = fingerprintOf(seal) !== claim.fingerprint
  const isOther = seal.plan !== present.plan.id || seal.demo !== present.demo
  // What a copy without names and notes keeps of its entries has other hashes; its figures are the same.
  const figuresMatch = !isOther && boardHashAs(board, seal) === seal.boardHash
  const sameLedger = seal.safeFrom === undefined ? seal.head === derived.head && seal.events === known.length : figuresMatch
  const samePlan = seal.planHash === derived.planHash
  const sealed = whole === null ? null : new Set(whole.events.map(event => event.hash))
  const here = new Set(known.map(event => event.hash))
  const lacking = sameLedger ? 0 : sealed === null ? null : [...sealed].filter(hash => !here.has(hash)).length
  const more = sameLedger ? 0 : sealed === null ? null : known.filter(event => !sealed.has(event.hash)).length
  const lacks = lacking === null ? known.length <= seal.events : lacking > 0
  const hasMore = more === null ? known.length >= seal.events : more > 0
  const parts: readonly (readonly [Verdict, boolean])[] = [
    ['altered', isAltered], ['other_plan', seal.plan !== present.plan.id], ['other_ledger', seal.plan === present.plan.id && seal.demo !== present.demo],
    ['plan_changed', !isOther && !samePlan], ['ledger_lacks', !isOther && !sameLedger && lacks], ['ledger_has_more', !isOther && !sameLedger && hasMore],
    ['rules_differ', !isOther && samePlan && sameLedger && !figuresMatch && !isAltered],
  ]
  const verdicts = parts.filter(([, is]) => is).map(([verdict]) => verdict)
  return {
    verdicts: verdicts.length > 0 ? verdicts : ['matches'], figuresMatch,
    altered: isAltered ? alteredFields(claim, original, derived, present.plan) : [],
    events: { sealed: seal.events, here: known.length, lacking, more },
    since: isOther ? null : compareBases(
      { plan: whole?.plan ?? present.plan, events: whole?.events ?? known, asOf: seal.asOf, knownAt: seal.knownAt, review: seal.review },
      { plan: present.plan, events: present.events, asOf: seal.asOf, knownAt: present.knownAt, review: seal.review },
    ),
  }
}

/** The fingerprint of the board made here, with the head of a copy without names in place of the ledger's own. */
function boardHashAs(board: BoardFile, seal: Seal): string {
  return sha256Hex(canonicalJson(seal.safeFrom === undefined ? board : { ...board, head: seal.head, events: seal.events }))
}

/** A `board.json` names no filter: it is tried under each. Null where the board does not follow from what is here under any. */
export function boardFilter(board: BoardFile, present: Present): ReviewFilter | null {
  if (board.plan !== present.plan.id || board.demo !== present.demo) return null
  const wanted = canonicalJson(board)
  const known = present.events.filter(event => event.recordedAt <= knownAtLimit(board.knownAt))
  return (['all', 'accepted', 'accepted_twice'] as const).find(review => canonicalJson(sealedBoard(present.plan, known, { asOf: board.asOf, knownAt: board.knownAt, review, demo: board.demo })) === wanted) ?? null
}
