/** The page of places from the board: every place by its on-pace rate, or by one target. Ranks, lamps, gaps and rates are the board's. Pure. */
import type { AreaStanding, Board, Figure, Lamp, Row } from '../../domain/board'
import { changeOf, severityOf } from '../../domain/changes'
import type { PlanIndex } from '../../domain/plan'
import { shortNameOf } from '../../domain/plan'
import { isTied, standingOf } from '../../domain/rollUp'
import { faceOf, tickOf } from '../../wording/cellFace'
import { columnsOf } from '../../wording/columnGroups'
import { percentText, shortfallOf, numberText } from '../../wording/figureText'
import { movedText } from '../../components/board/viewFace'
import { groupCounts, groupLooks, groupOf, lookOf } from '../../wording/lampLook'
import type { Messages } from '../../components/messages'
import type { PlaceGroup, PlaceLine } from '../../components/places/placeLine'
import type { PlacesWords } from '../../components/places/placesWords'
import { valueWords } from '../cardOf'

export interface PlacesSources { index: PlanIndex, board: Board, before: Board | null, messages: Messages, words: PlacesWords }

export interface PlacesContent {
  /** Ranked, or in the order of the gap. */
  lines: readonly PlaceLine[]
  /** 不参评: nothing to do, or no lamp. */
  aside: readonly PlaceLine[]
  /** In plan order, ranked or not: what tiles and map show. */
  all: readonly PlaceLine[]
  finding: string
  /** The few figures beside the title. */
  facts: readonly { name: string, main: string, sub: string }[]
  /** Nothing reported anywhere: ranks say nothing yet. */
  isSilent: boolean
}

const lateGroups = ['sev', 'lag', 'none'] as const

/** Kind of every column (街道, 镇), by code; '' where there is one kind only. */
export function kindsOf(index: PlanIndex): ReadonlyMap<string, string> {
  const { columns, groups } = columnsOf(index.columns)
  const names = groups.flatMap(group => Array.from({ length: group.count }, () => group.name))
  const kinds = new Map(columns.map((column, i) => [column.code, names[i] ?? '']))
  return new Set(kinds.values()).size > 1 ? kinds : new Map(columns.map(column => [column.code, '']))
}

/** Lines by kind, in the order of the first of each; a place's rank among its kind follows from the ranks of the board. */
export function peerGroups(lines: readonly PlaceLine[], ranks: ReadonlyMap<string, number | null>, messages: Messages): PlaceGroup[] {
  return [...new Set(lines.map(line => line.kind))].map(name => {
    const own = lines.filter(line => line.kind === name)
    const rankOf = (line: PlaceLine): number | null => ranks.get(line.code) ?? null
    return {
      name,
      lines: own.map(line => {
        const rank = rankOf(line)
        if (line.place === null || rank === null) return line
        const place = 1 + own.filter(other => (rankOf(other) ?? Infinity) < rank).length
        return { ...line, place: own.some(other => other !== line && rankOf(other) === rank) ? messages.head.tie(place) : String(place) }
      }),
    }
  })
}

const isReported = (board: Board): boolean => board.rows.some(row => row.total.reported > 0 || row.total.value !== null)

/** The worst of a place's active lamps: what its tile is coloured by. */
function worstLamp(standing: AreaStanding): Lamp | null {
  const lamps = (Object.keys(standing.lamps) as Lamp[]).sort((a, b) => severityOf(b) - severityOf(a))
  return lamps.find(lamp => lamp !== 'exempt' && lamp !== 'paused' && lamp !== 'not_due') ?? null
}

