/** Words of changes in the year. */
import type { MarkState } from '../../domain/planChanges'

export type ChangeKind = 'exempt' | 'paused' | 'active' | 'amend'

export interface ChangesWords {
  title: string, lead: string, kinds: Readonly<Record<ChangeKind, string>>, kindLabel: string, area: string, allAreas: string, goal: string, due: string, curve: string
  reasonHint: Readonly<Record<ChangeKind, string>>, write: Readonly<Record<ChangeKind, string>>, written: string, keepOld: (day: string) => string, sameAsNow: string, badGoal: string
  history: (n: number) => string, none: string, field: Readonly<Record<'goal' | 'due' | 'schedule' | 'mark', string>>, mark: Readonly<Record<MarkState, string>>, planEnd: string, asPlanned: string
  forms: Readonly<Record<'linear' | 'monthly' | 'quarterly' | 'points' | 'step' | 'stages', string>>, since: (day: string) => string, takeBack: (what: string) => string, back: string, takenBack: string, noReason: string, more: (n: number) => string
}

export const zhChanges: ChangesWords = {
  title: '记一笔调整', lead: '从某天起生效，以前的日子按原来的算', kindLabel: '调整什么', kinds: { exempt: '免考', paused: '暂停', active: '恢复', amend: '改目标' }, area: '范围', allAreas: '整个指标', goal: '任务', due: '期限', curve: '改时序曲线',
  reasonHint: { exempt: '如：辖区没有这项任务', paused: '如：用地未批，暂停推进', active: '如：用地已批，恢复推进', amend: '如：区里调整任务' }, write: { exempt: '列为免考', paused: '列为暂停', active: '恢复', amend: '改目标' }, written: '已记入台账', keepOld: day => `${day}以前仍按原来的算`, sameAsNow: '与现在一样，没有要记的', badGoal: '任务要是 0 以上的数',
  history: n => `已记 ${n} 笔`, none: '年内没有调整过', field: { goal: '任务', due: '期限', schedule: '时序', mark: '状态' }, mark: { exempt: '免考', paused: '暂停', active: '在考' }, planEnd: '计划期末', asPlanned: '默认',
  forms: { linear: '直线', monthly: '按月', quarterly: '按季', points: '折点', step: '到期一次', stages: '节点' }, since: day => `${day}起`, takeBack: what => `撤回 ${what}`, back: '撤回', takenBack: '已撤回这一笔', noReason: '未写理由', more: n => `再看 ${n} 笔`,
}
export const enChanges: ChangesWords = {
  title: 'Record a change', lead: 'it holds from a day on; earlier days stay as they were', kindLabel: 'What changes', kinds: { exempt: 'Exempt', paused: 'Pause', active: 'Resume', amend: 'Goal or date' }, area: 'For', allAreas: 'the whole target', goal: 'Goal', due: 'Due', curve: 'Change the curve',
  reasonHint: { exempt: 'e.g. no such task here', paused: 'e.g. no site yet', active: 'e.g. the site is there', amend: 'e.g. the district changed the goal' }, write: { exempt: 'Exempt', paused: 'Pause', active: 'Resume', amend: 'Change' }, written: 'Recorded', keepOld: day => `Days before ${day} stay as they were`, sameAsNow: 'The same as now, nothing to record', badGoal: 'A goal is a number from 0 on',
  history: n => `${n} changes`, none: 'Nothing was changed in the year', field: { goal: 'Goal', due: 'Due', schedule: 'Schedule', mark: 'State' }, mark: { exempt: 'exempt', paused: 'paused', active: 'active' }, planEnd: 'end of the plan', asPlanned: 'as planned',
  forms: { linear: 'straight', monthly: 'monthly', quarterly: 'quarterly', points: 'points', step: 'at the end', stages: 'stages' }, since: day => `from ${day}`, takeBack: what => `Take back ${what}`, back: 'Take back', takenBack: 'This change is taken back', noReason: 'no reason given', more: n => `${n} more`,
}
