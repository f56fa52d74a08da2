/** The parts of ECharts that only maps need; they load with the first map. */
import { MapChart } from 'echarts/charts'
import { GeoComponent } from 'echarts/components'

export const mapParts = [MapChart, GeoComponent]
