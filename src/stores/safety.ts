/** What keeps the ledger true: clocks that run ahead, lines that were changed, chains that break, ends that others know of. No rules of its own. */
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { ChainBreak } from '../domain/chain'
import type { SkewSeen } from '../domain/clockSkew'
import type { LedgerEvent } from '../domain/event'
import type { Problem } from '../domain/problem'
import type { Heads, MissingTail } from '../domain/tails'
import { chainBreaks, placesOf } from '../domain/chain'
import { clocksAhead } from '../domain/clockSkew'
import { parseLines } from '../domain/lines'
import { missingTails, readQuote } from '../domain/tails'
import type { Ledger } from '../ledger/ledger'
import type { SyncShelf } from '../ledger/syncShelf'
import { openSyncShelf } from '../ledger/syncShelf'
import { useWorkspace } from './workspace'

/** An event kept apart for its clock; `keptAt` in UTC. */
export interface ApartEvent { event: LedgerEvent, keptAt: string }

/** A line that was kept and not counted, with what can still be read of it. */
export interface AsideLine {
  digest: string
  code: string
  /** Its place in the file that brought it; null: not known. */
  line: number | null
  keptAt: string
  event: Partial<LedgerEvent> | null
  /** How many events of its device stand before it here. */
  after: number | null
  /** The whole record of the same id has come since. */
  isWhole: boolean
}

export interface Safety { apart: readonly ApartEvent[], aside: readonly AsideLine[], skews: readonly SkewSeen[], breaks: readonly (ChainBreak & { recordedAt: string })[], tails: readonly MissingTail[], checked: number, unitOf: ReadonlyMap<string, string> }

const nothing: Safety = { apart: [], aside: [], skews: [], breaks: [], tails: [], checked: 0, unitOf: new Map() }

function partly(text: string): Partial<LedgerEvent> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Partial<LedgerEvent> : null
  } catch {
    return null
  }
}

/** Whose device it is: the unit of its latest entry. */
function unitsOf(events: readonly LedgerEvent[]): Map<string, string> {
  const latest = new Map<string, { unit: string, recordedAt: string }>()
  for (const { recordedAt, by } of events) {
    const device = recordedAt.slice(30)
    if (typeof by?.unit === 'string' && recordedAt > (latest.get(device)?.recordedAt ?? '')) latest.set(device, { unit: by.unit, recordedAt })
  }
  return new Map([...latest].map(([device, { unit }]) => [device, unit]))
}

/** How many of each device are known, those kept apart included: they are here. */
function headsWith(ledger: Ledger, apart: readonly LedgerEvent[]): Heads {
  const heads: Record<string, { count: number, hash: string }> = { ...ledger.heads().devices }
  for (const { recordedAt, hash } of apart) {
    const device = recordedAt.slice(30)
    heads[device] = { count: (heads[device]?.count ?? 0) + 1, hash }
  }
  return heads
}

export const useSafety = defineStore('safety', () => {
  const workspace = useWorkspace()
  const found = shallowRef<Safety>(nothing)
  let asking = 0

  async function withShelf<Value>(use: (shelf: SyncShelf) => Promise<Value>, otherwise: Value): Promise<Value> {
    const opened = await openSyncShelf(workspace.kind, workspace.planId ?? '')
    if (!opened.ok) return otherwise
    const value = await use(opened.value)
    opened.value.close()
    return value
  }

  /** Looks at everything again; quick enough to be asked after every change. */
  async function load(): Promise<void> {
    const turn = ++asking
    const ledger = workspace.openLedger()
    const plan = workspace.planId
    if (ledger === null || plan === null) { found.value = nothing; return }
    const [kept, told, notes] = await Promise.all([ledger.quarantined(), ledger.findings(), withShelf(async shelf => { const answer = await shelf.notes('quote'); return answer.ok ? answer.value : [] }, [])])
    if (turn !== asking) return
    const apart = kept.flatMap(({ line, keptAt }): ApartEvent[] => parseLines(line, plan, { verifyHash: false }).events.map(event => ({ event, keptAt })))
    const events = [...ledger.events, ...apart.map(one => one.event)]
    const hashes = new Set(events.map(event => event.hash))
    const byId = new Map(events.map(event => [event.id, event]))
    const placeOf = placesOf(events)
    const aside = told.aside.map(({ digest, code, line, keptAt, text }): AsideLine => {
      const event = partly(text)
      return { digest, code, line: line ?? null, keptAt, event, after: typeof event?.recordedAt === 'string' ? placeOf(event.recordedAt) : null, isWhole: typeof event?.id === 'string' && byId.has(event.id) }
    })
    const now = Date.now()
    const skews = new Map([...told.skews, ...clocksAhead(ledger.events, now)].map(one => [one.device, one]))
    const quotes = notes.flatMap(({ id, value }) => readQuote(id, value) ?? [])
    found.value = {
      apart, aside, skews: [...skews.values()], breaks: chainBreaks(events).map(one => ({ ...one, recordedAt: byId.get(one.event)!.recordedAt })),
      tails: missingTails(quotes, headsWith(ledger, apart.map(one => one.event)), hash => hashes.has(hash)), checked: events.length, unitOf: unitsOf(events),
    }
  }

  /** Counts what was kept apart: somebody vouches for its clock. */
  async function release(hashes: readonly string[]): Promise<Problem | null> {
    const ledger = workspace.openLedger()
    if (ledger === null) return { code: 'ledger_closed', why: '台账没有打开，不能保存', fix: '先导出台账，再刷新页面' }
    const merged = await ledger.release(hashes)
    await load()
    return merged.ok ? null : merged.problem
  }

  /** Remembers what another device said that it knows: what is missing here is then told. */
  const noteQuote = (by: string, unit: string | null, at: string, heads: Heads): Promise<void> =>
    withShelf(async shelf => { await shelf.note('quote', by, { at, unit, heads }) }, undefined)

  return { found, load, release, noteQuote }
})
