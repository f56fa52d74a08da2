/**
 * What every way between ledgers must offer, and no more. A transport is a pipe: it may drop, delay, double, cut, reorder or rename what it
 * carries (reliability.md 1), so nothing here promises anything. Correctness lives in the ledger: merging is a set union.
 */
import type { Problem } from '../domain/problem'

export type Outcome<T> = { ok: true, value: T } | { ok: false, problem: Problem }

/** A file on the way, as its place says it: `<unit>/<device>/<name>`. */
export interface Listed {
  /** Path below the plan's folder, `/` between its parts. */
  path: string
  /** Bytes, as far as the transport knows them. */
  size: number
  /** When it was changed, in milliseconds, where the transport knows. */
  modified?: number
  /** Why it could not be looked at: the file, or everything below it where the path ends in `/`. It is there all the same. */
  problem?: Problem
}

/** Never rejects: what a disk, a network or a browser does comes back as a problem. */
export interface Transport {
  readonly kind: 'package' | 'folder' | 'memory'
  /** Everything that is there now, in any order; half-written and foreign files too. */
  list(): Promise<Outcome<readonly Listed[]>>
  read(path: string): Promise<Outcome<Uint8Array<ArrayBuffer>>>
  /** Puts a new file there. Never called for a path that {@link list} has named; whoever calls reads it back. */
  write(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<Outcome<null>>
  /** Takes away a file of this device that holds no event, and nothing else: what it quoted stands in a later one. */
  remove?(path: string): Promise<Outcome<null>>
}
