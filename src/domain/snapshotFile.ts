/**
 * The border for snapshot files: a snapshot → its text, and any text → snapshot or what is wrong with it, field by field. Loads zod with
 * `parsePlan`; call it through a dynamic import. A snapshot that was altered is never opened.
 */
import type { LedgerEvent } from './event'
import { isKnownDay } from './clock'
import { canonicalJson, headOf, planHash, sha256Hex } from './hash'
import { lineReader } from './lineReader'
import { checkLine, longestLedger } from './lines'
import { parsePlan } from './parsePlan'
import { longestJson, readJson } from './plainJson'
import type { Problem } from './problem'
import type { BoardFile, Seal, Snapshot } from './snapshot'
import { fingerprintOf, sealedBoard, snapshotFormat } from './snapshot'

export type ReadSnapshot = { ok: true, snapshot: Snapshot } | { ok: false, problems: Problem[] }

/** One JSON object; the same snapshot gives the same bytes. */
export function snapshotText({ seal, fingerprint, plan, events, board }: Snapshot): string {
  return canonicalJson({ ...seal, fingerprint, planFile: plan, ledger: events, board })
}

const altered = '用原来那份文件；没有就在挂图里重新封存、重新导出'
const wrong = (code: string, path: string, why: string): Problem => ({ code, path, why, fix: altered })

const texts = ['name', 'plan', 'planHash', 'asOf', 'knownAt', 'rulePack', 'review', 'head', 'boardHash', 'madeAt', 'version'] as const
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The seal inside a file (a snapshot's own, or the mark that an exported paper carries); null where it is none. */
export function readSeal(value: unknown): Seal | null {
  if (!isObject(value) || value.format !== snapshotFormat || texts.some(key => typeof value[key] !== 'string')) return null
  const { asOf, review, demo, events, madeBy, safeFrom } = value
  if (!isKnownDay(asOf) || !['all', 'accepted', 'accepted_twice'].includes(String(review)) || typeof demo !== 'boolean' || typeof events !== 'number' || !isObject(madeBy)) return null
  const by = { ...(typeof madeBy.unit === 'string' && { unit: madeBy.unit }), ...(typeof madeBy.name === 'string' && { name: madeBy.name }) }
  const fields = Object.fromEntries(texts.map(key => [key, value[key]])) as Pick<Seal, typeof texts[number]>
  return { format: snapshotFormat, ...fields, demo, events, madeBy: by, ...(typeof safeFrom === 'string' && { safeFrom }) }
}

/** Opens a snapshot's text. Everything in it is checked against its own events, and what differs is named. */
export function readSnapshot(text: string): ReadSnapshot {
  const read = readJson(text, longestLedger + longestJson)
  if (!read.ok) return { ok: false, problems: [{ ...read.problem, fix: altered }] }
  const value = read.value
  const seal = readSeal(value)
  if (seal === null || !isObject(value)) return { ok: false, problems: [wrong('snapshot_format', 'format', '这不是挂图的快照，或缺少必要的字段')] }
  const parsed = parsePlan(JSON.stringify(value.planFile ?? null))
  if (!parsed.ok) return { ok: false, problems: [wrong('snapshot_plan', 'planFile', '快照里的计划读不了'), ...parsed.problems.slice(0, 5)] }
  const problems: Problem[] = []
  if (planHash(parsed.plan) !== seal.planHash) problems.push(wrong('snapshot_plan', 'planFile', '快照里的计划被改动过'))
  const { events, aside } = readEvents(value.ledger, seal.plan)
  problems.push(...aside)
  if (events.length !== seal.events || headOf(events.map(event => event.hash)) !== seal.head) problems.push(wrong('snapshot_events', 'ledger', `台账应有 ${seal.events} 条，读到完好的 ${events.length} 条，或内容与封存时不同`))
  if (problems.length === 0) problems.push(...boardProblems(sealedBoard(parsed.plan, events, seal), value.board as BoardFile, seal))
  if (value.fingerprint !== printed(seal)) problems.push(wrong('snapshot_fingerprint', 'fingerprint', `校验码与内容不符：${sealFields} 里有一项被改动过`))
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, snapshot: { seal, fingerprint: String(value.fingerprint), plan: parsed.plan, events, board: value.board as BoardFile } }
}

