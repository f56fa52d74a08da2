/** Words of the page of returned files. */
import type { BarKind } from './collectModel'

export interface CollectWords {
  expected: (day: string, n: number) => string
  chooseFiles: string
  chooseFolder: string
  workbooks: string
  over: string
  title: (read: number, all: number) => string
  nothing: string
  steps: readonly string[]
  preview: (n: number) => string
  wrote: (n: number) => string
  reading: (n: number, all: number) => string
  cancel: string
  goOn: string
  stopped: (n: number) => string
  head: { unit: string, file: string, saved: string, matched: string, share: string, note: string, code: string }
  kinds: Readonly<Record<BarKind, string>>
  whole: string
  total: string
  readable: (n: number) => string
  alsoRefused: (n: number) => string
  receipts: (n: number) => string
  missing: (n: number, names: string) => string
  allCame: string
  forget: string
  map: string
  more: (n: number) => string
  conflict: { title: (n: number, all: number) => string, previous: string, next: string, value: string, lamp: string, increase: string, who: string, note: string, noNote: string, both: string, undecided: string, ledger: string, first: string, table: (unit: string) => string, keep: (value: string) => string, take: (value: string) => string, keepAndAsk: (value: string) => string, noneAndAsk: string, pace: string, here: (value: string) => string, inFile: (value: string) => string, hint: (increase: string, before: string) => string, decided: (text: string) => string, asked: string, course: (text: string) => string, and: string, none: string }
  rest: { title: string, counts: (conflicts: number, cells: number, files: number) => string, decide: string, changeTo: (text: string) => string, reason: string, reasonLabel: string, edit: string, editLabel: string, keep: string, drop: string, ok: string, cancel: string, ask: string, whole: string, waiting: string, here: (here: string, there: string) => string, noMore: string, sendBack: string }
  foot: { plan: (fresh: number, confirmed: number) => string, nothing: string, empty: string, write: (n: number) => string, writing: string, batch: (name: string) => string, done: (fresh: number, confirmed: number) => string, undone: (name: string) => string, note: string, undo: string, receipts: (n: number) => string, receiptCsv: string, receiptText: string, board: string, rule: string }
  note: { otherTurn: (n: number) => string, replaced: (file: string) => string, late: string, xls: string, byIds: string, own: string, conflictWith: (n: number) => string, atRow: (percent: string) => string, waiting: string, stopped: string, refused: (why: string) => string, foundIn: (n: number) => string }
  own: { title: string, lead: string, sheet: string, headRow: string, rowsAre: string, areas: string, targets: string, name: string, columns: string, skip: string, day: string, found: (n: number) => string, rest: (n: number, names: string) => string, use: string, cancel: string, row: (n: number) => string, known: string, nothing: string }
  books: { title: string, lead: string, what: string, all: string, departments: string, areas: string, each: (n: number) => string, day: string, get: string, making: (n: number, all: number) => string, cancel: string, failed: string }
  receipt: { title: string, unit: string, file: string, values: string, unchanged: string, back: string, code: string, how: string, at: string, name: (plan: string, day: string) => string }
  comma: string
  none: string
}

