/** The slow check, for idle times: every hash computed again, every chain followed. */
import type { LedgerEvent } from '../domain/event'
import type { Inside } from './inside'
import type { ChainBreak } from '../domain/chain'
import { chainBreaks } from '../domain/chain'
import { eventHash } from '../domain/hash'

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

/** Checks the ledger in slices of a few milliseconds; what is wrong no longer counts as known, so that a whole copy is taken in. */
export async function verifyLedger({ parts: { memory }, wrong }: Inside): Promise<Verified> {
  const { found, ...verified } = await verifyEvents(memory.events)
  for (const { hash, id } of found) wrong.set(hash, id)
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
