/**
 * The lamps of a rule pack as bands: what an office reads and writes instead of edges. Bands are checked for gaps and overlaps; only
 * bands without any become {@link LampRules}. Distances as in `lampRules.ts`: shares of 1, negative behind the pace.
 */
import type { Edge, LampInk, LampRules } from './lampRules'
import type { RulePack } from './rulePack'
import { defaultLampRules } from './lampRules'

/** The lamps that a distance from the pace can light, the worst first. All others follow from days, goals and orders. */
export const bandLamps = ['behind', 'slightly_behind', 'on_pace', 'ahead'] as const
export type BandLamp = typeof bandLamps[number]

/** One lamp's stretch of distances. `null`: no end. On an edge: `from` belongs to the band unless said otherwise, `to` does not. */
export interface LampBand {
  lamp: BandLamp
  from: number | null
  to: number | null
  includesFrom?: boolean
  includesTo?: boolean
}

/** `lamps` of a rule file: {@link LampRules} said in bands; id and name are the pack's. */
export interface FileLamps {
  mode: 'pp' | 'ratio'
  bands: readonly LampBand[]
  nearDueDays: number
  staleDays: number
  words?: Readonly<Record<string, string>>
  inks?: Partial<Record<'done' | 'ok' | 'due' | 'lag' | 'sev', LampInk>>
}

/** A rule pack as it stands in a file (`data/rules/*.json`). */
export interface RulePackFile extends Omit<RulePack, 'lamps'> {
  $schema?: string
  lamps: FileLamps
}

/** What is wrong with bands: a stretch without a lamp, one with two, or bands that are turned round or out of order. */
export interface BandProblem {
  kind: 'gap' | 'overlap' | 'order'
  from: number | null
  to: number | null
  /** Of the band after the gap, of the later of two that overlap: `lamps.bands[1]`. */
  path: string
}

interface Ends { from: number, to: number, hasFrom: boolean, hasTo: boolean, place: number, path: string }

const endsOf = ({ lamp, from, to, includesFrom = true, includesTo = false }: LampBand, i: number): Ends =>
  ({ from: from ?? -Infinity, to: to ?? Infinity, hasFrom: from !== null && includesFrom, hasTo: to !== null && includesTo, place: bandLamps.indexOf(lamp), path: `lamps.bands[${i}]` })

const shown = (edge: number): number | null => (Number.isFinite(edge) ? edge : null)

/** Every stretch of distances without a lamp or with two, and every band that is empty, turned round or out of the lamps' order; [] where each distance has one lamp. */
export function bandProblems(bands: readonly LampBand[]): BandProblem[] {
  const all = bands.map(endsOf)
  const found: BandProblem[] = []
  const mark = (kind: BandProblem['kind'], from: number, to: number, path: string) => { found.push({ kind, from: shown(from), to: shown(to), path }) }
  for (const one of all) if (one.from > one.to || (one.from === one.to && !(one.hasFrom && one.hasTo))) mark('order', one.from, one.to, one.path)
  if (found.length > 0) return found
  const sorted = [...all].sort((one, other) => (one.from !== other.from ? (one.from < other.from ? -1 : 1) : Number(other.hasFrom) - Number(one.hasFrom) || (one.to === other.to ? 0 : one.to < other.to ? -1 : 1)))
  const first = sorted[0]
  if (first === undefined) return [{ kind: 'gap', from: null, to: null, path: 'lamps.bands' }]
  if (first.from > -Infinity) mark('gap', -Infinity, first.from, first.path)
  /** How far lamps reach so far, and by which band. */
  let reach = first
  for (const one of sorted.slice(1)) {
    if (one.from > reach.to || (one.from === reach.to && !one.hasFrom && !reach.hasTo)) mark('gap', reach.to, one.from, one.path)
    else if (one.from < reach.to || (one.hasFrom && reach.hasTo)) mark('overlap', one.from, Math.min(one.to, reach.to), one.path)
    if (one.place <= reach.place) mark('order', one.from, one.to, one.path)
    if (one.to > reach.to || (one.to === reach.to && one.hasTo)) reach = one
  }
  if (reach.to < Infinity) mark('gap', reach.to, Infinity, reach.path)
  // An edge between 正常 and 超前 has no other side in the rules, and a chart without any late lamp none to show.
  const ahead = sorted.find(one => one.place === 3)
  if (found.length === 0 && ahead !== undefined && sorted.length > 1 && !ahead.hasFrom && sorted.some(one => one.place === 2)) mark('order', ahead.from, ahead.from, ahead.path)
  if (found.length === 0 && sorted.every(one => one.place > 1)) mark('order', -Infinity, sorted[0]!.to, sorted[0]!.path)
  return found
}

const digits = (share: number): string => String(Number((Math.abs(share) * 100).toFixed(6)))

