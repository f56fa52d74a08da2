/** The course of one figure in a lamp card: late, reached, tracked by dates, nothing reported. */
import { curveOption } from '../../../src/charts/curve'
import type { CurvePalette, CurveWords } from '../../../src/charts/curve'
import type { Course } from '../../../src/domain/curve'
import type { Plot } from '../plot'

const palette: CurvePalette = { ink: '#1a1e23', soft: '#656b73', line: '#c9c5bb', actual: '#4a6c5b', sheet: '#ffffff', font: 'sans-serif' }
const words: CurveWords = { pace: '应', actual: '实', label: '青阳街道，新建居家养老服务站', month: day => `${Number(day.slice(5, 7))}月`, value: value => (value === null ? '' : `${value} 个`) }
const period = { start: '2020-01-01', end: '2020-12-31' }
const linear = [{ at: '2020-01-01', share: 0 }, { at: '2020-12-31', share: 1 }]
const monthly = (shares: readonly number[]) => shares.map((progress, i) => ({ at: `2020-${String(i + 2).padStart(2, '0')}-01`, value: Math.round(progress * 20), progress }))

const plotOf = (name: string, course: Course, asOf: string): Plot => ({ name, width: 300, height: 116, option: curveOption(course, period, asOf, palette, words) })

export const plots: readonly Plot[] = [
  plotOf('curve-behind', { pace: linear, actual: monthly([0.05, 0.05, 0.1, 0.15, 0.2]), goal: 20, due: '2020-12-31' }, '2020-09-15'),
  plotOf('curve-done', { pace: linear, actual: monthly([0.1, 0.3, 0.6, 0.9, 1, 1]), goal: 20, due: '2020-12-31' }, '2020-08-20'),
  plotOf('curve-steps', { pace: [{ at: '2020-01-01', share: 0 }, { at: '2020-03-31', share: 0 }, { at: '2020-03-31', share: 0.5 }, { at: '2020-09-30', share: 0.5 }, { at: '2020-09-30', share: 1 }], actual: monthly([0, 0, 0.5]), goal: 1, due: '2020-09-30' }, '2020-07-01'),
  plotOf('curve-nothing', { pace: linear, actual: [], goal: 20, due: '2020-12-31' }, '2020-07-01'),
]
