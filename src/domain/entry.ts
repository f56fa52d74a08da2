/** What a person typed into a cell: read by the measure, checked, and answered with what would follow (reason and one-click fix). */
import type { Figure } from './board'
import type { Target } from './plan'
import type { LedgerEvent } from './event'
import type { History } from './history'
import type { Problem } from './problem'
import type { Present, ReportPayload } from './decide'
import { decide, isCounted, isCumulative, previousReport } from './decide'
import { askingOf } from './asking'
import { figureOn, groundOf } from './figure'
import { paceOf } from './pace'
import { rulesOn } from './adoption'
import { qualitativeStages } from './stages'

/** A proposed correction: what the button says is `text`, typed for the user. */
export interface Fix { text: string }

/** The verdict on an entry. `doubt` may be kept after a look; `bad` is not written. */
export type Verdict =
  | { kind: 'empty' }
  | { kind: 'ok', payload: ReportPayload, figure: Figure, previous: LedgerEvent | null, increase: number | null }
  | { kind: 'doubt', payload: ReportPayload, figure: Figure, previous: LedgerEvent | null, increase: number | null, problem: Problem }
  | { kind: 'bad', problem: Problem, fixes: Fix[] }

export interface Entry { target: string, area: string, at: string, note?: string }

type ReadEntry = { ok: true, payload: ReportPayload } | { ok: false, problem: Problem, fixes: Fix[] }

const bad = (code: string, why: string, fix: string, ...fixes: string[]): ReadEntry => ({ ok: false, problem: { code, why, fix }, fixes: fixes.map(text => ({ text })) })

/** The figure of an area's cell as it would be after a report with this payload on the day. */
export type FigureAfter = (area: string, data: Record<string, unknown>) => Figure

/** Checks what was typed (or a payload built by an editor) for one cell. Nothing is recorded. `after`: where many cells of one target and day are checked, {@link figureAfterOn} of both. */
export function checkEntry(history: History, entry: Entry, input: string | ReportPayload, present: Present, after?: FigureAfter): Verdict {
  const placed = history.index.targets.get(entry.target)
  if (placed === undefined) return { kind: 'bad', problem: { code: 'target_unknown', why: '计划里没有这个指标', fix: '刷新页面' }, fixes: [] }
  const { target } = placed
  if (typeof input === 'string' && input.trim() === '') return { kind: 'empty' }
  const previous = previousReport(history, entry.target, entry.area, entry.at, present.limit)
  const read = typeof input === 'string' ? readEntry(target, input, previous) : { ok: true as const, payload: input }
  if (!read.ok) return { kind: 'bad', problem: read.problem, fixes: read.fixes }
  const { payload } = read
  const decision = decide(history, { kind: 'report', ...entry, payload }, present)
  if (!decision.ok) return { kind: 'bad', problem: decision.problem, fixes: fixesAfterRefusal(decision.problem.code, payload, previous) }
  const figure = (after ?? figureAfterOn(history, entry.target, entry.at, present))(entry.area, decision.draft.data)
  const before = previous?.data.value
  const increase = 'value' in payload ? payload.value - (typeof before === 'number' ? before : 0) : null
  const problem = doubtOf(target, payload, figure)
  return problem === null ? { kind: 'ok', payload, figure, previous, increase } : { kind: 'doubt', payload, figure, previous, increase, problem }
}

function fixesAfterRefusal(code: string, payload: ReportPayload, previous: LedgerEvent | null): Fix[] {
  const fixes: Fix[] = []
  if ('value' in payload && code === 'number_negative') fixes.push({ text: String(-payload.value) })
  if ('value' in payload && code === 'number_not_whole') fixes.push({ text: String(Math.floor(payload.value)) }, { text: String(Math.ceil(payload.value)) })
  if (typeof previous?.data.value === 'number') fixes.push({ text: String(previous.data.value) })
  return fixes
}

/** What the cells of a target stand on, made once for a day: the same fold and roll-up as for recorded reports, of the one cell that is asked for. */
export function figureAfterOn(history: History, target: string, at: string, present: Present): FigureAfter {
  const placed = history.index.targets.get(target)!
  const before = history.reports.get(target)
  const ofTarget = new Map(before)
  const after: History = { ...history, reports: new Map(history.reports).set(target, ofTarget) }
  const asking = askingOf(after, placed, { asOf: at, limit: present.limit })
  const pace = paceOf(asking.target, history.index.plan.period, asking.due, at)
  const rules = rulesOn(history, { asOf: at, limit: present.limit })
  return (area, data) => {
    const reports = before?.get(area) ?? []
    ofTarget.set(area, [...reports, { v: 1, id: '~', plan: history.index.plan.id, type: 'report', at, recordedAt: present.limit, data, hash: '~' }])
    const column = placed.target.scope === 'area' ? history.index.columns.find(node => node.area.code === area) ?? null : null
    asking.found.clear()
    const figure = figureOn(groundOf(asking, column), at, pace, rules)
    ofTarget.set(area, reports)
    return figure
  }
}

