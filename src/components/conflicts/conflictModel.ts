/** What the sheets of 冲突与核对 show, ready to read. */

export interface SideFace {
  event: string
  value: string
  unit: string
  who: string
  when: string
  device: string
  note: string
  isHolding: boolean
  /** Words of the button; null: this side cannot be taken alone. */
  take: string | null
}

export interface RivalFace {
  key: string
  kind: string
  title: string
  day: string
  lead: string
  isGone: boolean
  isCurrent: boolean
  link: string | null
  linkText: string
  sides: readonly SideFace[]
  /** May all of it be taken back. */
  mayNeither: boolean
}

/** A device whose entries are kept apart, or whose clock ran ahead. */
export interface ClockFace { device: string, name: string, ahead: string, seen: string, lines: readonly string[], more: number, hashes: readonly string[], until: string }

export type FindingKind = 'edited' | 'unreadable' | 'missing' | 'fork' | 'tail' | 'wrong'
export interface FindingFace { key: string, kind: FindingKind, device: string, place: string, what: string, todo: string, isHarmless: boolean }