export function standingsContent(sources: PlacesSources): PlacesContent {
  const { index, board, before, messages, words } = sources
  const kinds = kindsOf(index)
  const isSilent = !isReported(board)
  const was = new Map((before !== null && isReported(before) ? before.areas : []).map(standing => [standing.area, standing]))
  const lineOf = (standing: AreaStanding): PlaceLine => {
    const { area: code, active, onPace, rank, lamps } = standing
    const { area } = index.areas.get(code)!
    const isRanked = rank !== null && !isSilent
    const rate = active === 0 ? null : percentText(onPace / active)
    const worst = worstLamp(standing)
    const look = worst === null || active === 0 ? null : lookOf(worst)
    const counts = groupCounts(lamps)
    const countOf = (group: string): number => counts.find(one => one.group === group)?.count ?? 0
    const place = !isRanked ? null : isTied(board.areas, standing) ? messages.head.tie(rank) : String(rank)
    const old = was.get(code)
    const wasRated = old !== undefined && old.active > 0 && old.rank !== null
    const points = rate === null || !wasRated ? 0 : Number(rate) - Number(percentText(old.onPace / old.active))
    const climbed = !isRanked || !wasRated ? 0 : old.rank! - rank
    const moved = !wasRated || rate === null ? null : {
      turn: points > 0 ? 'better' as const : points < 0 ? 'worse' as const : 'same' as const,
      text: points === 0 ? '0' : points > 0 ? `+${points}` : `−${-points}`, climb: climbed === 0 ? '' : climbed > 0 ? `↑${climbed}` : `↓${-climbed}`,
      long: [points === 0 ? '' : words.rank.points(points), climbed === 0 ? '' : climbed > 0 ? words.rank.better(climbed) : words.rank.worse(-climbed)].filter(text => text !== '').join(words.comma),
    }
    const late = lateGroups.flatMap(group => (countOf(group) === 0 ? [] : [{ ...groupLooks[group], word: messages.group[group], count: countOf(group) }]))
    const of = `${onPace}/${active}`
    const idle = Object.keys(lamps).length === 0 ? words.rank.noTask : words.rank.idle
    return {
      code, name: area.name, short: shortNameOf(area), kind: kinds.get(code) ?? '',
      tone: look?.tone ?? 'bare', shape: look?.shape ?? null, count: worst === null || look === null || look.tone === 'ok' || look.tone === 'done' || look.tone === 'due' ? '' : String(countOf(groupOf(worst))),
      main: rate ?? '—', sub: rate === null ? '' : '%', foot: rate === null ? idle : of, place,
      share: rate === null ? null : onPace / active, tick: wasRated ? old.onPace / old.active : null,
      parts: active === 0 ? [] : [{ tone: 'ok' as const, share: onPace / active }, ...[...lateGroups].reverse().map(group => ({ tone: group, share: countOf(group) / active }))].filter(part => part.share > 0),
      lamps: late, moved,
      label: rate === null ? `${area.name}${words.comma}${idle}` : [words.rank.label(area.name, `${rate}%`, of, place === null || rank === null ? words.rank.notRanked : words.rank.place(rank, isTied(board.areas, standing))), ...late.map(one => `${one.word} ${one.count}`), ...(moved === null || moved.long === '' ? [] : [moved.long])].join(words.comma),
    }
  }
  const all = board.areas.map(lineOf)
  const rankOf = new Map(board.areas.map(standing => [standing.area, standing.rank]))
  const lines = all.filter(line => line.share !== null).sort((a, b) => (rankOf.get(a.code) ?? 0) - (rankOf.get(b.code) ?? 0))
  return { lines, all, aside: all.filter(line => line.share === null), isSilent, facts: isSilent ? [] : rateFacts(lines, words), finding: isSilent ? words.rank.silent : rateFinding(lines, words, words.some(lines.length, index.columns[0]!.area.level)) }
}

/** "19 个镇街：梅岭等 5 个最高，罗山最低". */
function rateFinding(lines: readonly PlaceLine[], words: PlacesWords, all: string): string {
  const [first] = lines
  const last = lines.at(-1)
  if (first === undefined || last === undefined) return words.rank.none
  if (first.share === last.share) return words.rank.findingSame(all, `${first.main}%`)
  const name = (line: PlaceLine): string => {
    const n = lines.filter(other => other.share === line.share).length
    return `${n > 1 ? words.rank.and(line.short, n) : line.short} ${line.main}% `
  }
  return words.rank.findingRate(all, name(first), name(last)).replace(/ +(?=[,，：])/g, '')
}

/** Highest, middle and lowest rate, with who stands there. */
function rateFacts(lines: readonly PlaceLine[], words: PlacesWords): PlacesContent['facts'] {
  const [first] = lines
  const last = lines.at(-1)
  if (first === undefined || last === undefined) return []
  const who = (line: PlaceLine): string => { const n = lines.filter(other => other.share === line.share).length; return n > 1 ? words.rank.tied(n) : line.short }
  // Of an even number the lower of the two in the middle: a rate that some place has.
  const middle = lines[Math.floor(lines.length / 2)]!
  return [{ name: words.rank.first, main: `${first.main}%`, sub: who(first) }, { name: words.rank.middle, main: `${middle.main}%`, sub: '' }, { name: words.rank.last, main: `${last.main}%`, sub: who(last) }]
}

