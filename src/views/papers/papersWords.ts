/** The words of 会议材料; they load with the page. */
import type { ReviewFilter } from '../../domain/snapshot'
import type { Audience, PaperFormat, PaperPart } from '../../exports/paper'

type Named = { title: string, sub: string }

export interface PapersWords {
  title: string
  close: string
  demo: string
  which: string
  now: string
  nowNote: (day: string) => string
  kept: string
  keptNote: (day: string, code: string) => string
  another: string
  anotherNote: string
  day: string
  more: (n: number) => string
  noneKept: string
  name: string
  review: string
  reviews: Record<ReviewFilter, string>
  whom: string
  audiences: Record<Audience, Named>
  changed: string
  content: string
  contentNote: (targets: number, places: number) => string
  parts: Record<PaperPart, Named>
  moved: (better: number, worse: number) => string
  off: (n: number) => string
  formats: string
  formatNames: Record<PaperFormat, Named>
  pages: (n: number) => string
  sheets: (n: number) => string
  posters: (n: number) => string
  events: (n: number) => string
  copyTable: string
  copied: string
  copyByHand: string
  document: string
  documentNumber: string
  addressee: string
  redHead: string
  shareSafe: string
  caption: string
  captionNote: string
  captionLines: { at: string, scope: string, rules: string, version: string }
  preview: string
  previewNote: (n: number) => string
  outline: string
  outlineNote: (annexes: number) => string
  figureOf: { table: string, chart: string, annex: string }
  wall: string
  wallNote: string
  book: string
  idle: string
  dataFormats: string
  filesOf: (n: number) => string
  putAllBack: string
  files: string
  filesNote: (n: number) => string
  states: Record<'waiting' | 'making' | 'made' | 'failed', string>
  checks: string
  notReported: (n: number) => string
  allReported: string
  rulings: (n: number) => string
  noRulings: string
  equal: (cells: number, targets: number) => string
  unequal: (n: number) => string
  names: string
  longNames: (n: number) => string
  opening: string
  freezing: string
  making: (format: string) => string
  zipping: string
  step: (format: PaperFormat, done: number, total: number) => string
  ofFormats: (number: number, count: number) => string
  spent: (seconds: number, left: number | null) => string
  cancel: string
  cancelled: string
  saved: (name: string, size: string) => string
  failedSome: (n: number) => string
  code: string
  codeWait: string
  save: (n: number) => string
  nothing: string
  freeze: string
  frozen: string
  notKept: string
  frozenAlready: string
  unknownCode: (code: string) => string
}

