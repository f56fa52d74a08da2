/** The worker of snapshots: one task at a time. */
import { doSnapshotTask } from './doSnapshotTask'
import type { SnapshotAnswer, SnapshotTask } from './snapshotTalk'

self.onmessage = async ({ data }: MessageEvent<SnapshotTask>) => {
  const answer = await doSnapshotTask(data).catch((): SnapshotAnswer => ({ kind: 'failed' }))
  self.postMessage(answer)
}