/** The order of places by one target: widest gap first, then what has none, worst lamp first; plan order within. */
function byGap(a: Figure, b: Figure): number {
  if (a.gap !== null && b.gap !== null) return a.gap - b.gap
  return Number(a.gap === null) - Number(b.gap === null) || severityOf(b.lamp) - severityOf(a.lamp)
}

export function targetContent(sources: PlacesSources, row: Row): PlacesContent {
  const { index, before, messages, words } = sources
  const kinds = kindsOf(index)
  const rowBefore = before?.rows.find(one => one.target.id === row.target.id)
  const was = new Map(rowBefore?.cells.map(cell => [cell.area, cell]))
  const name = row.target.short ?? row.target.name
  const lineOf = (figure: Figure): PlaceLine => {
    const { area } = index.areas.get(figure.area!)!
    const look = figure.lamp === null ? null : lookOf(figure.lamp)
    const face = faceOf(row, figure, 'middle', 110)
    const shortfall = shortfallOf(row.target, figure)
    const points = figure.gap !== null && figure.gap < -0.005 ? messages.cell.short(`${Math.round(-figure.gap * 100)}%`) : ''
    const missing = severityOf(figure.lamp) < severityOf('slightly_behind') ? '' : shortfall !== null ? messages.cell.short(`${numberText(shortfall)}${row.target.unit}`) : points
    const old = was.get(figure.area)
    const change = changeOf(old, figure)
    const lamps = change !== null && change.before.lamp !== null && figure.lamp !== null && change.before.lamp !== figure.lamp ? words.rank.wasLamp(messages.lamp[change.before.lamp], messages.lamp[figure.lamp]) : ''
    const value = old === undefined ? '' : movedText(row, old, figure)
    const lampWord = figure.lamp === null ? (figure.asked ? words.rank.notLit : words.rank.noTask) : messages.lamp[figure.lamp]
    return {
      code: area.code, name: area.name, short: shortNameOf(area), kind: kinds.get(area.code) ?? '',
      tone: look?.tone ?? 'bare', shape: look?.shape ?? null, count: '',
      main: figure.value === null ? (figure.asked ? '—' : '') : face.main === '' ? face.sub : face.main, sub: figure.value === null || face.main === '' ? '' : face.sub,
      foot: figure.lamp === null ? lampWord : missing, place: null,
      share: figure.lamp === null ? null : figure.progress ?? 0, tick: figure.lamp === null ? null : tickOf(row.target, figure),
      parts: figure.lamp === null || figure.progress === null || figure.progress <= 0 ? [] : [{ tone: look!.tone, share: figure.progress }],
      lamps: look === null ? [] : [{ ...look, word: lampWord, count: 0 }],
      moved: old === undefined || figure.lamp === null ? null : change === null ? { turn: 'same', text: '0', climb: '', long: '' } : { turn: change.turn, text: value === '' ? lamps : value, climb: '', long: [value, lamps].filter(text => text !== '').join(words.comma) },
      label: messages.cell.label(area.name, name, lampWord, figure.asked ? valueWords(row, figure, messages) : '', missing),
    }
  }
  const pairs = row.cells.map(figure => ({ figure, line: lineOf(figure) }))
  const lit = pairs.filter(pair => pair.figure.lamp !== null)
  const lines = [...lit].sort((a, b) => byGap(a.figure, b.figure)).map(pair => pair.line)
  const late = lit.filter(pair => severityOf(pair.figure.lamp) >= severityOf('slightly_behind') && pair.figure.lamp !== 'no_data')
  const all = words.some(lit.length, index.columns[0]!.area.level)
  return {
    lines, all: pairs.map(pair => pair.line), aside: pairs.filter(pair => pair.figure.lamp === null).map(pair => pair.line), isSilent: !lit.some(pair => pair.figure.reported > 0),
    facts: groupCounts(standingOf(lit.map(pair => pair.figure)).lamps).filter(({ group, count }) => count > 0 && group !== 'ok').map(({ group, count }) => ({ name: messages.group[group], main: String(count), sub: '' })),
    finding: lit.length === 0 ? words.rank.none : late.length === 0 ? words.rank.findingFine(all) : words.rank.findingLate(late.length, all, lines.find(line => late.some(pair => pair.line === line))?.short ?? ''),
  }
}
