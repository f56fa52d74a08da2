/** A block without names, laid out from where the cursor stands: rows on the screen by places. A single target takes a line of figures either way. */
import type { Block } from './block'
import type { BlockMatch, MatchAsk, MatchedCell } from './blockMatch'

export function layFromCursor(block: Block, ask: MatchAsk): BlockMatch {
  const { index, start, targets } = ask
  const empty: BlockMatch = { form: 'cursor', isTurned: false, cells: [], names: [], left: [], areas: 0, targets: 0, problem: null }
  const first = start === null ? -1 : targets.indexOf(start.target)
  if (start === null || first < 0) return { ...empty, problem: { code: 'paste_no_names', why: '粘贴的内容里没有认出镇街或指标的名称', fix: '先点一格作为起点再粘贴，或把名称一起复制' } }
  const { rows } = block
  const isDown = targets.length === 1 && rows[0]!.length === 1 && rows.length > 1
  const lines = isDown ? [rows.map(row => row[0]!)] : rows
  const places = index.root.leaves.map(leaf => leaf.area.code)
  const from = Math.max(0, places.indexOf(start.area))
  const cells: MatchedCell[] = []
  let outside = 0
  let whole = 0
  lines.forEach((line, r) => line.forEach((text, c) => {
    if (text === '') return
    const target = targets[first + r]
    const isWhole = target !== undefined && index.targets.get(target)?.target.scope === 'whole'
    const area = isWhole ? (c === 0 ? index.root.area.code : undefined) : places[from + c]
    if (target === undefined || (area === undefined && !isWhole)) { outside += 1; return }
    if (area === undefined) { whole += 1; return }
    const [row, column] = isDown ? [c, r] : [r, c]
    cells.push({ target, area, row, column, text, unit: null, note: null, isRepeated: block.repeated.has(`${row},${column}`), isNear: false, isElsewhere: false, others: [] })
  }))
  return {
    ...empty, cells, areas: new Set(cells.map(cell => cell.area)).size, targets: new Set(cells.map(cell => cell.target)).size,
    left: [...(outside > 0 ? [{ kind: 'outside' as const, text: '', cells: outside }] : []), ...(whole > 0 ? [{ kind: 'whole' as const, text: '', cells: whole }] : [])],
  }
}
