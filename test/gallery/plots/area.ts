/** The township page: its rate at each meeting beside the median, and its burn-ups side by side. */
import type { ChartPalette } from '../../../src/charts/chart'
import { rateTrend } from '../../../src/charts/rateTrend'
import type { TrendPoint } from '../../../src/charts/rateTrend'
import { burnUpsHeight, smallBurnUps } from '../../../src/charts/smallBurnUps'
import type { BurnUp } from '../../../src/charts/smallBurnUps'
import type { Plot } from '../plot'

const light: ChartPalette = {
  ink: '#1a1e23', ink2: '#454b53', soft: '#656b73', line: '#e3e1db', line2: '#c9c6be', sheet: '#ffffff', ok: '#5f7d6e', done: '#17664b', lag: '#8a5200', sev: '#b3261e', due: '#1d4f91', none: '#656b73',
  bar: '#8c949c', barBg: '#e8e6e0', act: '#1b4f86', actInk: '#ffffff', font: 'sans-serif',
}
const caption = { title: '', unit: '%', asOf: '2020-09-15', source: '', mark: null }
const period = { start: '2020-01-01', end: '2020-12-31' }
const percent = (share: number): string => String(Math.floor(share * 100 + 1e-7))

const pointOf = (asOf: string, name: string, onPace: number, active: number, median: number | null): TrendPoint => ({ asOf, name, onPace, active, rate: active === 0 ? null : onPace / active, median })
const trendOf = (name: string, points: readonly TrendPoint[], own = '内坑'): Plot => ({
  name, width: 364, height: 148, option: rateTrend(points, light, { caption, label: '走势', own, median: '中位', head: ['日子', '达序率', '按序时', '中位'], percent }).option,
})

const linear = [{ at: '2020-01-01', share: 0 }, { at: '2020-12-31', share: 1 }]
const courseOf = (shares: readonly number[], pace = linear) => ({ pace, goal: 20, due: '2020-12-31', actual: shares.map((progress, i) => ({ at: `2020-${String(i + 2).padStart(2, '0')}-01`, value: Math.round(progress * 20), progress })) })
const lamps = [['square', 'sev', '严重滞后'], ['triangle', 'lag', '滞后'], ['diamond', 'due', '临期'], ['dot', 'ok', '正常'], ['check', 'done', '完成'], ['hollow', 'done', '滞后补齐'], ['ring', 'none', '未填报']] as const
const burnUps = Array.from({ length: 14 }, (_, i): BurnUp => {
  const [shape, tone, lamp] = lamps[i % lamps.length]!
  const shares = shape === 'ring' ? [] : Array.from({ length: 8 }, (_, k) => Math.min(1, (k + 1) * (0.02 + i * 0.012)))
  return { target: `t${i}`, name: ['镇级敬老院', '居家养老站', '安息堂建设', '老区村项目', '老区现场办公', '急难救助支付', '微实事项目'][i % 7]!, shape, tone, lamp, value: '2/10 个', course: courseOf(shares), progress: shares.at(-1) ?? null, pace: i === 9 ? null : 0.7 }
})
const words = { caption, label: '各项进度', pace: '应', actual: '实', month: (day: string) => `${Number(day.slice(5, 7))}月`, day: (day: string) => day, head: ['目标', '亮灯', '完成', '实', '应'] as const }
const burnUpsOf = (name: string, width: number, columns: number, asOf: string, count = 14): Plot => ({
  name, width, height: burnUpsHeight(count, columns), option: smallBurnUps(burnUps.slice(0, count), period, asOf, columns, light, words).option,
})

export const plots: readonly Plot[] = [
  trendOf('trend-falling', [pointOf('2020-05-08', '1次会', 8, 13, 0.92), pointOf('2020-06-30', '2次会', 7, 13, 0.93), pointOf('2020-08-14', '3次会', 6, 14, 0.92), pointOf('2020-09-15', '9月15日', 5, 14, 0.92)]),
  trendOf('trend-near', [pointOf('2020-05-08', '1次会', 13, 14, 0.9), pointOf('2020-06-30', '2次会', 14, 14, 0.93), pointOf('2020-09-02', '3次会', 13, 14, 0.92), pointOf('2020-09-15', '9月15日', 14, 15, 0.92)], '连云港'),
  trendOf('trend-alone', [pointOf('2020-05-08', '1次会', 0, 0, 0.9), pointOf('2020-09-15', '9月15日', 9, 14, 0.62)]),
  burnUpsOf('burn-ups-desk', 932, 5, '2020-09-15'),
  burnUpsOf('burn-ups-phone', 358, 2, '2020-12-10', 5),
]
