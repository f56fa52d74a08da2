/** What can be done about a gap or an overlap of bands in one click, bands as a source has them, and moving their ends. Pure. */
import type { Edge } from '../../domain/lampRules'
import type { BandLamp, BandProblem, LampBand, RulePackFile } from '../../domain/packBands'
import { bandLamps, bandProblems } from '../../domain/packBands'

/** The stretch goes to `lamp`; `bands` as they are then. */
export interface BandFix { lamp: BandLamp, bands: LampBand[] }
export interface BandFault extends BandProblem { fixes: BandFix[] }

const placeOf = (lamp: BandLamp): number => bandLamps.indexOf(lamp)
const inOrder = (bands: readonly LampBand[]): LampBand[] => [...bands].sort((one, other) => placeOf(one.lamp) - placeOf(other.lamp))

/** A band that says only what departs from the usual: `from` belongs to it, `to` does not. */
function band(lamp: BandLamp, from: number | null, to: number | null, hasFrom: boolean, hasTo: boolean): LampBand {
  return { lamp, from, to, ...(from !== null && !hasFrom && { includesFrom: false }), ...(to !== null && hasTo && { includesTo: true }) }
}
const hasFrom = (one: LampBand): boolean => one.from !== null && one.includesFrom !== false
const hasTo = (one: LampBand): boolean => one.to !== null && one.includesTo === true
const withFrom = (one: LampBand, from: number | null, isIn = true): LampBand => band(one.lamp, from, one.to, isIn, hasTo(one))
const withTo = (one: LampBand, to: number | null, isIn = false): LampBand => band(one.lamp, one.from, to, hasFrom(one), isIn)

const isSame = (one: BandProblem, other: BandProblem): boolean => one.kind === other.kind && one.from === other.from && one.to === other.to
const put = (bands: readonly LampBand[], old: LampBand, fresh: LampBand): LampBand[] => bands.map(one => (one === old ? fresh : one))

function gapFixes(bands: readonly LampBand[], { from, to }: BandProblem): BandFix[] {
  const lower = from === null ? undefined : bands.find(one => one.to === from)
  const upper = to === null ? undefined : bands.find(one => one.from === to)
  const startsIn = lower === undefined || !hasTo(lower)
  const endsIn = upper !== undefined && !hasFrom(upper)
  const between = bandLamps.filter(lamp => !bands.some(one => one.lamp === lamp) && (lower === undefined || placeOf(lamp) > placeOf(lower.lamp)) && (upper === undefined || placeOf(lamp) < placeOf(upper.lamp)))
  return [
    ...between.map(lamp => ({ lamp, bands: inOrder([...bands, band(lamp, from, to, startsIn, endsIn)]) })),
    ...(upper === undefined ? [] : [{ lamp: upper.lamp, bands: put(bands, upper, withFrom(upper, from, startsIn)) }]),
    ...(lower === undefined ? [] : [{ lamp: lower.lamp, bands: put(bands, lower, withTo(lower, to, endsIn)) }]),
  ]
}

function overlapFixes(bands: readonly LampBand[], { from, to }: BandProblem): BandFix[] {
  const reaches = (one: LampBand): boolean => (one.from === null || (from !== null && one.from <= from)) && (one.to === null || (to !== null && one.to >= to))
  const [worse, better] = inOrder(bands.filter(reaches))
  if (worse === undefined || better === undefined) return []
  return [
    { lamp: worse.lamp, bands: put(bands, better, withFrom(better, worse.to, !hasTo(worse))) },
    { lamp: better.lamp, bands: put(bands, worse, withTo(worse, better.from, better.from !== null && !hasFrom(better))) },
  ]
}

/** Every gap, overlap and disorder, with what would mend it: for a gap the mildest lamp first, for an overlap the worse. Only what mends is offered. */
export function bandFaults(bands: readonly LampBand[]): BandFault[] {
  const problems = bandProblems(bands)
  return problems.map(problem => {
    const fixes = problem.kind === 'gap' ? gapFixes(bands, problem) : problem.kind === 'overlap' ? overlapFixes(bands, problem) : []
    return { ...problem, fixes: fixes.filter(fix => { const left = bandProblems(fix.bands); return left.length < problems.length && !left.some(one => isSame(one, problem)) }) }
  })
}

