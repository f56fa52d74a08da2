/** Entries of a fill-in workbook that came back: by the ids in its rows and the words of its header, wherever they stand now. */
import type { PlanIndex, Target } from '../domain/plan'
import { isDay } from '../domain/days'
import type { FileEntry, FileProblem, Stamp, Table } from './fileRead'
import { cellName, fileProblem } from './fileProblems'
import { milestoneStages } from './fillInRows'

export interface FillInRead { stamp: Stamp | null, entries: FileEntry[], problems: FileProblem[], refused: FileProblem | null }

/** One row as it came back. */
interface Line { target: Target, area: string, part: string | null, input: string, denominator: string, last: string, name: string, note: string, sheet: string, cell: string, denominatorCell: string }
interface Columns { id: number, input: number, denominator: number, part: number, last: number, note: number, header: number, at: string | null }

type Told = Stamp & { name: string }

function stampOf(tables: readonly Table[]): Told | null {
  const meta = tables.find(table => table.sheet === '_meta' && table.rows[0]?.[0] === 'guatu')
  if (meta !== undefined) {
    const facts = new Map(meta.rows.filter(row => row[0] !== 'row').map(row => [row[0] ?? '', row[1] ?? '']))
    const of = (key: string) => facts.get(key) ?? ''
    return { plan: of('plan'), year: of('year'), period: of('period'), at: of('at'), unit: of('unit') === '' ? null : of('unit'), version: Number(of('version')), name: of('name') }
  }
  for (const table of tables)
    for (const row of table.rows.slice(0, 5))
      for (const text of row) {
        const told = /(?:】)?\s*(\S+) (\d{4}) 年填报表 · .* · (\d{4}-\d\d) · 截至 (\d{4}-\d\d-\d\d) · 计划编号 ([\w-]+)/.exec(text)
        if (told !== null) return { plan: told[5]!, year: told[2]!, period: told[3]!, at: told[4]!, unit: null, version: 1, name: told[1]!.replace(/^.*】/, '') }
      }
  return null
}

/** Reads the entries; of another plan or year: refused by name. A sheet that is no fill-in table gives nothing and no problem. */
export function entriesOfFillIn(file: string, tables: readonly Table[], index: PlanIndex): FillInRead {
  const told = stampOf(tables)
  const read: FillInRead = { stamp: null, entries: [], problems: [], refused: null }
  const { plan } = index
  const year = plan.period.start.slice(0, 4)
  if (told !== null) {
    const { name, ...stamp } = told
    if (stamp.plan !== plan.id || stamp.year !== year)
      return { ...read, refused: fileProblem(name === plan.area.name && stamp.year !== year ? 'fill_other_year' : 'fill_other_plan', file, {}, `这是 ${name} ${stamp.year} 年的表`) }
    read.stamp = stamp
  }
  const groups = new Map<string, Line[]>()
  let at = told?.at ?? null
  for (const table of tables) {
    if (table.sheet === '_meta' || table.sheet === '_lists') continue
    // A department's own sheet may have an 编号 column too.
    if (told === null && idColumn(table, index) < 0) continue
    const columns = columnsOf(table, index)
    if (columns === null) continue
    if (columns.input < 0 || columns.id < 0) { if (told !== null || columns.id >= 0) read.problems.push(fileProblem('fill_no_column', file, { sheet: table.sheet })); continue }
    at ??= columns.at
    linesOf(file, table, columns, index, read, groups)
  }
  if (at !== null) for (const lines of groups.values()) entryOf(file, lines, at, read)
  else if (groups.size > 0) read.problems.push(fileProblem('fill_no_column', file, {}, '表头里没有截止日期'))
  return read
}

