/** Report packages (报送包, `.guatu`) as files: made and read in a worker that is ended if it takes too long. */
import type { LedgerEvent } from '../domain/event'
import type { ParsedLines } from '../domain/lineReader'
import type { Problem } from '../domain/problem'
import { demoName } from '../domain/demoMark'
import { canSeal, isSealed, openSealed, passphraseProblem, sealBytes } from './packageCipher'
import type { PackageContent, PackageInput as Input, PackageManifest as Manifest, PackageScope as Scope } from './packageManifest'
import { packageProblem } from './packageProblems'
import type { FromWorker, PackageAnswer, PackageTask, ToWorker } from './packageTalk'
import { eventsPerSlice } from './packageTalk'
import type { Outcome } from './transport'

/** What a package is made from, its list of contents, and what it covers: as packageManifest.ts says. */
export type PackageInput = Input
export type PackageManifest = Manifest
export type PackageScope = Scope

export type PackageRead =
  | (PackageContent & { kind: 'read', isSealed: boolean })
  | { kind: 'passphrase' }
  | { kind: 'refused', problem: Problem }

export interface PackedPackage { name: string, bytes: Uint8Array<ArrayBuffer>, manifest: PackageManifest }

/** For reading a package; only lines, once the file was found harmless, are given more. */
const timeLimit = 10_000
const millisecondsPerLine = 0.5
/** For making a package, and for plain lines, whose size is bounded. */
const otherLimit = 120_000
/** A large file is given a second more for each of these bytes. */
const bytesPerSecond = 10_000_000
const sizeLimit = 200 * 1024 * 1024
/** Without a worker only a small file is read or made. */
const sizeLimitHere = 4 * 1024 * 1024
const eventLimitHere = 10_000

let queue: Promise<unknown> = Promise.resolve()

async function startWorker(): Promise<Worker | null> {
  try {
    const { default: PackageWorker } = await import('./packageWorker?worker&inline')
    return new PackageWorker({ name: 'guatu-package' })
  } catch {
    return null
  }
}

const pause = (): Promise<void> => new Promise(resolve => { setTimeout(resolve, 0) })
const refused = (code: Parameters<typeof packageProblem>[0]): PackageAnswer => ({ kind: 'refused', problem: packageProblem(code) })

async function tell(worker: Worker, task: PackageTask): Promise<void> {
  const say = (message: ToWorker) => { worker.postMessage(message) }
  if (task.kind !== 'pack') return say({ kind: 'task', task })
  const { events } = task.input
  for (let from = 0; from < events.length; from += eventsPerSlice) {
    say({ kind: 'events', events: events.slice(from, from + eventsPerSlice) })
    await pause()
  }
  say({ kind: 'task', task: { ...task, input: { ...task.input, events: [] } } })
}

function withEvents(answer: PackageAnswer, events: LedgerEvent[]): PackageAnswer {
  const whole = (lines: ParsedLines): ParsedLines => ({ ...lines, events })
  if (answer.kind === 'read') return { ...answer, content: { ...answer.content, lines: whole(answer.content.lines) } }
  return answer.kind === 'lines' ? { ...answer, lines: whole(answer.lines) } : answer
}

/** Null: the worker broke before it said anything, as where a policy forbids it. */
function askWorker(worker: Worker, task: PackageTask, signal?: AbortSignal): Promise<PackageAnswer | null> {
  return new Promise(resolve => {
    const events: LedgerEvent[] = []
    let isHeard = false
    const end = (answer: PackageAnswer | null) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      worker.onmessage = worker.onerror = null
      worker.terminate()
      resolve(answer)
    }
    const cancel = () => { end(refused('package_cancelled')) }
    const stop = () => { end(refused('package_timeout')) }
    const begun = Date.now()
    const limit = task.kind === 'read' ? timeLimit + 1000 * task.bytes.length / bytesPerSecond : otherLimit
    let timer = setTimeout(stop, limit)
    if (signal?.aborted) return cancel()
    signal?.addEventListener('abort', cancel)
    worker.onerror = () => { end(isHeard ? { kind: 'failed' } : null) }
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      isHeard = true
      if (data.kind === 'safe') {
        clearTimeout(timer)
        timer = setTimeout(stop, begun + limit + millisecondsPerLine * data.lines - Date.now())
      } else if (data.kind === 'events') for (const event of data.events) events.push(event)
      else if (data.kind === 'answer') end(withEvents(data.answer, events))
    }
    tell(worker, task).catch(() => { end({ kind: 'failed' }) })
  })
}

const isSmall = (task: PackageTask): boolean => (task.kind === 'pack' ? task.input.events.length <= eventLimitHere && task.input.evidence.reduce((sum, file) => sum + file.bytes.length, 0) <= sizeLimitHere : task.bytes.length <= sizeLimitHere)

