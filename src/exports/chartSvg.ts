/** The charts of an outline as SVG for print: bars over places, lines over months. Drawn by hand: nothing here needs a library. Pure. */
import type { OutlineChart } from './outline'
import { linesOf, sans, textAt, tidy, widthOf, xml } from './svgText'
import { ink, rectAt } from './wallSvgInk'

/** Pixels. */
export interface ChartSize { width: number, height: number }

interface Frame { left: number, right: number, top: number, bottom: number, of: (value: number) => number, ticks: readonly number[] }

const numberText = (value: number): string => String(Number(value.toFixed(2)))

/** Steps of 1, 2 or 5 so that four to six lines stand under the largest value. */
function ticksTo(largest: number): number[] {
  const rough = Math.max(largest, 1e-6) / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map(times => times * power).find(one => one >= rough - 1e-12) ?? power * 10
  return Array.from({ length: Math.ceil(largest / step - 1e-9) + 1 }, (_, i) => Number((i * step).toPrecision(12)))
}

function frameOf(chart: OutlineChart, { width, height }: ChartSize, bottomRoom: number, rightRoom: number): Frame {
  const values = chart.series.flatMap(series => series.values.flatMap(value => (value === null ? [] : [value])))
  const largest = Math.max(chart.top ?? 0, ...values, chart.top === null && values.length === 0 ? 1 : 0)
  const ticks = chart.top === 100 && largest === 100 ? [0, 25, 50, 75, 100] : ticksTo(largest <= 0 ? 1 : largest)
  const end = ticks.at(-1)!
  const left = 10 + Math.max(...ticks.map(tick => widthOf(numberText(tick), 12)))
  const top = 30
  const bottom = height - bottomRoom
  return { left, right: width - rightRoom, top, bottom, ticks, of: value => bottom - (bottom - top) * (Math.max(0, value) / end) }
}

function gridOf(chart: OutlineChart, frame: Frame): string {
  const lines = frame.ticks.map(tick => `<path d="M${tidy(frame.left)} ${tidy(frame.of(tick))}H${tidy(frame.right)}" stroke="${tick === 0 ? ink.text : ink.line2}"${tick === 0 ? '' : ' stroke-width=".6"'}/>${textAt(frame.left - 5, frame.of(tick) + 4, numberText(tick), { size: 12, fill: ink.second, anchor: 'end' })}`)
  return lines.join('') + textAt(2, 14, chart.unit === '' ? '' : `单位：${chart.unit}`, { size: 12, fill: ink.second })
}

/** Names under the axis: beside one another where they fit, else letter below letter. */
function namesAt(names: readonly string[], at: (i: number) => number, step: number, y: number): { drawn: string, height: number } {
  const isFlat = names.every(name => widthOf(name, 12) <= step - 4)
  if (isFlat) return { drawn: names.map((name, i) => textAt(at(i), y + 16, name, { size: 12, anchor: 'middle' })).join(''), height: 22 }
  const lineLists = names.map(name => linesOf(name, 12, Math.max(12.5, Math.min(step - 2, 40))))
  const most = Math.min(8, Math.max(...lineLists.map(lines => lines.length)))
  const drawn = lineLists.map((lines, i) => lines.slice(0, most).map((line, j) => textAt(at(i), y + 15 + j * 13.5, j === most - 1 && lines.length > most ? '…' : line, { size: 12, anchor: 'middle', most: Math.max(12, step) })).join('')).join('')
  return { drawn, height: 8 + most * 13.5 }
}

