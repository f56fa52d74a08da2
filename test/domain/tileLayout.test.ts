/** Tiles: never two in one place, nothing lost by moving, and a file that comes back as it went. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Direction, TileLayout } from '../../src/domain/tileLayout'
import { completeTiles, defaultTiles, moveTile, nextTile, parseTiles, placeTile, tileSize, tilesText, widestTiles } from '../../src/domain/tileLayout'

const areasOf = (...counts: number[]) => counts.flatMap((count, g) => Array.from({ length: count }, (_, i) => ({ code: `${g}-${i}`, name: `地${g}${i}`, group: String(g) })))
const directions: readonly Direction[] = ['left', 'right', 'up', 'down']
const arrangement = fc.tuple(fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 3 }), fc.array(fc.tuple(fc.nat(60), fc.constantFrom(...directions)), { maxLength: 40 }))
const placesOf = (layout: TileLayout): string[] => Object.values(layout).map(place => place.join())

describe('the first layout', () => {
  it.each<[string, number[], [number, number]]>([['19 townships in two kinds', [6, 13], [6, 4]], ['13 cities', [13], [4, 4]], ['6 districts', [6], [3, 2]], ['5 townships in two kinds', [3, 2], [3, 2]], ['one', [1], [1, 1]]])('%s', (_name, counts, [columns, rows]) => {
    expect(tileSize(defaultTiles(areasOf(...counts)))).toEqual({ columns, rows })
  })

  it('keeps the order and starts a kind on a row of its own', () => {
    const layout = defaultTiles(areasOf(6, 13))
    expect(layout['0-0']).toEqual([0, 0])
    expect(layout['0-5']).toEqual([5, 0])
    expect(layout['1-0']).toEqual([0, 1])
  })

  it('of nothing is nothing', () => {
    expect(defaultTiles([])).toEqual({})
    expect(tileSize({})).toEqual({ columns: 0, rows: 0 })
  })
})

describe('moving', () => {
  it('swaps with what stands there, and with itself does nothing', () => {
    const layout = defaultTiles(areasOf(4))
    const next = placeTile(layout, '0-0', [1, 0])
    expect([next['0-0'], next['0-1']]).toEqual([[1, 0], [0, 0]])
    expect(placeTile(layout, '0-0', [0, 0])).toBe(layout)
    expect(placeTile(layout, 'nobody', [0, 0])).toBe(layout)
  })

  it('over the left edge all others make room', () => {
    expect(moveTile({ a: [0, 0], b: [1, 0] }, 'b', 'up')).toEqual({ a: [0, 1], b: [1, 0] })
    expect(moveTile({ a: [0, 0], b: [0, 1] }, 'a', 'left')).toEqual({ a: [0, 0], b: [1, 1] })
  })

  it('stops where the grid ends', () => {
    const wide: TileLayout = { a: [0, 0], b: [widestTiles - 1, 0] }
    expect(moveTile(wide, 'b', 'right')).toBe(wide)
    expect(moveTile(wide, 'a', 'left')).toBe(wide)
  })

  it('loses nothing, stacks nothing, leaves no empty first line', () => {
    fc.assert(fc.property(arrangement, ([counts, moves]) => {
      const codes = areasOf(...counts).map(area => area.code)
      let layout = defaultTiles(areasOf(...counts))
      for (const [n, to] of moves) layout = moveTile(layout, codes[n % codes.length]!, to)
      expect(Object.keys(layout).sort()).toEqual([...codes].sort())
      expect(new Set(placesOf(layout)).size).toBe(codes.length)
      expect([Math.min(...Object.values(layout).map(([column]) => column)), Math.min(...Object.values(layout).map(([, row]) => row))]).toEqual([0, 0])
    }))
  })

  it('a swap taken back is the layout before', () => {
    fc.assert(fc.property(fc.integer({ min: 2, max: 20 }), fc.nat(), fc.nat(), (n, a, b) => {
      const layout = defaultTiles(areasOf(n))
      const [one, other] = [`0-${a % n}`, `0-${b % n}`]
      expect(placeTile(placeTile(layout, one, layout[other]!), one, layout[one]!)).toEqual(layout)
    }))
  })
})

describe('selecting', () => {
  it('goes along the line, then to the nearest beside it, and stops at the edge', () => {
    const layout: TileLayout = { a: [0, 0], b: [2, 0], c: [1, 1] }
    expect(nextTile(layout, 'a', 'right')).toBe('b')
    expect(nextTile(layout, 'a', 'down')).toBe('c')
    expect(nextTile(layout, 'c', 'up')).not.toBeNull()
    expect(nextTile(layout, 'a', 'left')).toBeNull()
  })

  it('every tile of a full layout is reached by arrows', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 3 }), counts => {
      const areas = areasOf(...counts)
      const layout = defaultTiles(areas)
      const seen = new Set([areas[0]!.code])
      for (const code of seen) for (const to of directions) { const next = nextTile(layout, code, to); if (next !== null) seen.add(next) }
      expect(seen.size).toBe(areas.length)
    }))
  })
})

describe('kept and sent', () => {
  it('what is new stands below, what is gone leaves no gap', () => {
    expect(completeTiles({ gone: [0, 0], a: [1, 1] }, [{ code: 'a', group: '' }, { code: 'b', group: '' }])).toEqual({ a: [0, 0], b: [0, 1] })
    expect(completeTiles({}, areasOf(2))).toEqual({ '0-0': [0, 0], '0-1': [0, 1] })
  })

  it('the file comes back as it went', () => {
    fc.assert(fc.property(arrangement, ([counts, moves]) => {
      const areas = areasOf(...counts)
      let layout = defaultTiles(areas)
      for (const [n, to] of moves) layout = moveTile(layout, areas[n % areas.length]!.code, to)
      expect(parseTiles(tilesText('test-2020', layout), areas)).toEqual({ ok: true, tiles: layout })
    }))
  })

  it.each<[string, string, string]>([
    ['no JSON', 'tiles', 'tiles_not_json'], ['another format', '{"format":"guatu-board/1"}', 'tiles_format'], ['a list', '[]', 'tiles_format'], ['nothing', 'null', 'tiles_format'], ['tiles as a list', '{"format":"guatu-tiles/1","tiles":[]}', 'tiles_format'],
    ['no tile', '{"format":"guatu-tiles/1","tiles":{}}', 'tiles_empty'], ['an unknown place', '{"format":"guatu-tiles/1","tiles":{"x":[0,0]}}', 'tiles_area_unknown'], ['__proto__', '{"format":"guatu-tiles/1","tiles":{"__proto__":[0,0]}}', 'tiles_area_unknown'],
    ['a fraction', '{"format":"guatu-tiles/1","tiles":{"0-0":[0.5,0]}}', 'tiles_place_invalid'], ['too far', '{"format":"guatu-tiles/1","tiles":{"0-0":[24,0]}}', 'tiles_place_invalid'], ['below 0', '{"format":"guatu-tiles/1","tiles":{"0-0":[-1,0]}}', 'tiles_place_invalid'],
    ['a word', '{"format":"guatu-tiles/1","tiles":{"0-0":"left"}}', 'tiles_place_invalid'], ['two at one place', '{"format":"guatu-tiles/1","tiles":{"0-0":[1,1],"0-1":[1,1]}}', 'tiles_place_twice'], ['a huge file', `"${'x'.repeat(200_001)}"`, 'tiles_too_large'],
  ])('%s is refused with its reason', (_name, text, code) => {
    const read = parseTiles(text, areasOf(3))
    expect(read.ok ? [] : read.problems.map(problem => problem.code)).toEqual([code])
  })
})
