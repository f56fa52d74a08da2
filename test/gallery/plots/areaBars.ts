/** 各镇街 against their own goals: two columns with every lamp, one column on a phone. */
import { areaBars, barsHeight } from '../../../src/charts/areaBars'
import type { AreaBar, AreaBarsData } from '../../../src/charts/areaBars'
import { lightPalette } from '../palettes'
import type { Plot } from '../plot'

const bar = (name: string, shape: AreaBar['shape'], shapeTone: AreaBar['shapeTone'], tone: AreaBar['tone'], value: string, goal: string, part: number | null, note: string): AreaBar =>
  ({ code: name, name, shape, shapeTone, tone, value, goal, bar: part, mark: 0.68, note })
const bars: readonly AreaBar[] = [
  bar('内坑', 'square', 'sev', 'sev', '0', '/3', 0.12, '选址'), bar('东石', 'square', 'sev', 'sev', '0', '/2', 0.3, '差 2'), bar('英林', 'triangle', 'lag', 'lag', '0', '/1', 0.5, '主体'), bar('安海', 'ring', 'none', 'plain', '', '—/3', null, '未填报'),
  bar('磁灶', 'dot', 'ok', 'plain', '1', '/2', 0.66, '按时序'), bar('陈埭', 'dot', 'ok', 'plain', '1', '/2', 0.7, '按时序'), bar('罗山', 'check', 'done', 'plain', '2', '/2', 1, '完成'), bar('青阳', 'check', 'done', 'plain', '1', '/1', 1, '完成'), bar('深沪', 'bars', 'none', 'plain', '0', '/1', 0.6, '暂缓'),
]
const plotOf = (name: string, columns: 1 | 2, width: number): Plot => {
  const data: AreaBarsData = { bars, max: 1, columns, width, nameWidth: 36, valueWidth: 46, noteWidth: 56 }
  return { name: `area-bars-${name}`, width, height: barsHeight(bars.length, columns), option: areaBars(data, lightPalette, { caption: { title: '', unit: '', asOf: '2020-09-15', source: '', mark: null }, label: '各镇街的完成情况', tip: one => one.name, head: [], row: () => [] }).option }
}

export const plots: readonly Plot[] = [plotOf('wide', 2, 920), plotOf('phone', 1, 358)]