function doubtOf(target: Target, payload: ReportPayload, figure: Figure): Problem | null {
  if (!figure.asked) return { code: 'not_asked', why: '这一格没有分到任务', fix: '确认填对了地方；仍要填就再按一次回车' }
  if ('numerator' in payload && payload.numerator > payload.denominator)
    return { code: 'over_whole', why: '分子大于分母，超过 100%', fix: '检查是否填反；确实如此就再按一次回车' }
  if (figure.completion !== null && figure.completion > 1.5 && (isCumulative(target) || target.measure === 'stock'))
    return { code: 'far_over_goal', why: `超过任务一半以上（${Math.round(figure.completion * 100)}%）`, fix: '检查单位和位数；确实如此就再按一次回车' }
  return null
}

/** Reads typed text by the target's measure. Full-width digits, thousands separators and the unit itself are understood. */
function readEntry(target: Target, text: string, previous: LedgerEvent | null): ReadEntry {
  const typed = text.normalize('NFKC').trim()
  if (target.measure === 'qualitative') return readStage(target, typed)
  if (target.measure === 'rate') return readRate(target, typed, previous)
  if (target.measure === 'milestone') return bad('milestone_by_dates', '节点要逐个填完成日期', '打开节点表，填日期')
  const number = readNumber(typed, target.unit)
  if (number !== null) return { ok: true, payload: { value: number } }
  const guess = guessNumber(typed, target.unit)
  const letter = /[oOlI]/.exec(typed)?.[0]
  const why = letter !== undefined && guess !== null ? `“${typed}”里的“${letter}”是字母` : `“${typed}”不是数`
  return guess === null ? bad('not_a_number', why, isCounted(target) ? '填整数，如 12' : '填数，如 12.5')
    : bad('not_a_number', why, `要改成 ${guess} 吗？`, String(guess))
}

function readNumber(typed: string, unit: string): number | null {
  let bare = typed.replace(/(?<=\d)[,\s](?=\d{3})/g, '')
  if (unit !== '' && bare.endsWith(unit)) bare = bare.slice(0, -unit.length).trim()
  return /^[+-]?(\d+(\.\d+)?|\.\d+)$/.test(bare) ? Number(bare) : null
}

function guessNumber(typed: string, unit: string): number | null {
  const repaired = typed.replace(/[oO〇]/g, '0').replace(/[lI]/g, '1').replace(/[。,]/g, '.')
  const digits = /-?\d+(\.\d+)?/.exec(repaired)?.[0]
  return readNumber(repaired, unit) ?? (digits === undefined ? null : Number(digits))
}

function readRate(target: Target, typed: string, previous: LedgerEvent | null): ReadEntry {
  const parts = /^(\d+(?:\.\d+)?)\s*[/÷]\s*(\d+(?:\.\d+)?)$/.exec(typed.replace(/(?<=\d),(?=\d{3})/g, ''))
  if (parts) {
    const numerator = Number(parts[1])
    const denominator = Number(parts[2])
    return denominator === 0 && numerator > 0 ? bad('zero_denominator', '分母是 0，分子不是', '分母填应当覆盖的总数') : { ok: true, payload: { numerator, denominator } }
  }
  const before = previous?.data.denominator
  const percent = readNumber(typed.replace(/%$/, ''), target.unit)
  if (percent !== null && typeof before === 'number' && before > 0)
    return bad('rate_needs_parts', '比率要填“分子/分母”，各乡镇才能合并计算', `按上次的分母 ${before} 折算？`, `${Math.round(percent / 100 * before)}/${before}`)
  return bad('rate_needs_parts', '比率要填“分子/分母”，各乡镇才能合并计算', '例如 45/60')
}

function readStage(target: Target, typed: string): ReadEntry {
  const stages = qualitativeStages(target)
  const place = /^\d$/.test(typed) ? Number(typed) - 1 : stages.findIndex(stage => stage.name === typed || stage.id === typed.toLowerCase())
  const stage = stages[place] ?? stages.find(one => one.name.startsWith(typed) || typed.startsWith(one.name))
  if (stage !== undefined) return { ok: true, payload: { stage: stage.id } }
  return bad('stage_unknown', `没有“${typed}”这个阶段`, `从 ${stages.map((one, i) => `${i + 1} ${one.name}`).join('、')} 里选`, ...stages.map(one => one.name))
}
