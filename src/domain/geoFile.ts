/** A GeoJSON text from outside, read as outlines with the codes and names that may tell which place each is. Limited; nothing else of the file is kept. */
import type { Problem } from './problem'
import { depthOf } from './plainJson'

export type Position = readonly [longitude: number, latitude: number]
export type Ring = readonly Position[]
/** The outer ring, then its holes. */
export type Outline = readonly Ring[]

export interface GeoShape {
  /** Where it stands in the file: `features[3]`. */
  path: string
  /** What a person calls it: its name, else its code, else its place in the file. */
  label: string
  codes: readonly string[]
  names: readonly string[]
  outlines: readonly Outline[]
}

export interface GeoShapes {
  shapes: readonly GeoShape[]
  /** Features that are no areas (points, lines, nothing): not drawn. */
  others: number
  points: number
}

export type ReadGeo = { ok: true, value: GeoShapes } | { ok: false, problems: readonly Problem[], total: number }

/** The most points of a file: more would freeze the page. */
export const mostPoints = 2_000_000
const longestGeo = 20_000_000
const deepest = 24
const mostTold = 40

const codeKeys = ['adcode', 'code', 'id', 'gb', 'pac', 'dm', 'xzqdm', 'qhdm', 'xzdm', 'xzjddm', 'towncode', 'town_code', 'areacode', 'area_code', 'zonecode', '行政区划代码', '区划代码', '行政代码', '统计用区划代码', '乡镇代码', '镇街代码', '乡级码', '代码', '编码']
const nameKeys = ['name', 'fullname', 'full_name', 'name_zh', 'name:zh', 'name_chn', 'townname', 'town_name', 'town', 'township', 'label', 'title', 'mc', 'xzqmc', 'xzmc', 'xzjdmc', '名称', '行政区名称', '区划名称', '乡镇名称', '镇街名称', '乡镇', '镇街', '街道', '乡', '镇', '区县', '地名']

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, 60) : typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : '')

class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code)
  }
}

/** Everything wrong with one file; the first lines are told, all are counted. */
class Reader {
  points = 0
  others = 0
  total = 0
  readonly problems: Problem[] = []

  say(problem: Problem): void {
    this.total += 1
    if (this.problems.length < mostTold) this.problems.push(problem)
  }

