/** The words of the township page; they load with it. */
import type { OneUnitCheck, Place, RankRange } from '../../domain/standing'
import { isStable } from '../../domain/standing'
import type { AreaChange } from './areaModel'

/** What the title of the trend is made of: rates in whole per cent. */
export interface TrendFinding { now: number | null, first: { rate: number, meeting: number } | null, median: number | null, ranked: number }
/** What the title of the burn-ups is made of: counts of active cells, and the month (1-12) since which one has been late. */
export interface BurnUpsFinding { all: number, late: number, unreported: number, since: number | null }

export interface AreaWords {
  rate: string
  items: (n: number, m: number) => string
  rank: string
  rankText: (place: Place) => string
  ofRanked: (n: number) => string
  unranked: string
  silent: string
  moved: string
  points: string
  noMeeting: string
  peers: (place: Place, kind: string) => string
  whole: (place: Place, placeKind: string) => string
  /** The kind of place that peers are of, over their name. */
  group: (kind: string) => string
  /** 镇街, 市, 区: what the columns are, by the level of the area. */
  placeKind: (level: string) => string
  stability: (range: RankRange, kind: string) => string
  oneUnit: (check: OneUnitCheck, rank: number) => string
  late: (n: number) => string
  noneLate: string
  steady: (n: number) => string
  done: (n: number) => string
  unreported: (n: number) => string
  stale: (n: number) => string
  days: (n: number) => string
  marked: (n: number) => string
  since: (day: string) => string
  noReason: string
  waiting: (n: number) => string
  unlit: (n: number) => string
  ofGroup: (group: string, n: number) => string
  all: string
  changes: string
  unmoved: (n: number) => string
  entry: Record<NonNullable<AreaChange['entry']>, string>
  trend: { kicker: string, title: (finding: TrendFinding, kind: string) => string, unit: (ranked: number, kind: string) => string, meeting: (n: number) => string, median: string, head: readonly [string, string, string, string], label: (name: string, title: string) => string }
  burnUps: { kicker: string, title: (finding: BurnUpsFinding) => string, unit: string, pace: string, actual: string, head: readonly [string, string, string, string, string], label: (name: string, title: string) => string }
  source: (plan: string) => string
  noColumn: (name: string) => string
}

const zhKinds: Readonly<Record<string, string>> = { township: '镇街', city: '市', county: '县区', district: '区', village: '村' }
const enKinds: Readonly<Record<string, string>> = { township: 'townships', city: 'cities', county: 'counties', district: 'districts', village: 'villages' }

export const zhArea: AreaWords = {
  rate: '达序率', items: (n, m) => `${n}/${m} 项`, rank: '名次', rankText: ({ rank, isTied }) => `${isTied ? '并' : ''}${rank}`, ofRanked: n => `/ ${n}`, unranked: '无任务不参评', silent: '还没有填报', moved: '较上次会议', points: '个百分点', noMeeting: '还没有开过会',
  peers: ({ rank, ranked, isTied }, kind) => `${ranked} 个${kind}里${isTied ? '并列' : ''}第 ${rank}`,
  whole: ({ rank, ranked, isTied }, kind) => `${ranked} 个${kind}里${isTied ? '并列' : ''}第 ${rank}`,
  group: kind => kind,
  placeKind: level => zhKinds[level] ?? '地方',
  stability: (range, kind) => `名次${isStable(range) ? '稳定' : '不稳'}：多 1 项或少 1 项按序时（其余${kind}不变），名次${range.best === range.worst ? `仍为 ${range.best}` : `在 ${range.best} 至 ${range.worst} 之间`}`,
  oneUnit: (check, rank) => `有 ${check.cells} 项任务只有 1 个，一个就定一盏灯；各地都不计这样的项，名次${check.rank === rank ? `仍为 ${rank}` : check.rank === null ? '无从排起' : `为 ${check.rank}`}`,
  late: n => `要抓紧的 ${n} 项`, noneLate: '没有落后的项', steady: n => `按序时推进的 ${n} 项`, done: n => `完成的 ${n} 项`, unreported: n => `未填报的 ${n} 项`, stale: n => `数据过期的 ${n} 项`, days: n => `${n} 天没有更新`,
  marked: n => `不计入的 ${n} 项`, since: day => `${day}起`, noReason: '没有写理由', waiting: n => `未到期的 ${n} 项`, unlit: n => `任务还没有分到这里的 ${n} 项`, ofGroup: (group, n) => `${group}的 ${n} 项`, all: '看全部',
  changes: '会后变化', unmoved: n => `灯未变、数有变的 ${n} 项`, entry: { late: '补报', corrected: '更正', withdrawn: '撤回' },
  trend: {
    kicker: '达序率走势',
    title({ now, first, median, ranked }, kind) {
      if (now === null) return '没有任务，不参评'
      const step = first === null ? '' : now === first.rate ? `与第 ${first.meeting} 次会议持平` : `比第 ${first.meeting} 次会议${now > first.rate ? '高' : '低'} ${Math.abs(now - first.rate)} 个百分点`
      const beside = median === null || ranked < 2 ? '' : now === median ? `与 ${ranked} 个${kind}的中位相同` : `${now > median ? '高于' : '低于'}中位 ${Math.abs(now - median)} 个百分点`
      return [`达序率 ${now}%`, step, beside].filter(part => part !== '').join('，')
    },
    unit: (ranked, kind) => `%，灰线为 ${ranked} 个${kind}的中位`, meeting: n => `${n}次会`, median: '中位', head: ['日子', '达序率', '按序时', '中位'], label: (name, title) => `${name}达序率走势：${title}`,
  },
  burnUps: {
    kicker: '各项进度',
    title({ all, late, unreported, since }) {
      if (unreported === all) return `${all} 项都还没有填报`
      const behind = late === 0 ? `${all} 项里没有落后的` : `${all} 项里 ${late} 项落后${since === null ? '' : `，最早落后的从 ${since} 月起`}`
      return `${behind}${unreported > 0 ? `，${unreported} 项未填报` : ''}`
    },
    unit: '占目标 %，虚线为时序', pace: '应', actual: '实', head: ['目标', '亮灯', '数值', '实', '应'], label: (name, title) => `${name}各项进度：${title}`,
  },
  source: plan => `《${plan}》和台账填报`,
  noColumn: name => `${name}不是挂图上的一列，选一个看：`,
}

