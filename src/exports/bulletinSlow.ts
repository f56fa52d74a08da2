/** The parts of a bulletin that name what is slow: places with their items, tasks, who has not reported, what changed, what is to be done. */
import { largestTurns } from '../domain/turns'
import type { Change } from '../domain/changes'
import type { BulletinRun } from '../domain/meetingEvents'
import { groupOf } from '../wording/lampLook'
import { zhDay } from '../wording/zhWhy'
import type { Prose, Runs } from './bulletinParts'
import { count, figure, joinedRuns, lampWord, listed, nameBefore, slipCount, unitOf } from './bulletinParts'
import type { ChangeLine, PaperLine } from './paperFacts'
import { slowestRows } from './reportTables'
import { placeName, placeOf, placeWord } from './reportWords'

/** How many of each are named; the rest stands in the annex. */
const most = { bulletin: { places: 8, ofPlace: 3, tasks: 6, steps: 6, silent: 8, turns: 4 }, report: { places: 3, ofPlace: 2, tasks: 6, steps: 4, silent: 3, turns: 2 } } as const

/** Longer notes stand in the annex only. */
const longestNote = 40

const isSlow = ({ lamp }: PaperLine): boolean => groupOf(lamp) === 'sev' || groupOf(lamp) === 'lag'

/** 应68%、实0%、差2个. */
function gapRuns(prose: Prose, { figure: of, should, actual, short }: PaperLine): BulletinRun[] {
  if (of.value === null || should === null || actual === null) return of.value === null ? ['未填报'] : joinedRuns('已完成', figure(prose, of, 'value'))
  return joinedRuns('应', figure(prose, of, 'pace'), '、实', figure(prose, of, 'progress'), short === '' ? '' : joinedRuns('，差', figure(prose, of, 'gap')))
}

const reasonOf = ({ note }: PaperLine): string => (note.trim() === '' || [...note].length > longestNote ? '' : `，原因：${note.trim().replace(/[。；！？]+$/u, '').replace(/[。；！？]/gu, '，')}`)

const itemRuns = (prose: Prose, line: PaperLine): BulletinRun[] => joinedRuns(`${line.name}（`, gapRuns(prose, line), `${reasonOf(line)}）`)

const slowOfArea = (prose: Prose, code: string): BulletinRun[] => {
  const standing = prose.facts.standings.find(line => line.code === code)!.standing
  return listed((['overdue', 'behind', 'slightly_behind'] as const).filter(lamp => (standing.lamps[lamp] ?? 0) > 0).map((lamp): Runs => [lampWord(prose, lamp), count(prose, `area:${code}:lamp:${lamp}`), '项']), '、')
}

/** One paragraph a place, the lowest rate first. */
export function placeParagraphsOf(prose: Prose, hasAnnex: boolean): BulletinRun[][] {
  const { facts, form } = prose
  const limit = most[form]
  const behind = facts.standings.filter(line => line.counts.sev + line.counts.lag > 0).reverse()
  if (behind.length === 0) return facts.slow.length === 0 ? [['没有慢于时序和未填报的任务。']] : []
  const shown = behind.slice(0, limit.places)
  const list = shown.map(({ code, name, short }) => {
    const lines = facts.slow.filter(line => line.figure.area === code && isSlow(line))
    return joinedRuns(nameBefore(placeName(name, short)), count(prose, `area:${code}:active`), '项中，', slowOfArea(prose, code), '，达序率', count(prose, `area:${code}:rate`), lines.length > limit.ofPlace ? '；差距最大的是' : '；', listed(lines.slice(0, limit.ofPlace).map(line => itemRuns(prose, line)), '、'), '。')
  })
  const head = joinedRuns('有慢于时序任务的', placeWord(facts.columns), '共', count(prose, 'slow:places'), '个', behind.length > shown.length ? `，以下列出最慢的${hasAnnex ? '，全部见附件' : ''}` : '', '。')
  return [head, ...list]
}

/** One paragraph a task whose own total is behind, worst first. */
export function taskParagraphsOf(prose: Prose): BulletinRun[][] {
  const { facts, form } = prose
  const behind = slowestRows(facts).filter(isSlow)
  return behind.slice(0, facts.columns.length === 0 ? 12 : most[form].tasks).map(line => {
    const { row, figure: of, department } = line
    const hasAmount = of.goal !== null && of.value !== null && row.target.measure !== 'qualitative' && row.target.measure !== 'milestone'
    return joinedRuns(`${line.name}${department === '' ? '' : `（${department}）`}：`, hasAmount ? joinedRuns('目标', figure(prose, of, 'goal'), '，完成', figure(prose, of, 'value'), '，') : '', gapRuns(prose, line), `，${lampWord(prose, line.lamp)}。`)
  })
}

