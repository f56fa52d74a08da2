/** Where plan files come from: `data/` on the web server, or the island inside the single file. Trusted bytes skip the schema. */
import { trustedPlans } from 'virtual:trusted-plans'
import type { Plan } from '../domain/plan'
import type { Problem } from '../domain/problem'
import { sha256OfBytes } from '../domain/hash'

export interface PlanEntry {
  id: string
  file: string
  title: string
  area: string
  year: number
}

/** `<script type="application/json" id="guatu-data">` of the single file: the index and the plan files' texts. */
interface Island { index: { plans: PlanEntry[] }, files: Record<string, string> }

export type Loaded<T> = { ok: true, value: T } | { ok: false, problems: Problem[], total: number }

const failure = <T>(code: string, why: string, fix: string): Loaded<T> => ({ ok: false, problems: [{ code, why, fix }], total: 1 })

let island: Island | null | undefined

function readIsland(): Island | null {
  if (island === undefined) {
    const text = document.getElementById('guatu-data')?.textContent
    island = text === undefined || text === null ? null : JSON.parse(text) as Island
  }
  return island
}

/** The answer that the early script has asked for already; good for one reading. */
function takeEarly(file: string): Promise<Response> | null {
  const early = (window as { guatuEarly?: Record<string, Promise<Response> | undefined> }).guatuEarly
  const answer = early?.[file]
  if (early === undefined || answer === undefined) return null
  delete early[file]
  return answer
}

async function bytesOf(file: string): Promise<Loaded<Uint8Array>> {
  const inside = readIsland()
  if (inside !== null) {
    const text = inside.files[file]
    return text === undefined ? failure('plan_missing', `文件里没有 ${file}`, '换一个计划') : { ok: true, value: new TextEncoder().encode(text) }
  }
  // An answer that was cut on its way, as when the network goes while the page opens, is asked for once more: it may be kept on this device.
  for (const ask of [() => takeEarly(file), () => fetch(`./data/${file}`, { cache: 'no-cache' })]) try {
    const response = await ask()
    if (response === null) continue
    if (!response.ok) return failure('plan_missing', `服务器上没有 data/${file}（${response.status}）`, '请管理员把 data 文件夹放到网页旁边')
    return { ok: true, value: new Uint8Array(await response.arrayBuffer()) }
  } catch { /* said below */ }
  return failure('plan_unreachable', `读不到 data/${file}`, '检查网络；双击打开时请用 guatu.html')
}

/** The text of any file below `data/`; for what waits: rule packs. */
export async function readDataFile(file: string): Promise<Loaded<string>> {
  const bytes = await bytesOf(file)
  return bytes.ok ? { ok: true, value: new TextDecoder().decode(bytes.value) } : bytes
}

/** The list of plans, as `data/index.json` says. */
export async function loadPlanList(): Promise<Loaded<PlanEntry[]>> {
  const inside = readIsland()
  if (inside !== null) return { ok: true, value: inside.index.plans }
  const bytes = await bytesOf('index.json')
  if (!bytes.ok) return bytes
  try {
    const list = (JSON.parse(new TextDecoder().decode(bytes.value)) as { plans?: unknown }).plans
    if (Array.isArray(list) && list.length > 0 && list.every(isEntry)) return { ok: true, value: list }
  } catch { /* said below */ }
  return failure('index_invalid', 'data/index.json 不是计划清单', '对照说明书改正，或用发布包里的原文件')
}

function isEntry(value: unknown): value is PlanEntry {
  const entry = value as Partial<PlanEntry> | null
  return typeof entry === 'object' && entry !== null && typeof entry.id === 'string' && typeof entry.file === 'string'
    && /^[\w./-]+$/.test(entry.file) && !entry.file.includes('..') && typeof entry.title === 'string' && typeof entry.area === 'string'
}

/** One plan. Bytes equal to those checked at build are trusted; any other text waits for the schema and is refused whole if it fails. */
export async function loadPlan(entry: PlanEntry): Promise<Loaded<Plan>> {
  const bytes = await bytesOf(entry.file)
  if (!bytes.ok) return bytes
  if (trustedPlans[entry.file] === sha256OfBytes(bytes.value)) return { ok: true, value: JSON.parse(new TextDecoder().decode(bytes.value)) as Plan }
  return parseForeign(new TextDecoder().decode(bytes.value))
}

/** A plan text from anywhere, through the border. */
async function parseForeign(text: string): Promise<Loaded<Plan>> {
  const { parsePlan } = await import('../domain/parsePlan')
  const parsed = parsePlan(text)
  return parsed.ok ? { ok: true, value: parsed.plan } : { ok: false, problems: parsed.problems, total: parsed.total }
}
