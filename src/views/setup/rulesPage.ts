/** The page 规则包 as a model: what the domain says, placed and put into words. Pure. */
import type { Board, Figure, Lamp } from '../../domain/board'
import type { Adoption } from '../../domain/adoptedPack'
import { severityOf } from '../../domain/changes'
import { canonicalJson } from '../../domain/hash'
import { daysBetween } from '../../domain/days'
import type { Meeting } from '../../domain/meetings'
import type { PackEffect } from '../../domain/packEffect'
import type { RulePackFile } from '../../domain/packBands'
import type { PlanIndex } from '../../domain/plan'
import { shortNameOf } from '../../domain/plan'
import type { RulePack } from '../../domain/rulePack'
import { defaultPack } from '../../domain/rulePack'
import type { DotFace, VersionFace } from '../../components/rules/AdoptPack.vue'
import type { EffectFace } from '../../components/rules/EffectSide.vue'
import type { MiniTurn } from '../../components/rules/MiniTurns.vue'
import { mendedBands } from '../../components/rules/bandFixes'
import type { RulesWords } from '../../components/rules/zhRules'
import { distanceOf } from '../../domain/lamp'

/** What a pack says, whatever it is called. */
const contentOf = ({ $schema: _schema, id: _id, name: _name, ...rest }: RulePackFile): string => canonicalJson(rest)
const rulesOf = ({ $schema: _schema, id: _id, name: _name, source: _source, summary: _summary, undefinedBySource: _open, ...rest }: RulePackFile): string => canonicalJson(rest)
/** Do two packs supervise alike: sources and texts about them aside. */
export const isAlike = (one: RulePackFile, other: RulePackFile): boolean => rulesOf(one) === rulesOf(other)

/** What the draft is called: as the pack that it equals, else by the id and name of our next version; what somebody typed stays. What was changed no longer has the source of what it came from, nor its words about itself. */
export function identified({ file, origin, isNamed }: { file: RulePackFile, origin: RulePackFile, isNamed: boolean }, known: readonly RulePackFile[], own: { id: string, name: string, summary: string }): RulePackFile {
  const content = contentOf(file)
  const same = known.find(one => contentOf(one) === content)
  const named = isNamed ? file : { ...file, id: same?.id ?? own.id, name: same?.name ?? own.name }
  if (same !== undefined || content === contentOf(origin)) return named
  return { ...named, source: null, undefinedBySource: [], summary: file.summary === origin.summary ? own.summary : file.summary }
}

/** The pack to try: whole, or as the first fixes would have it; null where it cannot be tried. */
export function triedFile(file: RulePackFile, isWhole: boolean): { file: RulePackFile, isMended: boolean } | null {
  if (isWhole) return { file, isMended: false }
  const bands = mendedBands(file.lamps.bands)
  return bands === null ? null : { file: { ...file, lamps: { ...file.lamps, bands } }, isMended: true }
}

/** Parts of the draft that say something else than the pack it came from. */
export const changedParts = (file: RulePackFile, from: RulePackFile): Set<string> => new Set(Object.keys(from).filter(key => canonicalJson(file[key as keyof RulePackFile] ?? null) !== canonicalJson(from[key as keyof RulePackFile] ?? null)))

export interface Version { number: number, at: string, name: string, basis: string, unfit: readonly string[], rules: RulePack }

/** v1, v2: the default until the first adoption, then each; none before the period begins. */
export function versionsOf(adoptions: readonly Adoption[], start: string): Version[] {
  const first = adoptions[0]
  const before = first === undefined || first.at > start ? [{ at: start, name: defaultPack.name, basis: '', unfit: [], rules: defaultPack }] : []
  return [...before, ...adoptions.map(({ at, name, basis, unfit, rules }) => ({ at, name, basis, unfit, rules }))].map((one, i) => ({ ...one, number: i + 1 }))
}

export interface Days { start: string, end: string, today: string }
interface Texts { words: RulesWords, day: (day: string) => string }

/** 0 to 100 along the period. */
export function placeOfDay(day: string, { start, end }: Pick<Days, 'start' | 'end'>): number {
  return Math.max(0, Math.min(100, Math.round(daysBetween(start, day) / Math.max(1, daysBetween(start, end)) * 10000) / 100))
}

/** The versions on the line of the year, the draft as the last from its day on. */
export function versionFaces(versions: readonly Version[], draftFrom: string | null, days: Days, { words, day }: Texts): VersionFace[] {
  const ends = [...versions.map(one => one.at), ...(draftFrom === null ? [] : [draftFrom])]
  const now = versions.findIndex((one, i) => one.at <= days.today && (versions[i + 1]?.at ?? '9') > days.today)
  const face = (number: number, i: number, text: string, isDraft: boolean): VersionFace => {
    const left = placeOfDay(ends[i]!, days)
    const right = i + 1 < ends.length ? placeOfDay(ends[i + 1]!, days) : 100
    const since = `${text.replace(` v${number}`, '')} ${i === 0 && ends[0]! <= days.start ? words.first : words.since(day(ends[i]!))}`
    return { key: `${number}`, text: `v${number}`, more: right - left > 20 ? since : '', left: `${left}%`, width: `${Math.max(0, right - left)}%`, isNow: i === now, isDraft, title: words.v(number, since) }
  }
  return [...versions.map((one, i) => face(one.number, i, one.name, false)), ...(draftFrom === null ? [] : [face(versions.length + 1, versions.length, words.next, true)])]
}

