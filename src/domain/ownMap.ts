/** The map of an office's own boundaries: made from its GeoJSON file, thinned to what a screen can show, and kept on the device. */
import type { Outline, Position, Ring } from './geoFile'
import { parseGeo } from './geoFile'
import { boxOf } from './mapBox'
import type { GeoMatch, NamedArea } from './geoMatch'
import { isBelow, matchGeo, wholeCode } from './geoMatch'
import type { Problem } from './problem'

export interface MapShape { area: string, by: 'code' | 'name', outlines: readonly Outline[] }

export interface OwnMap {
  /** Name of the file that it came from. */
  file: string
  shapes: readonly MapShape[]
  /** What the file calls its outlines that are no place of the plan; the first of them. */
  leftover: readonly string[]
  leftoverCount: number
  /** Points, lines and empty features of the file. */
  others: number
}

export type MadeMap = { ok: true, map: OwnMap } | { ok: false, problems: readonly Problem[], total: number }

/** Steps of the grid that outlines are thinned to, over the longer side of the map: finer than its pixels on a large screen. */
const gridSteps = 1600
const mostNames = 200
const mostTold = 40

/** Points that fall on one grid point become one; neighbours share the grid, so a common boundary stays common. Null: the ring is too small to be seen. */
export function thinnedRing(ring: Ring, step: number): Ring | null {
  if (step <= 0) return ring
  const kept: Position[] = []
  for (const [x, y] of ring) {
    const at: Position = [Number((Math.round(x / step) * step).toFixed(7)), Number((Math.round(y / step) * step).toFixed(7))]
    const last = kept.at(-1)
    if (last === undefined || last[0] !== at[0] || last[1] !== at[1]) kept.push(at)
  }
  return kept.length < 4 ? null : kept
}

/** An outline without what cannot be seen; one that is too small altogether stays as it is, so that no place is lost. */
function thinned(outlines: readonly Outline[], step: number): readonly Outline[] {
  const seen = outlines.flatMap(([outer, ...holes]): Outline[] => {
    const ring = outer === undefined ? null : thinnedRing(outer, step)
    return ring === null ? [] : [[ring, ...holes.map(hole => thinnedRing(hole, step)).filter(hole => hole !== null)]]
  })
  return seen.length > 0 ? seen : outlines.slice(0, 1)
}

const listed = (names: readonly string[], most = 6): string => names.slice(0, most).join('、') + (names.length > most ? ` 等 ${names.length} 个` : '')

/** Why a match cannot be drawn; empty where it can. */
function matchProblems(match: GeoMatch, areas: readonly NamedArea[]): Problem[] {
  const nameOf = new Map(areas.map(area => [area.code, area.name]))
  if (match.twice.length > 0) return match.twice.map(({ area, shapes }) => ({
    code: 'geo_area_twice', path: `${nameOf.get(area) ?? area}：${listed(shapes.map(shape => shape.path))}`, why: `${nameOf.get(area) ?? area}在文件里有 ${shapes.length} 个`, fix: '把同一个地方的面合并成一个（MultiPolygon），或删去多余的，再选一次',
  }))
  if (match.matched.length > 0) return []
  const codes = areas.map(area => wholeCode(area.code)).filter(code => /^\d{12}$/.test(code))
  const isFiner = match.leftover.some(shape => shape.codes.some(code => codes.some(outer => isBelow(wholeCode(code), outer))))
  const path = listed(match.leftover.map(shape => shape.label))
  return [isFiner
    ? { code: 'geo_finer', path, why: '文件比这个计划细一级（代码在计划各地之下）', fix: '用制图软件按上一级合并（融合）边界，再选一次' }
    : { code: 'geo_nothing_matched', path, why: `没有一个面对得上这个计划的 ${areas.length} 个地方`, fix: '确认是本地区的边界；面的属性里要有区划代码或名称' }]
}

/** From the text of a file to a map; refused whole, with all reasons, or taken. Part of the places is enough. */
export function ownMapOf(text: string, file: string, areas: readonly NamedArea[]): MadeMap {
  const read = parseGeo(text)
  if (!read.ok) return read
  const match = matchGeo(read.value.shapes, areas)
  const problems = matchProblems(match, areas)
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, mostTold), total: problems.length }
  const box = boxOf(match.matched.flatMap(one => one.shape.outlines))
  const step = Math.max(box.east - box.west, box.north - box.south) / gridSteps
  return {
    ok: true,
    map: {
      file: file.slice(0, 120), others: read.value.others, leftoverCount: match.leftover.length, leftover: match.leftover.slice(0, mostNames).map(shape => shape.label),
      shapes: match.matched.map(({ area, by, shape }) => ({ area, by, outlines: thinned(shape.outlines, step) })),
    },
  }
}