/** 未填报的共 n 格：…。 */
export function silentParagraphs(prose: Prose): BulletinRun[][] {
  const { facts, form } = prose
  const silent = facts.slow.filter(line => line.lamp === 'no_data')
  if (silent.length === 0) return []
  const places = new Map<string, string[]>()
  for (const line of silent.slice(0, most[form].silent)) places.set(placeOf(facts, line), [...places.get(placeOf(facts, line)) ?? [], line.name])
  const names = [...places].map(([place, items]) => `${place}${items.join('、')}`).join('；')
  return [joinedRuns('未填报的共', count(prose, 'cells:lamp:no_data'), `${unitOf(prose)}：${names}${silent.length > most[form].silent ? '等' : ''}。`)]
}

const turnRuns = (prose: Prose, lines: readonly ChangeLine[], all: readonly Change[], turn: 'better' | 'worse'): BulletinRun[] => {
  const by = new Map(lines.map(line => [line.change, line]))
  return joinedRuns(largestTurns(all, turn).slice(0, most[prose.form].turns).map(change => by.get(change)!).map(line => `${line.areaName}${line.name}由${line.from}变为${line.to}`).join('，'))
}

/** 较上次会议：n 格变好，n 格变差。 */
export function changeParagraphsOf(prose: Prose): BulletinRun[][] {
  const { changes } = prose.facts
  if (changes === null || changes.better.length + changes.worse.length === 0) return []
  const { better, worse, meeting } = changes
  const all = [...worse, ...better].map(line => line.change)
  const unit = unitOf(prose)
  return [joinedRuns(
    `较${zhDay(meeting.on)}${meeting.name === '' ? '会议' : meeting.name}，灯变好`, count(prose, 'changes:better'), `${unit}，变差`, count(prose, 'changes:worse'), `${unit}。`,
    worse.length === 0 ? '' : joinedRuns('变差的有', turnRuns(prose, worse, all, 'worse'), worse.length > most[prose.form].turns ? '等。' : '。'),
    better.length === 0 ? '' : joinedRuns('变好的有', turnRuns(prose, better, all, 'better'), better.length > most[prose.form].turns ? '等。' : '。'),
  )]
}

/** 梅岭街道居家养老站再完成3个: the least that turns it green. */
function stepRuns(prose: Prose, line: PaperLine): BulletinRun[] {
  const { facts } = prose
  const step = line.explanation.toGreen
  const place = `${placeOf(facts, line)}${line.name}`
  const token = count(prose, `green:${line.figure.target}:${line.figure.area ?? ''}`)
  switch (step?.kind) {
    case 'amount': return step.amount <= 0 ? [`${place}填报现状`] : joinedRuns(line.row.target.measure === 'rate' ? `${place}分子再增加` : `${place}再完成`, token, line.row.target.measure === 'rate' ? '' : line.row.target.unit)
    case 'reduce': return joinedRuns(`${place}减少`, token, line.row.target.unit)
    case 'areas': return joinedRuns(`${nameBefore(place)}再有`, token, '个地方达标')
    case 'stages': return [`${place}到“${step.stage}”`]
    case 'report': return [`${place}填报`]
    case undefined: return []
  }
}

/** Two to four points: the least that turns the worst green, the slow, the silent, the slips. */
export function nextParagraphsOf(prose: Prose): BulletinRun[][] {
  const { facts, form, sources } = prose
  const unit = unitOf(prose)
  const by = facts.slow.map(line => line.explanation.toGreen?.by).find(day => day !== undefined)
  const day = by === undefined ? '' : `${zhDay(by)}前`
  const red = facts.red.filter(line => line.toGreen !== '')
  const points: Runs[] = []
  if (red.length > 0) points.push(joinedRuns(`盯住最慢的事项。${day === '' ? '' : `${day}，`}按转绿最少的一步推进：`, listed(red.slice(0, most[form].steps).map(line => stepRuns(prose, line)), '；'), red.length > most[form].steps ? '；其余照附件备注推进。' : '。'))
  const lag = facts.slow.filter(line => groupOf(line.lamp) === 'lag')
  if (lag.length > 0) points.push(joinedRuns(`赶上时序。${lampWord(prose, 'slightly_behind')}的`, count(prose, 'cells:lamp:slightly_behind'), `${unit}，${day}达到时序；到期仍慢的，下次会上说明原因和补救日期。`))
  if (facts.slow.some(line => line.lamp === 'no_data')) points.push(joinedRuns('补齐填报。', count(prose, 'cells:lamp:no_data'), `${unit}未填报的，${day}补报；没有变化的报“无变化”，不另要材料。`))
  const soon = sources.slips.filter(slip => slip.state === 'issued' || slip.state === 'received' || slip.state === 'answered')
  if (soon.length > 0) {
    const dues = [...soon].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)).slice(0, 3).map(({ order, due }) => `《${order.title}》${zhDay(due)}`)
    points.push(joinedRuns('督办事项按期办结。在办的', slipCount(prose, 'open'), `件按单上的期限办，最近到期的有${dues.join('、')}；办完先申请销号，核验签字后再销。`))
  }
  if (points.length === 0) return [['其余任务按时序推进，下次会上看变化。']]
  const heads = ['一是', '二是', '三是', '四是']
  return points.map((runs, i) => (points.length === 1 ? joinedRuns(runs) : joinedRuns(heads[i]!, runs)))
}

