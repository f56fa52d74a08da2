/** CSV and Markdown read again by other readers: every figure is the snapshot's, and no text does harm. */
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import type { Lamp } from '../../src/domain/board.ts'
import type { Target } from '../../src/domain/plan.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import { viewOf } from '../../src/domain/snapshot.ts'
import { boardCsv, boardMarkdown, markdownText } from '../../src/exports/boardTable.ts'
import { factsOf } from '../../src/exports/paperFacts.ts'
import type { PaperFacts } from '../../src/exports/paperFacts.ts'
import { plainText } from '../../src/wording/safeText.ts'
import { demoSnapshot, emptySnapshot, hostileNames, longSnapshot } from './makers.ts'

const names: Readonly<Record<Lamp, string>> = { exempt: '免考核', paused: '暂缓', done: '完成', caught_up_late: '滞后补齐', overdue: '逾期', no_data: '未填报', not_due: '未到期', behind: '严重滞后', slightly_behind: '滞后', near_due: '临期', ahead: '超前', on_pace: '正常' }
const shapes: Readonly<Record<string, () => Snapshot>> = { jinjiang: () => demoSnapshot(), quanzhou: () => demoSnapshot('quanzhou-tsz-2023'), empty: () => emptySnapshot(), hostile: () => longSnapshot({ targets: 30, areas: 12 }), narrow: () => longSnapshot({ targets: 9, areas: 0 }) }
const opened = (name: string): { snapshot: Snapshot, facts: PaperFacts } => { const snapshot = shapes[name]!(); return { snapshot, facts: factsOf(viewOf(snapshot)) } }

const scaled = (target: Target, value: number | null): number | null => (value === null ? null : ['rate', 'milestone', 'qualitative'].includes(target.measure) ? value * (target.unit.includes('‰') ? 1000 : 100) : value)
const numberOf = (text: string | undefined): number | null => (text === undefined || text === '' ? null : Number(text))
const near = (text: string | undefined, value: number | null): boolean => { const read = numberOf(text); return read === null || value === null ? read === value : Math.abs(read - value) < 1e-5 }

describe.each(Object.keys(shapes))('CSV of %s', name => {
  it('one line a figure, each as in the snapshot, and the caption last', () => {
    const { snapshot, facts } = opened(name)
    const text = boardCsv(facts)
    expect(text.startsWith('\ufeff目标,地方,')).toBe(true)
    expect(/(?<!\r)\n/.test(text)).toBe(false)
    const [heads, ...lines] = Papa.parse<string[]>(text.slice(1)).data as [string[], ...string[][]]
    expect(heads.slice(0, 9)).toEqual(['目标', '地方', '任务', '实际', '完成率（%）', '时序（%）', '差距（百分点）', '灯', '填报日'])
    const cells = new Map(snapshot.board.cells.map(one => [`${one.target}@${one.area}`, one]))
    const wrong: string[] = []
    let at = 0
    for (const total of snapshot.board.targets) {
      const target = facts.view.index.targets.get(total.target)!.target
      const row = facts.view.board.rows.find(one => one.target.id === total.target)!
      for (const figure of [total, ...row.cells.filter(one => one.asked || one.value !== null).map(one => cells.get(`${total.target}@${one.area}`)!)]) {
        const line = lines[at++]!
        const isRight = [
          plainText(line[0]!) === target.name.replace(/[\u0001\u000b\ufffe]/g, ''), near(line[2], scaled(target, figure.goal)), near(line[3], scaled(target, figure.value)), near(line[4], figure.completion === null ? null : figure.completion * 100),
          figure.gap === null || near(line[5], (figure.progress! - figure.gap) * 100), near(line[6], figure.gap === null ? null : figure.gap * 100), line[7] === (figure.lamp === null ? '' : names[figure.lamp]), line[8] === (figure.at ?? ''), line[11] === target.id,
        ]
        if (isRight.includes(false)) wrong.push(`${line.join(',')} ${JSON.stringify(isRight)}`)
      }
    }
    expect(wrong).toEqual([])
    const foot = lines.slice(at)
    expect(foot[0]).toEqual([''])
    expect(foot.map(line => line[0])).toEqual(expect.arrayContaining(['口径', '截至', '校验码', ...(snapshot.seal.demo ? ['注意'] : [])]))
    expect(foot.find(line => line[0] === '校验码')![1]).toBe(facts.caption.code)
  })

  it('a table to paste: as many columns in every line, a sign and a number for every lamp', () => {
    const { snapshot, facts } = opened(name)
    const text = boardMarkdown(facts)
    const lines = text.split('\n').filter(line => line.startsWith('|'))
    const cellsOf = (line: string): string[] => line.slice(2, -2).split(/ \| |(?<=\|) (?=\|)/).map(cell => cell.trim())
    const counts = lines.map(line => line.replaceAll(/\\./g, '').split('|').length)
    expect(new Set(counts)).toEqual(new Set([facts.columns.length + 6]))
    expect(lines).toHaveLength(2 + facts.sections.reduce((sum, section) => sum + 1 + section.figures.length + section.folded.length, 0))
    expect(cellsOf(lines[0]!).slice(0, 3)).toEqual(['编号', '目标', '全年'])
    expect(text).toContain(facts.caption.code)
    expect(text.includes('演示数据，非真实进度')).toBe(snapshot.seal.demo)
    const signs = (sign: string): number => lines.slice(2).reduce((sum, line) => sum + line.split(' | ').slice(3).filter(cell => cell.startsWith(sign)).length, 0)
    const lamps = [...snapshot.board.cells, ...snapshot.board.targets].map(one => one.lamp)
    expect(signs('■')).toBe(lamps.filter(lamp => lamp === 'behind' || lamp === 'overdue').length)
    expect(signs('▲')).toBe(lamps.filter(lamp => lamp === 'slightly_behind').length)
    expect(signs('✓')).toBe(lamps.filter(lamp => lamp === 'done').length)
  })
})

describe('hostile texts', () => {
  it('no field of the CSV begins a formula, no line of the table is broken', () => {
    const { facts } = opened('hostile')
    const fields = Papa.parse<string[]>(boardCsv(facts).slice(1)).data.flat()
    expect(fields.filter(field => /^[=+@＝＋＠\t\r]|^-(?!\d+(?:\.\d+)?$)/.test(field))).toEqual([])
    expect(fields).toContain('\'=cmd|\'/c calc\'!A1')
    expect(boardMarkdown(facts)).toContain('=cmd\\|\'/c calc\'!A1')
    expect(boardMarkdown(facts)).not.toContain('<b>')
  })

  it('marks of Markdown are text', () => {
    expect(markdownText('a|b\\c *d* _e_ `f` [g](h)\n<i>')).toBe('a\\|b\\\\c \\*d\\* \\_e\\_ \\`f\\` \\[g\\](h) &lt;i>')
    expect(hostileNames.map(markdownText).filter(text => /[\n\u0001\u000b\ufffe]|(?<!\\)[|`]/.test(text))).toEqual([])
  })
})
