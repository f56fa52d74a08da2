/** A block with names, places down and targets across (a block the other way round comes turned): heads, rows and columns read, cells laid out. */
import type { Block } from './block'
import type { BlockMatch, Books, Choices, DoubtfulName, LeftOut, MatchAsk, MatchedCell } from './blockMatch'
import { oncePerCell } from './blockMatch'
import { unitIn } from './blockValue'
import type { HeadRole } from './matchHeads'
import { isAsideHead, isNameHead, isSerialHead, isUnitHead, roleOf } from './matchHeads'
import { isTotalName, tidy } from './matchNames'

type Rows = readonly (readonly string[])[]
interface Column { place: number, target: string | null, role: HeadRole, unit: string | null, isNear: boolean }

const isNumber = (text: string): boolean => /^[-+]?[\d\uff10-\uff19,.，．]+[%％]?$/u.test(text)
const hasDigit = (text: string): boolean => /[\d\uff10-\uff19]/.test(text)

export function layByNames(rows: Rows, found: { areas: number, targets: { place: number, count: number } }, block: Block, ask: MatchAsk, books: Books, choices: Choices, isTurned: boolean): BlockMatch {
  const root = ask.index.root.area.code
  const names: DoubtfulName[] = []
  const left: LeftOut[] = []
  let totalColumns = 0
  const line = isTurned ? 'column' : 'row'
  const cross = isTurned ? 'row' : 'column'
  const isNearName = (key: string): boolean => names.at(-1)?.key === key && names.at(-1)!.chosen !== null && !choices.has(key)
  /** The meaning of a name, a person's choice first; what is not certain is put on the list. */
  function idOf(kind: 'area' | 'target', key: string, text: string, cells: number): string | null {
    const chosen = choices.get(key)
    const book = kind === 'area' ? books.areas : books.targets
    const meaning = book.find(text)
    if (meaning.sure && meaning.exact && chosen === undefined) return meaning.ids[0]!
    const id = chosen !== undefined ? (chosen === '' ? null : chosen) : meaning.sure ? meaning.ids[0]! : null
    names.push({ key, kind, text, chosen: id, isOpen: chosen === undefined, candidates: meaning.ids, cells })
    return id
  }

  const nameColumn = found.areas >= 0 ? found.areas : namelessColumn(rows, found.targets.place)
  const isArea = (text: string): boolean => text !== '' && books.areas.exact(text) !== null
  const firstRow = firstOfBody()
  const heads = rows.slice(0, firstRow)
  const body = rows.slice(firstRow)
  const columns = columnsOf()
  const used = columns.filter(column => column.target !== null)
  const noteColumn = columns.find(column => column.role === 'note')
  const cells: MatchedCell[] = []
  let totalCells = 0
  let wholeCells = 0
  let nameless = 0
  const headName = nameColumn < 0 ? '' : heads.at(-1)?.[nameColumn] ?? ''

  body.forEach((row, i) => {
    const r = firstRow + i
    const filled = used.filter(column => row[column.place] !== '')
    if (filled.length === 0) return
    const text = nameColumn < 0 ? '' : row[nameColumn]!
    if (text !== '' && text === headName) return
    if (text === '' && nameColumn >= 0) { nameless += filled.length; return }
    const isRoot = books.areas.exact(text)?.ids[0] === root
    if (isTotalName(text) && !isRoot) { totalCells += filled.length; return }
    const area = nameColumn < 0 ? null : idOf('area', `${line} ${r}`, text, filled.length)
    if (nameColumn >= 0 && area === null) return
    const isNear = nameColumn >= 0 && isNearName(`${line} ${r}`)
    for (const [target, group] of groupBy(filled)) {
      const isWhole = ask.index.targets.get(target)?.target.scope === 'whole'
      const place = nameColumn >= 0 ? area! : isWhole ? root : ask.start?.area ?? null
      if (place === null) { nameless += 1; continue }
      if (isWhole !== (place === root)) { if (isWhole) wholeCells += 1; else totalCells += 1; continue }
      for (const { column, text: figure } of figuresOf(target, group, row)) {
        const [atRow, atColumn] = isTurned ? [column.place, r] : [r, column.place]
        cells.push({
          target, area: place, row: atRow, column: atColumn, text: figure, unit: column.unit, note: noteColumn === undefined || row[noteColumn.place] === '' ? null : row[noteColumn.place]!,
          isRepeated: block.repeated.has(`${atRow},${atColumn}`), isNear: isNear || column.isNear, isElsewhere: !ask.targets.includes(target) && !ask.alsoByName.includes(target), others: [],
        })
      }
    }
  })
  if (totalCells > 0) left.push({ kind: 'total', text: '', cells: totalCells })
  if (wholeCells > 0) left.push({ kind: 'whole', text: '', cells: wholeCells })
  if (nameless > 0) left.push({ kind: 'noName', text: '', cells: nameless })
  const once = oncePerCell(cells)
  return {
    form: 'names', isTurned, cells: once, names, left, areas: new Set(once.map(cell => cell.area)).size, targets: new Set(once.map(cell => cell.target)).size,
    problem: once.length > 0 || names.length > 0 ? null : { code: 'paste_nothing_laid', why: '认出了名称，但没有可以写入的数', fix: '把名称和数一起复制；只有一列数时，先点到要填的指标再粘贴' },
  }

  /** The first row of figures: one with a known place or a total, or below the targets' names one with a name and a number. */
  function firstOfBody(): number {
    if (nameColumn < 0) return found.targets.place + 1
    const known = found.areas < 0 ? -1 : rows.findIndex(row => isArea(row[nameColumn]!) || isTotalName(row[nameColumn]!))
    const after = found.targets.place >= 0 && (known < 0 || found.targets.place < known) ? found.targets.place : -1
    const named = rows.findIndex((row, r) => r > after && row[nameColumn] !== '' && !isAsideHead(row[nameColumn]!) && !isNameHead(row[nameColumn]!) && row.some((text, c) => c > nameColumn && isNumber(text)))
    return known < 0 ? Math.max(named, after + 1) : named < 0 ? known : Math.min(known, named)
  }

  /** Of several columns of one target the ones that hold its figure: numerator and denominator together, else the value. */
  function figuresOf(target: string, group: readonly Column[], row: readonly string[]): { column: Column, text: string }[] {
    const textOf = (column: Column): string => row[column.place]!
    const isRate = ask.index.targets.get(target)?.target.measure === 'rate' && ask.purpose === 'report'
    const numerator = group.find(column => column.role === 'numerator')
    const denominator = group.find(column => column.role === 'denominator')
    if (isRate && numerator !== undefined && denominator !== undefined) return [{ column: numerator, text: `${textOf(numerator)}/${textOf(denominator)}` }]
    const wanted = ask.purpose === 'allocation' ? 'goal' : 'value'
    const isWanted = group.some(column => column.role === wanted) ? (column: Column) => column.role === wanted : group.some(column => column.role === null) ? (column: Column) => column.role === null : () => true
    const chosen = group.filter(isWanted)
    return chosen.map(column => ({ column, text: textOf(column) }))
  }

  function columnsOf(): Column[] {
    const width = rows[0]?.length ?? 0
    const isTitle = (head: readonly string[]): boolean => { const texts = new Set(head.filter(text => text !== '')); return texts.size === 1 && books.targets.exact([...texts][0]!) === null }
    const texts = filledForward(heads.map((head, h) => (h < heads.length - 1 && isTitle(head) ? head.map(() => '') : head)))
    const general = heads.flat().map(text => (/单位/.test(text) && !isUnitHead(text) ? unitIn(text) : null)).find(unit => unit !== null) ?? null
    const list: (Column & { words: string })[] = []
    for (let c = 0; c < width; c++) {
      if (c === nameColumn || !body.some(row => row[c] !== '')) continue
      // Turned, the rows of the head have names of their own: 序号, 单位, 科室.
      const parts = texts.map((head, h) => ({ text: head[c]!, label: nameColumn < 0 ? '' : heads[h]![nameColumn]! }))
      const unitPart = parts.find(part => isUnitHead(part.label))?.text ?? null
      const said = [...new Set(parts.filter(part => part.text !== '' && !(isTurned && (isAsideHead(part.label) || roleOf(part.label) !== null))).map(part => part.text))].reverse()
      list.push(columnOf(c, said, unitPart, general))
    }
    return withoutHeads(list)
  }

  function columnOf(c: number, said: readonly string[], unitPart: string | null, general: string | null): Column & { words: string } {
    const words = said.join(' ')
    const named = said.find(text => { const meaning = books.targets.exact(text); return meaning !== null && meaning.sure })
    const likely = named ?? said.find(text => books.targets.find(text).sure) ?? said.find(text => roleOf(text) === null && books.targets.find(text).ids.length > 0)
    const others = said.filter(text => text !== likely && !isTotalName(text)).map(tidy).join('')
    const brackets = likely === undefined ? '' : /[([（【]([^)\]）】]*)[)\]）】]\s*$/u.exec(likely)?.[1] ?? ''
    const role = likely === undefined ? roleOf(said[0] ?? '') : roleOf(others) ?? roleOf(brackets) ?? roleOf(behindName(likely))
    const unit = unitPart ?? said.map(unitIn).find(one => one !== null) ?? general
    const column = { place: c, target: null, role, unit, isNear: false, words }
    const filled = body.filter(row => row[c] !== '').length
    if (said.length > 0 && said.every(isSerialHead)) { left.push({ kind: 'serial', text: words, cells: filled }); return { ...column, role: 'skip' } }
    if (said.some(isTotalName) && named === undefined) { totalColumns += filled; return { ...column, role: 'skip' } }
    if (likely === undefined || role === 'note') return column
    if (role === 'skip' || (role === 'goal' && ask.purpose === 'report') || (role === 'value' && ask.purpose === 'allocation')) {
      left.push({ kind: 'column', text: words, cells: filled })
      return { ...column, role: 'skip' }
    }
    const key = `${cross} ${c}`
    const target = idOf('target', key, likely, filled)
    return { ...column, target, isNear: isNearName(key) }
  }

  /** 完成 of 上门服务完成: what a head says behind the name itself. */
  function behindName(head: string): string {
    const target = ask.index.targets.get(books.targets.find(head).ids[0] ?? '')?.target
    const text = tidy(head)
    const name = [target?.name, target?.short].find(one => one !== undefined && text.startsWith(tidy(one)))
    return name === undefined ? '' : text.slice(tidy(name).length)
  }

  /** Columns whose head names no target: figures of the cursor's row where there is but one such column, else asked for. */
  function withoutHeads(list: (Column & { words: string })[]): Column[] {
    if (totalColumns > 0) left.push({ kind: 'total', text: '', cells: totalColumns })
    const listed = new Set(names.map(name => name.key))
    const open = list.filter(column => column.target === null && column.role !== 'note' && column.role !== 'skip' && !listed.has(`${cross} ${column.place}`))
    const figures = open.filter(column => body.some(row => hasDigit(row[column.place]!)) || (ask.purpose === 'report' && isStageTarget(ask) && !list.some(one => one.target !== null)))
    const wordy = open.filter(column => !figures.includes(column))
    for (const column of wordy) if (column.words !== '') left.push({ kind: 'words', text: column.words, cells: body.filter(row => row[column.place] !== '').length })
    const serials = figures.filter(column => column.words === '' && column.place < nameColumn && isCounting(body.map(row => row[column.place]!)))
    if (serials.length > 0) left.push({ kind: 'serial', text: '', cells: body.length * serials.length })
    const rest = figures.filter(column => !serials.includes(column))
    const cursor = ask.start?.target ?? (ask.targets.length === 1 ? ask.targets[0]! : null)
    const isNamed = list.some(column => column.target !== null) || listed.size > 0
    const wanted = ask.purpose === 'allocation' ? 'goal' : 'value'
    const byRole = rest.filter(column => column.role === wanted)
    const pair = rest.filter(column => column.role === 'numerator' || column.role === 'denominator')
    const mine = rest.length === 1 ? rest : pair.length === 2 && cursor !== null && ask.index.targets.get(cursor)?.target.measure === 'rate' ? pair : byRole.length === 1 ? byRole : []
    if (!isNamed && cursor !== null && mine.length > 0 && !mine.some(column => choices.has(`${cross} ${column.place}`))) {
      for (const column of rest) if (!mine.includes(column)) left.push({ kind: 'column', text: column.words, cells: body.length })
      return list.map(column => (mine.includes(column) ? { ...column, target: cursor } : column))
    }
    return list.map(column => (rest.includes(column) && !(column.role === 'goal' && ask.purpose === 'report')
      ? { ...column, target: idOf('target', `${cross} ${column.place}`, column.words, body.filter(row => row[column.place] !== '').length) } : column))
  }
}

