/** Freezing, packing and reading snapshots off the main thread: each takes longer than a click may wait. */
import type { SnapshotAnswer, SnapshotTask } from './snapshotTalk'

let worker: Worker | null = null
let cannotStart = false
let queue: Promise<unknown> = Promise.resolve()

async function started(): Promise<Worker | null> {
  if (worker !== null || cannotStart) return worker
  try {
    const { default: SnapshotWorker } = await import('./snapshotWorker?worker&inline')
    worker = new SnapshotWorker({ name: 'guatu-snapshot' })
  } catch {
    cannotStart = true
  }
  return worker
}

function askWorker(of: Worker, task: SnapshotTask): Promise<SnapshotAnswer> {
  return new Promise(resolve => {
    const end = (answer: SnapshotAnswer) => {
      of.onmessage = of.onerror = null
      if (answer.kind === 'failed') { of.terminate(); worker = null }
      resolve(answer)
    }
    of.onerror = () => { end({ kind: 'failed' }) }
    of.onmessage = ({ data }: MessageEvent<SnapshotAnswer>) => { end(data) }
    of.postMessage(task)
  })
}

const here = async (task: SnapshotTask): Promise<SnapshotAnswer> => (await import('./doSnapshotTask')).doSnapshotTask(task)

/** One after another. What a worker cannot do is tried once more on the page; rejects only if that fails too. */
export function snapshotWork(task: SnapshotTask): Promise<SnapshotAnswer> {
  const turn = queue.catch(() => undefined).then(async () => {
    const of = await started()
    if (of === null) return here(task)
    const answer = await askWorker(of, task)
    return answer.kind === 'failed' ? here(task) : answer
  })
  queue = turn
  return turn
}
