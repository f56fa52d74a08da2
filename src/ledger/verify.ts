/** The slow check, for idle times: every hash computed again, every chain followed. */
import type { LedgerEvent } from '../domain/event'
import type { ChainBreak } from '../domain/chain'
import type { Inside } from './inside'
import { chainBreaks } from '../domain/chain'
import { eventHash } from '../domain/hash'
import { releaseDue } from './taking'

export interface Verified {
  checked: number
  /** Ids of events whose hash is not theirs: the database was changed behind our back. */
  wrong: string[]
  breaks: ChainBreak[]
}

const perSlice = 250

function isWhole(event: LedgerEvent): boolean {
  try {
    return eventHash(event) === event.hash
  } catch {
    return false
  }
}

/** Lets the page breathe between two slices. */
function pause(): Promise<void> {
  return new Promise(resolve => {
    if (typeof requestIdleCallback === 'undefined') setTimeout(resolve, 0)
    else requestIdleCallback(() => resolve(), { timeout: 1_000 })
  })
}

/**
 * What was kept apart and whose time has come is counted; then the ledger is checked in slices of a few milliseconds. What is wrong no longer
 * counts as known, so that a whole copy is taken in.
 */
export async function verifyLedger(inside: Inside): Promise<Verified> {
  await releaseDue(inside)
  const { found, ...verified } = await verifyEvents(inside.parts.memory.events)
  for (const { hash, id } of found) inside.wrong.set(hash, id)
  return verified
}

async function verifyEvents(events: readonly LedgerEvent[]): Promise<Verified & { found: LedgerEvent[] }> {
  const all = [...events]
  const found: LedgerEvent[] = []
  for (let from = 0; from < all.length; from += perSlice) {
    for (const event of all.slice(from, from + perSlice)) if (!isWhole(event)) found.push(event)
    await pause()
  }
  return { checked: all.length, wrong: found.map(event => event.id), found, breaks: chainBreaks(all) }
}
