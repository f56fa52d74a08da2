/** Words of 催报 and of the calendar's settings; they load with them. */
import type { SubmitState } from '../../domain/reporting'

export interface ChaseWords {
  title: (month: number) => string
  until: (cutoff: string, submitBy: string) => string
  period: string
  by: string
  byDepartment: string
  byArea: string
  unit: string
  filled: string
  todo: string
  lastDay: string
  state: string
  copy: string
  copied: string
  copyByHand: string
  done: string
  reminder: (unit: string, month: number, open: number, cutoff: string, submitBy: string, targets: readonly string[]) => string
  textLabel: (unit: string) => string
  noBlame: string
  summary: (units: number, cells: number) => string
  states: Readonly<Record<SubmitState, string>>
  calendar: { title: string, why: string, cutoff: string, submit: string, shift: string, shifts: Readonly<Record<'none' | 'before' | 'after', string>>, lock: string, never: string, lockDays: string, holidays: string, workdays: string, days: string, save: string, saved: string, badDay: (text: string) => string, badNumber: string, preview: (cutoff: string, submitBy: string, locked: string | null) => string, monthEnd: string }
}

export const zhChase: ChaseWords = {
  title: month => `${month}月催报`, until: (cutoff, submitBy) => `截至${cutoff}，${submitBy}前提交`, period: '月份', by: '分组', byDepartment: '按牵头科室', byArea: '按镇街',
  unit: '单位', filled: '已报', todo: '未报', lastDay: '最近填报', state: '提交', copy: '复制催报', copied: '已复制', copyByHand: '没能自动复制，已选中，请按 Ctrl+C', done: '已报齐',
  reminder: (unit, month, open, cutoff, submitBy, targets) => `${unit}：${month}月还有 ${open} 格未填报（${targets.join('、')}）。请填截至${cutoff}的累计数，于${submitBy}前报来；没有变化的可一键确认。`,
  textLabel: unit => `给${unit}的催报`, noBlame: '每格只列在一个单位名下；只看单位和格子，不记个人。', summary: (units, cells) => `${units} 个单位还有 ${cells} 格未报`,
  states: { waiting: '未提交', on_time: '按时', late: '迟报', missing: '逾期未交', revised: '提交后有更正' },
  calendar: {
    title: '填报日历', why: '按时截止管“算不算按时”，锁定管“能不能改”，两件事分开定；从今天起生效，早先的月份按新日历显示。', cutoff: '截止日（每月几日，31 为月末）', submit: '提交日（每月几日）', shift: '提交日遇节假日', shifts: { none: '不变', before: '提前到前一个工作日', after: '顺延到下一个工作日' },
    lock: '锁定', never: '不锁定', lockDays: '提交日后几天锁定（留空为不锁定）', holidays: '节假日（一行一天）', workdays: '调休上班日（一行一天）', days: '2020-10-01', save: '保存日历', saved: '日历已保存', badDay: text => `“${text}”不是日期，写成 2020-10-01`, badNumber: '日子填 1 到 31 的整数，锁定填 0 或更大的整数', preview: (cutoff, submitBy, locked) => `照此：截至${cutoff}，${submitBy}前提交，${locked === null ? '不锁定' : `${locked}起锁定`}`, monthEnd: '月末',
  },
}

export const enChase: ChaseWords = {
  title: month => `Missing reports of month ${month}`, until: (cutoff, submitBy) => `As of ${cutoff}, due ${submitBy}`, period: 'Month', by: 'Grouped', byDepartment: 'By department', byArea: 'By township',
  unit: 'Unit', filled: 'Reported', todo: 'Open', lastDay: 'Last report', state: 'Submitted', copy: 'Copy reminder', copied: 'Copied', copyByHand: 'Could not copy; it is selected, press Ctrl+C', done: 'Complete',
  reminder: (unit, month, open, cutoff, submitBy, targets) => `${unit}: ${open} cells of month ${month} are not reported (${targets.join(', ')}). Please send totals as of ${cutoff} by ${submitBy}; what has not changed takes one click.`,
  textLabel: unit => `Reminder to ${unit}`, noBlame: 'Each cell stands under one unit only. Units and cells, never people.', summary: (units, cells) => `${units} units have ${cells} cells open`,
  states: { waiting: 'not submitted', on_time: 'on time', late: 'late', missing: 'overdue', revised: 'revised since' },
  calendar: {
    title: 'Reporting calendar', why: 'The submit day says what is on time, the lock says what may be changed: two settings. In force from today; earlier months are shown by it too.', cutoff: 'Cut-off day of the month (31 = its end)', submit: 'Submit day of the month', shift: 'Submit day on a day off', shifts: { none: 'stays', before: 'moves to the working day before', after: 'moves to the next working day' },
    lock: 'Lock', never: 'never locked', lockDays: 'Locked so many days after the submit day (empty: never)', holidays: 'Days off (one a line)', workdays: 'Weekend days worked (one a line)', days: '2020-10-01', save: 'Save the calendar', saved: 'Calendar saved', badDay: text => `"${text}" is no day; write 2020-10-01`, badNumber: 'Days are whole numbers from 1 to 31, the lock 0 or more', preview: (cutoff, submitBy, locked) => `So: as of ${cutoff}, due ${submitBy}, ${locked === null ? 'never locked' : `locked from ${locked}`}`, monthEnd: 'month end',
  },
}