const ordinal = (n: number): string => `${n}${n % 10 === 1 && n % 100 !== 11 ? 'st' : n % 10 === 2 && n % 100 !== 12 ? 'nd' : n % 10 === 3 && n % 100 !== 13 ? 'rd' : 'th'}`
const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`
const enGroups: Readonly<Record<string, string>> = { 街道: 'subdistricts', 镇: 'towns', 乡: 'townships', 民族乡: 'ethnic townships' }
const monthNames = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

export const enArea: AreaWords = {
  rate: 'On pace', items: (n, m) => `${n} of ${m}`, rank: 'Rank', rankText: ({ rank, isTied }) => `${rank}${isTied ? '=' : ''}`, ofRanked: n => `/ ${n}`, unranked: 'No task, not ranked', silent: 'Nothing reported yet', moved: 'Since the last meeting', points: 'points', noMeeting: 'No meeting yet',
  peers: ({ rank, ranked, isTied }, kind) => `${ordinal(rank)} of ${ranked} ${enGroups[kind] ?? kind}${isTied ? ' (tied)' : ''}`,
  whole: ({ rank, ranked, isTied }, kind) => `${ordinal(rank)} of ${ranked} ${kind}${isTied ? ' (tied)' : ''}`,
  group: kind => { const name = enGroups[kind] ?? kind; return name.charAt(0).toUpperCase() + name.slice(1) },
  placeKind: level => enKinds[level] ?? 'places',
  stability: (range, kind) => `The rank is ${isStable(range) ? 'stable' : 'not stable'}: with one target more or fewer on pace (the other ${kind} unchanged) it is ${range.best === range.worst ? `still ${range.best}` : `between ${range.best} and ${range.worst}`}`,
  oneUnit: (check, rank) => `${count(check.cells, 'target')} here ask${check.cells === 1 ? 's' : ''} for a single unit, which alone decides the lamp; without such targets everywhere the rank is ${check.rank === rank ? `still ${rank}` : check.rank === null ? 'not defined' : check.rank}`,
  late: n => `${count(n, 'target')} to press on with`, noneLate: 'Nothing is behind', steady: n => `${count(n, 'target')} on pace`, done: n => `${count(n, 'target')} done`, unreported: n => `${count(n, 'target')} not reported`, stale: n => `${count(n, 'stale value')}`, days: n => `${n} days old`,
  marked: n => `${count(n, 'target')} not counted`, since: day => `since ${day}`, noReason: 'no reason given', waiting: n => `${count(n, 'target')} not due yet`, unlit: n => `${count(n, 'target')} without a share of the goal`, ofGroup: (group, n) => `${group}: ${n}`, all: 'Show all',
  changes: 'Since the last meeting', unmoved: n => `${count(n, 'value')} moved, same lamp`, entry: { late: 'entered late', corrected: 'corrected', withdrawn: 'taken back' },
  trend: {
    kicker: 'On-pace rate',
    title({ now, first, median, ranked }, kind) {
      if (now === null) return 'No task, not ranked'
      const step = first === null ? '' : now === first.rate ? `as at meeting ${first.meeting}` : `${Math.abs(now - first.rate)} points ${now > first.rate ? 'above' : 'below'} meeting ${first.meeting}`
      const beside = median === null || ranked < 2 ? '' : now === median ? `equal to the median of ${ranked} ${kind}` : `${Math.abs(now - median)} points ${now > median ? 'above' : 'below'} the median`
      return [`${now}% on pace`, step, beside].filter(part => part !== '').join(', ')
    },
    unit: (ranked, kind) => `%, grey: median of ${ranked} ${kind}`, meeting: n => `No. ${n}`, median: 'median', head: ['Day', 'On pace', 'Targets', 'Median'], label: (name, title) => `On-pace rate of ${name}: ${title}`,
  },
  burnUps: {
    kicker: 'Progress by target',
    title({ all, late, unreported, since }) {
      if (unreported === all) return `None of ${all} is reported yet`
      const behind = late === 0 ? `None of ${all} is behind` : `${late} of ${all} behind${since === null ? '' : `, the longest since ${monthNames[since - 1]}`}`
      return `${behind}${unreported > 0 ? `, ${unreported} not reported` : ''}`
    },
    unit: '% of the goal, dashed: pace', pace: 'pace', actual: 'actual', head: ['Target', 'Lamp', 'Value', 'Actual', 'Pace'], label: (name, title) => `Progress by target in ${name}: ${title}`,
  },
  source: plan => `${plan} and the ledger`,
  noColumn: name => `${name} is no column of the chart. Choose one:`,
}
