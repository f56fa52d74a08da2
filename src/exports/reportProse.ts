/**
 * The report's sentences, made by rule from the facts: short, exact, in the board's words. Of what is many only the worst stand in a
 * sentence; the rest is counted and stands in the annex.
 */
import { largestTurns } from '../domain/turns'
import { standingOf } from '../domain/rollUp'
import type { LampCounts } from '../domain/board'
import type { LampRules } from '../domain/lampRules'
import { goalText, percentText, stageText } from '../wording/figureText'
import { groupCounts, groupOf } from '../wording/lampLook'
import type { LampGroup } from '../wording/lampLook'
import { groupShortOf, lampNameOf } from '../wording/ruleWords'
import { zhDay } from '../wording/zhWhy'
import type { Run } from './outline'
import { figuresOf } from './paperFacts'
import type { ChangeLine, PaperFacts, PaperLine, StandingLine } from './paperFacts'
import { counted, figureToken, joined, placeName, placeOf, placeWord, reachedText, runsOf, someNames, stepText, tight, unitWord } from './reportWords'

/** The heavy group by what is in it: 严重滞后, 逾期, or both. */
function nameIn(rules: LampRules, lamps: LampCounts, group: LampGroup): string {
  if (group === 'idle') return '免考核和暂缓'
  if (group !== 'sev') return groupShortOf(rules, group)
  return (['behind', 'overdue'] as const).filter((lamp, i) => lamps[lamp] !== undefined || (i === 0 && lamps.overdue === undefined)).map(lamp => lampNameOf(rules, lamp)).join('和')
}

/** How many of each stand in sentences. */
const most = { places: 5, ofPlace: 3, tasks: 6, steps: 10, silent: 6, turns: 4, names: 5 } as const

/** Does the paper carry its annex: only then may a sentence point to it. */
export type Pointing = '，见附件' | ''

/** Whole per cent, rounded down as on the board: what is not reached never reads 100. */
const rateOf = (standing: { onPace: number, active: number }): string => percentText(standing.onPace / standing.active)

/** Is nothing reported at all. */
export const isSilent = ({ view }: PaperFacts): boolean => view.board.rows.every(row => row.total.value === null && row.total.reported === 0 && row.cells.every(cell => cell.value === null))

/** First paragraph: of what, as of when, from what. */
export function opening(facts: PaperFacts): Run[] {
  const { caption, title, view, documentNumber } = facts
  const number = view.index.plan.documentNumber === null ? '' : `（${documentNumber}）`
  const sources = facts.columns.length === 0 ? `各${unitWord(facts)}` : `各${placeWord(facts.columns)}和${unitWord(facts)}`
  return runsOf(`现将《${title}》${number}推进情况报告如下。${isSilent(facts) ? '' : `所列数据由${sources}填报，${caption.asOf}，${caption.review}。`}`)
}

/** 50项任务中，42项达到时序，占84%；滞后6项，严重滞后2项。 */
export function targetsSentence(facts: PaperFacts): Run[] {
  const { total, view: { board: { rows } } } = facts
  const all = counted(rows.length, 'targets:rows')
  if (rows.length === 0) return ['没有任务。']
  const groups = new Map(groupCounts(total.lamps).map(one => [one.group, one.count]))
  const of = (group: LampGroup): number => groups.get(group) ?? 0
  const some = (wanted: readonly LampGroup[], mark: string): Run[] => joined(wanted.filter(group => of(group) > 0).map(group => [nameIn(facts.view.board.rules, total.lamps, group), counted(of(group), `targets:${group}`), '项']), mark)
  const aside = some(['idle', 'waiting'], '、')
  if (total.active === 0) return runsOf(all, '项任务中，', aside.length > 0 ? aside : '没有计入达序率的', '，没有可以比较时序的任务。')
  const head = aside.length === 0 ? runsOf(all, '项任务中，') : runsOf(all, '项任务中，', aside, '，不计入达序率；其余', counted(total.active, 'targets:active'), '项中，')
  const onPace = runsOf(counted(total.onPace, 'targets:onPace'), '项达到时序', of('done') > 0 ? runsOf('（其中完成', counted(of('done'), 'targets:done'), '项）') : '', '，达序率', { text: `${rateOf(total)}%`, origin: { count: 'targets:rate' } })
  const rest = some(['lag', 'sev', 'none'], '，')
  if (of('none') === total.active) return runsOf(isSilent(facts) ? `${facts.caption.asOf}没有收到填报，` : '', aside.length === 0 ? runsOf(all, '项任务') : runsOf(head.slice(0, -1), '项'), '都未填报。')
  return runsOf(head, onPace, rest.length > 0 ? ['；', ...rest] : '，没有滞后和逾期', '。')
}

