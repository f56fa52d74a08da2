/** Which outline of a file is which place of the plan: by code first, then by name. Pure; the order of the file makes no difference. */
import type { GeoShape } from './geoFile'

/** A place to be found: its code, its full name and the short one of the board. */
export interface NamedArea { code: string, name: string, short?: string | undefined }

export interface GeoMatch {
  /** In the order of the areas. */
  matched: readonly { area: string, shape: GeoShape, by: 'code' | 'name' }[]
  /** Codes of areas without an outline. */
  missing: readonly string[]
  /** Outlines that are none of the areas. */
  leftover: readonly GeoShape[]
  /** Areas that several outlines claim to be. */
  twice: readonly { area: string, shapes: readonly GeoShape[] }[]
}

/**
 * A division code in twelve digits: 350582001 and 350582001000 are one place, 350582 is the city above it and 350582001203 a village below.
 * Anything that is no division code stays as it is.
 */
export function wholeCode(code: string): string {
  return /^\d+$/.test(code) && [2, 4, 6, 9, 12].includes(code.length) ? code.padEnd(12, '0') : code
}

const above = '省市区县州盟旗'
const plain = (name: string): string => name.replace(/[\s　]+/g, '').toLowerCase()

/** A name without the kind of place at its end: 青阳街道办事处, 青阳街道 and 青阳 are 青阳. */
export function bareName(name: string): string {
  const bare = plain(name).replace(/(?:街道办事处|办事处|街道|民族乡|[回畲满苗侗瑶壮黎傣彝藏羌]族乡|乡|镇|区|市|县)$/, '')
  return bare === '' ? plain(name) : bare
}

/** Keys to codes; a key that two areas share leads nowhere. */
function lookup(areas: readonly NamedArea[], keysOf: (area: NamedArea) => readonly string[]): (key: string) => string | null {
  const found = new Map<string, string | null>()
  for (const area of areas) for (const key of new Set(keysOf(area))) found.set(key, found.has(key) ? null : area.code)
  return key => found.get(key) ?? null
}

/** Matches outlines to areas. An outline with a code of ours is that area whatever its name; a name counts in full, behind the names of what is above it, as the short one, then without its ending. */
export function matchGeo(shapes: readonly GeoShape[], areas: readonly NamedArea[]): GeoMatch {
  const byCode = lookup(areas, area => [wholeCode(area.code)])
  const byName = lookup(areas, area => [plain(area.name)])
  const byShort = lookup(areas, area => (area.short === undefined ? [] : [plain(area.short)]))
  const byBare = lookup(areas, area => [bareName(area.name), ...(area.short === undefined ? [] : [bareName(area.short)])])
  const behind = (name: string): string | null => {
    const ends = areas.filter(area => name.length > plain(area.name).length && name.endsWith(plain(area.name)) && above.includes(name.at(-plain(area.name).length - 1)!))
    return ends.length === 1 ? ends[0]!.code : null
  }
  const firstOf = (keys: readonly string[], find: (key: string) => string | null): string | null => {
    for (const key of keys) { const code = find(key); if (code !== null) return code }
    return null
  }
  const claims = new Map<string, { shape: GeoShape, by: 'code' | 'name' }[]>()
  const leftover: GeoShape[] = []
  for (const shape of shapes) {
    const names = shape.names.map(plain)
    const code = firstOf(shape.codes, one => byCode(wholeCode(one)))
    // A code of a village or of the county above says that it is none of ours, even where the name would fit.
    const isElsewhere = code === null && shape.codes.some(one => /^\d{6}(?:\d{3}){0,2}$/.test(one) && areas.some(area => /^\d+$/.test(area.code) && isBelow(wholeCode(one), wholeCode(area.code))))
    const area = code ?? (isElsewhere ? null : firstOf(names, byName) ?? firstOf(names, behind) ?? firstOf(names, byShort) ?? firstOf(names.map(bareName), byBare))
    if (area === null) leftover.push(shape)
    else claims.set(area, [...claims.get(area) ?? [], { shape, by: code === null ? 'name' : 'code' }])
  }
  const claimed = areas.flatMap(area => { const list = claims.get(area.code); return list === undefined ? [] : [{ area: area.code, list }] })
  return {
    matched: claimed.filter(({ list }) => list.length === 1).map(({ area, list }) => ({ area, ...list[0]! })),
    missing: areas.filter(area => !claims.has(area.code)).map(area => area.code),
    leftover,
    twice: claimed.filter(({ list }) => list.length > 1).map(({ area, list }) => ({ area, shapes: list.map(one => one.shape) })),
  }
}

/** The digits of a whole code that say something: province, city, county, township, village (2, 2, 2, 3 and 3 digits). */
function stemOf(code: string): string {
  const level = [2, 4, 6, 9].find(length => /^0*$/.test(code.slice(length))) ?? 12
  return code.slice(0, level)
}

/** Is the first code that of a place inside the second's; both are whole codes. */
export function isBelow(inner: string, outer: string): boolean {
  return inner !== outer && inner.startsWith(stemOf(outer))
}
