/** The words of the big screen; they load with it. */
import type { Explanation } from '../../domain/explain'
import type { Target } from '../../domain/plan'

export interface WallWords {
  label: string
  /** 2 / 14, read aloud. */
  page: (page: number, of: number) => string
  keys: { turn: string, previous: string, next: string, auto: string, autoOn: (seconds: number) => string, wall: string, full: string, notFull: string, leave: string }
  asOf: (day: string) => string
  thenKnown: string
  /** Area and title of the plan as one line. */
  plan: (area: string, title: string) => string
  sinceMeeting: (day: string, days: number) => string
  noMeeting: string
  changes: string
  changeCounts: (better: number, worse: number) => string
  noChanges: string
  red: string
  redCounts: (red: number, amber: number, lag: string) => string
  allFine: string
  standing: string
  standingNote: string
  rest: (n: number) => string
  between: (n: number) => string
  wall: string
  /** Which columns a page holds. */
  group: (name: string, count: number, part: number, parts: number) => string
  span: (from: string, to: string) => string
  chapters: (numerals: readonly string[]) => string
  /** How cells read. */
  wallNote: string
  goingOn: (title: string) => string
  own: (level: string) => string
  stages: (reached: number, all: number) => string
  item: { sev: string, lag: string, place: (place: number, of: number) => string, done: string, should: string, atPace: (share: string) => string, lit: Record<'sev' | 'lag', (since: string) => string>, days: string, today: string, why: { sev: string, lag: string }, lead: (department: string) => string, last: string, plan: (goal: string) => string, shouldMark: (amount: string) => string, ceiling: (goal: string) => string, points: (n: string) => string, ofStages: (all: number) => string }
  toGreen: (explanation: Explanation, target: Target) => string
  unreported: { title: string, none: string, count: (cells: number, areas: number) => string, more: (n: number) => string, cells: string, until: (day: string) => string }
  empty: { title: string, lead: string, tasks: string, taskCounts: (tasks: number, targets: number) => string, chapter: (targets: number) => string, areas: string, areaTasks: (n: number) => string, shared: (n: number, m: number) => string, sharedNote: string, first: string }
}

const tidy = (value: number): string => String(Number(value.toFixed(2)))
const zhList = (parts: readonly string[]): string => (parts.length <= 2 ? parts.join('、') : `${parts[0]!}至${parts.at(-1)!}`)

export const zhWall: WallWords = {
  label: '投屏',
  page: (page, of) => `第 ${page} 页，共 ${of} 页`,
  keys: { turn: '翻页', previous: '上一页', next: '下一页', auto: '自动轮播', autoOn: seconds => `轮播中，${seconds} 秒一页`, wall: '全图', full: '全屏', notFull: '退出全屏', leave: '退出' },
  asOf: day => `截至 ${day}`,
  thenKnown: '按当时所知',
  plan: (area, title) => `${area}${title}`,
  sinceMeeting: (day, days) => `上次会议 ${day}，距今 ${days} 天；小字为会后增减`,
  noMeeting: '截至这一天还没有开过会，没有可比的一天',
  changes: '会后变化',
  changeCounts: (better, worse) => `变好 ${better}，变差 ${worse}`,
  noChanges: '上次会议以来灯都没有变',
  red: '红项',
  redCounts: (red, amber, lag) => `${red === 0 ? '没有红项' : `${red} 项`}，${lag} ${amber} 项；右列为转绿最少`,
  allFine: '没有落后的项',
  standing: '镇街',
  standingNote: '达序率 %，按期任务占比',
  rest: n => `其余 ${n} 项见后页`,
  between: n => `其间 ${n} 个`,
  wall: '全图',
  group: (name, count, part, parts) => (parts > 1 ? `${name} ${part}/${parts}（${count} 个）` : `${name} ${count}`),
  span: (from, to) => `${from} — ${to}`,
  chapters: numerals => `${zhList(numerals)}章`,
  wallNote: '格中 81 即 81%，2/3 即件数，空白即无任务',
  goingOn: title => `${title}（续）`,
  own: level => `${level}任务`,
  stages: (reached, all) => `${reached}/${all} 节点`,
  item: {
    sev: '红项', lag: '滞后', place: (place, of) => `第 ${place} 项，共 ${of} 项`, done: '已完成', should: '应完成', atPace: share => `应完成，时序 ${share}`, lit: { sev: since => `亮红已${since === '' ? '' : `，自 ${since}`}`, lag: since => `落后已${since === '' ? '' : `，自 ${since}`}` }, days: '天', today: '今天',
    why: { sev: '为什么是红的', lag: '为什么是黄的' }, lead: department => `${department}牵头`, last: '上次填报', plan: goal => `计划 ${goal}`, shouldMark: amount => `应 ${amount}`, ceiling: goal => `上限 ${goal}`, points: n => `${n} 个百分点`, ofStages: all => `/ ${all} 节点`,
  },
  toGreen(one, target) {
    const step = one.toGreen
    switch (step?.kind) {
      case 'amount': return step.amount <= 0 ? '填报现状' : `再完成 ${tidy(target.measure === 'rate' ? Math.ceil(step.amount) : step.amount)} ${target.measure === 'rate' ? '（分子）' : target.unit}`
      case 'reduce': return `减少 ${tidy(step.amount)} ${target.unit}`
      case 'stages': return `到「${step.stage}」`
      case 'areas': return `再有 ${step.areas} 处达标`
      case 'report': return '填报'
      default: return ''
    }
  },
  unreported: { title: '未填报', none: '该填的都填了', count: (cells, areas) => `${cells} 格，涉及 ${areas} 处`, more: n => `等 ${n} 项`, cells: '格', until: day => `下次会议 ${day}` },
  empty: {
    title: '还没有填报', lead: '填入第一个数，那一格就会亮灯；不填不会算成 0，也不会算成正常。', tasks: '任务', taskCounts: (tasks, targets) => `${tasks} 项任务，${targets} 项指标`, chapter: targets => `${targets} 项`, areas: '各地任务', areaTasks: n => `${n} 项`,
    shared: (n, m) => `${n} / ${m}`, sharedNote: '项指标已分解到各地', first: '等待首次填报',
  },
}

