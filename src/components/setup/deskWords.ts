/** Words that several pages of 计划 share: what is written from which day and why, what it changes, undo. */
export interface DeskWords {
  undo: string, redo: string, from: string, reason: string, target: string, apply: string, undone: string, redone: string
  /** What would change on the board of that day. */
  effect: (day: string) => string, noEffect: string, more: (n: number) => string, whole: string, noLamp: string
  nextYear: string, nextYearDone: (name: string) => string, fileMark: string
  due: (day: string) => string
}

export const zhDesk: DeskWords = {
  undo: '撤销', redo: '重做', from: '从', reason: '理由', target: '指标', apply: '应用', undone: '已撤销上一步', redone: '已重做',
  effect: day => `挂图会变（${day}）`, noEffect: '今天的挂图不变', more: n => `另有 ${n} 格`, whole: '合计', noLamp: '无灯',
  nextYear: '导出为明年计划', nextYearDone: name => `已存 ${name}；文号、任务数和期限都标了待核`, fileMark: '演示数据-',
  due: day => `${day}到期`,
}
export const enDesk: DeskWords = {
  undo: 'Undo', redo: 'Redo', from: 'From', reason: 'Reason', target: 'Target', apply: 'Apply', undone: 'The last step is undone', redone: 'Done again',
  effect: day => `On the board of ${day}`, noEffect: 'The board of today stays as it is', more: n => `${n} more`, whole: 'Total', noLamp: 'no lamp',
  nextYear: 'Export as next year’s plan', nextYearDone: name => `${name} saved; document number, goals and dates are marked to be checked`, fileMark: 'demo-',
  due: day => `due ${day}`,
}
