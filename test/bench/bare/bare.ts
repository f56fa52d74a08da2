/** The yardstick of the load bench: the least page that shows a bar chart with ECharts. */
import { BarChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

use([BarChart, GridComponent, CanvasRenderer])
const chart = init(document.getElementById('chart'))
chart.on('rendered', () => { Object.assign(window, { chartPainted: true }) })
chart.setOption({ animation: false, xAxis: { type: 'category', data: Array.from({ length: 19 }, (_, i) => `T${i + 1}`) }, yAxis: {}, series: [{ type: 'bar', data: Array.from({ length: 19 }, (_, i) => (i * 37) % 100) }] })
