/** Asking the browser to keep our data when space gets short. */

export type Persistence = 'granted' | 'denied' | 'unsupported'

/** Asks once; plain-http pages and older browsers have nothing to ask. */
export async function askPersistence(): Promise<Persistence> {
  const storage = typeof navigator === 'undefined' ? undefined : (navigator as { storage?: Partial<StorageManager> }).storage
  if (typeof storage?.persist !== 'function') return 'unsupported'
  try {
    const isKept = await storage.persisted?.() === true || await storage.persist()
    return isKept ? 'granted' : 'denied'
  } catch {
    return 'denied'
  }
}
