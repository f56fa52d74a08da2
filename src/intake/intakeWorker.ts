/** The worker that reads returned files: one task at a time. */
import type { WorkerAnswer, WorkerTask } from './readFile'
import { readBytes } from './readBytes'

const say = (answer: WorkerAnswer) => { self.postMessage(answer) }

self.onmessage = ({ data }: MessageEvent<WorkerTask>) => {
  void readBytes(data.name, new Uint8Array(data.bytes), data.plan, share => { say({ kind: 'progress', share }) }).then(read => { say({ kind: 'read', read }) })
}
