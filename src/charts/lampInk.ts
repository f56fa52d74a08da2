/** How lamps are drawn in charts of places: fill, ink and pattern by tone, and a sign for every shape. Colour is never alone. */
import type { ChartPalette } from './chart'
import { paletteTokens } from './chart'

/** Tones of lamps, and `bare` for what has none. */
export type PlaceTone = 'ok' | 'done' | 'lag' | 'sev' | 'due' | 'none' | 'err' | 'bare'

export type PlaceShape = 'dot' | 'triangle' | 'square' | 'diamond' | 'check' | 'ring' | 'hollow' | 'bars' | 'point' | 'cross' | 'question' | 'dashed'

/** The colours of charts with the grounds and inks of lamp tiles. */
export interface PlacePalette extends ChartPalette {
  page: string
  doneBg: string
  doneInk: string
  lagBg: string
  lagInk: string
  sevBg: string
  sevInk: string
  dueBg: string
  dueInk: string
  noneBg: string
  noneInk: string
}

export const placeTokens: Readonly<Record<keyof PlacePalette, string>> = {
  ...paletteTokens, page: '--page', doneBg: '--done-bg', doneInk: '--done-ink', lagBg: '--lag-bg', lagInk: '--lag-ink', sevBg: '--sev-bg', sevInk: '--sev-ink', dueBg: '--due-bg', dueInk: '--due-ink', noneBg: '--none-bg', noneInk: '--none-ink',
}

/** The shapes of lamps as signs that fonts have. */
export const signs: Readonly<Record<PlaceShape, string>> = {
  dot: '●', triangle: '▲', square: '■', diamond: '◆', check: '✓', ring: '○', hollow: '△', bars: '‖', point: '·', cross: '✕', question: '?', dashed: '◌',
}

export interface LampInk { fill: string, ink: string, sign: string }

/** Tiles as DESIGN.md has them: nothing for what is on pace, darker for worse. */
export function inkOf(tone: PlaceTone, palette: PlacePalette): LampInk {
  switch (tone) {
    case 'done': return { fill: palette.doneBg, ink: palette.doneInk, sign: palette.done }
    case 'lag': return { fill: palette.lagBg, ink: palette.lagInk, sign: palette.lag }
    case 'sev': case 'err': return { fill: palette.sevBg, ink: palette.sevInk, sign: palette.sevInk }
    case 'due': return { fill: palette.dueBg, ink: palette.dueInk, sign: palette.due }
    case 'none': return { fill: palette.noneBg, ink: palette.noneInk, sign: palette.none }
    default: return { fill: palette.sheet, ink: palette.ink, sign: tone === 'ok' ? palette.ok : palette.soft }
  }
}

export interface Decal { symbol: string, color: string, dashArrayX: readonly number[] | readonly (readonly number[])[], dashArrayY: readonly number[], rotation: number, symbolSize: number }

/** A pattern over the fill, so that a copy in grey still tells the tones apart; none where the fill is nothing or solid. */
export function decalOf(tone: PlaceTone, palette: PlacePalette): Decal | undefined {
  if (tone === 'lag') return { symbol: 'rect', color: palette.lag, dashArrayX: [1, 0], dashArrayY: [1, 6], rotation: -Math.PI / 4, symbolSize: 1 }
  if (tone === 'none') return { symbol: 'circle', color: palette.none, dashArrayX: [[6, 6], [0, 6, 6, 0]], dashArrayY: [6, 0], rotation: 0, symbolSize: 0.35 }
  return undefined
}
