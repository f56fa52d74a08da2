/** How the deck looks: page, inks, sizes, and what a slide is made of. No slide library here: slides are described, and `deckFile` writes them. Lengths in inches, sizes in points. */
import type { LampGroup, Shape, Tone } from '../wording/lampLook'
import { groupLooks, lookOf } from '../wording/lampLook'
import type { Lamp } from '../domain/board'
import type { CellFace } from '../wording/cellFace'

export const deckFont = '微软雅黑'

/** A 16:9 page; `top` and `bottom` bound what stands between title and foot. */
export const page = { width: 13.333, height: 7.5, left: 0.55, inner: 12.233, top: 1.32, bottom: 6.66 } as const

export const inks = {
  ink: '1A1E23', soft: '454B53', faint: '5A6068', line: 'D9D7D1', grid: 'E3E1DB', rule: '1A1E23', white: 'FFFFFF', sunk: 'F3F2EE', bar: 'A9AFB6',
  sev: 'B3261E', lag: '8A5200', lagFill: 'FCE4B3', lagInk: '5E3900', lagBar: 'E3B04B', due: '1D4F91', dueFill: 'E2ECF9', dueInk: '163E74', dueBar: '7FA3DC',
  done: '17664B', doneFill: 'E6F1EB', ok: '5F7D6E',
} as const

/** Sizes: nothing under 12. */
export const sizes = { cover: 40, title: 26, big: 24, body: 16, table: 14, small: 13, least: 12 } as const

export interface Box { x: number, y: number, w: number, h: number }

/** A piece of text in one dress. */
export interface Span { text: string, bold?: boolean, color?: string, size?: number }
/** A line, which may wrap. */
export type Line = readonly Span[]

export interface TextItem {
  kind: 'text'
  box: Box
  lines: readonly Line[]
  size: number
  color?: string
  bold?: boolean
  align?: 'left' | 'center' | 'right'
  anchor?: 'top' | 'middle' | 'bottom'
  fill?: string
  border?: string
  /** Inner distance on all sides; 0 where none is given. */
  padding?: number
  /** The slide's title: goes into the outline. */
  isTitle?: boolean
}

export interface RuleItem { kind: 'rule', box: Box, color: string }

export interface DeckCell {
  lines: readonly Line[]
  align?: 'left' | 'center' | 'right'
  fill?: string
  color?: string
  bold?: boolean
  size?: number
  /** Columns it takes. */
  span?: number
}

export interface DeckRow { cells: readonly DeckCell[], height: number, /** Line below; a hairline where none is given. */ below?: 'rule' | 'grid' | 'none' }

export interface TableItem { kind: 'table', name: string, box: Box, widths: readonly number[], rows: readonly DeckRow[], /** Hairlines between columns from this one on; none where it is not given. */ gridFrom?: number }

export interface DeckSeries { name: string, values: readonly (number | null)[], color: string, /** Colour of its labels. */ labels: string }

export interface ChartItem {
  kind: 'chart'
  /** `stack` and `bars` lie; `course` is 时序, 实际, 推算 over months. */
  form: 'stack' | 'bars' | 'course'
  name: string
  /** For who cannot see it. */
  alt: string
  box: Box
  categories: readonly string[]
  series: readonly DeckSeries[]
  /** Colour of each bar. */
  points?: readonly string[]
  top: number
  step: number
  /** Of labels and axis: 0"%". */
  format: string
}

export type DeckItem = TextItem | RuleItem | TableItem | ChartItem

/** A slide as it is to be written. `notes` tell where its figures come from. */
export interface DeckSlide { items: readonly DeckItem[], notes: readonly string[] }

const glyphs: Record<Shape, string> = { dot: '●', triangle: '▲', square: '■', diamond: '◆', check: '✓', ring: '○', hollow: '✓', bars: '‖', point: '·', cross: '×', question: '?', dashed: '○' }

