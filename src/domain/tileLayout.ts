/** Places as tiles on a grid of whole columns and rows: where they stand at first, how one is moved, and the layout as a file. */
import type { Problem } from './problem'

/** Place of a tile, counted from the upper left. */
export type TilePlace = readonly [column: number, row: number]

/** Tile by area code; no two stand in one place. */
export type TileLayout = Readonly<Record<string, TilePlace>>

export type Direction = 'left' | 'right' | 'up' | 'down'

/** No grid is wider or higher than this. */
export const widestTiles = 24

const steps: Readonly<Record<Direction, TilePlace>> = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] }

/** Columns and rows that the tiles take, from the upper left corner on. */
export function tileSize(layout: TileLayout): { columns: number, rows: number } {
  const places = Object.values(layout)
  return { columns: 1 + Math.max(-1, ...places.map(([column]) => column)), rows: 1 + Math.max(-1, ...places.map(([, row]) => row)) }
}

/**
 * The first layout: in the order given, every group (街道, 镇) on rows of its own, as near to a square as leaves few gaps.
 * It says nothing about where a place lies.
 */
export function defaultTiles(areas: readonly { code: string, group: string }[]): TileLayout {
  const groups = [...new Set(areas.map(area => area.group))].map(name => areas.filter(area => area.group === name))
  const rowsAt = (columns: number): number => groups.reduce((sum, group) => sum + Math.ceil(group.length / columns), 0)
  /** A tile alone on a row between groups reads like a group of its own. */
  const aloneAt = (columns: number): number => groups.slice(0, -1).filter(group => group.length > 1 && group.length % columns === 1 && columns > 1).length
  const faultOf = (columns: number): number => columns * rowsAt(columns) - areas.length + 2 * Math.abs(columns - rowsAt(columns)) + 4 * aloneAt(columns)
  const widths = Array.from({ length: Math.min(widestTiles, Math.max(1, areas.length)) }, (_, i) => i + 1)
  const columns = widths.reduce((best, width) => (faultOf(width) <= faultOf(best) ? width : best), widths[0]!)
  let row = 0
  return Object.fromEntries(groups.flatMap(group => {
    const first = row
    row += Math.ceil(group.length / columns)
    return group.map(({ code }, i): [string, TilePlace] => [code, [i % columns, first + Math.floor(i / columns)]])
  }))
}

/** Moved so that the first column and row hold something. */
function trimmed(layout: TileLayout): TileLayout {
  const places = Object.values(layout)
  const left = Math.min(...places.map(([column]) => column))
  const top = Math.min(...places.map(([, row]) => row))
  return places.length === 0 || (left === 0 && top === 0) ? layout : Object.fromEntries(Object.entries(layout).map(([code, [column, row]]) => [code, [column - left, row - top] as const]))
}

/** The tile put down at a place; one that stands there takes the place left. Beyond the upper or left edge all others make room; what would grow too large stays as it is. */
export function placeTile(layout: TileLayout, code: string, [column, row]: TilePlace): TileLayout {
  const from = layout[code]
  if (from === undefined || (from[0] === column && from[1] === row)) return layout
  const there = Object.keys(layout).find(other => layout[other]![0] === column && layout[other]![1] === row)
  const next = trimmed({ ...layout, [code]: [column, row], ...(there !== undefined && { [there]: from }) })
  const { columns, rows } = tileSize(next)
  return columns > widestTiles || rows > widestTiles ? layout : next
}

/** One step. */
export function moveTile(layout: TileLayout, code: string, to: Direction): TileLayout {
  const from = layout[code]
  return from === undefined ? layout : placeTile(layout, code, [from[0] + steps[to][0], from[1] + steps[to][1]])
}

/** The next tile in a direction: the nearest in the same line, else the nearest beside it; null at the edge. */
export function nextTile(layout: TileLayout, code: string, to: Direction): string | null {
  const from = layout[code]
  if (from === undefined) return null
  const [x, y] = steps[to]
  let best: { code: string, far: number } | null = null
  for (const [other, [column, row]] of Object.entries(layout)) {
    const along = (column - from[0]) * x + (row - from[1]) * y
    const aside = Math.abs((column - from[0]) * y) + Math.abs((row - from[1]) * x)
    if (along > 0 && (best === null || along + 3 * aside < best.far)) best = { code: other, far: along + 3 * aside }
  }
  return best?.code ?? null
}

