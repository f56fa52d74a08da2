/** What every chart carries besides its drawing: a caption that states the finding, a table of its data, and the colours it is drawn in. */
import type { EChartsCoreOption } from 'echarts/core'

/** Colours and font as read from the design tokens of the theme shown. */
export interface ChartPalette {
  ink: string
  ink2: string
  soft: string
  line: string
  line2: string
  sheet: string
  ok: string
  done: string
  lag: string
  sev: string
  due: string
  none: string
  bar: string
  barBg: string
  act: string
  actInk: string
  font: string
}

export const paletteTokens: Readonly<Record<keyof ChartPalette, string>> = {
  ink: '--ink', ink2: '--ink2', soft: '--ink3', line: '--line', line2: '--line2', sheet: '--sheet', ok: '--ok', done: '--done', lag: '--lag', sev: '--sev', due: '--due',
  none: '--none', bar: '--bar', barBg: '--bar-bg', act: '--act', actInk: '--act-ink', font: '--font',
}

export interface ChartCaption {
  /** The finding in words: "落后 2.6 个，按近三月速度 12月27日完成". */
  title: string
  unit: string
  asOf: string
  /** Where the figures come from. */
  source: string
  /** 演示数据 where they are demo figures. */
  mark: string | null
}

/** The same figures as a table: first cell of a row is its head. */
export interface ChartTable {
  head: readonly string[]
  rows: readonly (readonly string[])[]
}

export interface Chart {
  option: EChartsCoreOption
  caption: ChartCaption
  table: ChartTable
  /** What a reader hears instead of the drawing. */
  label: string
}

/** Milliseconds of a day on the time axis (days are days in UTC on every device). */
export const stampOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)
export const dayOfStamp = (stamp: number): string => new Date(stamp).toISOString().slice(0, 10)
