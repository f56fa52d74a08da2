import type { PlanWords } from './planWords'

const types: Readonly<Record<string, string>> = { report: '填报', allocate: '分解', exempt: '免考或暂缓', amend: '目标调整', retract: '撤销', review: '审核', meeting: '会议', rules: '规则包' }
const marks: Readonly<Record<string, string>> = { exempt: '免考核', paused: '暂缓', active: '恢复' }
const fields: Readonly<Record<string, string>> = { short: '短名', weight: '权重', pair: '成对指标', source: '原文出处', criteria: '验收标准', note: '说明', ladderAssumed: '环节推定', due: '期限写法' }

export const zhPlans: PlanWords = {
  title: '计划',
  day: day => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`,
  join: '、',
  list: {
    title: '全部计划', current: '正在看', shipped: '随程序', own: '本机文件', replaces: '代替随程序的一版', added: day => `${day}收下`, open: '打开', remove: '删除', removeSure: title => `删去“${title}”的计划文件？`,
    removeKeeps: '填过的数留在台账里，再打开这份计划还看得到。', removeFallsBack: '填过的数留在台账里，改用随程序的一版。', cancel: '取消', takeBack: day => `换回${day}的一版`,
  },
  drop: { zone: '把计划文件拖到这里，或', choose: '选文件', hint: '一个 .json 文件。先看再收，看的时候什么也不改。', over: '松开，看这个计划文件', busy: '正在读…' },
  preview: {
    fresh: '收下这份计划？', newer: '用新文件换下这份计划？', same: '和正在用的一样', refused: '这个文件不能用', sameLead: '内容与本机正在用的这份计划相同，不用再收。', refusedLead: n => `有 ${n} 处要改，什么也没有收下。改好再打开一次。`,
    newerLead: '换下的一版还留着，可以换回。', accept: '收下', replace: '换上新文件', accepting: '正在存…', cancel: '取消', close: '关闭', copy: '复制清单', copied: '已复制', copyByHand: '浏览器不让自动复制，清单已选中，请按 Ctrl C。',
    shown: (shown, total) => `先列 ${shown} 处，共 ${total} 处。`, more: n => `还有 ${n} 条没有列出`, orphans: n => `${n} 条填过的数会没有位置`, ledger: n => `台账里有 ${n} 条在这份计划里没有位置`,
  },
  facts: {
    title: '计划概况', plan: '计划', id: '编号', issuer: '发文', number: '文号', noNumber: '原文未载', issued: '成文', period: '期限', span: (start, end) => `${start}至${end}`, area: '区域', columns: (area, n) => `${area}，下设 ${n} 列`,
    content: '内容', counts: (chapters, tasks, targets) => `${chapters} 章 ${tasks} 项任务 ${targets} 个指标`, measures: '种类', departments: '科室', departmentCount: n => `${n} 个`, allAssumed: '全部推定', someAssumed: n => `其中 ${n} 个推定`, asPrinted: '原文所列',
    rulings: '口径', rulingCount: (open, all) => `${all} 条，待定 ${open} 条`, none: '无',
  },
  measure: { count: '计数', amount: '金额', stock: '存量', rate: '比率', standard: '标准', frequency: '频次', milestone: '节点', qualitative: '定性' },
  compare: {
    title: '会变的', addedTargets: n => `增加 ${n} 个指标`, removedTargets: n => `减少 ${n} 个指标`, changedTargets: n => `改动 ${n} 个指标`, addedAreas: n => `增加 ${n} 个区域`, removedAreas: n => `减少 ${n} 个区域`, renamedAreas: n => `改名 ${n} 个区域`, facts: '计划本身', others: '另外改了',
    from: '原为', to: '改为',
    fact: { id: '编号', title: '标题', issuer: '发文', issued: '成文', documentNumber: '文号', period: '期限' },
    target: { name: '名称', unit: '单位', due: '期限', lead: '科室', task: '任务', measure: '种类', scope: '填报', goal: '目标', baseline: '基数', schedule: '时序', stages: '阶段', ladder: '环节', areas: '点名区域', allocation: '原文分解', details: '说明等' },
    part: { tasks: '章节和任务的名称、顺序', departments: '科室表', rulings: '口径裁定', areas: '区域的简称、级别或隶属', format: '写法' }, field: name => fields[name] ?? name,
    scope: { area: '各地分报', whole: '本级报一次' }, line: '直线', step: '到期一次', monthly: '按月', quarterly: '按季', points: n => `${n} 个折点`, none: '无', everyArea: '全部', shared: (areas, sum) => `${areas} 处共 ${sum}`,
  },
  orphan: {
    title: n => `没有位置的填报 ${n} 条`, lead: '都还在台账里，没有删；只是这份计划里没有对应的格子，挂图上不显示。', target: '指标', area: '区域', day: '数值日期', value: '内容', by: '填报人', why: '为什么', recorded: day => `${day}录入`,
    type: type => types[type] ?? type, reason: { target_gone: '计划里已没有这个指标', area_gone: '计划里已没有这个区域', level: '这一级现在不填报', payload: '与指标现在的种类对不上' },
    items: n => `${n} 个项目点`, stages: n => `${n} 个节点`, shares: n => `分给 ${n} 处`, mark: state => marks[state] ?? state,
  },
  departments: { title: '科室', assumed: '推定', assumedNote: '原文没有写科室的，按职能推定；换成本单位的名称只要改计划文件。' },
  rulings: { title: '口径', lead: (open, all) => `${all} 条，待定 ${open} 条`, open: '待定', decided: '已定' },
}
