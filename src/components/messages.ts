/** The words of the screen: one shape, filled in by src/app/messages/{zhCN,en}.ts and handed down by injection. */
import { inject } from 'vue'
import type { InjectionKey, ShallowRef } from 'vue'
import type { Lamp } from '../domain/board'
import type { Explanation } from '../domain/explain'
import type { Problem } from '../domain/problem'
import type { Target } from '../domain/plan'
import type { BoardWords, DemoWords } from './board/boardWords'
import type { LampGroup } from '../wording/lampLook'
import type { PhoneWords } from './phone/phoneWords'
import type { TimeWords } from './time/timeWords'

export interface Messages {
  language: 'zh-CN' | 'en'
  product: string
  nav: { label: string, board: string, report: string, supervise: string, meetings: string, plans: string, find: string, mine: string, help: string, keys: string, planSwitch: string, present: string, export: string, settings: string, exportLedger: string, exportBoard: string, restore: string }
  settings: { identity: string, noIdentity: string, change: string, theme: string, light: string, dark: string, system: string, language: string }
  demo: DemoWords
  board: BoardWords
  /** Lamps of the rules of the day shown; `usualLamp`: as where a pack has no word of its own. */
  lamp: Record<Lamp, string>
  usualLamp: Record<Lamp, string>
  group: Record<LampGroup, string>
  groupShort: Record<LampGroup, string>
  head: { target: string, department: string, goal: string, progress: (whole: string) => string, done: string, onPaceRate: string, rank: string, allocated: string, tie: (rank: number) => string, qualitative: string }
  chapter: { items: (n: number) => string, count: (word: string, n: number) => string, folded: (n: number) => string, open: string, close: string, only: string }
  cell: { label: (area: string, target: string, lamp: string, value: string, should: string) => string, notReported: string, open: string, blank: string, short: (amount: string) => string, value: (value: string, goal: string, unit: string) => string, should: (amount: string) => string, stale: string }
  chain: { overdue: (days: number) => string, left: (days: number) => string }
  date: { asOf: string, back: string, forward: string, backMonth: string, forwardMonth: string, day: (day: string) => string, month: (day: string) => string, invalid: string }
  legend: { label: string, filter: (word: string, n: number) => string }
  edit: {
    start: string, leave: string, achievement: string, allocation: string, modes: string, last: string, never: string, input: string, goal: (goal: string) => string, increase: string, after: string, note: string, noteLabel: string
    unchanged: string, undo: string, redo: string, bad: (n: number) => string, doubt: string, keep: string, dismiss: string, changeTo: (text: string) => string, openAmount: (text: string) => string, overAmount: (text: string) => string, allGiven: string
    notAllocated: string, keys: string, ratePlaceholder: string, stages: string, milestones: string, items: string, itemName: string, addItem: string, removeItem: string, save: string, cancel: string, reachedOn: string, plainNumber: string, changed: (n: number) => string, todo: string, pick: string, areasGiven: (n: number) => string, itemNumber: (n: number) => string
  }
  identity: { title: string, why: string, unit: string, name: string, save: string, cancel: string }
  saved: { saving: string, saved: (time: string) => string, failed: string, idle: string }
  status: { rule: string, legend: string, cells: (n: number) => string, events: (n: number) => string }
  panel: { tabs: string, attention: (n: number) => string, allFine: string, worstFirst: string, more: (n: number) => string, close: string, should: string, actual: string, gap: string, source: string, criteria: string, rulings: string, note: string, last: string, toGreen: string, noReport: string, why: string, notReported: (n: number) => string, department: string, reported: (n: number, m: number) => string, baseline: string, curve: string }
  empty: { title: string, read: string, targets: (n: number) => string, allocated: string, cells: (n: number, m: number) => string, waiting: string, why: string, start: string, allocate: string, rulings: (n: number) => string }
  curve: { pace: string, actual: string, goal: string, aria: (name: string, should: string, actual: string) => string }
  /** Why the lamp is lit, from the explanation. */
  rule: (explanation: Explanation) => string
  toGreen: (explanation: Explanation, target: Target) => string | null
  shouldActual: (explanation: Explanation) => string
  problem: { planTitle: string, planLead: (n: number) => string, shown: (shown: number, total: number) => string, path: string, why: string, fix: string, another: string, damagedTitle: string, damagedLead: string, restoreFile: string, acceptLoss: string, acceptSure: string, unavailableTitle: string, loading: string, retry: string }
  restore: { title: string, choose: string, fresh: (n: number) => string, known: (n: number) => string, aside: (n: number) => string, foreign: (n: number) => string, conflicts: (n: number) => string, apply: string, nothing: string, done: (n: number) => string }
  phone: PhoneWords
  time: TimeWords
  /** A domain problem in this language; Chinese comes from the domain itself. */
  problemText: (problem: Problem) => { why: string, fix: string }
}

export const messagesKey: InjectionKey<ShallowRef<Messages>> = Symbol('messages')

/** The words of the language chosen. */
export function useMessages(): ShallowRef<Messages> {
  const messages = inject(messagesKey)
  if (messages === undefined) throw new Error('messages are not provided')
  return messages
}
