import type { PhoneWords } from '../../components/phone/phoneWords'

export const zhPhone: PhoneWords = {
  onPace: '达序率', items: (n, m) => `${n}/${m} 项`, changed: '会后变化', better: '好', worse: '差', waiting: '未填报', cells: n => `${n} 格`,
  widest: n => `差距最大 ${n} 格`, all: n => `全部 ${n}`, noneBehind: '没有落后的格', unreported: n => `未填报 ${n}`,
  reportLead: day => `截至 ${day} 该报没报的和过了一个月没更新的，点一格填一个数`, reportNone: '都报了，没有等着填的格', stale: n => `一个月没更新 ${n}`, enter: '填报',
  tabs: { label: '主要页面', board: '挂图', changes: '变化', report: '填报', supervise: '督办', plans: '计划' }, noMilestones: '节点和项目点请在电脑上填',
}
