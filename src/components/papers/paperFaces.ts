/** What the parts of 会议材料 are told to draw; all texts come ready. */
import type { Tone } from '../../wording/lampLook'

/** One of several: a version, an audience. */
export interface ChoiceFace { value: string, title: string, sub: string, note: string }

/** One that may be on: a part, a format. */
export interface CheckFace { value: string, title: string, sub: string, count: string, isOn: boolean }

/** A small picture of a page: a title and real figures where they are at hand. */
export type PictureFace =
  | { look: 'cover', lines: readonly string[], shares: readonly { tone: Tone, share: number }[] }
  | { look: 'overview' | 'changes' | 'text', shares: readonly { tone: Tone, share: number }[] }
  /** Rows of tones; null: a blank cell. */
  | { look: 'matrix', rows: readonly (readonly (Tone | null)[])[] }
  /** Shares of the height over shares of the width. */
  | { look: 'curve', should: string, actual: string, ahead: string }
  /** Shares of the width, best first. */
  | { look: 'bars', bars: readonly { share: number, tone: Tone }[] }
  | { look: 'table', tones: readonly Tone[] }

export interface PageFace {
  key: string
  /** As printed at its top. */
  title: string
  /** What it is called here. */
  name: string
  /** 1, 2 …; null: taken out. */
  number: number | null
  picture: PictureFace
}

/** A line of a report's outline: 0 its title, 1 to 3 headings; `mark` names a table, a chart, an annex. */
export interface OutlineFace { level: 0 | 1 | 2 | 3, text: string, mark: string }

export type NoteShape = 'check' | 'ring' | 'question' | 'point'
/** A line of what was looked at before the papers are made. */
export interface NoteFace { shape: NoteShape, tone: Tone, text: string }

/** A file that comes out, and how far it is. */
export interface FileFace { name: string, state: 'waiting' | 'making' | 'made' | 'failed', text: string }