/** The same over all cells, and what moved since the last meeting; nothing where the plan is not shared out. */
export function cellsSentence(facts: PaperFacts): Run[] {
  const { view: { board, before }, columns, ownLevel } = facts
  if (columns.length === 0) return []
  const standing = standingOf(board.rows.flatMap(figuresOf))
  const was = before === null ? null : new Map(groupCounts(standingOf(before.board.rows.flatMap(figuresOf)).lamps).map(one => [one.group, one.count]))
  const groups = groupCounts(standing.lamps).filter(one => one.count > 0)
  const isOwn = board.rows.some(row => row.cells.length === 0)
  const all = groups.reduce((sum, one) => sum + one.count, 0)
  const moved = was === null ? [] : (['done', 'sev'] as const).flatMap((group): Run[][] => {
    const step = (groups.find(one => one.group === group)?.count ?? 0) - (was.get(group) ?? 0)
    return step === 0 ? [] : [[`${nameIn(board.rules, standing.lamps, group)}${step > 0 ? '增加' : '减少'}`, counted(Math.abs(step), `cells:${group}:moved`), '格']]
  })
  return runsOf(
    '任务分解到', counted(columns.length, 'places'), `个${placeWord(columns)}${isOwn ? `和${ownLevel}` : ''}，共`, counted(all, 'cells:all'), '格：',
    joined(groups.map(({ group, count }) => [nameIn(board.rules, standing.lamps, group), counted(count, `cells:${group}`), '格']), '，'), '。',
    before === null || moved.length === 0 ? '' : runsOf(`较${zhDay(before.meeting.on)}，`, joined(moved, '，'), '。'),
  )
}

/** Who is at the top and who at the bottom by on-pace rate. */
export function ratesSentence(facts: PaperFacts): Run[] {
  const ranked = facts.standings.filter(line => line.rate !== null)
  if (ranked.length < 2) return []
  const best = ranked.filter(line => line.rank === 1)
  const last = ranked.filter(line => line.rank === ranked.at(-1)!.rank)
  const rate = (line: StandingLine) => ({ text: `${line.rate!}%`, origin: { count: `area:${line.code}:rate` } })
  if (best.length === ranked.length) return runsOf(`各${placeWord(facts.columns)}达序率都是`, rate(best[0]!), '。')
  const names = (lines: readonly StandingLine[]): Run[] => runsOf(someNames(lines.map(line => placeName(line.name, line.short)), most.names), lines.length > most.names ? [counted(lines.length, `rank:${lines[0]!.rank!}`), '个'] : '')
  return runsOf('达序率最高的是', names(best), '，', rate(best[0]!), '；最低的是', names(last), '，', rate(last[0]!), '。')
}

const worstOf = (line: PaperLine): Run[] => (line.should === null || line.actual === null || line.figure.value === null ? runsOf(line.name, '（', figureToken(line.figure, 'value', tight(line.value)), '）')
  : runsOf(line.name, '（应', figureToken(line.figure, 'should', `${line.should}%`), '、实', figureToken(line.figure, 'progress', `${line.actual}%`), '）'))

const isSlow = (line: PaperLine): boolean => groupOf(line.lamp) === 'sev' || groupOf(line.lamp) === 'lag'

/** One paragraph a place, the lowest rate first; last, how many more there are. */
export function placeParagraphs(facts: PaperFacts, pointing: Pointing): Run[][] {
  const behind = facts.standings.filter(line => line.counts.sev + line.counts.lag > 0).reverse()
  const list = behind.slice(0, most.places).map(({ code, name, short, standing, counts, rate }) => {
    const lines = facts.slow.filter(line => line.figure.area === code && isSlow(line))
    const said = (['sev', 'lag'] as const).filter(group => counts[group] > 0).map((group): Run[] => [nameIn(facts.view.board.rules, standing.lamps, group), counted(counts[group], `area:${code}:${group}`), '项'])
    const place = placeName(name, short)
    // A name that ends in a figure must not run into the count.
    return runsOf(/\d$/.test(place) ? `${place}的` : place, counted(standing.active, `area:${code}:active`), '项中，', joined(said, '、'), '，达序率', { text: `${rate!}%`, origin: { count: `area:${code}:rate` } },
      lines.length > most.ofPlace ? '。差距最大的是' : '：', joined(lines.slice(0, most.ofPlace).map(worstOf), '、'), '。')
  })
  const more = behind.length - most.places
  return more > 0 ? [...list, runsOf('另有', counted(more, 'places:more'), `个${placeWord(facts.columns)}有滞后${pointing}。`)] : list
}

/** One paragraph a task whose own total is behind, worst first. */
export function taskParagraphs(facts: PaperFacts, lines: readonly PaperLine[]): Run[][] {
  const behind = lines.filter(isSlow)
  const list = behind.slice(0, most.tasks).map(line => {
    const { row, figure, department } = line
    const goal = goalText(row.target)
    const slow = facts.slow.filter(one => one.figure.target === figure.target && one.figure.area !== null && isSlow(one))
    const said: Run[][] = [[...(goal.number === '' ? [] : ['全年目标', figureToken(figure, 'goal', `${goal.number}${goal.unit}`), '，']), ...(figure.value === null ? ['未填报'] : stageText(row.target, figure) === null ? ['完成', figureToken(figure, 'value', reachedText(row, figure))] : ['进展到“', figureToken(figure, 'value', reachedText(row, figure)), '”'])]]
    if (line.should !== null && line.actual !== null && figure.value !== null) said.push(['应', figureToken(figure, 'should', `${line.should}%`), '、实', figureToken(figure, 'progress', `${line.actual}%`)])
    said.push([line.lampName])
    return runsOf(`${line.name}${department === '' ? '' : `（${department}）`}`, joined(said, '，'),
      slow.length === 0 ? '' : runsOf('。拖后的有', someNames(slow.map(one => placeOf(facts, one)), most.names), slow.length > most.names ? [counted(slow.length, `target:${figure.target}:slow`), `个${placeWord(facts.columns)}`] : ''), '。')
  })
  const more = behind.length - most.tasks
  return more > 0 ? [...list, runsOf('另有', counted(more, 'targets:more'), '项滞后。')] : list
}

