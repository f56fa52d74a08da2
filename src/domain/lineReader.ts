/**
 * One ledger line after the other: text → events, and an event back to its line. Whatever comes from a file, another tab or the database enters here
 * and nowhere else (semantics.md 38). Hostile text is safe: a bad line is kept aside with its reason, and nothing here recurses deeper than 32 levels.
 * The shape checks are written by hand: 100,000 lines cost little more than their JSON.parse.
 */
import type { LedgerEvent } from './event'
import type { Problem } from './problem'
import { isKnownDay, isRecordedAt } from './clock'
import { canonicalJson } from './hash'

/** Characters of one line; an event with a thousand items is about 100,000. */
export const longestLine = 1_000_000
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

/** Takes lines one by one; `done` gives what came of them. */
export interface LineReader {
  take(text: string, line: number): void
  done(): ParsedLines
}

/** Looks at a line that has the shape of an event: is it what its hash says. Lines that were checked before they were stored go without. */
export type LineCheck = (text: string, event: LedgerEvent) => Problem | null

export const lineProblem = (code: string, why: string, fix: string): Problem => ({ code, why, fix })
export const altered = '请从原设备重新导出；这一行可能被改动或截断过'
export const notPlain = lineProblem('line_not_plain', '有计算机不能照原样保存的数、文字或字段名，或嵌套超过 32 层', altered)

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

/** The shape of semantics.md 38, or why it is not met. */
function shapeProblem(event: Record<string, unknown>, isTrusted: boolean): Problem | null {
  const { v, id, type, at, recordedAt, hash, data } = event
  const isName = (name: unknown): boolean => typeof name === 'string'
  const wrong = typeof v !== 'number' ? 'v' : !isName(id) ? 'id' : !isName(type) ? 'type' : !isKnownDay(at) ? 'at' : !isRecordedAt(recordedAt) ? 'recordedAt' : typeof hash !== 'string' ? 'hash' : !isObject(data) ? 'data' : null
  if (wrong !== null) return lineProblem('line_field', `字段 ${wrong} 缺少或写法不对`, altered)
  // A trusted line was looked at whole before it was stored; its payload is looked at again, because the fold reads it.
  return (isTrusted ? isPlain(data, 1) : isPlain(event, 0)) ? null : notPlain
}

/** Reads the lines of one plan; other plans' lines are counted and ignored. */
export function lineReader(planId: string, check: LineCheck | null): LineReader {
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
    if (text.length > longestLine) return setAside(line, text, lineProblem('line_too_long', `这一行有 ${text.length} 个字，超过 ${longestLine}`, altered))
    try {
      value = JSON.parse(text)
    } catch {
      if (text.trim() !== '') setAside(line, text, lineProblem('line_not_json', '不是 JSON', altered))
      return
    }
    if (!isObject(value) || typeof value.plan !== 'string') return setAside(line, text, lineProblem('line_fields', '不是一条台账记录', altered))
    if (value.plan !== planId) {
      foreign++
      return
    }
    const why = shapeProblem(value, check === null)
    if (why !== null) return setAside(line, text, why)
    const event = value as unknown as LedgerEvent
    const wrong = check?.(text, event) ?? null
    if (wrong !== null) return setAside(line, text, wrong)
    if (isRepeated(event.hash)) repeated++
    else events.push(event)
  }

  return { take, done: () => ({ events, aside, foreign, repeated, refused: null }) }
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