export const dotFaces = (meetings: readonly Meeting[], days: Days, { words, day }: Texts): DotFace[] =>
  meetings.map(({ number, on }) => ({ number, left: `${placeOfDay(on, days)}%`, title: words.meetingAt(number, day(on)), isPast: on <= days.today }))

const lampsOf = (board: Board) => board.rows.map(row => (row.cells.length > 0 ? row.cells.map(cell => cell.lamp) : [row.total.lamp]))
/** The lamps of a board; `turned` where the other board has a better or a worse one. */
const turnsOf = (board: Board, other: Board): MiniTurn[][] => { const others = lampsOf(other); return lampsOf(board).map((row, y) => row.map((lamp, x) => ({ lamp, turned: severityOf(lamp) !== severityOf(others[y]![x]!) }))) }

/** The worst first; what nobody is asked for last. */
const shownOrder: readonly Lamp[] = ['overdue', 'behind', 'slightly_behind', 'no_data', 'near_due', 'on_pace', 'ahead', 'caught_up_late', 'done', 'not_due', 'paused', 'exempt']

export interface EffectSources extends Texts { index: PlanIndex, nameOf: (lamp: Lamp) => string, link: (kind: 'target' | 'area', id: string) => string, isMended: boolean }

/** The effect in words: counts, turns with their distance by the new rules, ranks that move three places or more. */
export function effectFace({ before, after, counts, worse, better, ranks, slips }: PackEffect, { words, day, index, nameOf, link, isMended }: EffectSources): EffectFace {
  const areaName = (code: string | null): string => { const area = code === null ? undefined : index.areas.get(code)?.area; return area === undefined ? words.whole : shortNameOf(area) }
  const distance = ({ gap, progress }: Figure): string => {
    if (gap === null) return ''
    const at = distanceOf(gap, progress === null ? null : progress - gap, after.rules)
    const text = `${Math.round(Math.abs(at) * 1000) / 10}${after.rules.mode === 'ratio' ? '%' : ''}`
    return at < 0 ? words.lag(text) : words.lead(text)
  }
  const turns = ([['worse', worse], ['better', better]] as const).map(([key, list]) => ({
    key, title: words[key](list.length),
    lines: list.map(({ target, area, before: was, after: is }) => {
      const placed = index.targets.get(target)
      return { key: `${target}/${area ?? ''}`, href: area === null ? link('target', target) : link('area', area), place: areaName(area), name: placed === undefined ? target : shortNameOf(placed.target), distance: distance(is), from: was.lamp!, to: is.lamp! }
    }),
  }))
  const all = counts.reduce((sum, one) => sum + one.before, 0)
  const turned = better.length + worse.length
  const moving = lampsOf(before).reduce((sum, row, y) => { const other = lampsOf(after)[y]!; return sum + row.filter((lamp, x) => lamp !== other[x]).length }, 0)
  const rankText = (rank: number | null, board: Board): string => (rank === null ? words.unranked : board.areas.filter(one => one.rank === rank).length > 1 ? words.tie(rank) : String(rank))
  const moved = ranks.map(one => ({ ...one, step: Math.abs((one.after ?? 99) - (one.before ?? 99)) })).filter(one => one.step >= 3).sort((a, b) => b.step - a.step).slice(0, 5)
  return {
    lead: words.effectLead(day(after.asOf), isMended), counts: [...counts].sort((a, b) => shownOrder.indexOf(a.lamp) - shownOrder.indexOf(b.lamp)).map(one => ({ ...one, name: nameOf(one.lamp) })),
    summary: `${turned === 0 ? words.still(all) : words.summary(all, turned, better.length, worse.length)}${moving > turned ? words.sideways(moving - turned, nameOf('on_pace'), nameOf('ahead')) : ''}${words.onlyTried}`, turns: turns.filter(one => one.lines.length > 0),
    slips: slips === null ? '' : words.moreSlips(slips.after - slips.before),
    ranks: moved.length === 0 ? '' : `${words.ranks}${words.colon}${moved.map(one => words.rank(areaName(one.area), rankText(one.before, before), rankText(one.after, after))).join(words.comma)}${words.stop}`,
    minis: turned === 0 ? [] : [{ text: words.miniNow, rows: turnsOf(before, before) }, { text: words.miniNext, rows: turnsOf(after, before) }],
  }
}
