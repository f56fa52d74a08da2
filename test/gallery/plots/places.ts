/** Places as bars and on boundaries: in one list, in two kinds, by one target, and on a patchwork that stands for an office's own file. */
import { registerMap, use } from 'echarts/core'
import type { ChartCaption, ChartTable } from '../../../src/charts/chart'
import type { PlacePalette, PlaceShape, PlaceTone } from '../../../src/charts/lampInk'
import { mapParts } from '../../../src/charts/mapParts'
import { mapFeatures, placeMap } from '../../../src/charts/placeMap'
import type { RankBar } from '../../../src/charts/rankBars'
import { rankBars, rankHeight } from '../../../src/charts/rankBars'
import { patchwork } from '../../domain/geoMakers'
import type { Plot } from '../plot'

use(mapParts)

const palette: PlacePalette = {
  ink: '#1a1e23', ink2: '#454b53', soft: '#656b73', line: '#e3e1db', line2: '#c9c6be', sheet: '#ffffff', ok: '#5f7d6e', done: '#17664b', lag: '#8a5200', sev: '#b3261e', due: '#1d4f91', none: '#656b73', bar: '#8c949c', barBg: '#e8e6e0', act: '#1b4f86', actInk: '#ffffff', font: 'sans-serif',
  page: '#f5f4f0', doneBg: '#e6f1eb', doneInk: '#17664b', lagBg: '#fce4b3', lagInk: '#5e3900', sevBg: '#b3261e', sevInk: '#ffffff', dueBg: '#e2ecf9', dueInk: '#163e74', noneBg: '#f3f2ee', noneInk: '#5a6068',
}
const caption: ChartCaption = { title: '4 个镇街', unit: '%', asOf: '2020-09-15', source: '台账', mark: null }
const table: ChartTable = { head: [], rows: [] }
const words = { label: '达序率', tick: '上次会议', tones: { ok: '正常', done: '完成', due: '临期', lag: '滞后', sev: '严重滞后', none: '未填报', err: '', bare: '' } }
const standing = (name: string, onPace: number, none: number, lag: number, sev: number, before: number | null): RankBar => {
  const active = onPace + none + lag + sev
  const parts = ([['ok', onPace], ['none', none], ['lag', lag], ['sev', sev]] as const).filter(([, n]) => n > 0).map(([tone, n]) => ({ tone, share: n / active }))
  return { code: name, name, parts, figure: `${Math.floor(onPace / active * 100)}%`, note: `${onPace}/${active}`, tick: before, tooltip: name }
}
const one = [standing('梅岭', 17, 0, 0, 0, 1), standing('青阳', 13, 1, 1, 0, 0.8), standing('新塘', 7, 1, 4, 4, 0.44), standing('罗山', 5, 0, 5, 4, null)]
const done = (name: string, tone: PlaceTone, share: number, figure: string, note = ''): RankBar => ({ code: name, name, parts: share > 0 ? [{ tone, share }] : [], figure, note, tick: 0.7, tooltip: name })
const byTarget = [done('东石', 'sev', 0.1, '0/2', '差 2个'), done('内坑', 'lag', 0.6, '3/5', '差 1个'), done('安海', 'due', 0.8, '4/5'), done('池店', 'ok', 0.75, '3/4'), done('金井', 'done', 1, '2/2'), done('西滨', 'none', 0, '—')]

const looks: readonly (readonly [PlaceTone, PlaceShape])[] = [['sev', 'square'], ['lag', 'triangle'], ['none', 'ring'], ['due', 'diamond'], ['ok', 'dot'], ['done', 'check'], ['bare', 'point']]
const map = { file: '', leftover: [], leftoverCount: 0, others: 0, shapes: patchwork(looks.length, 7, 4).map((ring, i) => ({ area: String(i), by: 'code' as const, outlines: [[ring]] })) }
registerMap('patchwork', mapFeatures(map))
const places = looks.map(([tone, shape], i) => ({ code: String(i), short: `第${i + 1}`, tone, shape: tone === 'bare' ? null : shape, figure: tone === 'bare' ? '' : `${i * 13}%`, tooltip: '' }))

const barsOf = (name: string, groups: Parameters<typeof rankBars>[0]): Plot => ({ name, width: 560, height: rankHeight(groups, 29), option: rankBars(groups, caption, table, palette, words).option })

export const plots: readonly Plot[] = [
  barsOf('places-rank', [{ name: '', bars: one }]),
  barsOf('places-kinds', [{ name: '街道', bars: one.slice(0, 2) }, { name: '镇', bars: one.slice(2) }]),
  barsOf('places-target', [{ name: '', bars: byTarget }]),
  { name: 'places-map', width: 560, height: 320, option: placeMap('patchwork', 0.91, places, caption, table, palette, '地图').option },
]