const idShape = /^(.+?)@([\w]+)(?:([!#])(.*))?$/

function columnsOf(table: Table, index: PlanIndex): Columns | null {
  for (let r = 0; r < Math.min(table.rows.length, 40); r += 1) {
    const row = table.rows[r]!.map(text => text.replace(/\s/g, ''))
    const find = (word: string) => row.findIndex(text => text.startsWith(word))
    const input = find('本次累计')
    const id = row.indexOf('编号')
    if (input < 0 && id < 0) continue
    return {
      id: id < 0 ? idColumn(table, index) : id, input, denominator: find('分母'), part: find('项目点'), last: find('上次累计'), note: find('说明'), header: r,
      at: input < 0 ? null : /\d{4}-\d\d-\d\d/.exec(row[input]!)?.[0] ?? null,
    }
  }
  const id = idColumn(table, index)
  return id < 0 ? null : { id, input: -1, denominator: -1, part: -1, last: -1, note: -1, header: -1, at: null }
}

/** The column that holds known ids, where its head was lost. */
function idColumn(table: Table, index: PlanIndex): number {
  for (const row of table.rows.slice(0, 200)) {
    const place = row.findIndex(text => index.targets.has(idShape.exec(text)?.[1] ?? ''))
    if (place >= 0) return place
  }
  return -1
}

function linesOf(file: string, table: Table, columns: Columns, index: PlanIndex, read: FillInRead, groups: Map<string, Line[]>): void {
  for (let r = columns.header + 1; r < table.rows.length; r += 1) {
    const row = table.rows[r]!
    const id = (row[columns.id] ?? '').normalize('NFKC').trim()
    const place = (column: number) => ({ sheet: table.sheet, cell: cellName(r + table.origin[0], column + table.origin[1]) })
    const parts = idShape.exec(id)
    const of = (column: number) => (column < 0 ? '' : row[column] ?? '')
    const input = of(columns.input)
    if (parts === null) { if (id !== '' && input !== '') read.problems.push(fileProblem('fill_unknown_target', file, place(columns.id), `编号“${id.slice(0, 40)}”认不出`)); continue }
    const target = index.targets.get(parts[1]!)?.target
    if (target === undefined) { read.problems.push(fileProblem('fill_unknown_target', file, place(columns.id), `计划里没有指标 ${parts[1]}`)); continue }
    const node = index.areas.get(parts[2]!)
    const fits = node !== undefined && (target.scope === 'whole' ? node === index.root : node.children.length === 0 && node !== index.root)
    if (!fits) { read.problems.push(fileProblem('fill_unknown_area', file, place(columns.id), node === undefined ? `计划里没有镇街 ${parts[2]}` : undefined)); continue }
    const key = `${target.id}@${node.area.code}`
    const line: Line = {
      target, area: node.area.code, part: parts[4] ?? null, input, denominator: of(columns.denominator), last: of(columns.last), name: of(columns.part), note: of(columns.note),
      ...place(columns.input), denominatorCell: cellName(r + table.origin[0], Math.max(0, columns.denominator) + table.origin[1]),
    }
    const list = groups.get(key)
    if (list === undefined) groups.set(key, [line])
    else list.push(line)
  }
}

const isError = (text: string) => /^#[A-Z/0!?]+/.test(text)

/** All rows of one cell → one entry, or problems. */
function entryOf(file: string, lines: readonly Line[], at: string, read: FillInRead): void {
  const filled = lines.filter(line => line.input !== '' || (line.denominator !== '' && line.target.measure === 'rate'))
  if (filled.length === 0) return
  const { target } = filled[0]!
  const seen = new Map<string, Line[]>()
  for (const line of filled) seen.set(line.part ?? '', [...seen.get(line.part ?? '') ?? [], line])
  const twice = [...seen.values()].filter(same => same.length > 1).flat()
  if (twice.length > 0) { for (const line of twice) read.problems.push(problemAt('fill_twice', file, line, `同一格填了两次（${line.input}），都没有采用`)); return }
  // A formula's error was told where the cell was read.
  if (filled.some(line => isError(line.input) || isError(line.denominator))) return
  const notes = filled.map(line => line.note).filter(note => note !== '' && !isError(note))
  const first = filled[0]!
  const common = { target: target.id, area: first.area, at, ...(notes.length > 0 && { note: notes.join('；') }), sheet: first.sheet, cell: first.cell }
  if (target.ladder !== undefined && lines.some(line => line.part !== null)) siteEntry(file, lines, common, read)
  else if (target.measure === 'milestone') milestoneEntry(file, lines, common, read)
  else plainEntry(file, first, common, read)
}

type Common = Omit<FileEntry, 'input' | 'payload'>
const problemAt = (code: Parameters<typeof fileProblem>[0], file: string, line: Line, said?: string) => fileProblem(code, file, { sheet: line.sheet, cell: line.cell }, said)

function plainEntry(file: string, line: Line, common: Common, read: FillInRead): void {
  const { target, input, denominator } = line
  const isNumeric = target.measure !== 'qualitative'
  for (const [text, cell] of [[input, line.cell], [denominator, line.denominatorCell]] as const) {
    if (isNumeric && isDay(text)) { read.problems.push(fileProblem('cell_date', file, { sheet: line.sheet, cell })); return }
    if (isNumeric && /^[+-]?[\d.]+(e[+-]?\d+)?$/i.test(text) && !(Math.abs(Number(text)) <= 1e15)) {
      read.problems.push(fileProblem('cell_overflow', file, { sheet: line.sheet, cell }))
      return
    }
  }
  if (target.measure !== 'rate' || (denominator === '' && /[/÷%]/.test(input))) { read.entries.push({ ...common, input }); return }
  if (input === '' || denominator === '') { read.problems.push(fileProblem('rate_half', file, { sheet: line.sheet, cell: input === '' ? line.cell : line.denominatorCell })); return }
  read.entries.push({ ...common, input: `${input}/${denominator}` })
}

/** `2020-09-15`, also from `2020/9/15`, `2020年9月15日` and a bare serial number of Excel. */
function dayOf(text: string): string | null {
  const parts = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?(?:[ T].*)?$/.exec(text.normalize('NFKC'))
  if (parts !== null) {
    const day = `${parts[1]}-${parts[2]!.padStart(2, '0')}-${parts[3]!.padStart(2, '0')}`
    return isDay(day) ? day : null
  }
  const serial = Number(text)
  return Number.isInteger(serial) && serial > 30_000 && serial < 80_000 ? new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10) : null
}

function milestoneEntry(file: string, lines: readonly Line[], common: Common, read: FillInRead): void {
  const stages: Record<string, string> = {}
  for (const line of lines) {
    const stage = milestoneStages(line.target).find(one => one.id === (line.part ?? 'done'))
    const text = line.input === '' ? line.last : line.input
    if (stage === undefined || text === '') continue
    const day = dayOf(text)
    if (day !== null) stages[stage.id] = day
    else if (line.input !== '') { read.problems.push(problemAt('stage_date', file, line)); return }
  }
  // In the plan's order, so that it can be told from what is on record.
  const ordered = Object.fromEntries(milestoneStages(lines[0]!.target).flatMap(({ id }) => (stages[id] === undefined ? [] : [[id, stages[id]]])))
  if (Object.keys(ordered).length > 0) read.entries.push({ ...common, input: Object.entries(ordered).map(([id, day]) => `${id} ${day}`).join('；'), payload: { stages: ordered } })
}

/** A site left empty stays at its last stage; a new one is known by its name. */
function siteEntry(file: string, lines: readonly Line[], common: Common, read: FillInRead): void {
  const items: { id: string, name: string, stage: string }[] = []
  for (const line of lines) {
    const text = line.input === '' ? line.last : line.input
    const isNew = line.part === null || line.part.startsWith('+')
    const name = line.name.trim()
    if (text === '' || (isNew && name === '')) continue
    const stage = line.target.ladder!.find(one => one.name === text || one.id === text)
    if (stage === undefined) { read.problems.push(problemAt('site_stage_unknown', file, line, `没有“${text.slice(0, 20)}”这个项目阶段`)); return }
    const id = isNew ? name : line.part!
    if (items.some(item => item.id === id)) { read.problems.push(problemAt('fill_twice', file, line, `项目点“${name}”出现两次，都没有采用`)); return }
    items.push({ id, name: name || id, stage: stage.id })
  }
  if (items.length > 0) read.entries.push({ ...common, input: items.map(item => `${item.name} ${item.stage}`).join('；'), payload: { items } })
}
