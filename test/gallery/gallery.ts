/** Draws every plot of the gallery, live; a changed file is drawn again at once. */
import { init, use } from 'echarts/core'
import { chartParts } from '../../src/charts/parts'
import { plots } from './plot'

use(chartParts)

for (const { name, width, height, option } of plots) {
  const figure = document.createElement('figure')
  const title = document.createElement('figcaption')
  const place = document.createElement('div')
  title.textContent = name
  place.style.width = `${width}px`
  place.style.height = `${height}px`
  figure.append(title, place)
  document.body.append(figure)
  init(place, null, { renderer: 'svg' }).setOption(option)
}
