/** Words of pasting; they load with it. */
export interface PasteWords {
  title: string
  byNames: (areas: number, targets: number) => string
  fromCursor: (targets: number, areas: number) => string
  turned: string
  all: string
  state: Readonly<Record<'good' | 'bad' | 'doubt' | 'same', string>>
  unmatched: string
  names: string
  namesWhy: string
  area: string
  target: string
  cells: (n: number) => string
  leaveOut: string
  likely: string
  others: string
  nearly: string
  column: string
  where: string
  was: string
  now: string
  hint: string
  input: (where: string) => string
  change: (text: string) => string
  keepLast: (text: string) => string
  sure: string
  confirm: string
  confirmAll: (n: number) => string
  skip: string
  reason: string
  reasonFor: (where: string) => string
  more: (n: number) => string
  none: string
  left: string
  leftOut: Readonly<Record<string, (text: string, n: number) => string>>
  noTask: string
  balance: (target: string, sum: string, goal: string, off: string) => string
  open: (amount: string) => string
  over: (amount: string) => string
  write: (n: number) => string
  cancel: string
  close: string
  pasted: (n: number) => string
  undone: string
  onlyBad: (n: number) => string
  inWindow: string
  undo: string
  dismiss: string
  reading: string
}

export const zhPaste: PasteWords = {
  title: '粘贴：核对后写入', byNames: (areas, targets) => `按名称对上：镇街 ${areas} 个，指标 ${targets} 个`, fromCursor: (targets, areas) => `没有名称，从光标处排开：指标 ${targets} 行，镇街 ${areas} 列`, turned: '镇街在表头',
  all: '全部', state: { good: '写入', bad: '有误', doubt: '待确认', same: '不变' }, unmatched: '没对上', names: '名称要看一眼', namesWhy: '没有把握的名称不自动写入。', area: '镇街', target: '指标', cells: n => `${n} 格`,
  leaveOut: '不写入', likely: '可能是', others: '其他', nearly: '名称相近', column: '没有表头的一列', where: '位置', was: '上次', now: '写入', hint: '提示与处理', input: where => `${where}，要写入的内容`, change: text => `改为 ${text}`, keepLast: text => `保留上次 ${text}`, sure: '看看单位、位数和位置；确实如此就确认', confirm: '确认无误', confirmAll: n => `这一类 ${n} 格都确认`,
  skip: '不写这一格', reason: '更正原因', reasonFor: where => `${where}，更正原因`, more: n => `再看 ${n} 格`, none: '这一类没有', left: '没有读取：',
  leftOut: {
    total: (_, n) => `合计、小计 ${n} 格（由系统算）`, serial: () => '序号', words: text => `“${text}”一列是文字`, whole: (_, n) => `本级任务的镇街格 ${n} 格`, outside: (_, n) => `超出范围 ${n} 格`,
    hidden: (_, n) => `隐藏的行列 ${n}`, noName: (_, n) => `没有名称的 ${n} 格`, column: text => `“${text}”一列`,
  },
  noTask: '无任务', balance: (target, sum, goal, off) => `${target}：合计 ${sum}，目标 ${goal}${off}`, open: amount => `，未分解 ${amount}`, over: amount => `，加码 ${amount}`, write: n => `写入 ${n} 格`, cancel: '取消', close: '先放着', pasted: n => `已粘贴 ${n} 格`, undone: '粘贴已撤销',
  onlyBad: n => `看未写入的 ${n} 格`, inWindow: '放大处理', undo: '撤销粘贴', dismiss: '收起', reading: '正在核对…',
}

export const enPaste: PasteWords = {
  title: 'Paste: check, then write', byNames: (areas, targets) => `Matched by name: ${areas} townships, ${targets} targets`, fromCursor: (targets, areas) => `No names; laid out from the cursor: ${targets} targets by ${areas} townships`, turned: 'townships across',
  all: 'All', state: { good: 'To write', bad: 'Wrong', doubt: 'To confirm', same: 'Unchanged' }, unmatched: 'Unmatched', names: 'Names to look at', namesWhy: 'A name that is not certain is not written by itself.', area: 'Township', target: 'Target', cells: n => (n === 1 ? '1 cell' : `${n} cells`),
  leaveOut: 'Leave out', likely: 'Perhaps', others: 'Others', nearly: 'nearly the same name', column: 'a column without a head', where: 'Place', was: 'Last', now: 'To write', hint: 'What to do', input: where => `${where}, what to write`, change: text => `Change to ${text}`, keepLast: text => `Keep ${text}`, sure: 'check unit, digits and place; confirm if it is so', confirm: 'It is right', confirmAll: n => `Confirm all ${n} of this kind`,
  skip: 'Leave this cell', reason: 'Reason', reasonFor: where => `${where}, reason for the correction`, more: n => `${n} more cells`, none: 'None of this kind', left: 'Not read: ',
  leftOut: {
    total: (_, n) => `totals, ${n} cells (they are summed here)`, serial: () => 'serial numbers', words: text => `the column "${text}" of words`, whole: (_, n) => `${n} township cells of tasks of the bureau itself`, outside: (_, n) => `${n} cells beyond the board`,
    hidden: (_, n) => `${n} hidden rows or columns`, noName: (_, n) => `${n} cells without a name`, column: text => `the column "${text}"`,
  },
  noTask: 'no task', balance: (target, sum, goal, off) => `${target}: ${sum} of ${goal}${off}`, open: amount => `, ${amount} not shared out`, over: amount => `, ${amount} too much`, write: n => (n === 1 ? 'Write 1 cell' : `Write ${n} cells`), cancel: 'Cancel', close: 'Later', pasted: n => `${n} cells pasted`, undone: 'The paste was undone',
  onlyBad: n => `${n} not written`, inWindow: 'Open large', undo: 'Undo the paste', dismiss: 'Hide', reading: 'Checking…',
}
