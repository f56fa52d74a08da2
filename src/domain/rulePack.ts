/** What a place may set about lamps. The default pack is product.md "Pace and lamps"; shares are fractions of 1. */
export interface RulePack {
  id: string
  /** gap below this: 严重滞后. */
  behind: number
  /** gap below this: 滞后. */
  slightlyBehind: number
  /** gap from this on: 超前. */
  ahead: number
  /** Days before `due` in which an unfinished target is 临期. */
  nearDueDays: number
  /** A value older than this many days is stale (semantics.md 29). */
  staleDays: number
}

export const defaultRulePack: RulePack = { id: 'default', behind: -0.3, slightlyBehind: -0.05, ahead: 0.1, nearDueDays: 30, staleDays: 31 }

/** In the area's favour, for goals, thresholds and floors (semantics.md 17). */
export const tolerance = 1e-9
