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

/** Lets the page breathe between two slices. */
function pause(): Promise<void> {
  return new Promise(resolve => {
    if (typeof requestIdleCallback === 'undefined') setTimeout(resolve, 0)
    else requestIdleCallback(() => resolve(), { timeout: 1_000 })
  })
}

/** What was kept apart and whose time has come is counted; then everything is checked. */
export async function verifyLedger(inside: Inside): Promise<Verified> {
  await releaseDue(inside)
  return verifyEvents(inside.parts.memory.events)
}

/** Checks the events in slices of a few milliseconds. */
async function verifyEvents(events: readonly LedgerEvent[]): Promise<Verified> {
  const all = [...events]
  const wrong: string[] = []
  for (let from = 0; from < all.length; from += perSlice) {
    for (const event of all.slice(from, from + perSlice)) if (eventHash(event) !== event.hash) wrong.push(event.id)
    await pause()
  }
  return { checked: all.length, wrong, breaks: chainBreaks(all) }
}