/** Null where the seal holds half a character, which has no code. */
function printed(seal: Seal): string | null {
  try {
    return fingerprintOf(seal)
  } catch {
    return null
  }
}

const sealFields = '名称、截至日、所知时点、规则、审核口径、封存时间或单位'

function readEvents(ledger: unknown, plan: string): { events: LedgerEvent[], aside: Problem[] } {
  if (!Array.isArray(ledger)) return { events: [], aside: [wrong('snapshot_events', 'ledger', '没有台账')] }
  const reader = lineReader(plan, checkLine)
  ledger.forEach((event, i) => reader.take(JSON.stringify(event) ?? '', i + 1))
  const { events, aside } = reader.done()
  return { events, aside: aside.slice(0, 20).map(({ line, why }) => wrong('snapshot_event', `ledger[${line - 1}]`, why.why)) }
}

/** What differs between the board that follows from plan and events, and the one that a file claims. */
function boardProblems(made: BoardFile, claimed: unknown, seal: Seal): Problem[] {
  if (sha256Hex(canonicalJson(made)) === seal.boardHash && isObject(claimed) && canonicalJson(claimed) === canonicalJson(made)) return []
  if (!isObject(claimed)) return [wrong('snapshot_board', 'board', '没有挂图数据')]
  const differences = boardDifferences(made, claimed as BoardFile)
  if (differences.length === 0) return [wrong('snapshot_board', 'board', '挂图数据与封存时不同，可能是另一版本的规则算的')]
  return differences.slice(0, 20).map(({ path, made: right, claimed: said }) => wrong('snapshot_board', path, `文件写的是 ${said}，按台账应为 ${right}`))
}

export interface BoardDifference {
  /** `cells[2.1-1 350582001].value`. */
  path: string
  target: string | null
  area: string | null
  field: string
  made: string
  claimed: string
}

const fields = ['value', 'goal', 'completion', 'progress', 'pace', 'gap', 'lamp', 'at', 'stale'] as const
const said = (value: unknown): string => (value === undefined ? '（没有）' : canonicalJson(value))

/** Field by field where two boards of `board.json` differ. Neither order nor unknown fields matter. */
export function boardDifferences(made: BoardFile, claimed: BoardFile): BoardDifference[] {
  const found: BoardDifference[] = []
  const compare = (kind: string, list: readonly object[], others: unknown, keyOf: (one: Record<string, unknown>) => string, names: readonly string[]) => {
    const known = new Map((Array.isArray(others) ? others.filter(isObject) : []).map(one => [keyOf(one), one]))
    for (const one of list as readonly Record<string, unknown>[]) {
      const key = keyOf(one)
      const other = known.get(key)
      known.delete(key)
      for (const field of names) {
        if (other !== undefined && said(one[field]) === said(other[field])) continue
        found.push({ path: `${kind}[${key}].${field}`, target: typeof one.target === 'string' ? one.target : null, area: typeof one.area === 'string' ? one.area : null, field, made: said(one[field]), claimed: said(other?.[field]) })
      }
    }
    for (const key of known.keys()) found.push({ path: `${kind}[${key}]`, target: null, area: null, field: '', made: '（没有）', claimed: '多出一项' })
  }
  compare('cells', made.cells, claimed.cells, one => `${String(one.target)} ${String(one.area)}`, fields)
  compare('targets', made.targets, claimed.targets, one => String(one.target), fields)
  compare('areas', made.areas, claimed.areas, one => String(one.area), ['onPace', 'active', 'rank', 'lamps'])
  compare('chapters', made.chapters, claimed.chapters, one => String(one.chapter), ['onPace', 'active', 'lamps'])
  for (const key of ['plan', 'asOf', 'knownAt', 'events', 'head', 'demo', 'rulePack', 'planHash', 'total'] as const)
    if (said(made[key]) !== said((claimed as Partial<BoardFile>)[key])) found.push({ path: key, target: null, area: null, field: key, made: said(made[key]), claimed: said((claimed as Partial<BoardFile>)[key]) })
  return found
}

