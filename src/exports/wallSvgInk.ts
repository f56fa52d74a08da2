/** Inks and small drawings of the wall chart: lamp shapes, tiles that survive photocopying, bars with the pace's tick. Pixels. */
import type { Shape, Tone } from '../wording/lampLook'
import { lampPaths } from '../wording/lampPaths'
import { tidy } from './svgText'

/** The paper's colours: tokens.css in its light theme; red belongs to ■ alone. */
export const ink = {
  sheet: '#FFFFFF', text: '#1A1E23', second: '#454B53', third: '#656B73', line: '#E3E1DB', line2: '#C9C6BE', sunk: '#F3F2EE',
  bar: '#8C949C', barGround: '#E8E6E0', act: '#1B4F86',
} as const

export interface ToneInk { shape: string, text: string, /** Null: no tile. */ ground: string | null, edge: string | null, bar: string }

/** Darker for worse, so that grey copies rank the same; every tile that matters has an edge. */
export const tones: Readonly<Record<Tone | 'bare' | 'open' | 'blank' | 'still' | 'na', ToneInk>> = {
  ok: { shape: '#5F7D6E', text: ink.text, ground: null, edge: null, bar: ink.bar },
  done: { shape: '#17664B', text: '#17664B', ground: null, edge: null, bar: ink.bar },
  lag: { shape: '#8A5200', text: '#5E3900', ground: '#FCE4B3', edge: '#8A5200', bar: '#8A5200' },
  sev: { shape: '#FFFFFF', text: '#FFFFFF', ground: '#B3261E', edge: null, bar: '#B3261E' },
  due: { shape: '#1D4F91', text: '#163E74', ground: '#E2ECF9', edge: '#1D4F91', bar: ink.bar },
  none: { shape: '#656B73', text: '#5A6068', ground: '#F3F2EE', edge: ink.line2, bar: ink.bar },
  err: { shape: '#656B73', text: '#5A6068', ground: '#F3F2EE', edge: ink.line2, bar: ink.bar },
  bare: { shape: ink.third, text: ink.second, ground: null, edge: null, bar: ink.bar },
  open: { shape: ink.third, text: ink.third, ground: null, edge: null, bar: ink.bar },
  blank: { shape: ink.third, text: ink.third, ground: null, edge: null, bar: ink.bar },
  still: { shape: ink.third, text: ink.third, ground: null, edge: null, bar: ink.bar },
  na: { shape: ink.third, text: ink.third, ground: null, edge: null, bar: ink.bar },
}

/** The shape's own colour outside a tile: a red square on white paper. */
export const shapeInk = (tone: Tone): string => (tone === 'sev' ? '#B3261E' : tones[tone].shape)

/** A lamp's shape, `size` pixels wide, with its middle at x, y. */
export function shapeAt(shape: Shape, x: number, y: number, size: number, colour: string): string {
  const { d, stroke, dash } = lampPaths[shape]
  const scale = size / 10
  const look = stroke === undefined ? ` fill="${colour}"` : ` fill="none" stroke="${colour}" stroke-width="${stroke}"${dash === undefined ? '' : ` stroke-dasharray="${dash}"`}`
  return `<path transform="translate(${tidy(x - size / 2)} ${tidy(y - size / 2)}) scale(${tidy(scale)})" d="${d}"${look}/>`
}

export function rectAt(x: number, y: number, width: number, height: number, fill: string, more = ''): string {
  return `<rect x="${tidy(x)}" y="${tidy(y)}" width="${tidy(Math.max(0, width))}" height="${tidy(Math.max(0, height))}" fill="${fill}"${more}/>`
}

/** The ground of a tile with its edge drawn inside. */
export function tileAt(x: number, y: number, width: number, height: number, { ground, edge }: ToneInk): string {
  if (ground === null) return ''
  return edge === null ? rectAt(x, y, width, height, ground, ' rx="2"') : rectAt(x + 0.5, y + 0.5, width - 1, height - 1, ground, ` stroke="${edge}" rx="2"`)
}

const within = (share: number): number => Math.max(0, Math.min(1, share))

export interface Bar { fill: number | null, pace: number | null, colour: string, ground: string, tick: string }

/** A bullet bar: the ground is the goal, the bar what was reached, the tick the pace. */
export function barAt(x: number, y: number, width: number, height: number, { fill, pace, colour, ground, tick }: Bar, over = 3): string {
  return rectAt(x, y, width, height, ground)
    + (fill === null || fill <= 0 ? '' : rectAt(x, y, width * within(fill), height, colour))
    + (pace === null ? '' : rectAt(Math.min(x + width - 2, Math.max(x, x + width * within(pace) - 1)), y - over, 2, height + 2 * over, tick))
}

/** The notch in the upper right corner: the lamp turned since the last meeting. */
export const notchAt = (right: number, top: number, size: number, colour: string): string => `<path d="M${tidy(right - size)} ${tidy(top)}h${size}v${size}z" fill="${colour}"/>`
