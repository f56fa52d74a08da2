/** A named site on its ladder, and a stage of a milestone or a qualitative target: what the tables of stages show. */
export interface SiteLine {
  area: string | null
  areaName: string
  name: string
  /** Place on the target's ladder; -1 for a stage that the ladder does not have. */
  place: number
  /** Does it count as finished. */
  isDone: boolean
  /** Day of the report. */
  at: string | null
}

export interface StageLine {
  name: string
  due: string | null
  reachedOn: string | null
  isReached: boolean
  isNow: boolean
  /** Of a total over areas: how many reached it. */
  count: { reached: number, of: number } | null
}
