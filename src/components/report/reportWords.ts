/** Words of the page 填报; they load with it. */
import type { SubmitState } from '../../domain/reporting'

export interface ReportWords {
  heading: (month: number) => string
  period: string
  until: (day: string, submitBy: string) => string
  allFilled: string
  asked: (targets: number, cells: number, minutes: number) => string
  settled: (n: number) => string
  nothing: string
  nothingWhy: string
  look: string
  list: string
  cells: (n: number) => string
  done: string
  same: string
  returned: (n: number) => string
  restSame: (n: number) => string
  restSure: (n: number) => string
  yes: string
  no: string
  workbook: string
  place: string
  target: string
  goal: string
  last: string
  now: string
  increase: string
  rate: string
  hints: string
  empty: string
  unchanged: string
  isUnchanged: string
  wasReturned: (reason: string) => string
  changeTo: (text: string) => string
  keep: string
  reason: string
  reasonFor: (name: string) => string
  open: string
  total: string
  totalOpen: (open: number, bad: number) => string
  allSame: string
  undo: string
  pasteHint: string
  unit: (unit: string) => string
  wholeYear: (goal: string) => string
  effects: string
  noEffects: string
  stays: (lamp: string) => string
  criteria: string
  ruling: (question: string, decision: string) => string
  openRuling: (question: string) => string
  readTarget: string
  neverAsked: string
  neverAskedWhy: string
  keys: string
  keyList: readonly (readonly [string, string])[]
  savedAt: (time: string) => string
  saveFailed: string
  unsubmitted: (n: number) => string
  offline: string
  badStays: (n: number) => string
  submit: (n: number) => string
  again: string
  submitted: (day: string, state: string) => string
  changedAfter: (n: number) => string
  check: string
  checkLines: { written: (n: number) => string, same: (n: number) => string, open: (n: number) => string, bad: (n: number) => string, returned: (n: number) => string }
  checkWhy: string
  confirm: string
  ratePlaceholder: string
  stagePick: string
  locked: (day: string) => string
  state: Readonly<Record<SubmitState, string>>
}

export const zhReport: ReportWords = {
  heading: month => `${month}月填报`, period: '月份', until: (day, submitBy) => `截至${day}，请于${submitBy}前提交`,
  allFilled: '本期要填的都填了。',
  asked: (targets, cells, minutes) => `${targets} 项还有 ${cells} 格要填，预计 ${minutes} 分钟。`, settled: n => `已完成、免考和无任务的 ${n} 格不再问。`,
  nothing: '本期没有要填的', nothingWhy: '本单位的各格都已完成、免考或没有任务。', look: '领导只看，不填；要填请先在右上角换单位。',
  list: '要填的', cells: n => `${n} 格`, done: '已填', same: '无变化', returned: n => `退回 ${n}`, restSame: n => `其余 ${n} 格全部无变化`, restSure: n => `${n} 格都照上次的数再报一次？`, yes: '是，都无变化', no: '不',
  workbook: '下载 Excel 填报表', place: '镇街', target: '目标', goal: '全年任务', last: '上次', now: '本次累计', increase: '增加', rate: '完成率', hints: '说明与提示',
  empty: '待填', unchanged: '无变化', isUnchanged: '已确认无变化', wasReturned: reason => `退回：${reason}`, changeTo: text => `改为 ${text}`, keep: '确认无误', reason: '填更正原因', reasonFor: name => `${name} 的更正原因，写好按回车`,
  open: '填写', total: '合计', totalOpen: (open, bad) => `还有 ${open} 格待填、${bad} 格待处理，合计暂不计算`, allSame: '全部无变化', undo: '撤销', pasteHint: '可直接粘贴 Excel 的一块',
  unit: unit => `单位：${unit}，填本年累计`, wholeYear: goal => `全年 ${goal}`,
  effects: '提交后挂图会变', noEffects: '本期还没有填，挂图不变。', stays: lamp => (lamp === '' ? '不变' : `${lamp}，不变`), criteria: '口径', ruling: (question, decision) => `${question} 裁定：${decision}`, openRuling: question => `${question}（还没有裁定）`, readTarget: '查看原文与口径',
  neverAsked: '不会再问的', neverAskedWhy: '合计、完成率、较上次增加都由系统算出；同一格科室或镇街一方报了，另一方不再问；督办与会议直接引用，不另要表。',
  keys: '按键', keyList: [['Enter', '存下，到下一格'], ['Shift+Enter', '上一格'], ['Alt+N', '这一格无变化'], ['Esc', '离开输入框'], ['J / K', '下一项、上一项'], ['N', '这一项全部无变化'], ['Ctrl+Z / Ctrl+Y', '撤销、重做']],
  savedAt: time => `已存本机 ${time}`, saveFailed: '没有存下', unsubmitted: n => `未提交 ${n} 格`, offline: '网络断开，不影响填写', badStays: n => `有误 ${n} 格不影响提交其余各格`,
  submit: n => `检查并提交 ${n} 格`, again: '再次提交', submitted: (day, state) => `已于${day}提交（${state}）`, changedAfter: n => `提交后有改动 ${n} 格`, check: '提交前看一眼',
  checkLines: { written: n => `已填 ${n} 格`, same: n => `无变化 ${n} 格`, open: n => `没有填 ${n} 格，仍记为未填报`, bad: n => `有误 ${n} 格，没有写入`, returned: n => `退回还没有改 ${n} 格` },
  checkWhy: '没有填的可以以后补报；提交后仍可更正，更正都留痕。', confirm: '提交', ratePlaceholder: '分子/分母', stagePick: '选阶段', locked: day => `本期已从${day}起锁定，更正要写原因`,
  state: { waiting: '未提交', on_time: '按时', late: '迟报', missing: '未报', revised: '提交后有更正' },
}

