/**
 * May this be recorded? A command becomes the draft of one event, or a refusal that says why and what to do.
 * Every local entry passes here; what comes from elsewhere is kept as it is and only checked when it is folded.
 */
import type { PlanIndex, Target } from './plan'
import type { History } from './history'
import type { Problem } from './problem'
import type { Goal, Schedule } from './plan'
import { bulletinRefusal } from './bulletin'
import { lockOf } from './calendar'
import { isDay } from './days'
import type { RulesCommand } from './decideRules'
import { rulesRefusal } from './decideRules'
import { refusalOfSlip } from './decideSlip'
import { meetingRefusal } from './decideMeeting'
import { winnerOf } from './history'
import type { FurtherCommand } from './further'
import { fitsFurther, isFurther } from './further'
import { fitsMeasure, isFoldable } from './payload'

/** What a report says, by measure (product.md "Ledger lines"). */
export type ReportPayload =
  | { value: number }
  | { numerator: number, denominator: number }
  | { stage: string }
  | { stages: Record<string, string> }
  | { items: { id: string, name: string, stage: string }[] }

export type Command =
  | { kind: 'report', target: string, area: string, at: string, payload: ReportPayload, note?: string }
  | { kind: 'allocate', target: string, at: string, shares: Record<string, number | null> }
  /** `reason`: given where the office settles what was said differently (`rivals.ts`); undo has none. */
  | { kind: 'retract', event: string, at: string, reason?: string }
  | { kind: 'exempt', target: string, area?: string, at: string, state: 'exempt' | 'paused' | 'active', reason: string }
  | { kind: 'review', event: string, at: string, verdict: 'accepted' | 'returned', reason: string, level?: 'department' | 'office' }
  | { kind: 'amend', target: string, at: string, goal?: Goal, due?: string, schedule?: Schedule, reason: string }
  | FurtherCommand
  | RulesCommand
  | { kind: 'meeting', id: string, number: number, on: string, name: string, at: string }

/** An event before the ledger gives it id, clock, author and hash. */
export interface Draft {
  type: string
  at: string
  data: Record<string, unknown>
}

export type Decision = { ok: true, draft: Draft } | { ok: false, problem: Problem }

export interface Present {
  /** The day today in UTC+8: nothing is reported for days to come. */
  today: string
  /** Bound of what is known now; see `knownAtLimit`. */
  limit: string
}

const refuse = (code: string, why: string, fix: string): Decision => ({ ok: false, problem: { code, why, fix } })

/** Decides one command against the plan and everything recorded so far. */
export function decide(history: History, command: Command, present: Present): Decision {
  if (!isDay(command.at)) return refuse('day_invalid', `「${command.at}」不是日历上的日子`, '写成 2020-09-15 这样的日期')
  const { kind, at, ...data } = command
  const draft: Draft = { type: kind, at, data: draftData(command, data) }
  if (isFurther(command)) {
    const refusal = furtherRefusal(history, command, present)
    return refusal !== null ? { ok: false, problem: refusal } : fitsFurther(history.index, kind, draft.data) ? { ok: true, draft } : refuse('payload_unfit', '内容不完整', '按提示补全')
  }
  const target = 'target' in command ? history.index.targets.get(command.target)?.target : undefined
  if ('target' in command && target === undefined) return refuse('target_unknown', `计划里没有指标 ${command.target}`, '刷新页面；计划文件可能换过')
  switch (command.kind) {
    case 'report': return decideReport(history, command, target!, draft, present)
    case 'allocate': return decideAllocation(history.index, command, target!, draft)
    case 'retract':
    case 'review': {
      const isKnown = [...history.events.values()].some(event => event.id === command.event)
      if (!isKnown) return refuse('event_unknown', '这条记录不在台账里', '刷新后再试')
      if (command.kind === 'retract' && command.reason?.trim() === '') return refuse('reason_missing', '裁定要写明理由', '写一句理由，如“已与乡镇核实”')
      if (command.kind === 'review' && command.verdict === 'returned' && command.reason.trim() === '') return refuse('reason_missing', '退回要写明理由', '写一句理由，填报的人先看到它')
      return { ok: true, draft }
    }
    case 'exempt':
      if (command.reason.trim() === '' && command.state !== 'active') return refuse('reason_missing', '免考或暂停要写明理由', '写一句理由')
      break
    case 'amend':
      if (command.reason.trim() === '') return refuse('reason_missing', '改动目标要写明理由', '写一句理由，如“区里调整任务”')
      break
    case 'rules': {
      const problem = rulesRefusal(history, command, present)
      if (problem !== null) return { ok: false, problem }
      break
    }
    case 'meeting':
      if (!isDay(command.on)) return refuse('day_invalid', '会议日期不对', '写成 2020-09-30 这样的日期')
  }
  return isFoldable(history.index, sampleOf(draft)) ? { ok: true, draft } : refuse('payload_unfit', '内容不完整或与指标不符', '按提示补全')
}

