/** Words of the review page. */
export interface ReviewWords {
  by: Readonly<Record<'label' | 'area' | 'target', string>>
  show: Readonly<Record<'label' | 'waiting' | 'returned' | 'all', string>>
  own: (unit: string) => string
  ownLevel: string
  /** Head of the list: how many wait, how many were returned. */
  sum: (waiting: number, returned: number) => string
  nothing: Readonly<Record<'waiting' | 'returned' | 'all', string>>
  area: string
  target: string
  was: string
  now: string
  increase: string
  lamp: string
  hints: string
  reporter: string
  state: string
  evidence: string
  never: string
  lampFromTo: (from: string, to: string) => string
  lampSame: string
  states: Readonly<Record<'waiting' | 'waitsDepartment' | 'waitsOffice' | 'accepted' | 'returned', string>>
  accept: string
  giveBack: string
  acceptGroup: (n: number) => string
  returnGroup: string
  selectAll: string
  selectOne: (name: string) => string
  chosen: (n: number) => string
  accepted: (n: number) => string
  returned: (n: number) => string
  undo: string
  keys: string
  reported: (unit: string, day: string) => string
  note: (text: string) => string
  reviewedBy: (who: string, day: string) => string
  returnTitle: (n: number) => string
  returnLead: string
  reason: string
  presets: readonly string[]
  cancel: string
  only: string
  onlyWhy: string
  onlyRate: (before: string, after: string) => string
  onlyLeftOut: (n: number) => string
  onlyTurned: (n: number) => string
  onlySame: string
  more: (n: number) => string
  way: string
  twoLevel: string
  twoLevelWhy: string
  asOffice: string
  asDepartment: (unit: string) => string
  asNobody: string
  asTownship: (unit: string) => string
  hintsLater: string
}

export const zhReview: ReviewWords = {
  by: { label: '按镇街或按指标', area: '按镇街', target: '按指标' }, show: { label: '显示哪些', waiting: '未审', returned: '已退回', all: '全部' },
  own: unit => `只看${unit}`, ownLevel: '本级', sum: (waiting, returned) => `未审 ${waiting} 格${returned > 0 ? `，退回待改 ${returned} 格` : ''}`,
  nothing: { waiting: '没有等着审的填报。', returned: '没有退回待改的填报。', all: '还没有填报。' },
  area: '镇街', target: '指标', was: '上次', now: '本次', increase: '增加', lamp: '亮灯', hints: '核实提示', reporter: '填报', state: '审核', evidence: '佐证', never: '—',
  lampFromTo: (from, to) => `由${from}到${to}`, lampSame: '不变',
  states: { waiting: '未审', waitsDepartment: '待科室审', waitsOffice: '待办公室审', accepted: '已通过', returned: '已退回' },
  accept: '通过', giveBack: '退回', acceptGroup: n => `本组 ${n} 格全部通过`, returnGroup: '本组退回', selectAll: '全选本组', selectOne: name => `选中 ${name}`, chosen: n => `已选 ${n} 格`,
  accepted: n => `已通过 ${n} 格`, returned: n => `已退回 ${n} 格`, undo: '撤销', keys: 'J K 上下，空格选中', reported: (unit, day) => `${unit}，${day}`, note: text => `说明：${text}`, reviewedBy: (who, day) => `${who} ${day}`,
  returnTitle: n => `退回 ${n} 格`, returnLead: '退回的数不再计入挂图，填报的人打开填报页先看到它和这句理由。', reason: '理由', presets: ['与台账对不上，请核对', '口径与计划不一致，请看原文', '累计数有变化，请补一句说明', '单位或位数请再看一遍'], cancel: '取消',
  only: '只算已审', onlyWhy: '未审的数照常上挂图；这里看不算它们会怎样。', onlyRate: (before, after) => `达序率 ${before} → ${after}`, onlyLeftOut: n => `${n} 条填报不算在内`, onlyTurned: n => `${n} 项指标的灯不同`, onlySame: '各项指标的灯都不变', more: n => `另有 ${n} 项`,
  way: '审核方式', twoLevel: '两级审核', twoLevelWhy: '镇街报，科室先审，办公室终审。记在这台电脑上；每次审核的级别写进台账。', asOffice: '你以办公室审核。', asDepartment: unit => `你以${unit}审核。`, asNobody: '通过或退回时先问是哪个单位。', asTownship: unit => `${unit}是填报单位，这里只看不审。`,
  hintsLater: '提示只供参考，不影响通过。',
}

export const enReview: ReviewWords = {
  by: { label: 'By township or target', area: 'By township', target: 'By target' }, show: { label: 'Which ones', waiting: 'To review', returned: 'Returned', all: 'All' },
  own: unit => `Only ${unit}`, ownLevel: 'Own level', sum: (waiting, returned) => `${waiting} to review${returned > 0 ? `, ${returned} returned` : ''}`,
  nothing: { waiting: 'Nothing waits for review.', returned: 'Nothing is returned.', all: 'Nothing is reported yet.' },
  area: 'Township', target: 'Target', was: 'Before', now: 'Now', increase: 'Increase', lamp: 'Lamp', hints: 'Worth a look', reporter: 'Reported', state: 'Review', evidence: 'Evidence', never: '—',
  lampFromTo: (from, to) => `from ${from} to ${to}`, lampSame: 'same',
  states: { waiting: 'To review', waitsDepartment: 'For department', waitsOffice: 'For office', accepted: 'Accepted', returned: 'Returned' },
  accept: 'Accept', giveBack: 'Return', acceptGroup: n => `Accept all ${n} here`, returnGroup: 'Return these', selectAll: 'Select all here', selectOne: name => `Select ${name}`, chosen: n => `${n} selected`,
  accepted: n => `${n} accepted`, returned: n => `${n} returned`, undo: 'Undo', keys: 'J K move, space selects', reported: (unit, day) => `${unit}, ${day}`, note: text => `Note: ${text}`, reviewedBy: (who, day) => `${who} ${day}`,
  returnTitle: n => `Return ${n}`, returnLead: 'What is returned no longer counts on the wall chart; who reported sees it first, with this reason.', reason: 'Reason', presets: ['Differs from the records, please check', 'Not as the plan defines it, see the notice', 'The cumulative value changed, please say why', 'Please look at unit and digits again'], cancel: 'Cancel',
  only: 'Reviewed only', onlyWhy: 'Unreviewed figures stand on the chart; this shows it without them.', onlyRate: (before, after) => `On-pace rate ${before} → ${after}`, onlyLeftOut: n => `${n} reports left out`, onlyTurned: n => `${n} targets with another lamp`, onlySame: 'No lamp of a target changes', more: n => `${n} more`,
  way: 'How we review', twoLevel: 'Two levels', twoLevelWhy: 'Townships report, departments look first, the office last. Kept on this device; each review says its level in the ledger.', asOffice: 'You review as the office.', asDepartment: unit => `You review as ${unit}.`, asNobody: 'You are asked for your unit at the first review.', asTownship: unit => `${unit} reports; here it can only look.`,
  hintsLater: 'Hints are for information and hold nothing back.',
}