export const enReport: ReportWords = {
  heading: month => `Report for month ${month}`, period: 'Month', until: (day, submitBy) => `As of ${day}; submit by ${submitBy}`,
  allFilled: 'Everything of this period is filled.',
  asked: (targets, cells, minutes) => `${cells} cells of ${targets} targets to fill, about ${minutes} min.`, settled: n => `${n} cells are done, exempt or without a task, and not asked.`,
  nothing: 'Nothing to fill this period', nothingWhy: 'All cells of this unit are done, exempt or without a task.', look: 'Leaders look only; change the unit at the top right to enter.',
  list: 'To fill', cells: n => `${n} cells`, done: 'filled', same: 'no change', returned: n => `returned ${n}`, restSame: n => `No change in the other ${n} cells`, restSure: n => `Report the last value again in ${n} cells?`, yes: 'Yes, no change', no: 'No',
  workbook: 'Download the workbook', place: 'Place', target: 'Target', goal: 'Year', last: 'Last', now: 'Total so far', increase: 'Added', rate: 'Done', hints: 'Notes',
  empty: 'to fill', unchanged: 'No change', isUnchanged: 'confirmed: no change', wasReturned: reason => `Returned: ${reason}`, changeTo: text => `Change to ${text}`, keep: 'It is right', reason: 'Give the reason', reasonFor: name => `Reason for the correction of ${name}; Enter saves`,
  open: 'Fill in', total: 'Total', totalOpen: (open, bad) => `${open} cells open, ${bad} to check: no total yet`, allSame: 'No change in all', undo: 'Undo', pasteHint: 'Paste a block from Excel anywhere here',
  unit: unit => `In ${unit}, total since the year began`, wholeYear: goal => `Year ${goal}`,
  effects: 'What changes on the chart', noEffects: 'Nothing filled this period; the chart stays.', stays: lamp => (lamp === '' ? 'unchanged' : `${lamp}, unchanged`), criteria: 'What counts', ruling: (question, decision) => `${question} Ruled: ${decision}`, openRuling: question => `${question} (not ruled yet)`, readTarget: 'Source and criteria',
  neverAsked: 'Never asked again', neverAskedWhy: 'Totals, rates and increases are worked out here. What a department or a township has reported is not asked of the other; supervision and meetings use the same figures.',
  keys: 'Keys', keyList: [['Enter', 'save, next cell'], ['Shift+Enter', 'cell above'], ['Alt+N', 'no change in this cell'], ['Esc', 'leave the field'], ['J / K', 'next, previous item'], ['N', 'no change in this item'], ['Ctrl+Z / Ctrl+Y', 'undo, redo']],
  savedAt: time => `Saved on this device ${time}`, saveFailed: 'Not saved', unsubmitted: n => `${n} cells not submitted`, offline: 'No network; filling in goes on', badStays: n => `${n} bad cells do not hold up the rest`,
  submit: n => `Check and submit ${n} cells`, again: 'Submit again', submitted: (day, state) => `Submitted on ${day} (${state})`, changedAfter: n => `${n} cells changed since`, check: 'Before submitting',
  checkLines: { written: n => `${n} cells filled`, same: n => `${n} cells without change`, open: n => `${n} cells not filled; they stay unreported`, bad: n => `${n} bad cells, not written`, returned: n => `${n} returned cells not corrected` },
  checkWhy: 'What is open can follow later; corrections stay possible and leave a trace.', confirm: 'Submit', ratePlaceholder: 'part/whole', stagePick: 'choose a stage', locked: day => `Locked since ${day}: corrections need a reason`,
  state: { waiting: 'not submitted', on_time: 'on time', late: 'late', missing: 'missing', revised: 'revised since' },
}
