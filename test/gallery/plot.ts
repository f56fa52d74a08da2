/** A chart with a name: shown live by `npm run gallery`, and held against its picture by plots.test.ts. */
import type { EChartsCoreOption } from 'echarts/core'

export interface Plot {
  name: string
  width: number
  height: number
  option: EChartsCoreOption
}

interface PlotFile { plots: readonly Plot[] }

/** Every plot of every file in plots/; put a file there and it is shown and tested. */
export const plots: readonly Plot[] = Object.values(import.meta.glob<PlotFile>('./plots/*.ts', { eager: true })).flatMap(file => file.plots)
