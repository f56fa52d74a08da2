/** 中文（默认）。 */
import type { Messages } from '../../components/messages'
import { zhGroups, zhGroupsShort, zhLamps } from '../../wording/lampNames'
import { zhDay, zhRule, zhShouldActual, zhToGreen } from '../../wording/zhWhy'
import { zhBoard, zhDemo } from './zhBoard'
import { zhPhone } from './zhPhone'
import { zhTime } from './zhTime'

export const zhCN: Messages = {
  language: 'zh-CN',
  product: '挂图',
  nav: { label: '主要页面', board: '挂图', report: '填报', supervise: '督办', meetings: '会议', plans: '计划', find: '搜目标、镇街', mine: '只看我的', help: '帮助', keys: '快捷键', planSwitch: '换计划', present: '投屏', export: '导出', settings: '设置', exportLedger: '台账（.jsonl，备份用）', exportBoard: '挂图数据（board.json）', restore: '恢复台账…' },
  settings: { identity: '填报单位', noIdentity: '未设单位', change: '更改…', theme: '外观', light: '浅色', dark: '深色', system: '跟随系统', language: '语言' },
  demo: zhDemo,
  board: zhBoard,
  lamp: zhLamps,
  usualLamp: zhLamps,
  group: zhGroups,
  groupShort: zhGroupsShort,
  head: {
    target: '目标', department: '科室', goal: '全年', progress: whole => `${whole}进度`, done: '完成', onPaceRate: '达序率 %（达到时序的任务占比）', rank: '名次', allocated: '已分解（项）',
    tie: rank => `并${rank}`, qualitative: '定性',
  },
  chapter: { items: n => `${n} 项`, count: (word, n) => `${word} ${n}`, folded: n => `另 ${n} 项无数字任务`, open: '展开', close: '收起', only: '只看本章' },
  cell: {
    label: (area, target, lamp, value, should) => [area, target, lamp, value, should].filter(part => part !== '').join('，'),
    notReported: '未填报', open: '任务未分解', blank: '没有任务', short: amount => `差 ${amount}`,
    value: (value, goal, unit) => `${value}${goal === '' ? '' : ` / ${goal}`}${unit === '' ? '' : ` ${unit}`}`, should: amount => `应 ${amount}`, stale: '数据陈旧',
  },
  chain: { overdue: days => `逾${days}天`, left: days => `剩${days}天` },
  date: {
    asOf: '截至日期', back: '前一天', forward: '后一天', backMonth: '上月末', forwardMonth: '下月末', day: zhDay, month: text => `${Number(text.slice(5, 7))}月`, invalid: '写成 2020-09-15 这样的日期',
  },
  legend: { label: '亮灯统计，点一项只看这一项', filter: (word, n) => `${word} ${n} 格` },
  edit: {
    start: '编辑', leave: '退出编辑', achievement: '完成', allocation: '任务', modes: '填什么', last: '上次', never: '没有填过', input: '填入', goal: goal => `任务 ${goal}`, increase: '增加', after: '录入后', note: '说明（可不填）', noteLabel: '说明',
    unchanged: '无变化', undo: '撤销', redo: '重做', bad: n => `有误 ${n}，不影响其余各格`, doubt: '待确认', keep: '就是这样', dismiss: '清除', changeTo: text => `改为 ${text}`, openAmount: text => `未分解 ${text}`, overAmount: text => `加码 ${text}`, allGiven: '已分完',
    notAllocated: '未分解', keys: '回车向下，Tab 向右，N 无变化，Ctrl D 同上格，Ctrl Z 撤销，Esc 退出', ratePlaceholder: '分子/分母', stages: '选阶段', milestones: '逐个填完成日期', items: '项目点', itemName: '名称', addItem: '加一个项目点', removeItem: '删去', save: '存', cancel: '取消', reachedOn: '完成日期', plainNumber: '只填个数',
    changed: n => `本次已改 ${n}`, todo: '本次填报', pick: '选一格开始填', areasGiven: n => `${n} 个地方有任务`, itemNumber: n => `${n}号`,
  },
  identity: { title: '谁在填报', why: '第一次填报时问一次，记在每条记录上，以后不再问。', unit: '单位', name: '姓名（可不填）', save: '开始填报', cancel: '先不填' },
  saved: { saving: '正在保存…', saved: time => `已存 ${time}`, failed: '没有存上', idle: '改动自动存在本机' },
  status: { rule: '口径　时序按计划曲线，落后 5 个百分点内为正常，超过 30 为严重滞后；有环节的按环节折算', legend: '格内 81 即 81%，2/3 即件数，空白即无任务', cells: n => `全图 ${n} 格`, events: n => `台账 ${n} 条` },
  panel: {
    tabs: '列什么', attention: n => `需要关注 ${n}`, allFine: '没有落后的格', worstFirst: '差距大的在前', more: n => `其余 ${n} 项`, close: '关闭', should: '应', actual: '实', gap: '差', source: '依据', criteria: '标准', rulings: '口径', note: '备注', last: '上次填报', toGreen: '转绿最少', noReport: '还没有填报', why: '为何亮灯', notReported: n => `未填报 ${n} 格`, department: '牵头',
    reported: (n, m) => `已报 ${n}/${m}`, baseline: '基数', curve: '进度曲线',
  },
  empty: {
    title: '还没有进度', read: '要点已读入', targets: n => `${n} 项指标`, allocated: '分解到各地', cells: (n, m) => `${n} / ${m} 项`, waiting: '等待首次填报',
    why: '先把任务分到各地，格中就有任务数；填入第一个数，这一格就会亮灯。不填不会算成 0，也不会算成正常。', start: '在挂图上填', allocate: '分解任务', rulings: n => `原文待确认 ${n} 处`,
  },
  curve: { pace: '时序', actual: '实际', goal: '目标', aria: (name, should, actual) => `${name}的进度曲线，应 ${should}，实 ${actual}` },
  rule: zhRule,
  toGreen: zhToGreen,
  shouldActual: zhShouldActual,
  problem: {
    planTitle: '这个计划文件不能用', planLead: n => `发现 ${n} 处问题，文件没有读入，原来的数据不受影响。`, shown: (shown, total) => `列出前 ${shown} 处，共 ${total} 处`, path: '位置', why: '问题', fix: '怎么改', another: '换一个计划',
    damagedTitle: '台账比上次记下的少', damagedLead: '这台电脑上的记录可能被清理过。为了不丢数据，挂图先停在这里，等你决定。', restoreFile: '用备份（.jsonl）恢复', acceptLoss: '以现在的为准', acceptSure: '确认：少掉的记录不再等待恢复',
    unavailableTitle: '只能看，不能填', loading: '正在读入…', retry: '重新读入',
  },
  restore: {
    title: '恢复台账', choose: '选备份文件', fresh: n => `新增 ${n} 条`, known: n => `已有 ${n} 条`, aside: n => `不能读的 ${n} 行（另存，不计入）`, foreign: n => `别的计划 ${n} 条（不读）`, conflicts: n => `有冲突 ${n} 条（两个都留）`, apply: '并入台账', nothing: '没有新记录',
    done: n => `已并入 ${n} 条`,
  },
  phone: zhPhone,
  time: zhTime,
  problemText: problem => ({ why: problem.why, fix: problem.fix }),
}
