/** The head of a bulletin's text: how the figures were gathered, the totals, who is on pace. And the small pieces that all its parts are made of. */
import { packOn } from '../domain/adoptedPack'
import type { Lamp, Standing } from '../domain/board'
import type { BulletinSources } from '../domain/bulletinCounts'
import { tidyRuns } from '../domain/bulletinTokens'
import type { BulletinBlock, BulletinRun, BulletinText, BulletinToken, TokenOrigin } from '../domain/meetingEvents'
import type { SnapshotView } from '../domain/snapshot'
import { chineseNumeral } from '../wording/boardSections'
import { valueOfToken } from '../wording/tokenText'
import { lampNameOf } from '../wording/ruleWords'
import type { PaperFacts, StandingLine } from './paperFacts'
import { placeName, placeWord, someNames, unitWord } from './reportWords'

export interface Prose { facts: PaperFacts, sources: BulletinSources, form: BulletinText['form'] }

export type Runs = readonly BulletinRun[]
type Part = BulletinRun | Runs

export const joinedRuns = (...parts: readonly Part[]): BulletinRun[] => tidyRuns(parts.flat() as BulletinRun[])

/** Lists of runs with a mark between them. */
export const listed = (lists: readonly Runs[], mark: string): BulletinRun[] => joinedRuns(...lists.map((list, i) => (i === 0 ? list : [mark, ...list])))

const tokenOf = ({ sources }: Prose, origin: TokenOrigin): BulletinToken => ({ text: valueOfToken(origin, sources) ?? '—', origin })

export const count = (prose: Prose, key: string): BulletinToken => tokenOf(prose, { of: 'count', count: key })
export const slipCount = (prose: Prose, key: string): BulletinToken => tokenOf(prose, { of: 'slips', count: key })
export const figure = (prose: Prose, of: { target: string, area: string | null }, field: Extract<TokenOrigin, { of: 'figure' }>['field']): BulletinToken => tokenOf(prose, { of: 'figure', target: of.target, area: of.area, field })

/** A lamp's name: the pack's own where it gives one. */
export const lampWord = ({ facts }: Prose, lamp: Lamp): string => lampNameOf(facts.view.board.rules, lamp)

/** 通报, as the pack in force on the day calls it; 专报 is not the pack's. */
export const adoptedNames = (view: SnapshotView, form: BulletinText['form']): string => (form === 'report' ? '专报' : packOn(view.history, { asOf: view.board.asOf, limit: view.limit }).names.bulletin)

/** A name that ends in a figure must not run into one. */
export const nameBefore = (name: string): string => (/\d$/.test(name) ? `${name}的` : name)

export interface SubPart { title: string, paragraphs: readonly Runs[] }
export interface ProsePart { title: string, subs: readonly SubPart[] }

const said = (subs: readonly SubPart[]): SubPart[] => subs.map(sub => ({ ...sub, paragraphs: sub.paragraphs.filter(runs => runs.length > 0) })).filter(sub => sub.paragraphs.length > 0)

/** Parts under their numerals 一、 and （一）; one that says nothing takes none, a single sub-part no heading of its own. */
export function blocksOf(parts: readonly ProsePart[]): BulletinBlock[] {
  return parts.map(part => ({ ...part, subs: said(part.subs) })).filter(part => part.subs.length > 0).flatMap(({ title, subs }, i): BulletinBlock[] => [
    { kind: 'heading', level: 1, text: `${chineseNumeral(i + 1)}、${title}` },
    ...subs.flatMap((sub, j): BulletinBlock[] => [
      ...(subs.length > 1 ? [{ kind: 'heading', level: 2, text: `（${chineseNumeral(j + 1)}）${sub.title}` } as const] : []), ...sub.paragraphs.map(runs => ({ kind: 'paragraph', runs }) as const),
    ]),
  ])
}

/** What figures are counted in: cells of the board; tasks where the plan is not shared out. */
export const unitOf = ({ facts }: Prose): string => (facts.columns.length === 0 ? '项' : '格')

/** 现将…通报如下。所列数据由…填报，应报 m 格，已报 n 格；截至…，…所知，含未审的填报。 */
export function openingOf(prose: Prose): BulletinRun[] {
  const { facts, form } = prose
  const { caption, title, view } = facts
  const number = view.index.plan.documentNumber === null ? '' : `（${view.index.plan.documentNumber}）`
  const from = facts.columns.length === 0 ? `各${unitWord(facts)}` : `各${placeWord(facts.columns)}和${unitWord(facts)}`
  return joinedRuns(`现将《${title}》${number}推进情况${form === 'report' ? '报告' : '通报'}如下。所列数据由${from}填报，应报`, count(prose, 'reports:asked'), `${unitOf(prose)}，已报`, count(prose, 'reports:in'), `${unitOf(prose)}；${caption.asOf}，${caption.knownAt}，${caption.review}。`)
}

const slowLamps = ['slightly_behind', 'behind', 'overdue', 'no_data'] as const
const goodLamps = ['done', 'caught_up_late', 'ahead', 'on_pace', 'near_due'] as const
const asideLamps = ['not_due', 'paused', 'exempt'] as const

