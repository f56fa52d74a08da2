/** Papers made off the main thread; where no worker starts, here in slices. A worker holds one library and ends with its run. */
import type { Snapshot } from '../domain/snapshot'
import { Cancelled } from './paper'
import type { PaperChoice, PaperFormat, Tell } from './paper'
import type { MakeOne } from './makePapers'
import { PaperRefused } from './paperFailure'
import type { PaperAnswer, PaperTask } from './paperTalk'
import type { WrittenFormat } from './writePaper'
import type { FileToZip } from './zipFile'

type WorkerOf = new (options: { name: string }) => Worker
type Kind = 'deck' | 'report' | 'book' | 'plain'

const kindOf = (format: WrittenFormat): Kind => (format === 'pptx' ? 'deck' : format === 'docx' ? 'report' : format === 'xlsx' ? 'book' : 'plain')
const loaders: Readonly<Record<Kind, () => Promise<{ default: WorkerOf }>>> = {
  deck: () => import('./deckWorker?worker&inline'),
  report: () => import('./reportWorker?worker&inline'),
  book: () => import('./bookWorker?worker&inline'),
  plain: () => import('./plainWorker?worker&inline'),
}

/** Waits for a turn of the event loop at most every 30 ms: a click is answered in between. */
export function inSlices(tell: Tell): Tell {
  let last = performance.now()
  return async (done, total) => {
    await tell(done, total)
    if (performance.now() - last < 30) return
    await new Promise(resolve => { setTimeout(resolve, 0) })
    last = performance.now()
  }
}

class WorkerFailed extends Error {
  constructor(name: string, message: string, readonly isPageNeeded: boolean) { super(message); this.name = name }
}

export interface PaperWorkOptions {
  snapshot: Snapshot
  choice: PaperChoice
  /** The empty application, asked for only when it is needed; null: it cannot be had. */
  template: () => Promise<string | null>
  /** PNG of the wall chart's SVG. */
  draw: (svg: string) => Promise<Uint8Array>
  signal: AbortSignal
  /** For tests and for places without workers. */
  startWorker?: (kind: Kind) => Promise<Worker | null>
}

async function startInline(kind: Kind): Promise<Worker | null> {
  try {
    const { default: PaperWorker } = await loaders[kind]()
    return new PaperWorker({ name: `guatu-${kind}` })
  } catch {
    return null
  }
}

/** Makes papers of one snapshot, one at a time. `close` ends what still runs. */
export interface PaperWork { make: MakeOne, zip: (files: readonly FileToZip[]) => Promise<Uint8Array>, close: () => void }

export function paperWork({ snapshot, choice, template, draw, signal, startWorker = startInline }: PaperWorkOptions): PaperWork {
  let running: { kind: Kind, worker: Worker } | null = null
  let cannotStart = false
  function close(): void {
    running?.worker.terminate()
    running = null
  }

  /** A worker of the kind with the snapshot open; null where none starts. The one of another kind ends: two libraries at once are memory for nothing. */
  async function workerFor(kind: Kind): Promise<Worker | null> {
    if (running?.kind === kind) return running.worker
    close()
    if (cannotStart) return null
    const worker = await startWorker(kind)
    if (worker === null) { cannotStart = true; return null }
    running = { kind, worker }
    worker.postMessage({ kind: 'open', snapshot } satisfies PaperTask)
    return worker
  }

  function ask(worker: Worker, task: PaperTask, tell: Tell): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const end = (then: () => void, keep: boolean) => {
        signal.removeEventListener('abort', cancel)
        worker.onmessage = worker.onerror = worker.onmessageerror = null
        if (!keep) close()
        then()
      }
      const cancel = () => { end(() => reject(new Cancelled()), false) }
      if (signal.aborted) { cancel(); return }
      signal.addEventListener('abort', cancel)
      worker.onerror = event => { event.preventDefault?.(); end(() => reject(new WorkerFailed('WorkerDied', event.message ?? '', false)), false) }
      worker.onmessageerror = () => { end(() => reject(new WorkerFailed('WorkerDied', '', false)), false) }
      worker.onmessage = ({ data }: MessageEvent<PaperAnswer>) => {
        if (data.kind === 'progress') void tell(data.done, data.total).catch(() => undefined)
        else if (data.kind === 'made') end(() => resolve(data.bytes), true)
        else end(() => reject(data.name === 'PaperRefused' ? new PaperRefused(data.message as PaperRefused['code']) : new WorkerFailed(data.name, data.message, data.isPageNeeded)), true)
      }
      worker.postMessage(task)
    })
  }

  async function writeHere(format: WrittenFormat, held: string | null, tell: Tell): Promise<Uint8Array> {
    const [{ makerOf }, { writePaper }] = await Promise.all([import('./paperMakers'), import('./writePaper')])
    return writePaper(await makerOf(format), format, { snapshot, choice, template: held }, inSlices(tell))
  }

  async function write(format: WrittenFormat, tell: Tell): Promise<Uint8Array> {
    const held = format === 'page' ? await template() : null
    const worker = await workerFor(kindOf(format))
    if (worker === null) return writeHere(format, held, tell)
    try {
      return await ask(worker, { kind: 'write', format, choice, template: held }, tell)
    } catch (error) {
      if (error instanceof WorkerFailed && error.isPageNeeded) return writeHere(format, held, tell)
      throw error
    }
  }

  async function drawn(tell: Tell): Promise<Uint8Array> {
    const svg = new TextDecoder().decode(await write('svg', tell))
    const [bytes, { withSeal }] = [await draw(svg), await import('./paperSeal')]
    return withSeal('png', bytes, snapshot)
  }

  return {
    make: (format: PaperFormat, tell) => (format === 'png' ? drawn(tell) : write(format, tell)),
    async zip(files) {
      const worker = await workerFor('plain')
      if (worker !== null) return ask(worker, { kind: 'zip', files, madeAt: snapshot.seal.madeAt }, () => Promise.resolve())
      return (await import('./zipFile')).zipOf(files, snapshot.seal.madeAt, true)
    },
    close,
  }
}
