/** The words around a chart; they load with the first chart. */
export interface ChartWords {
  asTable: string
  asChart: string
  png: string
  svg: string
  noPng: string
  asOf: (day: string) => string
  unit: (unit: string) => string
  source: (source: string) => string
  tools: string
}

export const zhChart: ChartWords = {
  asTable: '看数据', asChart: '看图', png: '存 PNG', svg: '存 SVG', noPng: '这个浏览器画不出 PNG，请存 SVG', asOf: day => `截至 ${day}`, unit: unit => `单位：${unit}`, source: source => `依据：${source}`, tools: '图表工具',
}

export const enChart: ChartWords = {
  asTable: 'Data', asChart: 'Chart', png: 'PNG', svg: 'SVG', noPng: 'This browser cannot draw a PNG: please save the SVG', asOf: day => `As of ${day}`, unit: unit => `Unit: ${unit}`, source: source => `Source: ${source}`, tools: 'Chart tools',
}
