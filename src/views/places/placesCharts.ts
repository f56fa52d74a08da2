/** The same lines as bars and as a table: what the chart of the ranking draws and says. Pure. */
import type { ChartTable } from '../../charts/chart'
import type { RankBar, RankGroup } from '../../charts/rankBars'
import type { PlaceGroup, PlaceLine } from '../../components/places/placeLine'
import type { PlacesWords } from '../../components/places/placesWords'

export function barGroupsOf(groups: readonly PlaceGroup[]): RankGroup[] {
  const barOf = (line: PlaceLine): RankBar => ({
    code: line.code, name: line.short, parts: line.parts, tick: line.tick, tooltip: line.label, figure: `${line.main}${line.sub}`, note: line.foot,
  })
  return groups.map(group => ({ name: group.name, bars: group.lines.map(barOf) }))
}

/** Ranked lines first, then those apart. */
export function tableOf(lines: readonly PlaceLine[], aside: readonly PlaceLine[], by: 'rate' | 'target', hasMeeting: boolean, words: PlacesWords): ChartTable {
  const lampsOf = (line: PlaceLine): string => line.lamps.map(lamp => (lamp.count > 0 ? `${lamp.word} ${lamp.count}` : lamp.word)).join(words.comma)
  return {
    head: [words.head.name, ...(by === 'rate' ? [words.head.place] : []), by === 'rate' ? words.head.rate : words.head.target, by === 'rate' ? 'n/m' : words.head.gap, by === 'rate' ? words.head.lamps : words.head.lamp, ...(hasMeeting ? [words.head.moved(null)] : [])],
    rows: [...lines, ...aside].map(line => [line.name, ...(by === 'rate' ? [line.place ?? words.rank.notRanked] : []), `${line.main}${line.sub}`, line.foot, lampsOf(line), ...(hasMeeting ? [line.moved === null ? '' : line.moved.long === '' ? line.moved.text : line.moved.long] : [])]),
  }
}
