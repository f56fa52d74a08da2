/** 目标页的中文。 */
import { bandPhrases, packName } from '../../wording/ruleWords'
import type { TargetWords } from './targetWords'

const day = (text: string): string => `${Number(text.slice(5, 7))}月${Number(text.slice(8, 10))}日`
const dayOrName = (text: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? day(text) : text)
const lines = (parts: readonly (string | null)[]): string => parts.filter(part => part !== null && part !== '').join('\n')

export const zhTarget: TargetWords = {
  head: {
    lead: department => `${department}牵头`, goal: goal => `全年 ${goal}`, due: text => `${text}前完成`, areas: n => `涉及 ${n} 个地方`, whole: '本级直接做，不分解',
    met: of => `/ ${of} 个地方达标`, value: '已完成', should: '应完成', shouldAt: pace => `应完成（时序 ${pace}）`, progress: '进度', lamp: '亮灯', ahead: points => `快 ${points} 个百分点`, behind: points => `落后 ${points} 个百分点`, level: '与时序持平', knownThen: '当时所知',
  },
  scope: { label: '看哪里', looking: '只看', back: whole => `回到${whole}`, none: name => `${name}没有这项任务，下面是全部`, option: (name, lamp, value) => [name, lamp, value].filter(part => part !== '').join('　') },
  curve: {
    kicker: '进度与阶段计划', unit: { share: '%（按阶段或地方折算）', stages: unit => `${unit}（在建的按环节折算）` },
    behind: amount => `落后 ${amount}`, ahead: amount => `快 ${amount}`, byStages: text => `按环节折算${text}`, points: points => `${points} 个百分点`,
    noData: should => (should === null ? '还没有填报' : `还没有填报，应 ${should}`), notDue: '还没有到时序要求的时候', reached: '已经达到目标', within: '在上限以内', above: amount => `超出上限 ${amount}`, noGoal: '任务还没有分解，只看数值', overdue: amount => (amount === null ? '已逾期，还没有填报' : `已逾期，还差 ${amount}`),
    flag: text => `截至 ${text}`, should: height => `应 ${height}`, goal: (goal, due) => `任务 ${goal}，${due}前`, ceiling: goal => `上限 ${goal}`, stretch: (sum, over) => `分解合计 ${sum}，加码 ${over}`, baseline: (value, year) => `${year}年 ${value}`,
    counted: value => `已成 ${value}`, stages: value => `折算 ${value}`, projection: (text, year) => `按近三月速度\n${year === null ? '' : `${year}年`}${text}完成`, key: { pace: '阶段计划', room: points => `容差 ${points} 个百分点`, late: '次月5日后才补报或更正，差 1 点以上', meetings: '会议', counted: '已成，不含在建' },
    tip: (at, actual, should, inTime) => lines([day(at), actual === null ? null : `实 ${actual}`, should === null ? null : `应 ${should}`, inTime === null ? null : `次月5日时所知 ${inTime}`]),
    label: (name, title) => `${name}的进度曲线：${title}`, table: { day: '日期', actual: '实', should: '应', gap: '差', inTime: '次月5日时所知' },
  },
  bars: {
    title: '各地', towns: '各镇街', modesLabel: '比什么', modes: { gap: '差距', share: '占比', value: '绝对数' },
    finding: { late: (late, n, worst) => `${n} 个地方里 ${late} 个落后，${worst}差距最大`, fine: n => `${n} 个地方都没有落后`, silent: (silent, n) => `${n} 个地方里 ${silent} 个没有填报`, unlit: '任务还没有分解到各地，不亮灯', most: (name, amount) => `${name}最多，${amount}`, none: '没有地方有这项任务' },
    short: amount => `差 ${amount}`, points: points => `差 ${points} 点`, onPace: '按时序', share: share => `占 ${share}`, hint: '竖线为应完成；点名称或横条只看一处',
    head: { area: '地方', lamp: '亮灯', value: '完成', goal: '任务', progress: '进度', should: '应', gap: '差（百分点）', share: '占比' }, should: should => `应 ${should}`, label: (name, finding) => `${name}各地的完成情况：${finding}`, unit: { gap: '占本地任务的 %', share: '占全部的 %' },
  },
  stages: {
    sites: '项目点', sitesSub: (n, done) => `${n} 处，${done} 处计入完成`, site: '点位', area: '地方', plain: n => `另有 ${n} 只报了个数，没有点位`, none: '还没有报项目点', assumed: '；各环节折算比例是暂用的，原文没有给', counts: stage => `到「${stage}」起计入完成`,
    title: '阶段', stage: '阶段', due: '应', reached: '实', reachedBy: (n, of) => `${n} / ${of} 个地方`, late: days => `晚 ${days} 天`, early: days => `早 ${days} 天`, onTime: '按期', left: days => `剩 ${days} 天`, over: days => `逾 ${days} 天`, now: '现在', isReached: '已到', isOpen: '未到', all: n => `全部 ${n} 处`,
  },
  shares: {
    title: '分解', sum: (sum, goal) => `合计 ${sum}，任务 ${goal}`, equal: '与任务一致', open: amount => `未分解 ${amount}`, over: amount => `加码 ${amount}`, none: '还没有分解到各地', same: (goal, n) => `不分数量，${n} 个地方都按 ${goal}`, marks: '免考与暂缓', wholeMark: '整个目标', since: text => `${text}起`, noReason: '没有写明理由', unasked: n => `另 ${n} 个地方没有任务`,
  },
  why: {
    title: '为什么是', noLamp: '没有亮灯', sum: '算法', points: points => `${points} 个百分点`, rule: '规则', pack: '规则版本', packName, thresholds: rules => bandPhrases(rules, { within: '以内', to: '至' }), orOverdue: '或逾期', ceilingRule: ['上限以内', '，超出或逾期'],
    meeting: '上次会议', gap: points => points, closer: points => `收窄 ${points}`, wider: points => `拉大 ${points}`, same: '没有变', nearest: sites => `最近的：${sites}`, site: (area, name, stage) => `${area}${area === '' ? '' : '　'}${name}（${stage}）`, last: '上次填报', reported: '填报',
  },
  months: {
    title: '逐月亮灯', sub: '截至月末，次月5日定', head: month => String(Number(month.slice(5))), reported: '当时', known: '现在', noLamp: '没有亮灯', legend: '当时落后或没有报，后来补齐', none: '还没有满一个月',
    line: (month, submitBy, reported, known, isMadeUp) => `${month}　${submitBy}时报的是${reported}，现在看${known}${isMadeUp ? '，已补齐' : ''}`,
    sum: (late, madeUp) => (late === 0 ? '没有一个月落后过' : `${late} 个月落后或没有报，${madeUp === 0 ? '都没有补齐' : `${madeUp} 个月已补齐`}`),
  },
  source: { title: '依据', place: '位置', figure: '原数', document: '文号', noDocument: '原文未载', issued: '公开', assumed: '（推定）', lead: '牵头', baseline: '基数', criteria: '标准', note: '备注', rulings: '口径', open: '待定', decided: '已定', noFigure: '原文没有数字' },
  record: {
    title: '变更记录', sub: '只增不改，更正另记一笔', recorded: '记录日', who: '谁', area: '范围', at: '截至', change: '变化', reason: '依据', number: '记录号', late: '补报', correction: '更正', unreviewed: '未审', state: { retracted: '已撤回', returned: '已退回' }, verdict: { accepted: '审核通过', returned: '审核退回' },
    kind: { report: '填报', allocate: '分解', amend: '调整', exempt: '免考', review: '审核', retract: '撤回' }, takenBack: kind => `撤回${kind}`, mark: { exempt: '免考核', paused: '暂缓', active: '恢复' },
    shares: (sum, n) => `${n} 个地方 ${sum}`, noShare: '无任务', schedule: '阶段计划', goal: goal => `任务 ${goal}`, openGoal: '任务待定', due: text => `期限 ${day(text)}`,
    moved: (name, from, to) => `${name} ${from === null ? '' : `${dayOrName(from)} → `}${to === null ? '取消' : dayOrName(to)}`, struck: text => `原为 ${text}`, none: '还没有记录', all: n => `全部 ${n} 条`,
  },
  less: '收起',
}