function barsOf(chart: OutlineChart, size: ChartSize): string {
  const count = Math.max(1, chart.categories.length)
  const trial = frameOf(chart, size, 30, 6)
  const guess = (trial.right - trial.left) / count
  const { height } = namesAt(chart.categories, () => 0, guess, 0)
  const frame = frameOf(chart, size, height + 4, 6)
  const step = (frame.right - frame.left) / count
  const many = Math.max(1, chart.series.length)
  const bar = Math.min(44, step * 0.64) / many
  const at = (i: number): number => frame.left + step * (i + 0.5)
  const bars = chart.series.flatMap((series, s) => series.values.map((value, i) => {
    if (value === null) return textAt(at(i), frame.bottom - 5, '—', { size: 12, fill: ink.third, anchor: 'middle' })
    const x = at(i) - bar * many / 2 + s * bar
    const isDark = series.dark?.[i] === true
    const label = numberText(value)
    const middle = x + bar / 2
    const y = frame.of(value)
    const words = widthOf(label, 12) <= step / many + 2
      ? textAt(middle, y - 4, label, { size: 12, anchor: 'middle', weight: isDark ? 700 : 400 })
      : `<text transform="translate(${tidy(middle + 4)} ${tidy(y - 4)}) rotate(-90)" font-size="12">${label}</text>`
    return `<g data-category="${xml(chart.categories[i] ?? '')}" data-value="${value}">${rectAt(x, y, bar, frame.bottom - y, isDark ? ink.text : s === 0 ? '#9AA0A6' : '#C9CCD0')}${words}</g>`
  }))
  return gridOf(chart, frame) + bars.join('') + namesAt(chart.categories, at, step, frame.bottom).drawn
}

/** Told apart without colour: plan dashed, what is real solid with dots, reckoning dotted. */
const strokes = [{ width: 1.6, dash: '6 4', colour: ink.third }, { width: 2.6, dash: '', colour: ink.text }, { width: 1.8, dash: '2 3', colour: ink.text }, { width: 1.6, dash: '8 3 2 3', colour: ink.second }] as const

function linesChart(chart: OutlineChart, size: ChartSize): string {
  const rightRoom = Math.min(120, 14 + Math.max(0, ...chart.series.map(series => widthOf(series.name, 12))))
  const frame = frameOf(chart, size, 28, rightRoom)
  const count = chart.categories.length
  const step = count > 1 ? (frame.right - frame.left - 12) / (count - 1) : 0
  const at = (i: number): number => frame.left + 6 + step * i
  const looks = chart.series.length === 1 ? [strokes[1]] : strokes
  const ends: { name: string, x: number, y: number, fill: string }[] = []
  const lines = chart.series.map((series, s) => {
    const look = looks[s % looks.length]!
    let d = ''
    let isOn = false
    const dots: string[] = []
    series.values.forEach((value, i) => {
      if (value === null) { isOn = false; return }
      d += `${isOn ? 'L' : 'M'}${tidy(at(i))} ${tidy(frame.of(value))}`
      isOn = true
      dots.push(`<g data-series="${xml(series.name)}" data-category="${xml(chart.categories[i] ?? '')}" data-value="${value}">${look.dash === '' ? `<circle cx="${tidy(at(i))}" cy="${tidy(frame.of(value))}" r="3"/>` : ''}</g>`)
    })
    const last = series.values.reduce<number>((place, value, i) => (value === null ? place : i), -1)
    if (last >= 0) ends.push({ name: series.name, x: at(last) + 7, y: frame.of(series.values[last]!) + 4, fill: look.colour })
    return (d === '' ? '' : `<path d="${d}" fill="none" stroke="${look.colour}" stroke-width="${look.width}"${look.dash === '' ? '' : ` stroke-dasharray="${look.dash}"`} stroke-linejoin="round"/>`) + dots.join('')
  })
  // Names stand at the ends of their lines and keep clear of one another.
  ends.sort((a, b) => a.y - b.y)
  ends.forEach((end, i) => { const above = ends[i - 1]; if (above !== undefined && end.y - above.y < 15 && Math.abs(end.x - above.x) < 80) end.y = above.y + 15 })
  const every = Math.max(1, Math.ceil(Math.max(...chart.categories.map(name => widthOf(name, 12))) / Math.max(1, step - 4)))
  const names = chart.categories.map((name, i) => ((count - 1 - i) % every === 0 || name.includes('日') ? textAt(at(i), frame.bottom + 17, name, { size: 12, anchor: 'middle', weight: name.includes('日') ? 700 : 400 }) : ''))
  return gridOf(chart, frame) + lines.join('') + ends.map(({ name, x, y, fill }) => textAt(x, Math.min(y, frame.bottom - 3), name, { size: 12, fill, weight: 600 })).join('') + names.join('')
}

/** A chart without its caption; figures also stand as data on their groups. */
export function chartSvg(chart: OutlineChart, size: ChartSize): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" role="img" font-family="${sans}" font-size="13" fill="${ink.text}"><title>${xml(chart.caption)}</title>${chart.kind === 'bars' ? barsOf(chart, size) : linesChart(chart, size)}</svg>`
}
