import type { SnapshotWords } from './snapshotWords'

const titled = (title: string): string => (title === '' ? '' : `「${title}」`)

export const zhSnapshots: SnapshotWords = {
  title: '快照', board: '挂图', all: '全部快照', count: n => `本机存有 ${n} 份，新的在前`, none: '还没有快照',
  noneLead: '开会前封存一份：那一天的挂图连同台账一起定下来，以后不再变。幻灯片、报告、海报都从快照导出，页脚印着校验码，日后凭码就能核对。',
  reviews: { all: '含未审的填报', accepted: '只算已审的填报', accepted_twice: '只算两级都审过的填报' }, demo: '演示数据', safe: '已去姓名和备注',
  card: { asOf: day => `截至${day}`, known: moment => `${moment}所知`, code: '校验码', made: (when, by) => `${when}封存${by === '' ? '' : `，${by}`}`, matrix: rows => `挂图缩影，${rows} 项` },
  freeze: {
    title: '封存现在', lead: '定下一天的挂图，以后不再变', name: '名称', day: '截至', review: '算哪些填报', act: '封存', busy: '正在封存…', done: code => `已封存，校验码 ${code}`,
    badDay: (from, to) => `写成 2020-09-15，在 ${from} 到 ${to} 之间`, noName: '写一个名称，如 第4次调度会', failed: '没有存下',
  },
  verify: {
    title: '核对', lead: '输入页脚的校验码，或打开任一份导出的文件：看数字与台账是否一致，之后改了什么', code: '校验码', act: '核对', or: '或', choose: '打开文件…', drop: 'PPTX、DOCX、XLSX、HTML、SVG、PNG、CSV、MD、JSON，也可以拖到这一页',
    badCode: '校验码是 12 位，只有数字和 A 到 F，如 7F3A 91C2 E04D', busy: '正在核对…', partMissing: '核对的部分没有加载成，请检查网络，刷新再试',
  },
  unknown: {
    title: code => `本机没有校验码为 ${code} 的快照`, lead: '它可能是在别的电脑上封存的，或者抄错了一位。可以这样做：',
    ways: ['打开印着这个码的那份文件：文件里带着封存记录，没有快照也能核对', '请封存的人发来“快照数据.json”或“快照.html”，在这里打开，核对后可以留存', '到封存它的那台电脑、那个浏览器上打开这一页'],
  },
  facts: {
    title: '这一份', asOf: '截至', known: '所知时点', review: '审核口径', rules: '亮灯规则', entries: '台账', made: '封存', version: '挂图版本', code: '校验码', copyOf: '抄自', entriesText: n => `${n} 条记录`,
    qr: '二维码', qrLead: '手机扫开是一行文字，不联网',
  },
  acts: { papers: '导出会议材料', download: '存成快照数据.json', keep: '留存到本机', kept: '已留存', close: '关闭', compare: '对比', compareNone: '不对比', now: '现在', nowLead: '现在的挂图' },
  file: name => `文件 ${name}`,
  verdict: {
    matches: { title: '与台账一致', text: '按当时所知重新计算，计划、记录和每一个数都与封存时相同。' },
    altered: { title: '封存记录被改动过', text: '文件里写的与它自己的校验码不符，不能作准。' },
    other_plan: { title: '这是另一个计划的材料', text: '打开那个计划，再到它的快照页核对。' },
    other_ledger: { title: '演示数据与正式台账不能互相核对', text: '切换到封存时的那一本台账，再核对。' },
    plan_changed: { title: '计划文件改过', text: '目标、期限或镇街与封存时不同。' },
    ledger_lacks: { title: '这里缺当时已有的记录', text: '从有这些记录的电脑导出台账，在这里恢复合并后再核对。' },
    ledger_has_more: { title: '有当时已写、后来才并入的记录', text: '别的电脑上写的记录，封存以后才合并到这里。' },
    rules_differ: { title: '算法不同', text: '计划和记录都没有变，数字却不同：封存它的是另一版亮灯规则。' },
  },
  verdictTitle: '核对结果', figures: { same: '每一个数仍与封存时相同。', differ: '有的数与封存时不同，见下。' },
  lacking: n => (n === null ? '缺多少条，要有快照本身才能数清。' : `缺 ${n} 条。`), more: n => (n === null ? '多多少条，要有快照本身才能数清。' : `多 ${n} 条。`), counts: (sealed, here) => `封存时 ${sealed} 条，这里 ${here} 条。`,
  altered: (field, claimed, right) => `${field}：写的是 ${claimed}${right === null ? '' : `，封存时是 ${right}`}`, alteredUnknown: '名称、封存时间、单位或版本里有一项与封存时不同；本机没有原来的快照，说不出是哪一项',
  fields: {
    name: '名称', plan: '计划', planHash: '计划文件', asOf: '截至日', knownAt: '所知时点', rulePack: '亮灯规则', review: '审核口径', demo: '演示标记', events: '记录条数', head: '台账', boardHash: '挂图数据',
    madeAt: '封存时间', madeBy: '封存单位', version: '挂图版本', safeFrom: '抄自',
  },
  otherPlan: plan => `计划编号 ${plan}`,
  edited: {
    title: n => `文件有 ${n} 处被改过`, text: '与导出时的文字或图表数据不同，以快照为准：', none: '文件没有改过', noneText: '各页的文字和图表数据与导出时相同。',
    kinds: { slide: (n, title) => `第 ${n} 页${titled(title)}`, sheet: (n, title) => (title === '' ? '表格' : `第 ${n} 张表${titled(title)}`), section: (n, title) => (title === '' ? `第 ${n} 节` : titled(title)), chart: (n, title) => (title === '' ? `第 ${n} 个图表` : `${titled(title)}的图表`), picture: () => '图' },
    changes: { edited: '改过', gone: '少了', added: '是后加的' },
  },
  boardFile: {
    match: review => `与台账一致（${review}）`, matchText: '按文件写的截至日和所知时点重新计算，每个数都相同。', differ: '与台账不一致', differText: '按文件写的截至日和所知时点重新计算，不同之处：',
    cell: (where, field, claimed, right) => `${where} ${field}：文件写的是 ${claimed}，按台账应为 ${right}`,
  },
  changed: { title: n => `封存以后，这一天有 ${n} 格变了`, text: '封存时的数没有错，是后来的补报、更正或调整改的，见下。' },
  since: {
    title: '此后变了什么', lead: day => `同是${day}这一天，封存时与现在所知`, none: '没有变化：这一天的数，现在看与封存时一样', count: (n, turned) => `${n} 格的数或灯变了，其中 ${turned} 格变灯`, more: n => `其余 ${n} 条`, fold: '收起',
    unreported: '未填报', by: (by, when) => `${by === '' ? '未具名' : by}，${when}记入`, nobody: '查不到是哪条记录', noLamp: '没有灯',
  },
  problem: { title: '不能核对', file: name => name, forget: '关闭' },
  mood: { good: '一致', bad: '不一致', note: '注意' },
}
