/** How the townships stand: bars of their on-pace rates, best first, and the last six. By rate alone; nothing is scored. */
import { cell, evenly, frameOf, headRow, heightsOf, movedText, plain, rowOfCells, textItem } from './deckFrame'
import type { DeckItem } from './deckLook'
import { clipTo, inks, page } from './deckLook'
import type { PaperFacts, StandingLine } from './paperFacts'

export interface StandingSheet { lines: readonly StandingLine[] }

const mostBars = 23

export const rankedLines = (facts: PaperFacts): StandingLine[] => facts.standings.filter(line => line.rate !== null)

export const standingSheets = (facts: PaperFacts): StandingSheet[] => evenly(rankedLines(facts), mostBars).map(lines => ({ lines }))

/** The last six, or the lower half of few. */
export function lastLines(facts: PaperFacts): StandingLine[] {
  const ranked = rankedLines(facts)
  return ranked.slice(-Math.min(6, Math.max(1, Math.floor(ranked.length / 2)))).reverse()
}

/** 8 个镇街全部达序，红项最多的三个占 8 格中的 7 格. */
export function standingTitle(facts: PaperFacts): string {
  const ranked = rankedLines(facts)
  const full = ranked.filter(line => line.standing.onPace === line.standing.active).length
  const reds = ranked.map(line => line.counts.sev).sort((a, b) => b - a)
  const all = reds.reduce((sum, count) => sum + count, 0)
  const holders = reds.filter(count => count > 0).length
  const first = full === 0 ? '没有一个地方全部达序' : full === ranked.length ? `${full} 个地方全部达序` : `${full} 个地方全部达序，${ranked.length - full} 个没有`
  return all === 0 ? `${first}，镇街没有红项` : holders <= 3 ? `${first}，镇街红项 ${all} 格在 ${holders} 个地方` : `${first}，三个地方占镇街红项 ${all} 格中的 ${reds[0]! + reds[1]! + reds[2]!} 格`
}

const widths = [0.72, 1.3, 0.95, 0.55, 0.55, 0.55]
const right = { x: 8.16, w: widths.reduce((sum, one) => sum + one, 0) } as const

const rankText = ({ rank, isTied }: StandingLine): string => (rank === null ? '—' : `${isTied ? '并' : ''}${rank}`)
const countText = (count: number): string => (count === 0 ? '' : String(count))

export function standingItems(facts: PaperFacts, sheet: StandingSheet, title: string): DeckItem[] {
  const { lines } = sheet
  const ranked = rankedLines(facts)
  const bottom = new Set(ranked.slice(-3))
  const last = lastLines(facts)
  const climbed = facts.changes === null ? [] : last.filter(line => line.climbed !== null && line.climbed !== 0).map(line => `${clipTo(line.short, 8)} ${movedText(line.climbed)}`)
  const rows = [
    headRow(['名次', '镇街', '达序', '■', '▲', '○'], ['left', 'left', 'right', 'right', 'right', 'right'], widths),
    ...last.map(line => rowOfCells([cell(rankText(line)), cell(clipTo(line.short, 14), { bold: true }), cell(`${line.standing.onPace}/${line.standing.active}`, { align: 'right' }), cell(countText(line.counts.sev), { align: 'right', bold: true, color: inks.sev }), cell(countText(line.counts.lag), { align: 'right', bold: true, color: inks.lag }), cell(countText(line.counts.none), { align: 'right', bold: true })], widths, 16, 'grid', 0.44)),
  ]
  const y = page.top + 0.5 + heightsOf(rows)
  const names = ['', '末位', '后二位', '后三位', '后四位', '后五位', '后六位']
  return [
    ...frameOf(title, '达序率 = 达序格 ÷ 在考格'),
    {
      kind: 'chart', form: 'bars', name: '达序率', alt: lines.map(line => `${line.short} ${line.rate}%，${line.standing.onPace}/${line.standing.active}`).join('；'), box: { x: page.left, y: page.top - 0.05, w: 7.35, h: Math.min(page.bottom - page.top + 0.05, 0.7 + lines.length * 0.45) },
      categories: lines.map(line => `${clipTo(line.short, 10)}　${line.standing.onPace}/${line.standing.active}`), series: [{ name: '达序率（%）', values: lines.map(line => line.rate), color: inks.bar, labels: inks.ink }],
      points: lines.map(line => (bottom.has(line) && ranked.length > 6 && line.rate !== 100 ? inks.ink : inks.bar)), top: 100, step: 25, format: '0"%"',
    },
    textItem({ x: right.x, y: page.top, w: right.w, h: 0.42 }, plain(names[last.length] ?? '后六位'), { bold: true, anchor: 'middle', size: 18 }),
    { kind: 'table', name: '后六位', box: { x: right.x, y: page.top + 0.46, w: right.w, h: heightsOf(rows) }, widths, rows },
    textItem({ x: right.x, y: y + 0.12, w: right.w, h: Math.max(0.6, page.bottom - y - 0.12) }, [[{ text: '只按达到时序的任务占比排，不打分；同率并列，无任务不排。' }], ...(climbed.length > 0 ? [[{ text: `较上次名次：${climbed.join('、')}` }]] : [])], { size: 14, color: inks.soft, anchor: 'top' }),
  ]
}