/** One task after another; each has a worker of its own, which ends with it. */
function work(task: PackageTask, signal?: AbortSignal): Promise<PackageAnswer> {
  const turn = queue.catch(() => undefined).then(async (): Promise<PackageAnswer> => {
    if (signal?.aborted) return refused('package_cancelled')
    const worker = await startWorker()
    const answer = worker === null ? null : await askWorker(worker, task, signal)
    if (answer !== null) return answer
    return isSmall(task) ? (await import('./doPackageTask')).doPackageTask(task) : refused('package_worker_missing')
  })
  queue = turn
  return turn
}

const safe = (text: string): string => text.normalize('NFC').replace(/[\\/:*?"<>|\u0000-\u001F\u007F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, '').replace(/^[. ]+|[. ]+$/g, '').slice(0, 40)

/** `晋江市-养老服务科-报送包-20200702-093000.guatu`, in UTC+8. */
function nameOf({ area, demo, unit, unitName, scope, made }: PackageInput): string {
  const moment = new Date(Date.parse(made) + 8 * 3_600_000).toISOString()
  const whose = scope === 'unit' ? unitName ?? unit ?? '' : ''
  return `${[...(demo ? [demoName] : []), safe(area), safe(whose), '报送包', moment.slice(0, 10).replaceAll('-', ''), moment.slice(11, 19).replaceAll(':', '')].filter(part => part !== '').join('-')}.guatu`
}

/** The package as a file. Equal input gives equal bytes, but for a passphrase, whose salt is by chance. Never rejects. */
export async function packPackage(input: PackageInput): Promise<Outcome<PackedPackage>> {
  const unfit = input.passphrase === null ? null : passphraseProblem(input.passphrase)
  if (unfit !== null) return unfit
  const answer = await work({ kind: 'pack', input: { ...input, passphrase: null } }).catch((): PackageAnswer => ({ kind: 'failed' }))
  if (answer.kind !== 'packed') return { ok: false, problem: answer.kind === 'refused' ? answer.problem : packageProblem('package_failed') }
  const sealed = input.passphrase === null ? { ok: true as const, value: answer.bytes } : await sealBytes(answer.bytes, input.passphrase)
  return sealed.ok ? { ok: true, value: { name: nameOf(input), bytes: sealed.value, manifest: answer.manifest } } : sealed
}

const refuse = (code: Parameters<typeof packageProblem>[0]): { kind: 'refused', problem: Problem } => ({ kind: 'refused', problem: packageProblem(code) })

/** Everything in a package, checked, or why it is refused as a whole. `passphrase`: it has one, and none was given. Never rejects. */
export async function readPackage(_name: string, bytes: Uint8Array<ArrayBuffer>, options: { plan: string, passphrase?: string | null, signal?: AbortSignal }): Promise<PackageRead> {
  if (bytes.length === 0) return refuse('package_empty')
  if (bytes.length > sizeLimit) return refuse('package_too_large')
  const hasPassphrase = isSealed(bytes)
  let zip = bytes
  if (hasPassphrase) {
    if (!canSeal()) return refuse('package_cipher_missing')
    const passphrase = options.passphrase ?? ''
    if (passphrase === '') return { kind: 'passphrase' }
    const opened = await openSealed(bytes, passphrase)
    if (!opened.ok) return { kind: 'refused', problem: opened.problem }
    zip = opened.value
  }
  const answer = await work({ kind: 'read', bytes: zip, plan: options.plan }, options.signal).catch((): PackageAnswer => ({ kind: 'failed' }))
  if (answer.kind === 'read') return { kind: 'read', ...answer.content, isSealed: hasPassphrase }
  return answer.kind === 'refused' ? answer : refuse('package_unsafe')
}

/** A plain ledger file (`.jsonl`), or a file of the shared folder: its lines, checked. Never rejects. */
export async function readLedgerFile(bytes: Uint8Array<ArrayBuffer>, options: { plan: string, signal?: AbortSignal }): Promise<Outcome<ParsedLines>> {
  if (bytes.length === 0) return { ok: false, problem: packageProblem('package_empty') }
  const answer = await work({ kind: 'lines', bytes, plan: options.plan }, options.signal).catch((): PackageAnswer => ({ kind: 'failed' }))
  if (answer.kind === 'lines') return { ok: true, value: answer.lines }
  return { ok: false, problem: answer.kind === 'refused' ? answer.problem : packageProblem('package_not') }
}

/** What a file is by its first bytes. */
export function kindOfFile(bytes: Uint8Array): 'package' | 'lines' | 'other' {
  if (isSealed(bytes) || (bytes[0] === 0x50 && bytes[1] === 0x4b)) return 'package'
  const first = bytes.findIndex((byte, i) => !(byte <= 32 || (i < 3 && [0xef, 0xbb, 0xbf][i] === byte)))
  return bytes[first] === 123 ? 'lines' : 'other'
}
