/**
 * Ledger lines (`*.jsonl`): text → events and back. Whatever comes from a file, another tab or the database enters here and nowhere else
 * (semantics.md 38). Hostile text is safe: a bad line is kept aside with its reason, and nothing here recurses deeper than 32 levels.
 * The shape checks are written by hand: 100,000 lines cost little more than their JSON.parse.
 */
import type { LedgerEvent } from './event'
import type { Problem } from './problem'
import { isKnownDay, isRecordedAt } from './clock'
import { canonicalJson, eventHash } from './hash'
import { saysMore } from './silentJson'

/** Characters of a ledger file that is still read: 100,000 events are about 45,000,000. */
export const longestLedger = 64_000_000
/** Characters of one line; an event with a thousand items is about 100,000. */
export const longestLine = 1_000_000
/** Bad lines after which a file is refused as a whole: it is no ledger. */
export const mostAside = 10_000
const deepest = 32

/** A line that is no valid event; `line` counts from 1. */
export interface Aside {
  line: number
  text: string
  why: Problem
}

export interface ParsedLines {
  /** Valid events of the plan, each once, in the order of the lines. */
  events: LedgerEvent[]
  aside: Aside[]
  /** Lines of other plans, ignored. */
  foreign: number
  /** Lines that say again what an earlier line says. */
  repeated: number
  /** Why the file as a whole is refused; then everything above is empty. */
  refused: Problem | null
}

export interface LineOptions {
  /** Compute every hash, look at every value; only lines that were checked before they were stored may go without. */
  verifyHash: boolean
}

/** Takes lines one by one; `done` gives what came of them. */
export interface LineReader {
  take(text: string, line: number): void
  done(): ParsedLines
}

const problem = (code: string, why: string, fix: string): Problem => ({ code, why, fix })
const altered = '请从原设备重新导出；这一行可能被改动或截断过'
const notPlain = problem('line_not_plain', '有计算机不能照原样保存的数、文字或字段名，或嵌套超过 32 层', altered)

/** Only what JSON can say and hashes can cover: finite numbers, at most 32 levels below `depth` 0. */
export function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === 'number') return value - value === 0
  if (typeof value !== 'object' || value === null) return true
  if (depth >= deepest) return false
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) if (!isPlain(value[i], depth + 1)) return false
    return true
  }
  for (const key in value) if (!isPlain((value as Record<string, unknown>)[key], depth + 1)) return false
  return true
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Names that machines give: no path, no control, direction or zero-width character. */
const isMachineName = (name: string): boolean => name.length <= 200 && !/[/\\\p{C}]|\.\./u.test(name)

/** The shape of semantics.md 38, or why it is not met. */
function shapeProblem(event: Record<string, unknown>, isTrusted: boolean): Problem | null {
  const { v, id, type, at, recordedAt, device, hash, data } = event
  const isName = (name: unknown): boolean => typeof name === 'string' && (isTrusted || isMachineName(name))
  const wrong = typeof v !== 'number' ? 'v' : !isName(id) ? 'id' : !isName(type) ? 'type' : !isName(device ?? '') ? 'device' : !isKnownDay(at) ? 'at' : !isRecordedAt(recordedAt) ? 'recordedAt' : typeof hash !== 'string' ? 'hash' : !isObject(data) ? 'data' : null
  if (wrong !== null) return problem('line_field', `字段 ${wrong} 缺少或写法不对`, altered)
  // A trusted line was looked at whole before it was stored; its payload is looked at again, because the fold reads it.
  return (isTrusted ? isPlain(data, 1) : isPlain(event, 0)) ? null : notPlain
}

function hashProblem(text: string, event: LedgerEvent): Problem | null {
  try {
    if (eventHash(event) === event.hash) return saysMore(text, event) ? notPlain : null
  } catch {
    return notPlain
  }
  return problem('line_hash', '校验值不符，内容被改动过', altered)
}

