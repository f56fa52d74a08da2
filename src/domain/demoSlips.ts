/** Slips of a demo year: decided by the meetings held and by the office, in every state, about the figures that the demo lets lag. */
import type { PlanIndex } from './plan'
import type { LedgerEvent } from './event'
import { dayNumber } from './days'
import type { Calendar } from './demoCalendar'
import { later } from './demoCalendar'
import type { Chance } from './demoChance'
import { below, shuffled } from './demoChance'
import type { Standing } from './demoCourse'
import type { Diary } from './demoDiary'
import type { Fate } from './demoFates'
import { shortNameOf } from './plan'
import { defaultSlipRules } from './rulePack'

/** Days after the issue, the step, and a text, a day or a level that it needs. */
type Act = readonly [days: number, step: string, more?: string | number]
/** Meeting (its place), days after it (0: decided there), about what, level, days until due, and what came of it. */
type Course = readonly [meeting: number, after: number, about: Standing | 'free', level: string, due: number, ...acts: Act[]]

const closing: readonly Act[] = [[23, 'apply'], [24, 'verify'], [24, 'sign'], [24, 'close']]
const courses: readonly Course[] = [
  [0, 0, 'done', 'blue', 30, [1, 'receive'], [14, 'reply'], ...closing, [31, 'publish', '局网站公示五个工作日']],
  [0, 0, 'done', 'blue', 24, [2, 'receive'], [15, 'reply'], ...closing],
  [0, 0, 'free', 'notice', 25, [1, 'receive'], [12, 'reply'], ...closing, [98, 'reopen', 145]],
  [1, 0, 'behind', 'blue', 31, [2, 'receive'], [18, 'reply'], [33, 'remind', '时限已过，请当天反馈'], [35, 'escalate', 'yellow'], [38, 'escalate', 'red']],
  [1, 0, 'behind', 'yellow', 66, [1, 'receive'], [40, 'remind', '还有一个月，请报进度']],
  [1, 0, 'done', 'blue', 45, [3, 'receive'], [16, 'reply'], ...closing],
  [1, 9, 'slight', 'blue', 15, [2, 'withdraw', '与调度会交办的是同一件事，并在一张单上']],
  [2, 0, 'behind', 'yellow', 37, [1, 'receive'], [26, 'reply'], [31, 'ask_extension', 67]],
  [2, 0, 'slight', 'yellow', 38, [3, 'receive'], [24, 'reply']],
  [2, 0, 'slight', 'blue', 28, [4, 'receive'], [11, 'reply'], [20, 'ask_extension', 48], [24, 'settle_extension', 48]],
  [2, 0, 'free', 'notice', 47, [19, 'receive']],
  [2, 0, 'done', 'blue', 40, [1, 'receive'], [17, 'reply'], [28, 'apply']],
  [2, 12, 'slight', 'blue', 30, [8, 'escalate', 'yellow']],
  [2, 30, 'slight', 'notice', 10],
]
const replies = ['已逐户核对，差的本月补上。', '方案已报，下周开工。', '名单重核过了，月底前办完。', '人和场地都已落实，按周推进。', '已约好三方，定了时间表。']
const matters = ['各科室月报口径统一', '救助档案补齐归档']
const unitSteps: ReadonlySet<string> = new Set(['receive', 'reply', 'ask_extension', 'apply'])