const isStageTarget = ({ index, start, targets }: MatchAsk): boolean => index.targets.get(start?.target ?? targets[0] ?? '')?.target.measure === 'qualitative'

function groupBy(columns: readonly Column[]): Map<string, Column[]> {
  const groups = new Map<string, Column[]>()
  for (const column of columns) groups.set(column.target!, [...groups.get(column.target!) ?? [], column])
  return groups
}

/** 1, 2, 3 … */
function isCounting(texts: readonly string[]): boolean {
  const numbers = texts.filter(text => text !== '').map(Number)
  return numbers.length > 1 && numbers.every((number, i) => Number.isInteger(number) && number === numbers[0]! + i) && numbers[0]! <= 1
}

/** Without any known place: the first column of words below the heads may hold names that are not known. */
function namelessColumn(rows: Rows, headRow: number): number {
  const body = rows.slice(headRow + 1)
  if (body.length < 2) return -1
  return (rows[0] ?? []).findIndex((_, c) => body.filter(row => row[c] !== '' && !hasDigit(row[c]!)).length * 2 > body.length)
}

/** In upper rows of a head, plain text leaves the rest of a merged name empty. */
function filledForward(heads: Rows): Rows {
  return heads.map((head, h) => (h === heads.length - 1 ? head : head.reduce<string[]>((row, text, c) => {
    row.push(text === '' && c > 1 && heads[heads.length - 1]![c] !== '' ? row[c - 1]! : text)
    return row
  }, [])))
}