/** Reads the lines of one plan; other plans' lines are counted and ignored. */
export function lineReader(planId: string, options: LineOptions): LineReader {
  const events: LedgerEvent[] = []
  const aside: Aside[] = []
  let greatest = ''
  let seen: Set<string> | null = null
  let foreign = 0
  let repeated = 0

  function setAside(line: number, text: string, why: Problem): void {
    aside.push({ line, text, why: { ...why, path: `第 ${line} 行` } })
  }

  /** While hashes ascend (so the records of single entries come out of the database) one comparison tells that a line is new; any other order takes a set. */
  function isRepeated(hash: string): boolean {
    if (seen === null) {
      if (hash > greatest) {
        greatest = hash
        return false
      }
      seen = new Set(events.map(event => event.hash))
    }
    const before = seen.size
    return seen.add(hash).size === before
  }

  function take(text: string, line: number): void {
    let value: unknown
    if (text.length > longestLine) return setAside(line, text, problem('line_too_long', `这一行有 ${text.length} 个字，超过 ${longestLine}`, altered))
    try {
      value = JSON.parse(text)
    } catch {
      if (text.trim() !== '') setAside(line, text, problem('line_not_json', '不是 JSON', altered))
      return
    }
    if (!isObject(value) || typeof value.plan !== 'string') return setAside(line, text, problem('line_fields', '不是一条台账记录', altered))
    if (value.plan !== planId) {
      foreign++
      return
    }
    const why = shapeProblem(value, !options.verifyHash)
    if (why !== null) return setAside(line, text, why)
    const event = value as unknown as LedgerEvent
    const wrong = options.verifyHash ? hashProblem(text, event) : null
    if (wrong !== null) return setAside(line, text, wrong)
    if (isRepeated(event.hash)) repeated++
    else events.push(event)
  }

  return { take, done: () => ({ events, aside, foreign, repeated, refused: null }) }
}

function refuse(why: Problem): ParsedLines {
  return { events: [], aside: [], foreign: 0, repeated: 0, refused: why }
}

/** Parses a ledger text: LF or CRLF, with or without a byte order mark; blank lines are skipped. */
export function parseLines(text: string, planId: string, options: LineOptions): ParsedLines {
  if (text.length > longestLedger) return refuse(problem('ledger_too_large', `文件有 ${Math.round(text.length / 1e6)} 兆字，超过 ${longestLedger / 1e6} 兆`, '确认选对了文件；台账通常不到 10 兆'))
  const reader = lineReader(planId, options)
  const parsed = reader.done()
  let from = text.charCodeAt(0) === 0xfeff ? 1 : 0
  for (let line = 1; from < text.length; line++) {
    let end = text.indexOf('\n', from)
    if (end === -1) end = text.length
    if (end > from) reader.take(text.slice(from, end), line)
    from = end + 1
    if (parsed.aside.length > mostAside) return refuse(problem('ledger_not_lines', `前 ${line} 行里有 ${mostAside} 多行读不懂`, '确认这是挂图导出的台账（.jsonl）'))
  }
  return reader.done()
}

/** Ids of `events` that stand for different events, among themselves or in `known`: both are kept, and shown (semantics.md 38). */
export function conflictingIds(events: readonly LedgerEvent[], known: readonly LedgerEvent[]): string[] {
  const hashes = new Map<string, string>()
  const conflicting = new Set<string>()
  for (const { id, hash } of events) {
    const first = hashes.get(id)
    if (first === undefined) hashes.set(id, hash)
    else if (first !== hash) conflicting.add(id)
  }
  for (const { id, hash } of known) {
    const first = hashes.get(id)
    if (first !== undefined && first !== hash) conflicting.add(id)
  }
  return [...conflicting]
}

/** The order of lines in a file: recordedAt, id, hash, by code units. */
function byRecording(one: LedgerEvent, other: LedgerEvent): number {
  if (one.recordedAt !== other.recordedAt) return one.recordedAt < other.recordedAt ? -1 : 1
  if (one.id !== other.id) return one.id < other.id ? -1 : 1
  return one.hash < other.hash ? -1 : one.hash > other.hash ? 1 : 0
}

/** One event as its line: RFC 8785, so that the same event is the same text everywhere. */
export function lineOf(event: LedgerEvent): string {
  return canonicalJson(event)
}

/** The text of a ledger file: one line an event, LF, in a fixed order; the same events give the same bytes. */
export function serializeLines(events: readonly LedgerEvent[]): string {
  return [...events].sort(byRecording).map(event => `${lineOf(event)}\n`).join('')
}
