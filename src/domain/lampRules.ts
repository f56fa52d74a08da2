/**
 * What a place may set about lamps: the part of a rule pack that the board is made with. The default is product.md "Pace and lamps".
 * Pure data, so that the first board loads nothing more; the whole pack is `rulePack.ts`.
 */

/** Which side a figure exactly on an edge falls on. */
export type Edge = 'better' | 'worse'

/** The inks that a pack may give to a group of lamps; each has a tested contrast in both themes. */
export const lampInks = ['red', 'orange', 'amber', 'blue', 'green', 'grey'] as const
export type LampInk = typeof lampInks[number]

export interface LampRules {
  /** Id of the pack; stands on every board. */
  id: string
  /** What papers call the pack; the default has none and is called 默认规则 by `ruleWords`. */
  name?: string
  /** How the distance from the pace is measured: progress − pace (shares of 1: percentage points), or that ÷ pace. */
  mode: 'pp' | 'ratio'
  /** Below this: 严重滞后; null: the pack knows no such lamp. */
  behind: number | null
  /** Below this: 滞后. */
  slightlyBehind: number
  /** From this on: 超前; null: the pack knows no such lamp. */
  ahead: number | null
  /** Where a figure exactly on an edge belongs. */
  edges: { behind: Edge, slightlyBehind: Edge }
  /** Days before `due` in which an unfinished target is 临期. */
  nearDueDays: number
  /** A value older than this many days is stale (semantics.md 29). */
  staleDays: number
  /** 字 that the pack gives to lamps (by code) instead of the usual ones; shapes are fixed. */
  words?: Readonly<Record<string, string>>
  /** Ink of the legend's groups, where the pack departs from the usual. */
  inks?: Partial<Record<'done' | 'ok' | 'due' | 'lag' | 'sev', LampInk>>
}

export const defaultLampRules: LampRules = {
  id: 'default', mode: 'pp', behind: -0.3, slightlyBehind: -0.05, ahead: 0.1, edges: { behind: 'better', slightlyBehind: 'better' }, nearDueDays: 30, staleDays: 31,
}

/** In the area's favour, for goals, thresholds and floors (semantics.md 17). */
export const tolerance = 1e-9

const isShare = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && Math.abs(value) <= 10
const areDays = (value: unknown): boolean => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 366
const isEdge = (value: unknown): boolean => value === 'better' || value === 'worse'
/** Words to be shown: no controls, no marks of direction. */
const isShown = (value: unknown, longest: number): boolean => typeof value === 'string' && value.trim() !== '' && value.length <= longest && !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(value)
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Can a board be made with these rules: complete, finite, edges in order. What comes from elsewhere passes here before it is taken. */
export function isLampRules(value: unknown): value is LampRules {
  if (!isRecord(value) || typeof value.id !== 'string' || value.id === '' || (value.mode !== 'pp' && value.mode !== 'ratio')) return false
  const { name, behind, slightlyBehind, ahead, edges, words, inks } = value
  if (name !== undefined && !isShown(name, 30)) return false
  if (!isShare(slightlyBehind) || (behind !== null && !isShare(behind)) || (ahead !== null && !isShare(ahead))) return false
  if (behind !== null && behind > slightlyBehind) return false
  if (ahead !== null && ahead < slightlyBehind) return false
  if (!isRecord(edges) || !isEdge(edges.behind) || !isEdge(edges.slightlyBehind) || !areDays(value.nearDueDays) || !areDays(value.staleDays)) return false
  const areTexts = (of: unknown): boolean => of === undefined || (isRecord(of) && Object.values(of).every(text => isShown(text, 12)))
  return areTexts(words) && areTexts(inks) && Object.values((inks ?? {}) as Record<string, string>).every(ink => (lampInks as readonly string[]).includes(ink))
}