export const enWall: WallWords = {
  label: 'Big screen',
  page: (page, of) => `Page ${page} of ${of}`,
  keys: { turn: 'Page', previous: 'Previous page', next: 'Next page', auto: 'Rotate', autoOn: seconds => `Rotating every ${seconds} s`, wall: 'Chart', full: 'Full screen', notFull: 'Leave full screen', leave: 'Leave' },
  asOf: day => `As of ${day}`,
  thenKnown: 'as known then',
  plan: (area, title) => `${area} ${title}`,
  sinceMeeting: (day, days) => `last meeting ${day}, ${days} days ago; small figures: change since`,
  noMeeting: 'No meeting up to this day: nothing to compare with',
  changes: 'Since the meeting',
  changeCounts: (better, worse) => `${better} better, ${worse} worse`,
  noChanges: 'No lamp has turned since the meeting',
  red: 'Red',
  redCounts: (red, amber, lag) => `${red === 0 ? 'none' : red}, ${lag} ${amber}; least to green`,
  allFine: 'Nothing is behind',
  standing: 'Places',
  standingNote: 'on-pace rate %',
  rest: n => `${n} more on the next pages`,
  between: n => `${n} between`,
  wall: 'Wall chart',
  group: (name, count, part, parts) => (parts > 1 ? `${name} ${part}/${parts} (${count})` : `${name} ${count}`),
  span: (from, to) => `${from} — ${to}`,
  chapters: numerals => (numerals.length === 1 ? `chapter ${numerals[0]!}` : `chapters ${numerals[0]!} to ${numerals.at(-1)!}`),
  wallNote: '81 is 81%, 2/3 a count, blank no task',
  goingOn: title => `${title} (continued)`,
  own: () => 'Not shared out',
  stages: (reached, all) => `${reached}/${all} stages`,
  item: {
    sev: 'Red', lag: 'Behind', place: (place, of) => `${place} of ${of}`, done: 'Done', should: 'Expected', atPace: share => `Expected at ${share}`, lit: { sev: since => `Red${since === '' ? '' : ` since ${since}`}`, lag: since => `Behind${since === '' ? '' : ` since ${since}`}` }, days: 'days', today: 'today',
    why: { sev: 'Why it is red', lag: 'Why it is amber' }, lead: department => `Lead: ${department}`, last: 'Last report', plan: goal => `Plan ${goal}`, shouldMark: amount => `due ${amount}`, ceiling: goal => `Ceiling ${goal}`, points: n => `${n} points`, ofStages: all => `/ ${all} stages`,
  },
  toGreen(one, target) {
    const step = one.toGreen
    switch (step?.kind) {
      case 'amount': return step.amount <= 0 ? 'report it' : `${tidy(target.measure === 'rate' ? Math.ceil(step.amount) : step.amount)} more${target.measure === 'rate' ? '' : ` ${target.unit}`}`
      case 'reduce': return `${tidy(step.amount)} ${target.unit} less`
      case 'stages': return `to “${step.stage}”`
      case 'areas': return `${step.areas} more areas`
      case 'report': return 'report'
      default: return ''
    }
  },
  unreported: { title: 'Not reported', none: 'Everything asked for is reported', count: (cells, areas) => `${cells} cells in ${areas} places`, more: n => `${n} in all`, cells: 'cells', until: day => `next meeting ${day}` },
  empty: {
    title: 'Nothing reported yet', lead: 'A cell lights up with its first number. What is not entered counts neither as 0 nor as on pace.', tasks: 'Tasks', taskCounts: (tasks, targets) => `${tasks} tasks, ${targets} targets`, chapter: targets => `${targets}`, areas: 'By place', areaTasks: n => `${n}`,
    shared: (n, m) => `${n} / ${m}`, sharedNote: 'targets shared out', first: 'Waiting for the first report',
  },
}
