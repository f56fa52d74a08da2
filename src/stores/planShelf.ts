/** The plans of this visit: those that come with the programme and those that people opened themselves, which win where both have an id. */
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { ExaminedPlan } from '../domain/examinedPlan'
import type { LedgerEvent } from '../domain/event'
import { sha256Hex } from '../domain/hash'
import type { Plan } from '../domain/plan'
import type { Problem } from '../domain/problem'
import { openLedger } from '../ledger/openLedger'
import type { PlanShelf, ShelfCard, Shelved } from '../ledger/planShelf'
import type { Loaded, PlanEntry } from './planSource'
import { loadPlan, loadPlanList } from './planSource'
import type { PlanText } from './planTexts'
import { rememberOwnPlans, remembersOwnPlans } from './remembered'

/** A plan opened from a file: `file` is empty, which is how it is told from one that comes with the programme. */
export interface OwnPlan extends PlanEntry {
  documentNumber: string | null
  addedAt: string
  /** When the file that it replaced had been taken. */
  previousAddedAt: string | null
}

/** What an examination compares with. */
export interface PlanSources {
  /** The plan of that id that comes with the programme; null: there is none. */
  shipped: (id: string) => Promise<Plan | null>
  events: (id: string) => Promise<readonly LedgerEvent[]>
}

export type Kept = { ok: true } | { ok: false, problem: Problem }

const ownPlanOf = (card: ShelfCard): OwnPlan => ({
  id: card.id, file: '', title: card.title, area: card.area, year: card.year, documentNumber: card.documentNumber, addedAt: card.addedAt, previousAddedAt: card.previousAddedAt,
})

const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)

/** A plan text through the border. */
async function parse(text: string): Promise<Loaded<Plan>> {
  const border = await import('../domain/parsePlan').catch(() => null)
  if (border === null) return { ok: false, problems: [{ code: 'plan_check_missing', why: '核对计划的程序没有读到（网络断了，或服务器刚换了新版）', fix: '刷新页面再试' }], total: 1 }
  const parsed = border.parsePlan(text)
  return parsed.ok ? { ok: true, value: parsed.plan } : { ok: false, problems: parsed.problems, total: parsed.total }
}

/** Real entries of a plan that is not open. */
async function recordedEvents(id: string): Promise<readonly LedgerEvent[]> {
  const opened = await openLedger({ plan: id, workspace: 'real' })
  if (opened.kind === 'unavailable') return []
  opened.ledger.close()
  return [...opened.ledger.events]
}