function lampRuns(prose: Prose, standing: Standing, lamps: readonly Lamp[], scope: string, unit: string): BulletinRun[] {
  return listed(lamps.filter(lamp => (standing.lamps[lamp] ?? 0) > 0).map(lamp => [lampWord(prose, lamp), count(prose, `${scope}:lamp:${lamp}`), unit]), '，')
}

function targetsRuns(prose: Prose): BulletinRun[] {
  const { facts: { total, view: { board } } } = prose
  if (board.rows.length === 0) return ['计划里没有任务。']
  const aside = lampRuns(prose, total, asideLamps, 'targets', '项')
  const slow = lampRuns(prose, total, slowLamps, 'targets', '项')
  if (total.active === 0) return joinedRuns(count(prose, 'targets'), '项任务中，没有可以比较时序的任务。')
  return joinedRuns(
    count(prose, 'targets'), '项任务中，', aside.length === 0 ? '' : joinedRuns(aside, '，不计入达序率；其余'), aside.length === 0 ? '' : count(prose, 'targets:active'), aside.length === 0 ? '' : '项中，',
    count(prose, 'targets:onPace'), '项达到时序，达序率', count(prose, 'targets:rate'), '；', slow.length === 0 ? '没有慢于时序的任务' : slow, '。',
  )
}

function cellsRuns(prose: Prose): BulletinRun[] {
  const { facts } = prose
  if (facts.columns.length === 0) return []
  const good = lampRuns(prose, facts.cells, goodLamps, 'cells', '格')
  const slow = lampRuns(prose, facts.cells, slowLamps, 'cells', '格')
  return joinedRuns('任务分解到', count(prose, 'places'), `个${placeWord(facts.columns)}，共`, count(prose, 'cells'), '格', good.length === 0 ? '' : joinedRuns('：', good), slow.length === 0 ? '' : joinedRuns('；', slow), '。')
}

const rateOfArea = (prose: Prose, line: StandingLine): BulletinToken => count(prose, `area:${line.code}:rate`)

/** 达序率最高的是…；最低的是…。 */
function ratesRuns(prose: Prose): BulletinRun[] {
  const { facts } = prose
  const ranked = facts.standings.filter(line => line.rate !== null)
  if (ranked.length < 2) return []
  const ofRank = (rank: number | null): StandingLine[] => ranked.filter(line => line.rank === rank)
  const [best, last] = [ofRank(1), ofRank(ranked.at(-1)!.rank)]
  const names = (lines: readonly StandingLine[]): string => someNames(lines.map(line => placeName(line.name, line.short)), 5)
  if (best.length === ranked.length) return joinedRuns(`各${placeWord(facts.columns)}达序率都是`, rateOfArea(prose, best[0]!), '。')
  return joinedRuns(`达序率最高的是${names(best)}，`, rateOfArea(prose, best[0]!), `；最低的是${names(last)}，`, rateOfArea(prose, last[0]!), '。')
}

export const totalsParagraphs = (prose: Prose): BulletinRun[][] => [targetsRuns(prose), cellsRuns(prose), ratesRuns(prose)]

const mostGood = 6

/** Places that stand in front, tasks that are done. */
export function onPaceParagraphs(prose: Prose): BulletinRun[][] {
  const { facts } = prose
  const ranked = facts.standings.filter(line => line.rate !== null)
  const full = ranked.filter(line => line.standing.onPace === line.standing.active)
  const next = ranked.filter(line => line.standing.onPace < line.standing.active && line.rank! <= 3).slice(0, 3)
  const done = facts.view.board.rows.filter(row => row.total.lamp === 'done' || row.total.lamp === 'caught_up_late')
  const ahead = facts.view.board.rows.filter(row => row.total.lamp === 'ahead')
  const rows = (list: typeof done, field: 'value' | 'progress'): BulletinRun[] => joinedRuns(
    listed(list.slice(0, mostGood).map(({ target, total }) => (target.measure === 'qualitative' || target.measure === 'milestone' || total.value === null ? [target.name] : [`${target.name}（${field === 'progress' ? '实' : ''}`, figure(prose, total, field), '）'])), '、'),
    list.length > mostGood ? '等' : '',
  )
  return [
    ranked.length < 4 || full.length === 0 ? [] : joinedRuns(`${someNames(full.map(line => placeName(line.name, line.short)), mostGood)}各项任务都达到时序，达序率`, rateOfArea(prose, full[0]!), '。'),
    ranked.length < 4 || next.length === 0 ? [] : joinedRuns(listed(next.map(line => [nameBefore(placeName(line.name, line.short)), count(prose, `area:${line.code}:active`), '项中', count(prose, `area:${line.code}:onPace`), '项达到时序，达序率', rateOfArea(prose, line)]), '；'), '。'),
    done.length === 0 ? [] : joinedRuns('已经完成的任务有', rows(done, 'value'), '。'),
    ahead.length === 0 ? [] : joinedRuns('快于时序的任务有', rows(ahead, 'progress'), '。'),
  ]
}
