/** What the parts of the page 快照 are given, ready to draw. */
import type { Lamp } from '../../domain/board'
import type { ReviewFilter } from '../../domain/snapshot'

/** Rows of lamps; a row of one cell is a target without places. */
export type LampRows = readonly (readonly (Lamp | null)[])[]

/** One snapshot in the list. */
export interface CardFace { key: string, href: string, name: string, asOf: string, knownAt: string, review: ReviewFilter, code: string, made: string, isDemo: boolean, isSafe: boolean, lamps: LampRows }

/** One line of facts. */
export interface FactFace { name: string, text: string }

/** One thing that verifying found: `good` all is as it was, `bad` figures or file are not to be relied on, `note` to be known. */
export interface FindingFace { key: string, mood: 'good' | 'bad' | 'note', title: string, text: string, lines: readonly string[] }

/** One figure that is another now, with who made it so. */
export interface SinceFace { key: string, href: string, from: Lamp | null, to: Lamp | null, area: string, name: string, old: string, value: string, why: string, by: string }

/** Parts of a file that can have been edited (`exports/partText`). */
export type EditedKind = 'slide' | 'sheet' | 'section' | 'chart' | 'picture'
