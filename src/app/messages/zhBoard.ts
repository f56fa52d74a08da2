import type { BoardWords, DemoWords } from '../../components/board/boardWords'

export const zhBoard: BoardWords = {
  views: { done: '完成', gap: '差额', change: '会后变化' }, viewLabel: '格中显示什么',
  rateMoved: '达序率，较上次会议升降（百分点）', rankMoved: '名次，较上次会议升降', points: n => `${n} 个百分点`, up: n => `升 ${n} 位`, down: n => `降 ${n} 位`,
  notch: '上次会议后灯有变化', sinceMeeting: day => `对比 ${day}会议`, changes: n => `会后变化 ${n}`, worse: n => `会后变差 ${n}`, better: n => `会后变好 ${n}`, moved: n => `有进度、灯未变 ${n}`,
  noChange: '上次会议以来没有变化', noChangeTitle: '截至这一天还没有开过会，没有可比的一天', turned: (from, to) => `由${from}变为${to}`,
  past: '过去，只读', ahead: '还没到，只看', backToday: day => `回到 ${day}`, late: '补报', lateTitle: day => `为 ${day} 补报，记录上会标明`,
  printed: asOf => `截至 ${asOf}`, noNumber: '文号：原文未载', print: '打印挂图（A3 横排）', printBlank: '打印空白挂图，手填后再录', openCard: '看全部', ruling: '注', nothingFound: '没有找到',
}

export const zhDemo: DemoWords = {
  mark: '演示数据', notReal: '演示数据，非真实进度', start: '开始正式填报', startTitle: '打开这个计划正式的空白台账；演示留在一旁，两不相混', see: '看演示',
}