function furtherRefusal(history: History, command: FurtherCommand, present: Present): Problem | null {
  switch (command.kind) {
    case 'slip': case 'slip_step': case 'slip_declined': case 'card': return refusalOfSlip(history, command, present)
    case 'bulletin': return bulletinRefusal(history, command, present)
    case 'meeting_note': case 'meeting_end': return meetingRefusal(history, command, present)
    default: return null
  }
}

function draftData(command: Command, data: Record<string, unknown>): Record<string, unknown> {
  if (command.kind !== 'report') return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))
  const note = command.note?.trim()
  return { target: command.target, area: command.area, ...command.payload, ...(note !== undefined && note !== '' && { note }) }
}

/** The draft as an event that only its shape is asked of. */
function sampleOf(draft: Draft) {
  return { v: 1, id: '', plan: '', recordedAt: '', hash: '', ...draft }
}

function decideReport(history: History, command: Extract<Command, { kind: 'report' }>, target: Target, draft: Draft, present: Present): Decision {
  const { index } = history
  if (command.at > present.today) return refuse('day_in_future', `${command.at} 还没有到`, '把截至日期改到今天或以前')
  const node = index.areas.get(command.area)
  if (node === undefined) return refuse('area_unknown', `计划里没有区域 ${command.area}`, '刷新页面；计划文件可能换过')
  const isRightLevel = target.scope === 'whole' ? node === index.root : node !== index.root && node.children.length === 0
  if (!isRightLevel) return refuse('area_level', target.scope === 'whole' ? '本级任务只由本级填报' : '这一级由下级汇总，不能直接填', '选到能填报的那一格')
  if (!fitsMeasure(target, draft.data)) return refuse('payload_unfit', '填的内容与指标的口径不符', '按输入框的提示填写')
  for (const number of numbersOf(command.payload)) {
    if (!Number.isFinite(number) || Math.abs(number) > 1e15) return refuse('number_too_large', '数太大了', '检查是否多打了几位，或单位是否应为万元')
    if (number < 0) return refuse('number_negative', '累计数不能是负数', '填从年初到这一天的累计数')
  }
  if ('value' in command.payload && isCounted(target) && !Number.isInteger(command.payload.value))
    return refuse('number_not_whole', `以「${target.unit}」计的数要是整数`, `填 ${Math.floor(command.payload.value)} 或 ${Math.ceil(command.payload.value)}`)
  if ('stages' in command.payload && Object.values(command.payload.stages).some(day => day > command.at))
    return refuse('stage_after_day', '节点的完成日期晚于填报的截至日期', '改日期，或到那天再报')
  const locked = lockOf(history, command.at, typeof draft.data.note === 'string' ? draft.data.note : '', present)
  if (locked !== null) return { ok: false, problem: locked }
  const before = previousReport(history, target.id, command.area, command.at, present.limit)
  if (before !== null && 'value' in command.payload && isCumulative(target) && draft.data.note === undefined
    && typeof before.data.value === 'number' && command.payload.value < before.data.value)
    return refuse('falls_without_reason', `累计数从 ${before.data.value} 降到 ${command.payload.value}`, '累计数只增不减；确要改低，请在说明里写原因')
  return { ok: true, draft }
}

function numbersOf(payload: ReportPayload): number[] {
  if ('value' in payload) return [payload.value]
  return 'numerator' in payload ? [payload.numerator, payload.denominator] : []
}

/** Whole units only: counts and times, unless counted by 万 or 亿. */
export function isCounted(target: Target): boolean {
  return (target.measure === 'count' || target.measure === 'frequency') && !/[万亿]/.test(target.unit)
}

/** Does the value only grow within the period. */
export function isCumulative(target: Target): boolean {
  return target.measure === 'count' || target.measure === 'amount' || target.measure === 'frequency'
}

/** The report in force for an area on a day, whatever its age. */
export function previousReport(history: History, target: string, area: string, at: string, limit: string) {
  return winnerOf(history, history.reports.get(target)?.get(area), { asOf: at, limit })
}

function decideAllocation(index: PlanIndex, command: Extract<Command, { kind: 'allocate' }>, target: Target, draft: Draft): Decision {
  if (target.scope === 'whole') return refuse('allocate_whole', '本级任务不分解到乡镇', '选按区域填报的指标')
  for (const [code, share] of Object.entries(command.shares)) {
    const node = index.areas.get(code)
    if (node === undefined) return refuse('area_unknown', `计划里没有区域 ${code}`, '刷新页面；计划文件可能换过')
    if (share === null) continue
    if (!Number.isFinite(share) || share < 0) return refuse('share_invalid', `${node.area.name} 的任务数不对`, '填 0 以上的数；没有任务就留空')
    if (isCounted(target) && !Number.isInteger(share)) return refuse('number_not_whole', `${node.area.name}：以「${target.unit}」计的任务要是整数`, `填 ${Math.round(share)}`)
  }
  return { ok: true, draft }
}
