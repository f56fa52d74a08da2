/** Reads a returned file off the main thread; the time limit ends the worker itself. */
import type { Plan } from '../domain/plan'
import type { FileRead } from './fileRead'
import { fileProblem } from './fileProblems'
import type { WorkerAnswer, WorkerTask } from './workerTalk'

export interface ReadOptions { signal?: AbortSignal, onProgress?: (share: number) => void }

const timeLimit = 10_000
const sizeLimit = 20 * 1024 * 1024
/** Without a worker a file is read between frames, and only a small one. */
const sizeLimitHere = 2 * 1024 * 1024
const poolSize = 2

const idle: Worker[] = []
const waiting: (() => void)[] = []
let running = 0

async function startWorker(): Promise<Worker | null> {
  try {
    const { default: IntakeWorker } = await import('./intakeWorker?worker&inline')
    return new IntakeWorker({ name: 'guatu-intake' })
  } catch {
    return null
  }
}

/**
 * The file as tables and entries. Never rejects: refusals, damage, the limit of 10 s and a cancelled `signal` come back as `ok: false`.
 * `plan` is the plan with its set-up; nothing of it is changed.
 */
export async function readFile(file: File, plan: Plan, options: ReadOptions = {}): Promise<FileRead> {
  const refused = (code: Parameters<typeof fileProblem>[0]): FileRead => ({ ok: false, file: file.name, bytes: file.size, problems: [fileProblem(code, file.name)] })
  if (file.size === 0) return refused('file_empty')
  if (file.size > sizeLimit) return refused('file_too_large')
  while (running >= poolSize) await new Promise<void>(resolve => { waiting.push(resolve) })
  running += 1
  try {
    if (options.signal?.aborted) return refused('file_cancelled')
    const bytes = await file.arrayBuffer().catch(() => null)
    if (bytes === null) return refused('file_damaged')
    const worker = idle.pop() ?? await startWorker()
    if (worker === null) return file.size > sizeLimitHere ? refused('file_worker_missing') : await (await import('./readBytes')).readBytes(file.name, new Uint8Array(bytes), plan, options.onProgress)
    return await readBy(worker, { name: file.name, bytes, plan }, options, refused)
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

function readBy(worker: Worker, task: WorkerTask, { signal, onProgress }: ReadOptions, refused: (code: Parameters<typeof fileProblem>[0]) => FileRead): Promise<FileRead> {
  return new Promise(resolve => {
    const end = (read: FileRead, keep: boolean) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      worker.onmessage = worker.onerror = null
      if (keep) idle.push(worker)
      else worker.terminate()
      resolve(read)
    }
    const cancel = () => { end(refused('file_cancelled'), false) }
    if (signal?.aborted) { idle.push(worker); resolve(refused('file_cancelled')); return }
    const timer = setTimeout(() => { end(refused('file_timeout'), false) }, timeLimit)
    signal?.addEventListener('abort', cancel)
    worker.onerror = () => { end(refused('file_damaged'), false) }
    worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
      if (data.kind === 'progress') onProgress?.(data.share)
      else end(data.read, data.read.ok)
    }
    worker.postMessage(task, [task.bytes])
  })
}
