/** The page of the ranking as a model: ranks, totals, lines and bands are the domain's; here they only get their words. Pure. */
import type { Board, Lamp } from '../../domain/board'
import { isSilent } from '../../domain/cellPast'
import { severityOf } from '../../domain/changes'
import { formulaWords } from '../../domain/formula'
import { isActiveLamp, isOnPaceLamp } from '../../domain/lamp'
import type { PlanIndex } from '../../domain/plan'
import { shortNameOf } from '../../domain/plan'
import type { RankBand } from '../../domain/rankBand'
import type { RulePack, ScoreRule } from '../../domain/rulePack'
import type { AreaScore } from '../../domain/score'
import type { ScoreLine, ScoreTerm } from '../../domain/scoreLines'
import { oneUnitCheck } from '../../domain/standing'
import type { Messages } from '../../components/messages'
import type { DetailLine, NamedCells, RankDetail, RankGroup, RankLine } from '../../components/ranking/rankingModel'
import type { RankingWords } from '../../components/ranking/rankingWords'
import { percentText } from '../../wording/figureText'
import { groupCounts } from '../../wording/lampLook'

export interface RankingSources {
  index: PlanIndex
  board: Board
  pack: RulePack
  scores: readonly AreaScore[]
  bands: readonly RankBand[]
  messages: Messages
  words: RankingWords
}

/** Up to so many decimals, with a true minus. */
export const pointsText = (value: number, digits = 2): string => String(Number(value.toFixed(digits))).replace('-', '−')
/** A figure within a formula: shares to four digits, what is below zero in brackets. */
const figureIn = (value: number): string => (value < 0 ? `(${pointsText(value, 4)})` : pointsText(value, 4))

const lateGroups = ['sev', 'lag', 'none'] as const

function lineOf(sources: RankingSources, score: AreaScore, silent: boolean): RankLine {
  const { index, bands, words } = sources
  const { area: code, standing: { onPace, active, lamps }, rank, total, grade, gradeCap, list } = score
  const band = silent ? undefined : bands.find(one => one.area === code)
  const counts = groupCounts(lamps)
  return {
    code, name: index.areas.get(code)?.area.name ?? code, rank: silent ? null : rank, isTied: score.tied,
    reason: score.unranked === 'no_task' ? words.noTask : score.unranked === 'veto' ? words.vetoed : silent ? words.silent : '',
    band: band === undefined ? null : { best: band.best, worst: band.worst, isRobust: band.isRobust, text: words.band(band.best, band.worst) },
    onPace, active, rate: active === 0 ? null : percentText(onPace / active),
    late: lateGroups.flatMap(group => counts.filter(one => one.group === group && one.count > 0)),
    total: total === null || silent ? null : pointsText(total), grade: silent ? null : grade, isCapped: gradeCap !== null, list: silent ? null : list, few: band?.few ?? null,
  }
}

/** The groups of the pack in its order, each by rank, and at the end who is not ranked. */
export function rankingOf(sources: RankingSources): { groups: RankGroup[], aside: RankLine[], ranked: number, isSilent: boolean } {
  const { board, scores, pack } = sources
  const silent = isSilent(board)
  const names = [...pack.score?.groups.map(group => group.name) ?? [], null].filter((name, i, all) => all.indexOf(name) === i)
  const groups = names.map((name): RankGroup => ({
    name, lines: scores.filter(score => score.group === name && score.rank !== null && !silent).sort((a, b) => a.rank! - b.rank!).map(score => lineOf(sources, score, silent)),
  })).filter(group => group.lines.length > 0)
  const aside = scores.filter(score => score.rank === null || silent).map(score => lineOf(sources, score, silent))
  return { groups, aside, ranked: groups.reduce((sum, group) => sum + group.lines.length, 0), isSilent: silent }
}

/** What the pack calls a lamp; in English as everywhere. */
export const lampWord = ({ pack, messages }: Pick<RankingSources, 'pack' | 'messages'>, lamp: Lamp): string => (messages.language === 'zh-CN' ? pack.lamps.words?.[lamp] : undefined) ?? messages.lamp[lamp]

function namesOf(sources: RankingSources, cells: readonly { target: string, lamp: Lamp }[]): NamedCells[] {
  const lamps = [...new Set(cells.map(cell => cell.lamp))].sort((a, b) => severityOf(b) - severityOf(a))
  return lamps.map(lamp => ({ lamp, word: lampWord(sources, lamp), cells: cells.filter(cell => cell.lamp === lamp).map(({ target }) => ({ target, name: nameOf(sources.index, target) })) }))
}

function nameOf(index: PlanIndex, target: string): string {
  const placed = index.targets.get(target)
  return placed === undefined ? target : shortNameOf(placed.target)
}