export const usePlanShelf = defineStore('planShelf', () => {
  const shipped = shallowRef<readonly PlanEntry[]>([])
  const entries = shallowRef<readonly OwnPlan[]>([])
  /** Why own plans cannot be kept here; null: they can. */
  const problem = shallowRef<Problem | null>(null)
  const isLoaded = ref(false)
  /** Own plans first where an id is in both; the order is the programme's, then the order of ids. */
  const plans = computed<readonly PlanEntry[]>(() => [
    ...shipped.value.map(plan => entries.value.find(own => own.id === plan.id) ?? plan),
    ...entries.value.filter(own => !shipped.value.some(plan => plan.id === own.id)),
  ])

  let opened: PlanShelf | null = null

  /** Something asked of the shelf; one that was closed from outside is opened anew next time. */
  async function ask<T>(question: (shelf: PlanShelf) => Promise<Shelved<T>>): Promise<Shelved<T>> {
    if (opened === null) {
      const answer = await (await import('../ledger/planShelf')).openShelf()
      if (!answer.ok) { problem.value = answer.problem; return answer }
      opened = answer.value
      problem.value = null
    }
    const answer = await question(opened)
    if (!answer.ok && answer.problem.code === 'shelf_closed') { opened.close(); opened = null }
    return answer
  }

  async function listOwn(): Promise<void> {
    const listed = await ask(shelf => shelf.list())
    if (listed.ok) entries.value = listed.value.map(ownPlanOf)
    else problem.value = listed.problem
    if (listed.ok) rememberOwnPlans(listed.value.length)
  }

  /**
   * Reads both lists. Own plans alone are enough to work with; without any the fault of the programme's list is told.
   * `isHurried`: at start the shelf is waited for only where this device remembers that something stands on it.
   */
  async function load(isHurried = false): Promise<Loaded<readonly PlanEntry[]>> {
    const isLater = isHurried && !remembersOwnPlans()
    const [list] = await Promise.all([loadPlanList(), isLater ? null : listOwn()])
    if (isLater) setTimeout(() => void listOwn(), 3_000)
    if (list.ok) shipped.value = list.value
    isLoaded.value = true
    return list.ok || plans.value.length > 0 ? { ok: true, value: plans.value } : list
  }

  /** An own plan. A text that is still the one that was checked is taken as it is; any other goes through the border again. */
  async function readPlan(id: string): Promise<Loaded<Plan>> {
    const read = await ask(shelf => shelf.read(id))
    if (!read.ok) return { ok: false, problems: [read.problem], total: 1 }
    const { text, hash } = read.value
    const plan = sha256Hex(text) === hash ? { ok: true as const, value: JSON.parse(text) as Plan } : await parse(text)
    if (!plan.ok || plan.value.id === id) return plan
    return { ok: false, problems: [{ code: 'plan_id_differs', path: 'id', why: `计划文件的编号是 ${plan.value.id}，不是 ${id}`, fix: '删去这份计划，重新打开计划文件' }], total: 1 }
  }

  /** Any plan of the list, from where it is. */
  const planOf = (entry: PlanEntry): Promise<Loaded<Plan>> => (entry.file === '' ? readPlan(entry.id) : loadPlan(entry))

  async function shippedPlan(id: string): Promise<Plan | null> {
    const entry = shipped.value.find(plan => plan.id === id)
    const loaded = entry === undefined ? null : await loadPlan(entry)
    return loaded?.ok === true ? loaded.value : null
  }

  /** Looks at a plan text without keeping anything of it. */
  async function examine(text: string, sources: Partial<PlanSources> = {}): Promise<ExaminedPlan> {
    const parsed = await parse(text)
    if (!parsed.ok) return { kind: 'refused', problems: parsed.problems, total: parsed.total }
    const plan = parsed.value
    const own = await ask(shelf => shelf.read(plan.id)).then(read => (read.ok ? readPlan(plan.id) : null))
    const before = own?.ok === true ? own.value : await (sources.shipped ?? shippedPlan)(plan.id)
    return (await import('../domain/examinedPlan')).examinePlan(plan, withoutMark(text), before, await (sources.events ?? recordedEvents)(plan.id))
  }

  /** Keeps what was examined; only a new or newer plan is kept. */
  async function accept(examined: ExaminedPlan): Promise<Kept> {
    if (examined.kind === 'refused') return { ok: false, problem: examined.problems[0]! }
    if (examined.kind === 'same') return { ok: true }
    const { plan, text } = examined
    const put = await ask(shelf => shelf.put({
      id: plan.id, text, hash: sha256Hex(text), title: plan.title, area: plan.area.name, year: Number(plan.period.start.slice(0, 4)), documentNumber: plan.documentNumber, addedAt: new Date().toISOString(),
    }))
    return settled(put)
  }

  async function settled(answer: Shelved<unknown>): Promise<Kept> {
    if (!answer.ok) return answer
    await listOwn()
    return { ok: true }
  }

  /** Removes an own plan; entries in the ledger stay, and a plan of the same id that comes with the programme is used again. */
  const remove = async (id: string): Promise<Kept> => settled(await ask(shelf => shelf.remove(id)))
  /** Exchanges an own plan with the file that it replaced. */
  const takeBack = async (id: string): Promise<Kept> => settled(await ask(shelf => shelf.takeBack(id)))
  /** The text behind `?plan=<url on the same host>`. */
  const fromAddress = async (address: string): Promise<PlanText> => (await import('./planTexts')).planTextOfAddress(address)
  const fromFile = async (file: Blob): Promise<PlanText> => (await import('./planTexts')).planTextOfFile(file)

  return { shipped, entries, plans, problem, isLoaded, load, examine, accept, remove, takeBack, readPlan, planOf, recordedEvents, fromAddress, fromFile }
})