/** The lamp's shape as a character. */
export const glyphOf = (lamp: Lamp | null): string => (lamp === null ? '' : glyphs[lookOf(lamp).shape])
export const groupGlyph = (group: LampGroup): string => glyphs[groupLooks[group].shape]

export interface ToneInk { fill: string | null, text: string, shape: string }

const tones: Record<Tone, ToneInk> = {
  ok: { fill: null, text: inks.ink, shape: inks.ok },
  done: { fill: null, text: inks.done, shape: inks.done },
  lag: { fill: inks.lagFill, text: inks.lagInk, shape: inks.lag },
  sev: { fill: inks.sev, text: inks.white, shape: inks.white },
  due: { fill: inks.dueFill, text: inks.dueInk, shape: inks.due },
  none: { fill: inks.sunk, text: inks.faint, shape: inks.faint },
  err: { fill: inks.sunk, text: inks.faint, shape: inks.faint },
}

export const toneOf = (lamp: Lamp | null): ToneInk => (lamp === null ? tones.none : tones[lookOf(lamp).tone])
export const groupTone = (group: LampGroup): ToneInk => tones[groupLooks[group].tone]
/** On white: red only for ■. */
export const plainTone = (lamp: Lamp): string => { const { tone } = lookOf(lamp); return tone === 'sev' ? inks.sev : tone === 'lag' ? inks.lag : tones[tone].shape }

/** A lamp in words with its shape: ■ 严重滞后. */
export const lampSpan = (lamp: Lamp, name: string): Span => ({ text: `${glyphOf(lamp)} ${name}`, color: plainTone(lamp) })

export const faceText = ({ main, sub }: Pick<CellFace, 'main' | 'sub'>): string => `${main}${sub}`

/** Of one character: its width in ems, and whether it is a word's: Latin, Chinese, or neither. */
interface Measure { ems: number, script: 'latin' | 'han' | null }
const measures = new Map<string, Measure>()

function measureOf(character: string): Measure {
  let known = measures.get(character)
  if (known === undefined) {
    const isLatin = character < '\u0300'
    const ems = isLatin ? (/[il.,:;'|! ]/.test(character) ? 0.36 : /[A-ZmwMW%@&]/.test(character) ? 0.9 : 0.64) : '“”‘’'.includes(character) ? 1.2 : 1
    measures.set(character, known = { ems, script: !/[\p{L}\p{N}]/u.test(character) ? null : isLatin ? 'latin' : 'han' })
  }
  return known
}

/** Width of a text in ems: a Chinese character is 1, a digit 0.64; some offices set a quarter blank between Chinese and Latin. Rather too much than too little: fonts differ. */
export function emsOf(text: string): number {
  let sum = 0
  let last: Measure['script'] = null
  for (const character of text) {
    const { ems, script } = measureOf(character)
    sum += script !== null && last !== null && script !== last ? ems + 0.2 : ems
    last = script
  }
  return sum
}

/** Lines that a text takes in a width. */
export const linesIn = (text: string, size: number, width: number): number => Math.max(1, Math.ceil((emsOf(text) * size * 1.05) / 72 / Math.max(0.1, width - 0.02)))

/** The height of some lines: 微软雅黑 is 1.32 em high, what stands in for it up to 1.45. */
export const heightOf = (lines: number, size: number): number => (lines * size * 1.42) / 72

/** The beginning of a text that fits some ems; … tells that there was more. */
export function clipTo(text: string, ems: number): string {
  if (emsOf(text) <= ems) return text
  let kept = ''
  for (const character of text) {
    if (emsOf(kept + character) > ems - 1) break
    kept += character
  }
  return `${kept}…`
}

/** The largest size, not above `most`, at which a text takes no more than `lines` lines. */
export function sizeFor(text: string, most: number, width: number, lines = 1, least: number = sizes.body): number {
  let size = most
  while (size > least && linesIn(text, size, width) > lines) size -= 1
  return size
}
