/** The parts of ECharts that charts are made of: one list for screen, gallery and tests. The map's own parts load with the map. */
import { BarChart, LineChart, ScatterChart } from 'echarts/charts'
import { AriaComponent, GridComponent, MarkAreaComponent, MarkLineComponent, MarkPointComponent, TooltipComponent } from 'echarts/components'
import { SVGRenderer } from 'echarts/renderers'

export const chartParts = [LineChart, BarChart, ScatterChart, GridComponent, TooltipComponent, AriaComponent, MarkLineComponent, MarkAreaComponent, MarkPointComponent, SVGRenderer]
