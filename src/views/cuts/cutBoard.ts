/** The board cut to a part: the rows of a chapter or a department, the columns of a township or one kind of place. Its standings are counted over what is left. Pure. */
import type { AreaStanding, Board, Row, Standing } from '../../domain/board'
import type { PlanIndex, Task } from '../../domain/plan'
import { standingOf, withStandings } from '../../domain/rollUp'
import type { BoardLine, BoardSection } from '../../wording/boardSections'
import { sectionsOf } from '../../wording/boardSections'
import { kindOf } from '../../wording/columnGroups'
import type { Cut } from '../useBoardQuery'
import { cutNames } from '../useBoardQuery'

export interface CutBoard {
  /** With the columns that are left. */
  index: PlanIndex
  board: Board
  /** Standings of all columns over the rows that are left: ranks and ties are among these. */
  ranked: readonly AreaStanding[]
  sections: readonly BoardSection[]
  /** 达序率 of the cut: of its targets, or where columns are cut of the cells in them. */
  standing: Standing
  /** Rows that the department leads and those where it assists; null without a department. */
  roles: { lead: number, assist: number } | null
}

/** What takes a cut away, and the lamp that is named beside it. */
export const noCut: Readonly<Record<string, null>> = Object.fromEntries([...cutNames, 'lamp'].map(name => [name, null]))

/** The parts of a cut from its one text. */
export const partsOf = (text: string): Cut => Object.fromEntries(text.split('\n').flatMap((part, i) => (part === '' ? [] : [[cutNames[i], part]])))

/** How a department stands to a task; null where it has no part in it. */
export const roleOf = (task: Task, department: string): 'lead' | 'assist' | null => (task.lead === department ? 'lead' : task.assist?.includes(department) ? 'assist' : null)

/** Places of the columns that are left; null where all are. The code of a village leads to its township. */
function columnsLeft(index: PlanIndex, cut: Cut): readonly number[] | null {
  if (cut.area === undefined && cut.group === undefined) return null
  const isLeft = cut.area === undefined
    ? (j: number) => kindOf(index.columns[j]!.area) === cut.group
    : (j: number) => { for (let node = index.areas.get(cut.area!) ?? null; node !== null; node = node.parent) if (node === index.columns[j]) return true; return false }
  return index.columns.flatMap((_, j) => (isLeft(j) ? [j] : []))
}

/** What was made of each object last time, for the same key: a row that did not change is not drawn again. */
function keeper<T extends object>() {
  let keyNow = ''
  let made = new WeakMap<T, T>()
  return (key: string, from: T, make: (from: T) => T): T => {
    if (key !== keyNow) { keyNow = key; made = new WeakMap() }
    const known = made.get(from) ?? make(from)
    made.set(from, known)
    return known
  }
}
const narrowed = keeper<Row>()
const named = keeper<BoardLine>()

/** `roles` are the words that stand where a row's department does, in a department's own cut. */
export function cutBoard(index: PlanIndex, board: Board, cut: Cut, roles: Readonly<Record<'lead' | 'assist', string>>): CutBoard {
  const { chapter, department } = cut
  const placed = (row: Row) => index.targets.get(row.target.id)!
  const left = columnsLeft(index, cut)
  const whole = withStandings(index, { ...board, rows: board.rows.filter(row => (chapter === undefined || placed(row).chapter.id === chapter) && (department === undefined || roleOf(placed(row).task, department) !== null)) })
  // Rows that are blank in the columns left are not drawn; they count for the ranks among all columns.
  const rows = left === null ? whole.rows : whole.rows.filter(row => left.some(j => row.cells[j]?.asked === true || (row.cells[j]?.value ?? null) !== null))
  const drawn: Board = left === null ? whole : { ...whole, rows: rows.map(row => narrowed(left.join(), row, from => ({ ...from, cells: left.map(j => from.cells[j]!) }))), areas: left.map(j => whole.areas[j]!) }
  const cutIndex = left === null ? index : { ...index, columns: left.map(j => index.columns[j]!) }
  // Nothing of a cut is folded away: its count says what is drawn.
  const sections = sectionsOf(cutIndex, drawn.rows).map(section => ({ ...section, figures: linesOf(index, [...section.figures, ...section.folded], department, roles), folded: [] }))
  const count = (role: 'lead' | 'assist'): number => rows.filter(row => roleOf(placed(row).task, department!) === role).length
  return {
    index: cutIndex, board: drawn, ranked: whole.areas, sections, standing: left === null ? whole.total : standingOf(drawn.rows.flatMap(row => row.cells)),
    roles: department === undefined ? null : { lead: count('lead'), assist: count('assist') },
  }
}

/** In a department's cut its part in each row stands where the department would: led rows first. */
function linesOf(index: PlanIndex, lines: readonly BoardLine[], department: string | undefined, roles: Readonly<Record<'lead' | 'assist', string>>): BoardLine[] {
  if (department === undefined) return [...lines]
  const own = index.departments.get(department)?.name ?? department
  const isAssist = (line: BoardLine): boolean => line.placed.task.lead !== department
  return [...lines].sort((a, b) => Number(isAssist(a)) - Number(isAssist(b)))
    .map(line => named(`${department} ${roles.lead}`, line, from => ({ ...from, department: isAssist(from) ? roles.assist : roles.lead, departmentName: `${from.departmentName} ${roles.lead}${isAssist(from) ? `，${own} ${roles.assist}` : ''}` })))
}
