/** The heavy work on snapshots, done alike in the worker and, where none starts, on the page. */
import { freeze } from '../domain/snapshot'
import { readSnapshot, snapshotText } from '../domain/snapshotFile'
import { packText, unpackText } from './packText'
import type { SnapshotAnswer, SnapshotTask } from './snapshotTalk'

export async function doSnapshotTask(task: SnapshotTask): Promise<SnapshotAnswer> {
  if (task.kind === 'freeze') return { kind: 'snapshot', snapshot: freeze(task.source, task.ask) }
  if (task.kind === 'pack') return { kind: 'packed', packed: await packText(snapshotText(task.snapshot)) }
  const text = await unpackText(task.packed)
  const read = text === null ? null : readSnapshot(text)
  return { kind: 'snapshot', snapshot: read?.ok === true ? read.snapshot : null }
}