export const zhPapers: PapersWords = {
  title: '会议材料', close: '回到挂图', demo: '演示数据，每页照印',
  which: '用哪一版', now: '现在', nowNote: day => `截至 ${day}，导出时封存`, kept: '已封存', keptNote: (day, code) => `${day}，${code}`, another: '另选一天', anotherNote: '按那一天算，导出时封存', day: '截至日', more: n => `另有 ${n} 份`, noneKept: '本机还没有封存过快照',
  name: '名称', review: '审核口径', reviews: { all: '全部', accepted: '已审', accepted_twice: '两级已审' },
  whom: '给谁用',
  audiences: {
    bureau: { title: '局务会', sub: '一页总览、红项' }, dispatch: { title: '调度会', sub: '全套，一项一页' }, bulletin: { title: '通报', sub: '公文体，点名到镇街' }, wall: { title: '上墙', sub: '整张挂图，A3 或 A0' }, superior: { title: '报上级', sub: '报告与明细表' },
  },
  changed: '有改动',
  content: '内容', contentNote: (targets, places) => `${targets} 项${places > 0 ? `、${places} 个地方` : ''}，未筛选`,
  parts: {
    cover: { title: '封面', sub: '' }, overview: { title: '一页总览', sub: '' }, changes: { title: '会后变化', sub: '' }, chapters: { title: '各章挂图', sub: '' }, red: { title: '红项', sub: '一项一页' }, standing: { title: '镇街达序', sub: '' }, annex: { title: '附表', sub: '' }, areas: { title: '各镇街分页', sub: '' }, record: { title: '变更记录', sub: '' },
  },
  moved: (better, worse) => `变好 ${better}，变差 ${worse}`, off: n => `未达序 ${n} 格`,
  formats: '格式',
  formatNames: {
    pptx: { title: 'PPTX', sub: '图表可编辑' }, docx: { title: 'DOCX', sub: '公文版式' }, xlsx: { title: 'XLSX', sub: '带公式和口径' }, print: { title: '报告', sub: '打印或存 PDF' }, poster: { title: '挂图海报', sub: '打印或存 PDF' }, page: { title: 'HTML 单文件', sub: '断网可开' },
    svg: { title: '挂图 SVG', sub: '' }, png: { title: '挂图 PNG', sub: '' }, csv: { title: '数据 CSV', sub: '' }, markdown: { title: '表格 Markdown', sub: '' }, snapshot: { title: '快照 JSON', sub: '' }, board: { title: 'board.json', sub: '' },
  },
  pages: n => `${n} 页`, sheets: n => `${n} 张表`, posters: n => `${n} 张`, events: n => `${n} 条`,
  copyTable: '复制表格', copied: '已复制', copyByHand: '已选中，按 Ctrl C',
  document: '公文要素', documentNumber: '文号', addressee: '主送', redHead: '红头', shareSafe: '单文件不带姓名和备注',
  caption: '口径栏', captionNote: '每页照印', captionLines: { at: '时点', scope: '范围', rules: '规则', version: '版本' },
  preview: '页面', previewNote: n => `${n} 页，16:9，单击去掉或放回`, outline: '报告提纲', outlineNote: annexes => (annexes > 0 ? `附件 ${annexes} 份` : '无附件'), figureOf: { table: '表', chart: '图', annex: '附件' }, wall: '挂图', wallNote: '全部目标和地方', book: '工作表', putAllBack: '全部放回',
  files: '文件', filesNote: n => (n > 1 ? `${n} 个，装进一个 zip` : '1 个'), states: { waiting: '', making: '正在生成', made: '', failed: '没有做成' },
  checks: '出图前核对', notReported: n => `未填报 ${n} 格，照印，计入分母`, allReported: '该报的都报了', rulings: n => `口径待裁定 ${n} 处，照印`, noRulings: '没有待裁定的口径', equal: (cells, targets) => `${cells} 格、${targets} 项与本版一致`, unequal: n => `${n} 个数与本版不一致，不能导出`, names: '地名不截断，表头每页重复', longNames: n => `${n} 个名称超过 24 字，换行照印`,
  opening: '正在打开这一版', freezing: '正在封存', making: format => `正在生成 ${format}`, zipping: '正在装进 zip',
  step: (format, done, total) => (format === 'pptx' ? `第 ${done} 页，共 ${total} 页` : total > 1 ? `${done} / ${total}` : ''), ofFormats: (number, count) => `${number} / ${count}`,
  spent: (seconds, left) => `已用 ${seconds} 秒${left === null ? '' : `，约剩 ${left} 秒`}`,
  cancel: '取消', cancelled: '已取消，没有保存文件', saved: (name, size) => `已保存 ${name}（${size}）`, failedSome: n => `${n} 种没有做成，原因写在同名的 txt 里`,
  code: '校验码', codeWait: '封存后给出', idle: '先封存再生成，每份文件印同一个校验码', dataFormats: '图和数据', filesOf: n => `${n} 种`, save: n => `保存 ${n} 个文件`, nothing: '没有选格式', freeze: '只封存', frozen: '已封存', notKept: '快照没有存进本机', frozenAlready: '这一版已封存', unknownCode: code => `本机没有校验码为 ${code} 的快照`,
}
