/** How lamps are drawn in a 10 x 10 box: one set of paths for screen and papers. */
import type { Shape } from './lampLook'

/** `stroke`: width of the line of a shape that is drawn and not filled; `dash`: its pattern. */
export interface LampPath { d: string, stroke?: number, dash?: string }

export const lampPaths: Readonly<Record<Shape, LampPath>> = {
  dot: { d: 'M2 5a3 3 0 1 0 6 0a3 3 0 1 0-6 0' },
  triangle: { d: 'M5 .6 10 9.4H0Z' },
  square: { d: 'M.8.8h8.4v8.4H.8Z' },
  diamond: { d: 'M5-.3 10.3 5 5 10.3-.3 5Z' },
  check: { d: 'M.8 5.4 3.8 8.6 9.3 1.6', stroke: 1.9 },
  ring: { d: 'M1.3 5a3.7 3.7 0 1 0 7.4 0a3.7 3.7 0 1 0-7.4 0', stroke: 1.4 },
  hollow: { d: 'M5 1.6 9.2 9H.8Z', stroke: 1.4 },
  bars: { d: 'M2 1h2.2v8H2ZM5.8 1H8v8H5.8Z' },
  point: { d: 'M3.6 5a1.4 1.4 0 1 0 2.8 0a1.4 1.4 0 1 0-2.8 0' },
  cross: { d: 'M1.2 1.2 8.8 8.8M8.8 1.2 1.2 8.8', stroke: 2 },
  question: { d: 'M2.2 3.2C2.2 1.6 3.4.8 5 .8s2.8.8 2.8 2.3C7.8 4.7 5 4.9 5 6.7M5 8.2v1.6', stroke: 1.7 },
  dashed: { d: 'M2 5a3 3 0 1 0 6 0a3 3 0 1 0-6 0', stroke: 1, dash: '1.6 1.4' },
}