/** What figures are counted in: cells of the board; tasks where the plan is not shared out. */
export const unitOf = ({ columns }: PaperFacts): string => (columns.length === 0 ? '项' : '格')

const silentOf = (facts: PaperFacts): PaperLine[] => facts.slow.filter(line => line.lamp === 'no_data')
const nameAt = (facts: PaperFacts, line: PaperLine): string => `${placeOf(facts, line)}${line.name}`

/** 未填报的 7 格：…. */
export function silentSentence(facts: PaperFacts, pointing: Pointing): Run[] {
  const silent = silentOf(facts)
  if (silent.length === 0) return []
  return runsOf('未填报', counted(silent.length, 'cells:none'), `${unitOf(facts)}：`, someNames(silent.map(line => nameAt(facts, line)), most.silent), silent.length > most.silent ? `${pointing}。` : '。')
}

/** Since the last meeting: how many lamps moved, and the heaviest of them. */
export function changeParagraphs(facts: PaperFacts): Run[][] {
  const { changes } = facts
  if (changes === null) return []
  const { meeting, worse, better } = changes
  const unit = unitOf(facts)
  const head = `${meeting.name === '' ? `第${meeting.number}次调度会` : meeting.name}（${zhDay(meeting.on)}）以来`
  if (worse.length + better.length === 0) return [[`${head}，灯没有变化。`]]
  const nameOf = ({ change: { area }, areaName, name }: ChangeLine): string => `${area === null ? areaName : placeName(facts.view.index.areas.get(area)?.area.name ?? areaName, areaName)}${name}`
  const firstBetter = largestTurns(better.map(line => line.change), 'better').map(change => better.find(line => line.change === change)!)
  const listed = (lines: readonly ChangeLine[], key: 'better' | 'worse'): Run[] => joined([...groupedBy(lines, line => (line.from === '' ? `变为${line.to}` : `${line.from}转${line.to}`))].map(([turn, some]) => [
    turn, counted(some.length, `changes:${key}:${turn}`), `${unit}：${someNames(some.map(nameOf), most.turns)}`,
  ]), '；')
  return [
    runsOf(`${head}，灯变好`, counted(better.length, 'changes:better'), `${unit}，变差`, counted(worse.length, 'changes:worse'), `${unit}。`),
    ...(worse.length > 0 ? [runsOf('变差的，', listed(worse, 'worse'), '。')] : []),
    ...(better.length > 0 ? [runsOf('变好的，', listed(firstBetter, 'better'), '。')] : []),
  ]
}

/** 转绿最少 of the red ones by place, then what is left: the yellow and the silent. */
export function nextParagraphs(facts: PaperFacts, pointing: Pointing): Run[][] {
  const { red, slow, view } = facts
  const unit = unitOf(facts)
  const by = slow.map(line => line.explanation.toGreen?.by).find(day => day !== undefined)
  const day = by === undefined ? '' : `${zhDay(by)}前`
  const step = (line: PaperLine): string => stepText(line.toGreen, day)
  const steps = red.filter(line => line.toGreen !== '')
  const places = groupedBy(steps.slice(0, most.steps), line => placeOf(facts, line))
  const said = [...places].map(([place, lines]) => runsOf(place, joined(lines.map(line => [line.name, figureToken(line.figure, 'toGreen', step(line))]), '，')))
  const list: Run[][] = []
  if (said.length > 0) list.push(runsOf(`${day === '' ? '' : `${day}，`}${nameIn(view.board.rules, standingOf(view.board.rows.flatMap(figuresOf)).lamps, 'sev')}的`, counted(red.length, 'cells:sev'), `${unit}，转绿最少要做到：`, joined(said, '；'), '。', steps.length > most.steps ? `其余${pointing === '' ? '照此推进' : '见附件'}。` : ''))
  const lag = slow.filter(line => groupOf(line.lamp) === 'lag')
  if (lag.length > 0) list.push(runsOf('滞后的', counted(lag.length, 'cells:lag'), `${unit}，${pointing === '' ? '' : '按附件所列转绿最少推进，'}${day}达到时序。`))
  const silent = silentOf(facts)
  if (silent.length > 0) list.push(runsOf('未填报的', counted(silent.length, 'cells:none'), `${unit}，${day}填报。`))
  return list.length > 0 ? list : [['其余任务按时序推进。']]
}

function groupedBy<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const group = groups.get(keyOf(one))
    if (group === undefined) groups.set(keyOf(one), [one])
    else group.push(one)
  }
  return groups
}
