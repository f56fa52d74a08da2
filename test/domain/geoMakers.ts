/** Seeded makers of boundary files for tests: a patchwork of bent squares, with the properties that offices use. No pasted coordinates. */
import type { GeoShape } from '../../src/domain/geoFile'

/** Numbers in [0, 1) that depend on the seed alone (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Position = [number, number]

/** `n` neighbours in rows of `width`, their corners pulled about; each is one closed ring. */
export function patchwork(n: number, seed = 1, width = 5): Position[][] {
  const chance = chanceOf(seed)
  const rows = Math.ceil(n / width)
  const corners = Array.from({ length: rows + 1 }, (_, y) => Array.from({ length: width + 1 }, (_, x): Position => [118.4 + x * 0.06 + (chance() - 0.5) * 0.03, 24.8 - y * 0.05 + (chance() - 0.5) * 0.025]))
  return Array.from({ length: n }, (_, i) => {
    const x = i % width
    const y = Math.floor(i / width)
    const ring = [corners[y]![x]!, corners[y]![x + 1]!, corners[y + 1]![x + 1]!, corners[y + 1]![x]!]
    return [...ring, ring[0]!]
  })
}

export interface Feature { type: 'Feature', id?: string | number, properties: Record<string, unknown>, geometry: { type: string, coordinates: unknown } | null }

/** A feature for every set of properties. */
export const featuresOf = (properties: readonly Record<string, unknown>[], seed = 1): Feature[] =>
  patchwork(properties.length, seed).map((ring, i) => ({ type: 'Feature', properties: properties[i]!, geometry: { type: 'Polygon', coordinates: [ring] } }))

export const collection = (features: readonly unknown[]): string => JSON.stringify({ type: 'FeatureCollection', features })

/** An outline as the border reads it. */
export const shapeOf = (codes: readonly string[], names: readonly string[] = [], label = names[0] ?? codes[0] ?? '?'): GeoShape =>
  ({ path: `features[${label}]`, label, codes, names, outlines: [[[[118, 24], [118.1, 24], [118.1, 24.1], [118, 24]]]] })
