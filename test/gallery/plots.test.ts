/** Every plot of the gallery draws the picture that stands beside it, and twice the same. After a wanted change: `npx vitest run --project unit test/gallery -u`, then look. */
import { init, use } from 'echarts/core'
import { expect, it } from 'vitest'
import { chartParts } from '../../src/charts/parts'
import { plots } from './plot'
import type { Plot } from './plot'

use(chartParts)

/** Generated ids count on over charts; numbered by first appearance, two drawings are equal. */
function withPlainIds(svg: string): string {
  const seen = new Map<string, string>()
  return svg.replace(/zr\d+-[\w-]+/g, id => {
    const plain = seen.get(id) ?? `id${seen.size}`
    seen.set(id, plain)
    return plain
  })
}

function draw({ width, height, option }: Plot): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption({ ...option, animation: false })
  const svg = withPlainIds(chart.renderToSVGString())
  chart.dispose()
  return `${svg.replaceAll('><', '>\n<')}\n`
}

it.each(plots)('$name', async plot => {
  const svg = draw(plot)
  expect(draw(plot)).toBe(svg)
  await expect(svg).toMatchFileSnapshot(`./pictures/${plot.name}.svg`)
})