/** Writes slips, their steps and a note of the last meeting held; nothing where no meeting was held. No figure depends on any of it. */
export function writeSlips(diary: Diary, { plan, areas }: PlanIndex, fates: readonly Fate[], { meetings, today }: Calendar, chance: Chance, office: string): void {
  if (meetings.length < 4) return
  /** The day itself, or the Friday before a weekend, so that no step comes before an earlier one. */
  const on = (meeting: number, days: number): string => {
    const day = Math.min(dayNumber(meetings[meeting]!) + days, dayNumber(today))
    return later(today, day - Math.max(0, ((((day + 3) % 7) + 7) % 7) - 4) - dayNumber(today))
  }
  const waiting = shuffled(chance, fates.filter(fate => fate.cell.isLamped && !fate.isSilent && fate.mark === null))
  const placesTaken = new Set<string>()
  /** A figure with such a standing that no slip is about yet: the column and who leads there. */
  function figureOf(standing: string): { fate: Fate, area: string | null } | null {
    for (const fate of waiting) {
      if (fate.standing !== standing) continue
      let node = areas.get(fate.cell.area)!
      while (node.parent?.parent) node = node.parent
      const area = fate.cell.town < 0 ? null : node.area.code
      const place = `${fate.cell.target.id} ${area}`
      if (placesTaken.has(place)) continue
      placesTaken.add(place)
      return { fate, area }
    }
    return null
  }
  let free = 0
  courses.forEach(([meeting, after, about, level, due, ...acts], i) => {
    const id = `demo-${i + 1}`
    const found = about === 'free' ? null : figureOf(about)
    const { levels, escalation, closure } = defaultSlipRules
    const cell = found?.fate.cell
    const lead = found?.area ?? cell?.lead ?? plan.departments[below(chance, plan.departments.length)]?.id ?? office
    const issued = on(meeting, after)
    const write = (days: number, unit: string, type: string, data: Record<string, unknown>): LedgerEvent => { const at = on(meeting, after + days); return diary.write(dayNumber(at), unit, type, at, data) }
    const dayOf = (days: number): string => later(issued, days)
    const dueWords = `${Number(dayOf(due).slice(5, 7))}月${Number(dayOf(due).slice(8))}日前`
    write(0, office, 'slip', {
      id, number: `${meetings[0]!.slice(0, 4)}-${String(i + 1).padStart(2, '0')}`, title: cell === undefined ? matters[free++ % 2] : shortNameOf(cell.target), level, levels, escalation,
      ...(cell !== undefined && { target: cell.target.id, ...(found!.area !== null && { area: found!.area }) }), basis: after > 0 ? '办公室按月报' : `第${'一二三'[meeting]}次调度会`,
      request: `${dueWords}${cell === undefined ? '办完并书面反馈' : '赶上进度，反馈差什么、怎么补'}`, lead, assist: typeof found?.area === 'string' ? [found.fate.cell.lead] : [], due: dayOf(due), closure, ...(after === 0 && { meeting: `m${meeting + 1}` }),
    })
    let ask: LedgerEvent | null = null
    for (const [days, step, more] of acts) {
      const unit = unitSteps.has(step) ? lead : office
      const due = dayOf(typeof more === 'number' ? more : 0)
      const data = {
        receive: {}, close: {}, reply: { text: replies[below(chance, replies.length)], evidence: [] }, remind: { text: more }, publish: { text: more }, sign: { text: '同意销号' }, withdraw: { reason: more },
        apply: { text: '办完了，材料齐全', acceptance: cell?.target.ladder === undefined ? '' : '四方验收合格' }, verify: { text: '看过现场和台账，属实', way: 'site', isMet: true, met: closure },
        escalate: acts[0]![1] === 'receive' ? { level: more, rule: more === 'red' ? 'yellow-red' : 'blue-yellow', reason: '过了时限没有办结' } : { level: more, rule: 'blue-yellow-silent', reason: '发出后一直没有签收' }, reopen: { due, reason: '回头看：又有两个科室没有按口径报' },
        ask_extension: { due, reason: '一处要重新选址，公示要七天', progress: '其余几处已办完' }, settle_extension: { due, verdict: 'granted', reason: '同意，其余按原时限' },
      }[step]
      const all = { slip: id, step, ...data }
      if (step === 'settle_extension' && ask !== null) { const at = on(meeting, after + days); diary.writeOf(ask, dayNumber(at), unit, 'slip_step', at, all) } else {
        const event = write(days, unit, 'slip_step', all)
        if (step === 'ask_extension') ask = event
      }
    }
  })
  diary.write(dayNumber(meetings[2]!), office, 'meeting_note', meetings[2]!, { id: 'demo-note', meeting: 'm3', text: '各单位月报与台账核对一致后再报' })
}