/** The bands with the first fix of each fault; null where one has none. What a trial is made with. */
export function mendedBands(bands: readonly LampBand[]): LampBand[] | null {
  let now = [...bands]
  for (let turn = 0; turn < 8; turn++) {
    const faults = bandFaults(now)
    if (faults.length === 0) return now
    const fix = faults.find(fault => fault.fixes.length > 0)?.fixes[0]
    if (fix === undefined) return null
    now = fix.bands
  }
  return null
}

/** Stretches that a source leaves without a lamp, as the pack says: 落后 0 至 10 个百分点没有规定. Shares of 1, negative behind the pace. */
export function sourceGaps({ undefinedBySource }: Pick<RulePackFile, 'undefinedBySource'>): { from: number, to: number }[] {
  return undefinedBySource.flatMap(text => {
    const found = /^落后 ?(\d+(?:\.\d+)?) ?至 ?(\d+(?:\.\d+)?) ?(?:个百分点|%)没有规定/.exec(text)
    return found === null ? [] : [{ from: 0 - Number(found[2]) / 100, to: 0 - Number(found[1]) / 100 }]
  })
}

/** The bands of a pack as its source has them: what was put into a gap is left out. */
export function bandsOfSource(file: Pick<RulePackFile, 'lamps' | 'undefinedBySource'>): LampBand[] {
  const gaps = sourceGaps(file)
  return file.lamps.bands.filter(one => !gaps.some(gap => one.from === gap.from && one.to === gap.to))
}

/** One end of a band moved; to whom the edge belongs stays. */
export const movedEnd = (bands: readonly LampBand[], i: number, end: 'from' | 'to', at: number): LampBand[] =>
  bands.map((one, place) => (place !== i ? one : end === 'from' ? withFrom(one, at, hasFrom(one)) : withTo(one, at, hasTo(one))))

/** Where two bands meet, and which of them a figure exactly there belongs to. */
export interface MeetingEdge { at: number, worse: number, better: number, side: Edge }

/** Edges whose owner can be chosen; 超前 always owns its own. */
export function meetingEdges(bands: readonly LampBand[]): MeetingEdge[] {
  return bands.flatMap((one, worse) => {
    const better = bands.findIndex(other => one.to !== null && other.from === one.to && placeOf(other.lamp) > placeOf(one.lamp))
    return better < 0 || (bands[better]!.lamp === 'ahead' && one.lamp === 'on_pace') ? [] : [{ at: one.to!, worse, better, side: hasTo(one) ? 'worse' as const : 'better' as const }]
  })
}

export const ownedEdge = (bands: readonly LampBand[], { worse, better, at }: MeetingEdge, side: Edge): LampBand[] =>
  bands.map((one, i) => (i === worse ? withTo(one, at, side === 'worse') : i === better ? withFrom(one, at, side === 'better') : one))

/** A lamp more: ten points of the lamp below it, or what lies beyond the last. */
export function withLamp(bands: readonly LampBand[], lamp: BandLamp): LampBand[] {
  const below = inOrder(bands).findLast(one => placeOf(one.lamp) < placeOf(lamp))
  const above = inOrder(bands).find(one => placeOf(one.lamp) > placeOf(lamp))
  if (below === undefined) {
    if (above === undefined) return [{ lamp, from: null, to: null }]
    const edge = (above.to ?? 0) - 0.25
    return inOrder([...put(bands, above, withFrom(above, edge)), { lamp, from: null, to: edge }])
  }
  const end = above === undefined ? null : above.from
  const edge = end === null ? Math.max(0.1, (below.from ?? 0) + 0.1) : Math.max(end - 0.1, below.from === null ? -1 : (below.from + end) / 2)
  return inOrder([...put(bands, below, withTo(below, edge)), band(lamp, edge, end, true, above !== undefined && !hasFrom(above))])
}
