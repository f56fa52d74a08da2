/** What is known, without asking, of the browser's promise to keep our data. */
import type { Persistence } from './persistence'
import { reachStorage } from './device'

const key = 'guatu.persistence'

/** The answer as it stands: given and still held, refused when it was asked, or not asked yet (`unknown`). Never asks. */
export async function knownPersistence(): Promise<Persistence | 'unknown'> {
  const storage = typeof navigator === 'undefined' ? undefined : (navigator as { storage?: Partial<StorageManager> }).storage
  if (typeof storage?.persist !== 'function') return 'unsupported'
  try {
    if (await storage.persisted?.() === true) return 'granted'
  } catch { /* as it was remembered */ }
  try {
    return reachStorage()?.getItem(key) === 'denied' ? 'denied' : 'unknown'
  } catch {
    return 'unknown'
  }
}

/** Keeps the answer for the next visit: a refusal cannot be looked up. */
export function rememberPersistence(answer: Persistence): void {
  try {
    reachStorage()?.setItem(key, answer)
  } catch { /* asked again next time */ }
}