/** A kept layout on the places of today: what is gone is left out, what is new stands in rows below. */
export function completeTiles(kept: TileLayout, areas: readonly { code: string, group: string }[]): TileLayout {
  const known = trimmed(Object.fromEntries(areas.flatMap(({ code }) => (kept[code] === undefined ? [] : [[code, kept[code]] as const]))))
  const { columns, rows } = tileSize(known)
  const width = Math.max(1, columns)
  const fresh = areas.filter(({ code }) => kept[code] === undefined)
  return { ...known, ...Object.fromEntries(fresh.map(({ code }, i) => [code, [i % width, rows + Math.floor(i / width)] as const])) }
}

/** The layout as a file of its own, by code, so that the same layout is the same text. */
export function tilesText(plan: string, layout: TileLayout): string {
  const lines = Object.keys(layout).sort().map(code => `    ${JSON.stringify(code)}: [${layout[code]!.join(', ')}]`)
  return `{\n  "format": "guatu-tiles/1",\n  "plan": ${JSON.stringify(plan)},\n  "tiles": {\n${lines.join(',\n')}\n  }\n}\n`
}

export type ReadTiles = { ok: true, tiles: TileLayout } | { ok: false, problems: readonly Problem[] }

const longestText = 200_000
const isPlace = (place: unknown): place is TilePlace => Array.isArray(place) && place.length === 2 && place.every(part => Number.isInteger(part) && part >= 0 && part < widestTiles)

/** A layout file from outside. The plan it was made for may be another (last year's): what counts is that the places are known here. */
export function parseTiles(text: string, areas: readonly { code: string, name: string }[]): ReadTiles {
  const refuse = (code: string, why: string, fix: string): ReadTiles => ({ ok: false, problems: [{ code, why, fix }] })
  if (text.length > longestText) return refuse('tiles_too_large', '文件太大，不像瓦片布局', '选“导出布局”存下的文件')
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return refuse('tiles_not_json', '文件不是 JSON', '选“导出布局”存下的文件')
  }
  const file = typeof read === 'object' && read !== null ? read as Record<string, unknown> : {}
  if (file.format !== 'guatu-tiles/1' || typeof file.tiles !== 'object' || file.tiles === null || Array.isArray(file.tiles)) return refuse('tiles_format', '文件不是瓦片布局（format 应为 guatu-tiles/1，并有 tiles）', '选“导出布局”存下的文件')
  const names = new Map(areas.map(area => [area.code, area.name]))
  const problems: Problem[] = []
  const taken = new Map<string, string>()
  const tiles: Record<string, TilePlace> = {}
  for (const [code, place] of Object.entries(file.tiles)) {
    const path = `tiles.${code.slice(0, 40)}`
    if (!names.has(code)) problems.push({ code: 'tiles_area_unknown', path, why: '这个计划没有这个代码', fix: '删去这一条，或换用同一地区的布局' })
    else if (!isPlace(place)) problems.push({ code: 'tiles_place_invalid', path, why: `位置不是 0 到 ${widestTiles - 1} 之间的两个整数`, fix: '写成 [列, 行]，如 [2, 0]' })
    else {
      const other = taken.get(place.join())
      if (other !== undefined) problems.push({ code: 'tiles_place_twice', path, why: `${names.get(code) ?? code}与${names.get(other) ?? other}在同一个位置`, fix: '挪开其中一个' })
      taken.set(place.join(), code)
      tiles[code] = place
    }
  }
  if (problems.length === 0 && taken.size === 0) return refuse('tiles_empty', '布局里一个地方也没有', '选“导出布局”存下的文件')
  return problems.length === 0 ? { ok: true, tiles: trimmed(tiles) } : { ok: false, problems }
}
