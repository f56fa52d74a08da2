/** What is said between the page and the worker of packages. Long lists of events travel in slices, so that the page can answer between them. */
import type { LedgerEvent } from '../domain/event'
import type { ParsedLines } from '../domain/lineReader'
import type { Problem } from '../domain/problem'
import type { PackageContent, PackageInput, PackageManifest } from './packageManifest'

export type PackageTask =
  | { kind: 'pack', input: PackageInput }
  /** A `.guatu` file, opened where it had a passphrase. */
  | { kind: 'read', bytes: Uint8Array<ArrayBuffer>, plan: string }
  /** A plain ledger file. */
  | { kind: 'lines', bytes: Uint8Array<ArrayBuffer>, plan: string }

export type PackageAnswer =
  | { kind: 'packed', bytes: Uint8Array<ArrayBuffer>, manifest: PackageManifest }
  | { kind: 'read', content: PackageContent }
  | { kind: 'lines', lines: ParsedLines }
  | { kind: 'refused', problem: Problem }
  | { kind: 'failed' }

/** To the worker: events of the task that follows, or the task without them. */
export type ToWorker = { kind: 'events', events: LedgerEvent[] } | { kind: 'task', task: PackageTask }
/** From the worker: `started`: it runs, and has the task; `safe`: the zip was found harmless, and how many lines it holds; events of the answer that follows, or the answer without them. */
export type FromWorker = { kind: 'started' } | { kind: 'safe', lines: number } | { kind: 'events', events: LedgerEvent[] } | { kind: 'answer', answer: PackageAnswer }

export const eventsPerSlice = 500