export const zhCollect: CollectWords = {
  expected: (day, n) => `截至 ${day}，应收 ${n} 份；把文件拖到本页任何地方即可`,
  chooseFiles: '选文件', chooseFolder: '选文件夹', workbooks: '下载填报表', over: '松手就收表：.xlsx .xls .csv，多少份都行',
  title: (read, all) => `已读 ${read} 份，共 ${all} 份`, nothing: '还没有收到表', steps: ['下载填报表：每个镇街一份，带编号，上次的数已填好。', '用任何办法发出去、收回来，改名、挪行、加列都认得。', '把收回的文件一起拖进来：先看哪些是新值、哪些冲突，再一次写入，可整批撤销。'], preview: n => `预览 ${n} 个新值，还没有写入`, wrote: n => `已写入 ${n} 个新值；坏的不挡好的`,
  reading: (n, all) => `正在读第 ${n} 份，共 ${all} 份`, cancel: '停下', goOn: '接着读', stopped: n => `停下了，还有 ${n} 份没读`,
  head: { unit: '镇街', file: '文件', saved: '文件时间', matched: '对上', share: '构成', note: '说明', code: '回执码' },
  kinds: { new: '新', same: '不变', conflict: '冲突', bad: '拒收' }, whole: '整份', total: '合计', readable: n => `${n} 份可读`, alsoRefused: n => `另整份拒收 ${n}`, receipts: n => `回执 ${n} 份`,
  missing: (n, names) => `没寄来 ${n} 个：${names}`, allCame: '镇街都寄来了', forget: '从本页去掉', map: '对应列', more: n => `还有 ${n} 项`,
  conflict: {
    title: (n, all) => `冲突 ${n}/${all}`, previous: '上一个', next: '下一个', value: '累计', lamp: '会亮', increase: '比上次', who: '谁、何时', note: '说明', noNote: '未填', both: '没裁之前，挂图仍用本机的数；表里的数写进回执。', undecided: '两份表不同，没裁之前哪个也不写。', ledger: '本机已有', first: '先到', table: unit => `${unit}表里`,
    keep: value => `留本机 ${value}`, take: value => `取表里 ${value}`, keepAndAsk: value => `留 ${value}，发回核实`, noneAndAsk: '都不取，发回核实', pace: '时序', here: value => `本机 ${value}`, inFile: value => `表里 ${value}`,
    hint: (increase, before) => `表里增加 ${increase}，前两期各增 ${before}，请核对口径和单位`, decided: text => `已裁：${text}`, asked: '待核', course: text => `进度线：${text}`, and: '、', none: '没有要裁的冲突',
  },
  rest: { title: '要处理的', counts: (conflicts, cells, files) => [conflicts > 0 ? `冲突 ${conflicts}` : '', cells > 0 ? `拒收 ${cells} 格` : '', files > 0 ? `整份 ${files}` : ''].filter(Boolean).join('，'), decide: '裁', changeTo: text => `改为 ${text}`, reason: '填更正原因', reasonLabel: '更正原因', edit: '改填', editLabel: '改成', keep: '确实如此', drop: '不收', ok: '好', cancel: '取消', ask: '发回核实', whole: '整份', waiting: '待核', here: (here, there) => `本机 ${here}，表里 ${there}`, noMore: '没有要处理的了', sendBack: '退回，请重寄' },
  foot: {
    plan: (fresh, confirmed) => `将写入 ${fresh} 个新值，确认不变 ${confirmed}`, nothing: '没有可写入的新值', empty: '先看后写：按「写入」之前什么都不会进台账', write: n => `写入 ${n}`, writing: '正在写入', batch: name => `本次收表记作一批 ${name}`, done: (fresh, confirmed) => `写入 ${fresh}，确认不变 ${confirmed}`, undone: name => `${name} 已整批撤销`,
    note: '撤销只加一笔，台账不删；回执随之作废', undo: '整批撤销', receipts: n => `回执 ${n} 份`, receiptCsv: '全部回执，表格（.csv）', receiptText: '全部回执，文字（.txt）', board: '收完，去挂图看变化', rule: '口径：同一镇街同一日两个数即为冲突，不自动取舍。回执码由值数与内容算出，镇街可凭码核对。',
  },
  note: { otherTurn: n => `第 ${n} 次寄来，以此份为准`, replaced: file => `以后寄来的 ${file} 为准`, late: '迟交', xls: '旧版 .xls，已转读', byIds: '按表内编号认出', own: '自己的表，要指明哪一列是什么', conflictWith: n => `与已有数不同，${n} 格待裁`, atRow: percent => `正在读，${percent}`, waiting: '等着读', stopped: '没读', refused: why => `整份拒收：${why}`, foundIn: n => `${n} 行没认出名称` },
  own: { title: '对应列', lead: '指一次，下月同样的表自动认得。', sheet: '工作表', headRow: '表头在', rowsAre: '每一行是', areas: '一个镇街', targets: '一个指标', name: '名称在', columns: '各列是', skip: '不收', day: '截至日期', found: n => `能收 ${n} 格`, rest: (n, names) => `${n} 行没认出：${names}`, use: '就这样收', cancel: '取消', row: n => `第 ${n} 行`, known: '上次就是这样对应的', nothing: '还没有对上任何一列' },
  books: { title: '下载填报表', lead: '表里带编号，行列挪动、改名都认得；填好用任何办法寄回，拖到本页。', what: '给谁', all: '全部（一份）', departments: '科室', areas: '镇街', each: n => `每个镇街一份（${n} 份）`, day: '截至日期', get: '下载', making: (n, all) => `正在做第 ${n} 份，共 ${all} 份`, cancel: '取消', failed: '没有做成，请再试' },
  receipt: { title: '收表回执', unit: '单位', file: '文件', values: '新值', unchanged: '不变', back: '请核实', code: '回执码', how: '回执码由表里的值算出：同样的值得同样的码，与文件名、时间无关。', at: '收表日', name: (plan, day) => `收表回执_${plan}_${day}` },
  comma: '，', none: '未认出',
}