  position(value: unknown, path: string): Position {
    if (!Array.isArray(value)) throw new Refused({ code: 'geo_nested_wrong', path, why: '坐标的层数不对：这里应是 [经度, 纬度]', fix: '用制图软件重新导出 GeoJSON' })
    const [x, y] = value as unknown[]
    if (Array.isArray(x)) throw new Refused({ code: 'geo_nested_wrong', path, why: '坐标的层数不对：比类型所说的多一层', fix: '用制图软件重新导出 GeoJSON' })
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) throw new Refused({ code: 'geo_coordinate_invalid', path, why: '坐标不是有限的数', fix: '用制图软件修复这个面，再导出' })
    if (Math.abs(x) > 180 || Math.abs(y) > 90) throw new Refused({ code: 'geo_projected', path, why: `坐标 ${x}, ${y} 超出经纬度的范围（经度 ±180，纬度 ±90）`, fix: '请先转成经纬度；经纬度写反了的，先对调' })
    this.points += 1
    return [x, y]
  }

  ring(value: unknown, path: string): Ring {
    if (!Array.isArray(value)) throw new Refused({ code: 'geo_nested_wrong', path, why: '坐标的层数不对：这里应是一圈边界', fix: '用制图软件重新导出 GeoJSON' })
    if (value.length + this.points > mostPoints) throw new Refused({ code: 'geo_too_many_points', path, why: '边界超过 200 万个点，这个页面画不动', fix: '用制图软件先简化边界，再导出' })
    const ring = value.map((position, i) => this.position(position, `${path}[${i}]`))
    const first = ring[0]
    const last = ring.at(-1)
    if (first !== undefined && last !== undefined && (first[0] !== last[0] || first[1] !== last[1])) ring.push(first)
    if (ring.length < 4) throw new Refused({ code: 'geo_ring_short', path, why: '一圈边界不足 3 个点，围不成面', fix: '用制图软件修复这个面，再导出' })
    return ring
  }

  outline(value: unknown, path: string): Outline {
    if (!Array.isArray(value) || value.length === 0) throw new Refused({ code: 'geo_nested_wrong', path, why: '坐标的层数不对：一个面应是几圈边界的列表', fix: '用制图软件重新导出 GeoJSON' })
    return value.map((ring, i) => this.ring(ring, `${path}[${i}]`))
  }

  outlines(geometry: unknown, path: string): Outline[] {
    if (!isFields(geometry)) return []
    const { type, coordinates, geometries } = geometry
    if (type === 'Polygon') return [this.outline(coordinates, `${path}.coordinates`)]
    if (type === 'GeometryCollection' && Array.isArray(geometries)) return geometries.flatMap((one, i) => (isFields(one) && one.type !== 'GeometryCollection' ? this.outlines(one, `${path}.geometries[${i}]`) : []))
    if (type !== 'MultiPolygon') return []
    if (!Array.isArray(coordinates)) throw new Refused({ code: 'geo_nested_wrong', path: `${path}.coordinates`, why: '坐标的层数不对：MultiPolygon 应是几个面的列表', fix: '用制图软件重新导出 GeoJSON' })
    return coordinates.map((outline, i) => this.outline(outline, `${path}.coordinates[${i}]`))
  }

  shape(feature: unknown, path: string): GeoShape | null {
    if (!isFields(feature)) { this.others += 1; return null }
    const outlines = this.outlines(feature.geometry, `${path}.geometry`)
    if (outlines.length === 0) { this.others += 1; return null }
    const fields = isFields(feature.properties) ? new Map(Object.entries(feature.properties).map(([key, value]) => [key.toLowerCase(), value])) : new Map<string, unknown>()
    const codes = [...codeKeys.map(key => (key === 'gb' ? textOf(fields.get(key)).replace(/^156(?=\d{6,9}$)/, '') : textOf(fields.get(key)))), textOf(feature.id)].filter(text => text !== '')
    const names = nameKeys.map(key => textOf(fields.get(key))).filter(text => text !== '')
    return { path, label: names[0] ?? codes[0] ?? path, codes: [...new Set(codes)], names: [...new Set(names)], outlines }
  }
}

const refuse = (code: string, why: string, fix: string): ReadGeo => ({ ok: false, problems: [{ code, why, fix }], total: 1 })

/** The areas of a GeoJSON text, or all reasons why it is not taken. */
export function parseGeo(text: string): ReadGeo {
  if (text.length > longestGeo) return refuse('geo_too_large', '文件超过 20 兆', '用制图软件先简化边界，或只留本地区，再导出')
  if (depthOf(text, deepest) > deepest) return refuse('geo_too_deep', `括号嵌套超过 ${deepest} 层`, '用制图软件重新导出 GeoJSON')
  let read: unknown
  try {
    read = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
  } catch {
    return refuse('geo_not_json', '文件不是 JSON', '选制图软件导出的 GeoJSON（.geojson 或 .json）；Shapefile 和 KML 请先转换')
  }
  const features = isFields(read) && read.type === 'FeatureCollection' && Array.isArray(read.features) ? read.features as unknown[] : isFields(read) && read.type === 'Feature' ? [read] : null
  if (features === null) return refuse('geo_not_features', '文件不是 GeoJSON 的 FeatureCollection 或 Feature', '用制图软件导出成 GeoJSON；TopoJSON 请先转换')
  const reader = new Reader()
  const shapes: GeoShape[] = []
  for (const [i, feature] of features.entries()) {
    try {
      const shape = reader.shape(feature, features.length === 1 && features[0] === read ? 'Feature' : `features[${i}]`)
      if (shape !== null) shapes.push(shape)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      reader.say(error.problem)
      // The rest would say the same again.
      if (error.problem.code === 'geo_too_many_points' || error.problem.code === 'geo_projected') break
    }
  }
  if (reader.total > 0) return { ok: false, problems: reader.problems, total: reader.total }
  if (shapes.length === 0) return refuse('geo_not_features', `文件里没有面（Polygon 或 MultiPolygon），只有 ${features.length} 个点、线或空的要素`, '导出镇街的面，不是点或线')
  return { ok: true, value: { shapes, others: reader.others, points: reader.points } }
}
