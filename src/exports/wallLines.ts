/** The lines of the wall chart: a strip for each chapter with its tasks without a figure, and a row for each target. Heights in pixels. */
import type { Row, Standing } from '../domain/board'
import type { LampRules } from '../domain/lampRules'
import { standingOf } from '../domain/rollUp'
import type { BoardLine, BoardSection } from '../wording/boardSections'
import { totalText } from '../wording/cellFace'
import { goalText } from '../wording/figureText'
import { groupCounts } from '../wording/lampLook'
import { groupShortOf } from '../wording/ruleWords'
import { linesOf, widthOf } from './svgText'
import type { PaperFacts } from './paperFacts'
import { figuresOf } from './paperFacts'

/** A task without a figure, in its chapter's strip. */
export interface WallChip { line: BoardLine, name: string, stage: string, width: number, /** From the strip's first chip on. */ x: number }

export interface WallStrip { kind: 'strip', section: BoardSection, title: string, counts: string, isGoingOn: boolean, chips: readonly (readonly WallChip[])[], height: number }

export interface WallRow { kind: 'row', line: BoardLine, names: readonly string[], nameSize: number, goal: { number: string, unit: string }, due: string, height: number }

export type WallLine = WallStrip | WallRow

/** How lines are set: width of the name (its number apart), where chips begin and how far they go. */
export interface LineRoom { name: number, chips: number, rowHeight: number }

export const stripHeight = 22
const chipLine = 21
const mostChipLines = 12
const gap = 12

/** Lamp counts of everything drawn: cells, and rows that are not shared out. */
export const drawnStanding = ({ view: { board } }: PaperFacts): Standing => standingOf(board.rows.flatMap(row => [...figuresOf(row)]))

/** 12月底, 10月15日, 2024年3月底. */
export function dueText(due: string, year: string): string {
  const [y = '', month = '', day = ''] = due.split('-')
  const isLast = Number(day) === new Date(Date.UTC(Number(y), Number(month), 0)).getUTCDate()
  return `${y === year ? '' : `${y}年`}${Number(month)}月${isLast ? '底' : `${Number(day)}日`}`
}

/** Tasks that stand in the strip: those of the whole without a figure. All else has a row of its own. */
const isChip = ({ row }: BoardLine): boolean => row.target.measure === 'qualitative' && row.cells.length === 0

const stageOf = (row: Row): string => { const { main, sub } = totalText(row); return row.total.value === null ? '未报' : `${main}${sub}` }

interface ChipGrid { count: number, width: number }

function chipsOf(section: BoardSection, grid: ChipGrid): WallChip[][] {
  const lines: WallChip[][] = []
  let place = grid.count
  for (const line of section.folded.filter(isChip)) {
    const { name, stage, width } = chipOf(line)
    // One wider than its place takes as many as it needs.
    const places = Math.max(1, Math.ceil((width + gap) / grid.width))
    if (place + places > grid.count) { lines.push([]); place = 0 }
    lines.at(-1)!.push({ line, name, stage, width: Math.min(width, grid.count * grid.width - gap), x: place * grid.width })
    place += places
  }
  return lines
}

function chipOf(line: BoardLine): Pick<WallChip, 'name' | 'stage' | 'width'> {
  const name = line.row.target.short ?? line.row.target.name
  const stage = stageOf(line.row)
  return { name, stage, width: 17 + widthOf(line.number, 12) + 4 + widthOf(name, 12) + 6 + widthOf(stage, 12, true) + 8 + (line.hasRulings ? 12 : 0) }
}

/** Chips stand one below the other: places as wide as most chips need. */
function gridOf(sections: readonly BoardSection[], room: number): ChipGrid {
  const widths = sections.flatMap(section => section.folded.filter(isChip).map(line => chipOf(line).width)).sort((a, b) => a - b)
  const usual = (widths[Math.ceil(widths.length * 0.95) - 1] ?? 120) + gap
  const count = Math.max(1, Math.floor((room + gap) / Math.min(usual, room)))
  return { count, width: (room + gap) / count }
}

function nameOf({ row: { target }, hasRulings }: BoardLine, room: number): Pick<WallRow, 'names' | 'nameSize'> {
  const width = room - (hasRulings ? 15 : 0)
  for (const nameSize of [14, 13]) if (widthOf(target.name, nameSize) <= width) return { names: [target.name], nameSize }
  if (target.short !== undefined && widthOf(target.short, 14) <= width) return { names: [target.short], nameSize: 14 }
  return { names: linesOf(target.name, 12, width), nameSize: 12 }
}

const countsText = (standing: Standing, rules: LampRules): string => groupCounts(standing.lamps).filter(({ count }) => count > 0).map(({ group, count }) => `${groupShortOf(rules, group)} ${count}`).join(' ')

/** All lines in plan order; a strip belongs to the rows after it. */
export function wallLines(facts: PaperFacts, room: LineRoom): WallLine[] {
  const { index, board } = facts.view
  const year = index.plan.period.start.slice(0, 4)
  const grid = gridOf(facts.sections, room.chips)
  const places = new Map(board.rows.map((row, i) => [row.target.id, i]))
  return facts.sections.flatMap((section): WallLine[] => {
    const chips = chipsOf(section, grid)
    const standing = board.chapters.find(one => one.chapter === section.chapter.id)
    const rows = [...section.figures, ...section.folded].filter(line => !isChip(line)).sort((a, b) => places.get(a.row.target.id)! - places.get(b.row.target.id)!)
    const strip: WallStrip = {
      kind: 'strip', section, title: `${section.numeral}、${section.chapter.title}`, counts: `${section.figures.length + section.folded.length} 项${standing === undefined ? '' : `，${countsText(standing, board.rules)}`}`,
      isGoingOn: false, ...holding(chips.slice(0, mostChipLines)),
    }
    // A chapter of very many tasks goes on in further strips, so that a page can end between them.
    const more = Array.from({ length: Math.ceil(chips.length / mostChipLines) - 1 }, (_, i): WallStrip => ({ ...strip, isGoingOn: true, ...holding(chips.slice((i + 1) * mostChipLines, (i + 2) * mostChipLines)) }))
    return [strip, ...more, ...rows.map((line): WallRow => {
      const name = nameOf(line, room.name)
      const goal = line.row.target.measure === 'qualitative' ? { number: '定性', unit: '' } : goalText(line.row.target)
      return { kind: 'row', line, ...name, goal, due: dueText(line.row.due, year), height: Math.max(room.rowHeight, name.names.length * 15 + 4) }
    })]
  })
}

const holding = (chips: WallStrip['chips']): Pick<WallStrip, 'chips' | 'height'> => ({ chips, height: stripHeight + Math.max(0, chips.length - 1) * chipLine })

/** The strip once more at the head of a page that begins within a chapter. */
export const goingOn = (strip: WallStrip): WallStrip => ({ ...strip, isGoingOn: true, ...holding([]) })
