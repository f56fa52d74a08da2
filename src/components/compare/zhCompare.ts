import type { CompareWords } from './compareWords'

export const zhCompare: CompareWords = {
  title: '对比两天', board: '挂图',
  known: known => (known === 'then' ? '当时所知' : '现在所知'), knownLabel: '按谁所知',
  side: ['左边的一天', '右边的一天'], choose: '选一天', meeting: (number, name) => (number > 0 ? `第 ${number} 次会议` : name === '' ? '会议' : name), today: '今天', periodStart: '期初', other: '另一天',
  swap: '左右对调',
  only: { label: '看哪些变化', all: n => `全部 ${n}`, progress: n => `只看进展 ${n}`, late: n => `只看补报、更正 ${n}` },
  views: { label: '怎样看', changes: '变化', sides: '并排' },
  sideText: (day, known) => `${day}，${known === 'then' ? '当时所知' : '现在所知'}`,
  flow: '灯的去向', flowLead: (lamps, turned) => `${lamps} 格，${turned} 格变了，${lamps - turned} 格未变`, flowInside: n => `另 ${n} 格在同一类里变，如严重滞后转逾期，记在对角线上`,
  heads: { done: '完成', ok: '正常', due: '临期', lag: '滞后', sev: '严重', none: '未报', idle: '免停', waiting: '未到期', off: '无灯' },
  total: '合计', net: '增减', off: '没有灯', transition: (from, to, n) => `${from}变为${to} ${n} 格`,
  why: '为什么变',
  cause: {
    progress: { name: '会后进展', note: '后一段的新数' }, late: { name: '补报', note: '前一天的数，后来才到' }, correction: { name: '更正', note: '原报数改了，旧值划线保留' },
    amended: { name: '任务调整', note: '目标、期限、分解或免考改了' }, rules: { name: '规则更换', note: '数未动，换了亮灯的规则' }, near: { name: '期限临近', note: '数未动，离期限近了，不计好坏' }, pace: { name: '时序推移', note: '数未动，时序先走' },
  },
  causeTurns: (better, worse) => [better > 0 ? `变好 ${better}` : '', worse > 0 ? `变差 ${worse}` : ''].filter(part => part !== '').join('，'), causeMoved: n => `另 ${n} 格数动灯未变`,
  reseen: (day, parts) => `按现在所知重看 ${day}：${parts}。`, reseenPart: (now, then) => `${now}（当时 ${then}）`, reseenSame: day => `按现在所知重看 ${day}：各种灯的数目与当时一样。`, meetingStays: number => `第 ${number} 次会议当时看到的数不变。`,
  later: day => `${day}以后补记`, laterNone: day => `${day}以后没有补报、更正过这一天以前的数`, laterKind: { late: '补报', corrected: '更正', retracted: '撤回', returned: '退回' }, laterAt: day => `${day}的数`,
  where: '变在哪里', whereLead: '小形为原灯，大形为现灯；淡色为未变', sidesLead: '两天各自的灯', enlarge: day => `放大看 ${day}`, wholePlan: '看全部', scope: '只看',
  cell: (area, target, lamps, cause) => [area, target, lamps, cause].filter(part => part !== '').join('，'), turned: (from, to) => `由${from}变为${to}`, row: name => `只看 ${name}`, column: name => `只看 ${name}`,
  list: '变化清单', listLead: '原值划线',
  groups: {
    worse: { name: '变差', note: '' }, correction: { name: '更正', note: '原报数有误，旧值留痕' }, late: { name: '补报', note: '所属日期在前一天以前，记入在后' }, better: { name: '变好', note: '' },
    near: { name: '期限临近', note: '数未动' }, other: { name: '其他', note: '灯变了，不分好坏' }, still: { name: '有进度，灯未变', note: '' },
  },
  nothing: '没有变化', nothingMoved: n => `灯没有变；${n} 格只是数动了`, more: n => `其余 ${n} 条`, fold: '收起', copy: '复制', copied: '已复制', copyFailed: '没有复制成，请手工选取', exported: '导出',
  reasons: {
    progress: (day, note) => [day, note].filter(part => part !== '').join('，'), late: (day, recorded) => `${day}的数，${recorded}补`, corrected: (recorded, note) => `${note === '' ? '' : `${note}，`}${recorded}更正`,
    retracted: recorded => `${recorded}撤回`, returned: (recorded, reason) => `${recorded}退回${reason === '' ? '' : `，${reason}`}`, rules: (day, pack) => `${day}起按${pack}`, amended: (day, reason) => `${day === '' ? '' : `${day}`}调整${reason === '' ? '' : `，${reason}`}`,
    pace: (from, to) => `数未动，时序 ${from}→${to}`, due: day => `${day}到期`, overdue: day => `数未动，${day}已到期`, still: '数未动',
  },
  file: { name: '对比', columns: ['分组', '原灯', '现灯', '镇街', '编号', '目标', '原值', '现值', '原因', '为什么变', '所属日期', '记入日期', '填报单位', '记录号'] },
  places: '、', folded: n => `另 ${n} 项`, foot: '当时所知即那一天结束时已记入的数，现在所知含其后的补报和更正；两边各按当日的亮灯规则', footAppend: '台账只增不改，每处差异可查到记录号',
}