export const enCollect: CollectWords = {
  expected: (day, n) => `As of ${day}, ${n} files expected; drop files anywhere on this page`,
  chooseFiles: 'Choose files', chooseFolder: 'Choose folder', workbooks: 'Workbooks', over: 'Drop to read: .xlsx .xls .csv, any number',
  title: (read, all) => `${read} of ${all} files read`, nothing: 'No file has come yet', steps: ['Download the workbooks: one for each place, with ids and last values.', 'Send and get them back by any way; renamed, moved rows and added columns are recognised.', 'Drop all of them here: look at what is new and what conflicts, write once, undo as a whole.'], preview: n => `Preview of ${n} new values; nothing is written yet`, wrote: n => `${n} new values written; bad ones do not hold up the rest`,
  reading: (n, all) => `Reading file ${n} of ${all}`, cancel: 'Stop', goOn: 'Go on', stopped: n => `Stopped; ${n} files not read`,
  head: { unit: 'Unit', file: 'File', saved: 'File time', matched: 'All', share: 'Made up of', note: 'Note', code: 'Receipt' },
  kinds: { new: 'New', same: 'Same', conflict: 'Differ', bad: 'Bad' }, whole: 'all', total: 'Total', readable: n => `${n} readable`, alsoRefused: n => `${n} refused whole`, receipts: n => `${n} receipts`,
  missing: (n, names) => `${n} not sent: ${names}`, allCame: 'All townships have sent', forget: 'Remove', map: 'Map', more: n => `${n} more`,
  conflict: {
    title: (n, all) => `Conflict ${n}/${all}`, previous: 'Previous', next: 'Next', value: 'To date', lamp: 'Lamp', increase: 'Since last', who: 'Who, when', note: 'Note', noNote: 'none', both: 'Until it is settled the chart keeps the value here; the file’s value goes on the receipt.', undecided: 'Two files differ; until it is settled neither is written.', ledger: 'On record', first: 'came first', table: unit => `File of ${unit}`,
    keep: value => `Keep ${value}`, take: value => `Take ${value}`, keepAndAsk: value => `Keep ${value}, ask back`, noneAndAsk: 'Take neither, ask back', pace: 'Pace', here: value => `Here ${value}`, inFile: value => `File ${value}`,
    hint: (increase, before) => `The file adds ${increase}, the two periods before ${before}; check definition and unit`, decided: text => `Settled: ${text}`, asked: 'asked back', course: text => `Course: ${text}`, and: ', ', none: 'No conflict to settle',
  },
  rest: { title: 'To handle', counts: (conflicts, cells, files) => [conflicts > 0 ? `${conflicts} conflicts` : '', cells > 0 ? `${cells} cells refused` : '', files > 0 ? `${files} files` : ''].filter(Boolean).join(', '), decide: 'Settle', changeTo: text => `Make it ${text}`, reason: 'Give reason', reasonLabel: 'Reason for the correction', edit: 'Change', editLabel: 'Change to', keep: 'It is so', drop: 'Leave out', ok: 'OK', cancel: 'Cancel', ask: 'ask back', whole: 'whole file', waiting: 'asked back', here: (here, there) => `here ${here}, file ${there}`, noMore: 'Nothing left to handle', sendBack: 'Send back' },
  foot: {
    plan: (fresh, confirmed) => `Will write ${fresh} new values and confirm ${confirmed} unchanged`, nothing: 'Nothing new to write', empty: 'Look first: nothing enters the ledger before you press Write', write: n => `Write ${n}`, writing: 'Writing', batch: name => `Recorded as batch ${name}`, done: (fresh, confirmed) => `${fresh} written, ${confirmed} confirmed`, undone: name => `${name} was undone`,
    note: 'Undoing adds a record and deletes none; its receipts lapse', undo: 'Undo all', receipts: n => `${n} receipts`, receiptCsv: 'All receipts, table (.csv)', receiptText: 'All receipts, text (.txt)', board: 'Done, see the board', rule: 'Two values of one place on one day are a conflict, never chosen silently. The receipt code follows from the values.',
  },
  note: { otherTurn: n => `Sent for the ${n}. time; this one holds`, replaced: file => `The later ${file} holds`, late: 'late', xls: 'Old .xls, converted', byIds: 'Found by its ids', own: 'Own sheet: say which column is what', conflictWith: n => `${n} differ`, atRow: percent => `Reading, ${percent}`, waiting: 'Waiting', stopped: 'Not read', refused: why => `Refused whole: ${why}`, foundIn: n => `${n} rows with unknown names` },
  own: { title: 'Map columns', lead: 'Say it once; next month the same sheet is known.', sheet: 'Sheet', headRow: 'Head in', rowsAre: 'Each row is', areas: 'a place', targets: 'a target', name: 'Names in', columns: 'Columns are', skip: 'leave out', day: 'As of', found: n => `${n} cells can be taken`, rest: (n, names) => `${n} rows not known: ${names}`, use: 'Take it like this', cancel: 'Cancel', row: n => `row ${n}`, known: 'Mapped like this last time', nothing: 'No column is mapped yet' },
  books: { title: 'Fill-in workbooks', lead: 'They carry ids: moved rows, new columns and names are all recognised. Send back by any way and drop here.', what: 'For', all: 'All (one file)', departments: 'Departments', areas: 'Places', each: n => `One for each place (${n})`, day: 'As of', get: 'Download', making: (n, all) => `Making file ${n} of ${all}`, cancel: 'Cancel', failed: 'It could not be made; try again' },
  receipt: { title: 'Receipts', unit: 'Unit', file: 'File', values: 'New', unchanged: 'Same', back: 'To verify', code: 'Code', how: 'The code follows from the values of the file: same values, same code, whatever its name or time.', at: 'Taken on', name: (plan, day) => `receipts_${plan}_${day}` },
  comma: ', ', none: '?',
}
