/** Ledger files (`*.jsonl`): text → events, every hash computed (semantics.md 38). */
import type { LedgerEvent } from './event'
import type { LineCheck, ParsedLines } from './lineReader'
import type { Problem } from './problem'
import { eventHash, sha256Hex } from './hash'
import { altered, lineProblem, lineReader, notPlain } from './lineReader'
import { saysMore } from './silentJson'

/** Characters of a ledger file that is still read: 100,000 events are about 45,000,000. */
export const longestLedger = 64_000_000
/** Bad lines after which a file is refused as a whole: it is no ledger. */
export const mostAside = 10_000

export interface LineOptions {
  /** Compute every hash, look at every value; only lines that were checked before they were stored may go without. */
  verifyHash: boolean
}

/** Are the fields in the order of RFC 8785, at every depth. */
function isSorted(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isSorted)
  let before = ''
  for (const [key, one] of Object.entries(value)) {
    if (key < before || !isSorted(one)) return false
    before = key
  }
  return true
}

/**
 * The quick way for a line as we write it: it is canonical already, so that its own text without `hash` is what the hash covers. Anything else, also
 * a hash that does not fit, is looked at the slow way.
 */
function isOwnText(text: string, event: LedgerEvent): boolean {
  if ('sig' in event || text.includes('\\ud') || text.includes('"__proto__"') || JSON.stringify(event) !== text || !isSorted(event)) return false
  const field = `,"hash":"${event.hash}"`
  const at = text.lastIndexOf(field)
  return at > 0 && sha256Hex(text.slice(0, at) + text.slice(at + field.length)) === event.hash
}

/** Is a line what its hash says, and nothing more. */
export const checkLine: LineCheck = (text, event): Problem | null => {
  if (isOwnText(text, event)) return null
  try {
    if (eventHash(event) === event.hash) return saysMore(text, event) ? notPlain : null
  } catch {
    return notPlain
  }
  return lineProblem('line_hash', '校验值不符，内容被改动过', altered)
}

function refuse(why: Problem): ParsedLines {
  return { events: [], aside: [], foreign: 0, repeated: 0, refused: why }
}

/** Parses a ledger text: LF or CRLF, with or without a byte order mark; blank lines are skipped. */
export function parseLines(text: string, planId: string, options: LineOptions): ParsedLines {
  if (text.length > longestLedger) return refuse(lineProblem('ledger_too_large', `文件有 ${Math.round(text.length / 1e6)} 兆字，超过 ${longestLedger / 1e6} 兆`, '确认选对了文件；台账通常不到 10 兆'))
  const reader = lineReader(planId, options.verifyHash ? checkLine : null)
  const parsed = reader.done()
  let from = text.charCodeAt(0) === 0xfeff ? 1 : 0
  for (let line = 1; from < text.length; line++) {
    let end = text.indexOf('\n', from)
    if (end === -1) end = text.length
    if (end > from) reader.take(text.slice(from, end), line)
    from = end + 1
    if (parsed.aside.length > mostAside) return refuse(lineProblem('ledger_not_lines', `前 ${line} 行里有 ${mostAside} 多行读不懂`, '确认这是挂图导出的台账（.jsonl）'))
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
