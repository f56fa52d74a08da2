/** Of several tabs of a profile one looks after the folder. Only to spare the drive: two that do it at once lose nothing. */
import { reachStorage } from '../ledger/device'

interface Turn { tab: string, until: number, isVisible: boolean }
interface Locks { request(name: string, work: () => Promise<void>): Promise<void> }

function standing(text: string | null): Turn | null {
  try {
    const turn = JSON.parse(text ?? 'null') as Partial<Turn> | null
    return typeof turn?.tab === 'string' && typeof turn.until === 'number' ? { tab: turn.tab, until: turn.until, isVisible: turn.isVisible === true } : null
  } catch {
    return null
  }
}

/** Takes or keeps the turn for `length` milliseconds; a tab that is looked at takes it from one that is not. Without a second place every tab has it. */
export function takeTurn(key: string, mine: { tab: string, isVisible: boolean }, now: number, length: number, storage: Storage | null = reachStorage()): boolean {
  try {
    if (storage === null) return true
    const turn = standing(storage.getItem(key))
    const isFree = turn === null || turn.tab === mine.tab || turn.until < now || turn.until > now + 3_600_000 || (mine.isVisible && !turn.isVisible)
    if (isFree) storage.setItem(key, JSON.stringify({ ...mine, until: now + length }))
    return isFree
  } catch {
    return true
  }
}

/** Does the work while no other tab does the same, where the browser can see to that. Rejects only where the work does. */
export async function oneAtATime(name: string, work: () => Promise<void>): Promise<void> {
  const locks = typeof navigator === 'undefined' ? undefined : (navigator as { locks?: Locks }).locks
  if (typeof locks?.request !== 'function') return work()
  await locks.request(name, work)
}
