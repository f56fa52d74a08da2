/** The inside of every worker that makes papers. */
import type { Snapshot } from '../domain/snapshot'
import { PaperRefused } from './paperFailure'
import type { PaperAnswer, PaperTask } from './paperTalk'
import { writePaper } from './writePaper'
import type { PaperMakers } from './writePaper'
import { zipOf } from './zipFile'

/** Answers to tasks with these makers, and puts files into a zip. To be called once, at the top of a worker. */
export function servePapers(makers: PaperMakers): void {
  let snapshot: Snapshot | null = null
  const say = (answer: PaperAnswer, handedOver: Transferable[] = []) => { self.postMessage(answer, { transfer: handedOver }) }
  let last = 0
  /** The page draws a bar: it need not hear of every piece. */
  const tell = (done: number, total: number): Promise<void> => {
    const now = performance.now()
    if (now - last > 30 || done === total) { last = now; say({ kind: 'progress', done, total }) }
    return Promise.resolve()
  }
  async function made(task: Exclude<PaperTask, { kind: 'open' }>): Promise<Uint8Array> {
    if (task.kind === 'zip') return zipOf(task.files, task.madeAt)
    const maker = makers[task.format]
    if (maker === undefined || snapshot === null) throw new Error(`no maker of ${task.format} here`)
    return writePaper(maker, task.format, { snapshot, choice: task.choice, template: task.template }, tell)
  }
  self.onmessage = async ({ data }: MessageEvent<PaperTask>) => {
    if (data.kind === 'open') { snapshot = data.snapshot; return }
    try {
      const bytes = await made(data)
      say({ kind: 'made', bytes }, [bytes.buffer as ArrayBuffer])
    } catch (error) {
      const { name, message } = error instanceof Error ? error : { name: '', message: String(error) }
      say({ kind: 'failed', name: error instanceof PaperRefused ? 'PaperRefused' : name, message, isPageNeeded: error instanceof ReferenceError })
    }
  }
}
