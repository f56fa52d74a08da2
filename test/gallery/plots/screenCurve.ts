/** The burn-up of an item on the big screen: far behind in amounts, in shares with steps, past its day, nothing reported. */
import type { ChartPalette } from '../../../src/charts/chart'
import type { ScreenCurve } from '../../../src/charts/screenCurve'
import { niceStep, screenCurveOption } from '../../../src/charts/screenCurve'
import type { Plot } from '../plot'

const palette: ChartPalette = {
  ink: '#f4f2ec', ink2: '#c9ccd0', soft: '#a0a6ad', line: '#2a3037', line2: '#464e57', sheet: '#14181d', ok: '#86a896', done: '#86d3af', lag: '#ffcb66', sev: '#ff7a66', due: '#a6c9ff', none: '#a0a6ad', bar: '#8a939c', barBg: '#2a3037', act: '#9cc3f2', actInk: '#0d1822', font: 'sans-serif',
}
const base: ScreenCurve = {
  from: '2020-01-01', to: '2020-12-31', asOf: '2020-09-15', top: 219, step: niceStep(219, 4, false), isPercent: false, tone: 'sev',
  plan: [{ at: '2020-01-01', y: 0 }, { at: '2020-12-31', y: 219 }], actual: [{ at: '2020-01-31', y: 9 }, { at: '2020-03-31', y: 16 }, { at: '2020-06-30', y: 28 }, { at: '2020-08-31', y: 33.6 }], now: 33.6, should: 154.8,
  meetings: [{ on: '2020-05-15', number: 1 }, { on: '2020-06-30', number: 2 }, { on: '2020-08-14', number: 3 }], words: { goal: '计划 219 万元', should: '应 154.8', missing: '差 121.2 万元', label: '进度曲线' },
}
const month = (day: string): string => `${Number(day.slice(5, 7))}月`
const plotOf = (name: string, curve: Partial<ScreenCurve>): Plot => ({ name, width: 1100, height: 660, option: { ...screenCurveOption({ ...base, ...curve }, palette, 1, month), backgroundColor: '#0c0f13' } })

export const plots: readonly Plot[] = [
  plotOf('screenCurve-behind', {}),
  plotOf('screenCurve-shares', { top: 100, step: 25, isPercent: true, tone: 'lag', plan: [{ at: '2020-01-01', y: 0 }, { at: '2020-12-31', y: 100 }], actual: [{ at: '2020-04-30', y: 33 }, { at: '2020-07-31', y: 55 }], now: 55, should: 70.7, words: { ...base.words, goal: '计划 100%', should: '应 71%', missing: '差 16 个百分点' } }),
  plotOf('screenCurve-overdue', { asOf: '2020-12-20', to: '2020-12-31', top: 5, step: 1, plan: [{ at: '2020-01-01', y: 0 }, { at: '2020-11-30', y: 5 }], actual: [{ at: '2020-05-31', y: 1 }, { at: '2020-10-31', y: 3 }], now: 3, should: 5, words: { ...base.words, goal: '计划 5 个', should: '应 5', missing: '差 2 个' } }),
  plotOf('screenCurve-nothing', { actual: [], now: null, asOf: '2020-03-01', should: 36, meetings: [], words: { ...base.words, should: '应 36', missing: '差 36 万元' } }),
]