const boundText = (value: number | null): string | null => (value === null ? null : pointsText(value))
/** 每项 −10 至 10；合计不低于 −20. */
export function boundsOf({ scope, min, max, floor, cap }: ScoreRule, words: RankingWords): string {
  const each = words.each(boundText(min), boundText(max))
  return [scope === 'cell' ? each : '', words.whole(boundText(scope === 'area' ? floor ?? min : floor), boundText(scope === 'area' ? cap ?? max : cap))].filter(part => part !== '').join(words.comma)
}

function sumText(line: ScoreLine, term: ScoreTerm, words: RankingWords): string {
  if (line.formula === null || term.value === null) return words.missing
  const { values } = term
  const figures = formulaWords(line.formula, word => (values[word] === undefined ? words.word(word) : word === 'rate' ? `(${values.onPace} ÷ ${values.active})` : figureIn(values[word])))
  const value = pointsText(term.value)
  const result = figures === value ? value : `${figures} = ${value}`
  return Math.abs(term.value - term.bounded) < 1e-9 ? result : words.of(result, pointsText(term.bounded))
}

function detailLine(sources: RankingSources, line: ScoreLine, rule: ScoreRule): DetailLine {
  const { index, words } = sources
  const shown = line.terms.filter(term => term.target === null || term.value === null || term.value !== 0)
  return {
    name: line.name, words: line.formula === null ? words.missing : formulaWords(line.formula, words.word), bounds: boundsOf(rule, words), evidence: line.evidence,
    sums: shown.map(term => ({ cell: term.target === null ? null : { target: term.target, name: nameOf(index, term.target), lamp: term.lamp! }, text: sumText(line, term, words) })),
    zeros: line.terms.length - shown.length, bounded: Math.abs(line.bounded - line.points) < 1e-9 ? '' : words.bounded(pointsText(line.bounded), pointsText(line.points)),
    points: pointsText(line.points), left: namesOf(sources, line.left.filter(cell => rule.exempt.includes(cell.lamp))),
  }
}

/** With as many decimals as let the shown parts add up to the shown sum. */
function additionText(parts: readonly number[], sum: number): string {
  const shown = (value: number, digits: number): number => Number(value.toFixed(digits))
  const digits = [2, 3, 4, 5].find(one => Math.abs(parts.reduce((held, part) => held + shown(part, one), 0) - shown(sum, one)) < 1e-7) ?? 6
  return `${parts.map((part, i) => (i === 0 ? pointsText(part, digits) : `${part < 0 ? '−' : '+'} ${pointsText(Math.abs(part), digits)}`)).join(' ')} = ${pointsText(sum, digits)}`
}

/** The arithmetic of one area; null for an unknown one or one without active cells. */
export function detailOf(sources: RankingSources, code: string): RankDetail | null {
  const { board, pack, words } = sources
  const score = sources.scores.find(one => one.area === code)
  if (score === undefined || score.standing.active === 0) return null
  const column = board.areas.findIndex(one => one.area === code)
  const cells = board.rows.flatMap(({ cells: of }) => { const cell = of[column]; return cell === undefined || cell.lamp === null ? [] : [{ target: cell.target, lamp: cell.lamp }] })
  const { standing: { onPace, active }, lines, total, start } = score
  return {
    code, rate: words.rateLine(onPace, active, pointsText(Math.floor(onPace / active * 10000 + 1e-7) / 100)), start: start === 0 || total === null ? null : pointsText(start),
    lines: lines.map((line, at) => detailLine(sources, line, pack.score!.rules[at]!)), sum: total === null || lines.length === 0 ? null : additionText([...start === 0 ? [] : [start], ...lines.map(line => line.points)], total),
    late: namesOf(sources, cells.filter(({ lamp }) => isActiveLamp(lamp) && !isOnPaceLamp(lamp))), idle: namesOf(sources, cells.filter(({ lamp }) => !isActiveLamp(lamp))),
    notes: notesOf(sources, score),
  }
}

function notesOf({ board, bands, words }: RankingSources, score: AreaScore): string[] {
  const band = bands.find(one => one.area === score.area)
  const oneUnit = oneUnitCheck(board, score.area)
  const moves = band === undefined ? [] : [
    ...band.because.best === null ? [] : [words.better(words.cause(band.because.best), band.best)], ...band.because.worst === null ? [] : [words.worse(words.cause(band.because.worst), band.worst)],
    ...band.because.best === null && band.because.worst === null ? [words.steady(score.total !== null)] : [],
  ]
  return [
    ...score.veto === null ? [] : [words.veto(score.veto, score.veto.basis)], ...score.gradeCap === null || score.grade === null ? [] : [words.gradeCap(score.gradeCap, score.gradeCap.from, score.grade)],
    ...moves, ...band === undefined || band.few === null ? [] : [words.fewNote(band.few)],
    // By on-pace rate only: without such targets a score would be another score.
    ...oneUnit === null || score.total !== null || score.rank === null ? [] : [words.oneUnit(oneUnit.cells, oneUnit.rank, score.rank)],
  ]
}
