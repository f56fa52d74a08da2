/** What is said between the page and the worker that freezes, packs and reads snapshots. */
import type { Snapshot, SnapshotAsk, SnapshotSource } from '../domain/snapshot'
import type { PackedText } from '../ledger/snapshotShelf'

export type SnapshotTask =
  | { kind: 'freeze', source: SnapshotSource, ask: SnapshotAsk }
  | { kind: 'pack', snapshot: Snapshot }
  | { kind: 'read', packed: PackedText }
export type SnapshotAnswer =
  | { kind: 'snapshot', snapshot: Snapshot | null }
  | { kind: 'packed', packed: PackedText }
  | { kind: 'failed' }
