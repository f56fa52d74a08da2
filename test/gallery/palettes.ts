/** The colours of the light theme for plots: the values of src/app/tokens.css. */
import type { ChartPalette } from '../../src/charts/chart'

export const lightPalette: ChartPalette = {
  ink: '#1a1e23', ink2: '#454b53', soft: '#656b73', line: '#e3e1db', line2: '#c9c6be', sheet: '#ffffff', ok: '#5f7d6e', done: '#17664b', lag: '#8a5200', sev: '#b3261e', due: '#1d4f91',
  none: '#656b73', bar: '#8c949c', barBg: '#e8e6e0', act: '#1b4f86', actInk: '#ffffff', font: 'Noto Sans CJK SC, sans-serif',
}
