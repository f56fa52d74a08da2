/** The worker that reads returned files: one task at a time. */
import type { WorkerAnswer, WorkerTask } from './workerTalk'
import { readBytes } from './readBytes'

const say = (answer: WorkerAnswer) => { self.postMessage(answer) }

self.onmessage = async ({ data }: MessageEvent<WorkerTask>) => {
  const read = await readBytes(data.name, new Uint8Array(data.bytes), data.plan, share => { say({ kind: 'progress', share }) })
  say({ kind: 'read', read })
}
