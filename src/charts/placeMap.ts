/** The office's own boundaries, filled by lamp: tile colours, patterns, and a label of name and sign in every place. Pure. */
import type { EChartsCoreOption } from 'echarts/core'
import type { Chart, ChartCaption, ChartTable } from './chart'
import type { PlacePalette, PlaceShape, PlaceTone } from './lampInk'
import { decalOf, inkOf, signs } from './lampInk'
import type { OwnMap } from '../domain/ownMap'

export interface MapPlace {
  code: string
  short: string
  tone: PlaceTone
  shape: PlaceShape | null
  /** The number in the label: "36%". */
  figure: string
  tooltip: string
}

/** What `registerMap` takes: a feature a place, named by its code. */
export function mapFeatures(map: OwnMap) {
  return {
    type: 'FeatureCollection' as const,
    features: map.shapes.map(({ area, outlines }) => ({ type: 'Feature' as const, properties: { name: area }, geometry: { type: 'MultiPolygon' as const, coordinates: outlines.map(outline => outline.map(ring => ring.map(([x, y]) => [x, y]))) } })),
  }
}

/** `name`: under which the features are registered. `aspect`: a degree of longitude over one of latitude. */
export function placeMap(name: string, aspect: number, places: readonly MapPlace[], caption: ChartCaption, table: ChartTable, palette: PlacePalette, label: string): Chart {
  const byCode = new Map(places.map(place => [place.code, place]))
  const textOf = (code: string): string => {
    const place = byCode.get(code)
    if (place === undefined) return ''
    const { tone, shape, short, figure } = place
    return `{${tone}|${short}}${shape === null && figure === '' ? '' : `\n{${tone}Sign|${shape === null ? '' : signs[shape]}}{${tone}|${figure === '' ? '' : ` ${figure}`}}`}`
  }
  const tones = [...new Set(places.map(place => place.tone))]
  const rich = Object.fromEntries(tones.flatMap(tone => {
    const { ink, sign } = inkOf(tone, palette)
    const base = { fontSize: 12, lineHeight: 16, fontFamily: palette.font, color: ink }
    return [[tone, base], [`${tone}Sign`, { ...base, color: sign }]]
  }))
  const option: EChartsCoreOption = {
    animation: false,
    aria: { enabled: true, decal: { show: false }, label: { enabled: true, description: label } },
    textStyle: { fontFamily: palette.font },
    tooltip: {
      trigger: 'item', renderMode: 'richText', confine: true, backgroundColor: palette.sheet, borderColor: palette.line2, textStyle: { color: palette.ink, fontSize: 12, lineHeight: 18 },
      formatter: (params: { name?: unknown }) => byCode.get(String(params.name))?.tooltip ?? '',
    },
    series: [{
      type: 'map', map: name, aspectScale: aspect, left: 8, right: 8, top: 8, bottom: 8, preserveAspect: 'contain', roam: false, selectedMode: false, cursor: 'pointer',
      itemStyle: { borderColor: palette.soft, borderWidth: 0.8 },
      emphasis: { label: { show: true }, itemStyle: { borderColor: palette.ink, borderWidth: 2 } },
      label: { show: true, formatter: (params: { name?: unknown }) => textOf(String(params.name)), rich },
      labelLayout: { hideOverlap: true },
      data: places.map(place => {
        const { fill } = inkOf(place.tone, palette)
        const decal = decalOf(place.tone, palette)
        // A ground of the fill keeps the pattern from the letters.
        return { name: place.code, value: 0, label: { backgroundColor: fill, padding: [1, 3], borderRadius: 2 }, itemStyle: { areaColor: fill, color: fill, ...(decal !== undefined && { decal }) }, emphasis: { label: { backgroundColor: fill }, itemStyle: { areaColor: fill } } }
      }),
    }],
  }
  return { option, caption, table, label }
}
