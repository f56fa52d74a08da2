/** 进度与阶段计划 of a target: late with stretches reported late, sites by their stages, a milestone, on a phone, nothing reported. */
import { burnUp } from '../../../src/charts/burnUp'
import type { BurnUpData, BurnUpWords } from '../../../src/charts/burnUp'
import type { ChartPalette } from '../../../src/charts/chart'
import type { Figure } from '../../../src/domain/board'
import type { Forecast } from '../../../src/domain/forecast'
import type { Target } from '../../../src/domain/plan'
import type { Plot } from '../plot'
import { lightPalette } from '../palettes'

const target: Target = { id: '2.1-1', name: '新建居家养老服务站', measure: 'count', unit: '个', goal: { op: '>=', value: 20 }, scope: 'area', source: { section: '', figure: '' }, criteria: [], note: '' }
const figure: Figure = { target: '2.1-1', area: null, value: 11, goal: 20, completion: 0.55, progress: 0.55, pace: 0.68, gap: -0.13, lamp: 'slightly_behind', at: '2020-09-11', stale: false, asked: true, reported: 12, askedAreas: 12, detail: null }
const forecast: Forecast = { yardstick: 'units', left: 9, reached: 11, goal: 20, due: '2020-11-30', daysLeft: 76, neededPerMonth: 3.6, recentPerMonth: 2.7, recentMonths: 3, best: null, isAboveBest: true, finish: '2020-12-27', late: 27, afterThirdQuarter: 0.2, isBackLoaded: false }
const day = (text: string): string => `${Number(text.slice(5, 7))}月${Number(text.slice(8))}日`
const values = [['2020-04-27', 1], ['2020-05-18', 2], ['2020-06-11', 3], ['2020-06-30', 4], ['2020-07-17', 6], ['2020-08-07', 8], ['2020-08-11', 9], ['2020-09-02', 10], ['2020-09-11', 11]] as const
const base: BurnUpData = {
  target, figure, forecast, period: { start: '2020-01-01', end: '2020-12-31' }, due: '2020-11-30', asOf: '2020-09-15', stretch: null, room: 0.05, isNarrow: false,
  meetings: [{ number: 1, on: '2020-05-08' }, { number: 2, on: '2020-06-30' }, { number: 3, on: '2020-08-14' }, { number: 4, on: '2020-09-30' }],
  course: {
    due: [{ at: '2020-01-01', share: 0 }, { at: '2020-03-15', share: 0 }, { at: '2020-06-30', share: 0.35 }, { at: '2020-11-30', share: 1 }],
    actual: values.map(([at, value], i) => ({ at, value, progress: value / 20, inTime: i === 3 || i === 4 ? { value: 3, progress: 0.15 } : null })),
  },
}
const words: BurnUpWords = {
  caption: { title: '落后 2.6 个，按近三月速度 12月27日 完成，晚 27 天', unit: '个', asOf: '2020-09-15', source: '2020年民政工作要点', mark: '演示数据' }, label: '新建居家养老服务站的进度曲线', month: text => `${Number(text.slice(5, 7))}月`,
  flag: '截至 9月15日', should: height => `应 ${height}`, goal: '任务 20 个，11月30日前', stretch: '分解合计 22 个，加码 2 个', baseline: '2019年 15 个', now: '11 个', counted: '已成 11 个', projection: '按近三月速度\n12月27日完成',
  tip: (at, actual) => `${day(at)} ${actual ?? ''}`, table: { day: '日期', actual: '实', should: '应', gap: '差', inTime: '次月5日时所知' },
}
const plotOf = (name: string, data: Partial<BurnUpData>, more: Partial<BurnUpWords> = {}, width = 920, height = 300, palette: ChartPalette = lightPalette): Plot => ({ name: `burn-up-${name}`, width, height, option: burnUp({ ...base, ...data }, palette, { ...words, ...more }).option })
const items: Target = { ...target, ladder: [{ id: 'a', name: '选址', share: 0.1 }, { id: 'b', name: '主体', share: 0.6 }, { id: 'c', name: '验收', share: 1 }] }
const staged: Target = { ...target, measure: 'qualitative', scope: 'whole', unit: '' }

export const plots: readonly Plot[] = [
  plotOf('late', {}),
  plotOf('stretch', { target: { ...target, baseline: { value: 15, at: '2019-12-31' } }, stretch: 22 }),
  plotOf('sites', { target: items, figure: { ...figure, lamp: 'on_pace', gap: 0.02 }, course: { ...base.course, actual: base.course.actual.map(point => ({ ...point, progress: Math.min(1, point.progress! + 0.15) })) }, forecast: { ...forecast, late: -5, finish: '2020-11-25' } }, { now: '折算 14 个' }),
  plotOf('stages', { target: staged, figure: { ...figure, goal: 1, value: 2 / 3, progress: 2 / 3, lamp: 'on_pace', gap: 0 }, forecast: null, course: { due: [{ at: '2020-01-01', share: 0 }, { at: '2020-12-31', share: 1 }], actual: [{ at: '2020-03-31', value: 1 / 3, progress: 1 / 3, inTime: null }, { at: '2020-07-31', value: 2 / 3, progress: 2 / 3, inTime: null }] }, due: '2020-12-31' }, { now: '66.7%', goal: '任务 100%，12月31日前' }),
  plotOf('phone', { isNarrow: true }, {}, 358, 220),
  plotOf('nothing', { course: { ...base.course, actual: [] }, figure: { ...figure, value: null, progress: null, completion: null, gap: null, lamp: 'no_data' }, forecast: null }),
]
