import { afterEach, describe, expect, it, vi } from 'vitest'
import { Cancelled, plainChoice, tellNobody } from '../../src/exports/paper.ts'
import { PaperRefused } from '../../src/exports/paperFailure.ts'
import type { PaperAnswer, PaperTask } from '../../src/exports/paperTalk.ts'
import { inSlices, paperWork } from '../../src/exports/paperWork.ts'
import type { PaperWorkOptions } from '../../src/exports/paperWork.ts'
import { snapshotText } from '../../src/domain/snapshotFile.ts'
import { emptySnapshot } from './makers.ts'

const snapshot = emptySnapshot()
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** A worker that answers as told; what it was asked stands in `asked`. */
class FakeWorker {
  onmessage: ((event: { data: PaperAnswer }) => void) | null = null
  onerror: ((event: { message: string }) => void) | null = null
  onmessageerror: (() => void) | null = null
  isEnded = false
  readonly asked: PaperTask[] = []
  constructor(readonly kind: string, private readonly answer: (task: PaperTask, worker: FakeWorker) => void) {}
  postMessage(task: PaperTask): void { this.asked.push(task); if (task.kind !== 'open') queueMicrotask(() => this.answer(task, this)) }
  terminate(): void { this.isEnded = true }
  say(data: PaperAnswer): void { this.onmessage?.({ data }) }
}

const options = (more: Partial<PaperWorkOptions> = {}): PaperWorkOptions => ({
  snapshot, choice: plainChoice, template: () => Promise.resolve(null), draw: svg => Promise.resolve(new TextEncoder().encode(`png of ${svg}`)), signal: new AbortController().signal, startWorker: () => Promise.resolve(null), ...more,
})
const withWorkers = (answer: (task: PaperTask, worker: FakeWorker) => void) => {
  const workers: FakeWorker[] = []
  return { workers, startWorker: (kind: string) => { const worker = new FakeWorker(kind, answer); workers.push(worker); return Promise.resolve(worker as unknown as Worker) } }
}

afterEach(() => { vi.useRealTimers() })

describe('paperWork with workers', () => {
  it('sends the snapshot once to each library, ends one before the next, and hands over bytes and progress', async () => {
    const { workers, startWorker } = withWorkers((task, worker) => {
      worker.say({ kind: 'progress', done: 1, total: 2 })
      worker.say({ kind: 'made', bytes: new TextEncoder().encode(task.kind === 'write' ? task.format : task.kind) })
    })
    const told: number[][] = []
    const work = paperWork(options({ startWorker }))
    const tell = (done: number, total: number) => { told.push([done, total]); return Promise.resolve() }
    expect(text(await work.make('csv', tell))).toBe('csv')
    expect(text(await work.make('svg', tell))).toBe('svg')
    expect(text(await work.make('pptx', tell))).toBe('pptx')
    expect(text(await work.zip([]))).toBe('zip')
    expect(workers.map(worker => [worker.kind, worker.asked.map(task => task.kind)])).toEqual([['plain', ['open', 'write', 'write']], ['deck', ['open', 'write']], ['plain', ['open', 'zip']]])
    expect(workers.map(worker => worker.isEnded)).toEqual([true, true, false])
    expect(told).toEqual([[1, 2], [1, 2], [1, 2]])
    work.close()
    expect(workers.at(-1)!.isEnded).toBe(true)
  })

  it('called off it ends the worker at once', async () => {
    const control = new AbortController()
    const { workers, startWorker } = withWorkers(() => control.abort())
    await expect(paperWork(options({ startWorker, signal: control.signal })).make('pptx', tellNobody)).rejects.toBeInstanceOf(Cancelled)
    expect(workers[0]!.isEnded).toBe(true)
  })

  it('a worker that dies fails its one format, and the next format gets a new one', async () => {
    let deaths = 0
    const { workers, startWorker } = withWorkers((_, worker) => { if (deaths++ === 0) worker.onerror?.({ message: '' }); else worker.say({ kind: 'made', bytes: new Uint8Array([1]) }) })
    const work = paperWork(options({ startWorker }))
    await expect(work.make('csv', tellNobody)).rejects.toMatchObject({ name: 'WorkerDied' })
    expect(await work.make('board', tellNobody)).toEqual(new Uint8Array([1]))
    expect(workers.length).toBe(2)
  })

  it('what only the page has is done on the page; other failures and refusals keep their names', async () => {
    const { startWorker } = withWorkers((task, worker) => {
      if (task.kind === 'write') worker.say(task.format === 'snapshot' ? { kind: 'failed', name: 'ReferenceError', message: 'DOMParser is not defined', isPageNeeded: true } : task.format === 'page' ? { kind: 'failed', name: 'PaperRefused', message: 'template', isPageNeeded: false } : { kind: 'failed', name: 'TypeError', message: 'no', isPageNeeded: false })
    })
    const work = paperWork(options({ startWorker }))
    expect(text(await work.make('snapshot', tellNobody))).toContain(snapshot.fingerprint)
    await expect(work.make('page', tellNobody)).rejects.toMatchObject({ code: 'template' })
    await expect(work.make('csv', tellNobody)).rejects.toMatchObject({ name: 'TypeError', message: 'no' })
  })
})

describe('paperWork where no worker starts', () => {
  it('makes the papers here, PNG from the SVG, and the zip without compressing', async () => {
    const template = vi.fn(() => Promise.resolve<string | null>(null))
    const work = paperWork(options({ template }))
    expect(text(await work.make('snapshot', tellNobody))).toContain(snapshotText(snapshot).slice(0, 60))
    expect(JSON.parse(text(await work.make('board', tellNobody)))).toMatchObject({ plan: snapshot.seal.plan, head: snapshot.seal.head })
    expect(template).not.toHaveBeenCalled()
    await expect(work.make('page', tellNobody)).rejects.toBeInstanceOf(PaperRefused)
    expect((await work.zip([{ name: '甲.txt', bytes: new Uint8Array(9) }])).length).toBeGreaterThan(9)
  })

  it('stops at the next piece once the run is called off', async () => {
    const calledOff = (): Promise<void> => Promise.reject(new Cancelled())
    await expect(paperWork(options()).make('board', calledOff)).rejects.toBeInstanceOf(Cancelled)
  })

  it('lets a click through at most every 30 ms of work, and not at every piece', async () => {
    vi.useFakeTimers()
    let turns = 0
    const real = setTimeout
    vi.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void) => { turns += 1; run(); return 0 }) as unknown as typeof real)
    const tell = inSlices(tellNobody)
    for (let i = 0; i < 10; i++) { vi.advanceTimersByTime(10); await tell(i, 10) }
    expect(turns).toBe(3)
  })
})
