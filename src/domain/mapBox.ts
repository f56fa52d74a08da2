/** Bounds and true proportions of outlines. */
import type { Outline } from './geoFile'

interface Box { west: number, east: number, south: number, north: number }

/** Bounds of outlines; loops, because a county's boundary has more points than a call may have arguments. */
export function boxOf(outlines: readonly Outline[]): Box {
  const box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity }
  for (const outline of outlines) for (const ring of outline) for (const [x, y] of ring) {
    if (x < box.west) box.west = x
    if (x > box.east) box.east = x
    if (y < box.south) box.south = y
    if (y > box.north) box.north = y
  }
  return box
}

/** Width of a degree of longitude over a degree of latitude in the middle of the map: what keeps shapes true. */
export function mapAspect(shapes: readonly { outlines: readonly Outline[] }[]): number {
  const box = boxOf(shapes.flatMap(shape => shape.outlines))
  return Math.max(0.1, Math.cos((box.south + box.north) / 2 * Math.PI / 180))
}