/** An interval in words: 落后 10 至 0 个百分点; ratio: 落后应达进度的 50% 至 0%. The bounds are as in a {@link BandProblem}. */
export function intervalText(mode: LampRules['mode'], from: number | null, to: number | null): string {
  const amount = (text: string): string => (mode === 'pp' ? `${text} 个百分点` : text)
  const one = (share: number): string => (mode === 'pp' ? digits(share) : `${digits(share)}%`)
  const side = (share: number): string => (share <= 0 ? '落后' : '超前') + (mode === 'pp' ? ' ' : '应达进度的 ')
  if (from === null && to === null) return '所有差距'
  if (from === null) return to! <= 0 ? `${side(to!)}${amount(one(to!))}以上` : `${side(to!)}${amount(one(to!))}以下`
  if (to === null) return from >= 0 ? `超前${mode === 'pp' ? ' ' : '应达进度的 '}${amount(one(from))}以上` : `${side(from)}${amount(one(from))}以下`
  if (from === to) return `恰好${side(from)}${amount(one(from))}`
  if (to <= 0) return `${side(from)}${amount(`${one(from)} 至 ${one(to)}`)}`
  if (from >= 0) return `${side(to)}${amount(`${one(from)} 至 ${one(to)}`)}`
  return `${side(from)}${amount(one(from))}至${side(to)}${amount(one(to))}`
}

const isInside = ({ from, to, includesFrom = true, includesTo = false }: LampBand, at: number): boolean =>
  (from === null || at > from || (at === from && includesFrom)) && (to === null || at < to || (at === to && includesTo))

/** Which lamp the bands give to a distance; the first that holds it, null in a gap. */
export const lampAt = (bands: readonly LampBand[], distance: number): BandLamp | null => bands.find(band => isInside(band, distance))?.lamp ?? null

/** The rules that the board is made with. Only of a file whose {@link bandProblems} are none. */
export function lampRulesOf({ id, name, lamps }: Pick<RulePackFile, 'id' | 'name' | 'lamps'>): LampRules {
  const { mode, bands, nearDueDays, staleDays, words, inks } = lamps
  const bandOf = (lamp: BandLamp): LampBand | undefined => bands.find(band => band.lamp === lamp)
  const edgeOf = (band: LampBand | undefined): Edge => (band?.includesTo === true ? 'worse' : 'better')
  const red = bandOf('behind')
  const amber = bandOf('slightly_behind')
  return {
    id, ...(id !== defaultLampRules.id && { name }), mode, behind: red?.to ?? null, slightlyBehind: (amber ?? red)!.to!, ahead: bandOf('ahead')?.from ?? null,
    edges: { behind: edgeOf(red), slightlyBehind: edgeOf(amber ?? red) }, nearDueDays, staleDays,
    ...(words !== undefined && { words }), ...(inks !== undefined && { inks }),
  }
}

/** The bands that say what the rules do. `lampRulesOf` of them gives the rules again. */
export function bandsOf({ behind, slightlyBehind, ahead, edges }: Pick<LampRules, 'behind' | 'slightlyBehind' | 'ahead' | 'edges'>): LampBand[] {
  const bands: LampBand[] = []
  const hasAmber = behind === null || behind < slightlyBehind || (edges.behind === 'better' && edges.slightlyBehind === 'worse')
  const worseEdge = (edge: Edge): Pick<LampBand, 'includesTo'> => (edge === 'worse' ? { includesTo: true } : {})
  const betterEdge = (edge: Edge): Pick<LampBand, 'includesFrom'> => (edge === 'worse' ? { includesFrom: false } : {})
  if (behind !== null) bands.push({ lamp: 'behind', from: null, to: behind, ...worseEdge(edges.behind) })
  if (hasAmber) bands.push({ lamp: 'slightly_behind', from: behind, to: slightlyBehind, ...(behind !== null && betterEdge(edges.behind)), ...worseEdge(edges.slightlyBehind) })
  const hasGreen = ahead === null || ahead > slightlyBehind
  if (hasGreen) bands.push({ lamp: 'on_pace', from: slightlyBehind, to: ahead, ...betterEdge(edges.slightlyBehind) })
  if (ahead !== null) bands.push({ lamp: 'ahead', from: ahead, to: null, ...(!hasGreen && betterEdge(edges.slightlyBehind)) })
  return bands
}

/** The file that says the pack. */
export function rulePackFileOf({ id, name, source, summary, undefinedBySource, lamps, period, slips, cards, calendar, score, names }: RulePack): RulePackFile {
  const { mode, nearDueDays, staleDays, words, inks } = lamps
  return {
    id, name, source, summary, undefinedBySource, lamps: { mode, bands: bandsOf(lamps), nearDueDays, staleDays, ...(words !== undefined && { words }), ...(inks !== undefined && { inks }) },
    period, slips, cards, calendar, score, names,
  }
}
