/** What a copied cell says for a target: nothing, a text that `checkEntry` reads, or something that is no figure. Units of ten thousands are worked out. */
import type { Target } from '../domain/plan'
import type { Problem } from '../domain/problem'

export type BlockValue =
  | { kind: 'nothing' }
  /** `doubt`: it was read in another way than it stands there. */
  | { kind: 'input', input: string, doubt: Problem | null }
  | { kind: 'bad', problem: Problem, fixes: readonly string[] }

const scales: Readonly<Record<string, number>> = { '': 1, '千': 1e3, '万': 1e4, '亿': 1e8 }

/** 万元 → 10,000 of 元. */
function unitParts(unit: string): { scale: number, base: string } {
  const parts = /^([千万亿]?)(.*)$/.exec(unit.normalize('NFKC').trim())!
  return { scale: scales[parts[1]!]!, base: parts[2]! }
}

const bad = (code: string, why: string, fix: string, ...fixes: string[]): BlockValue => ({ kind: 'bad', problem: { code, why, fix }, fixes })
const numbered = /^([+-]?(?:\d[\d,]*(?:\.\d+)?|\.\d+))([千万亿]?)([^\d\s]*)$/u
const exact = (value: number): string => String(Number(value.toPrecision(15)))

/** Reads one cell. `unit` is what the head of its column or row says it is in; null where it says nothing. */
export function readValue(target: Target, text: string, unit: string | null): BlockValue {
  const shown = text.normalize('NFKC').trim()
  if (shown === '' || /^(?:[-\u2013\u2014\u2015_/\\]+|无|暂无|空|n\/a)$/i.test(shown)) return { kind: 'nothing' }
  if (/^#(?:ref|value|n\/a|div\/0|name|null|num|spill|calc)[!?]*$/i.test(shown)) return bad('cell_formula_error', `“${shown}”是公式出错`, '在原表改好公式再粘贴，或直接填数')
  if (/^#+$/.test(shown)) return bad('cell_too_narrow', '列太窄，复制到的是“###”', '在原表把列拉宽再复制，或直接填数')
  if (target.measure === 'qualitative' || target.measure === 'milestone') return { kind: 'input', input: shown, doubt: null }
  if (target.measure === 'rate') {
    const day = /^(\d{1,2})月(\d{1,2})日$/.exec(shown)
    return day === null ? { kind: 'input', input: shown, doubt: null } : bad('cell_became_date', `“${shown}”：Excel 把比率变成了日期`, `要改成 ${day[1]}/${day[2]} 吗？`, `${day[1]}/${day[2]}`)
  }
  const parts = numbered.exec(shown.replace(/(?<=\d)\s(?=\d{3})/g, ''))
  if (parts === null) return { kind: 'input', input: shown, doubt: null }
  const value = Number(parts[1]!.replaceAll(',', ''))
  const own = unitParts(target.unit)
  if (parts[2] !== '' || parts[3] !== '') {
    // The cell says its unit itself.
    const scale = scales[parts[2]!]!
    const isSame = parts[3] === own.base || (parts[3] === '' && parts[2] !== '')
    return { kind: 'input', input: isSame ? exact(value * scale / own.scale) : shown, doubt: null }
  }
  const said = unit === null ? null : unitParts(unit)
  if (said === null || said.base !== own.base || said.scale === own.scale) return { kind: 'input', input: shown, doubt: null }
  const input = exact(value * said.scale / own.scale)
  return { kind: 'input', input, doubt: { code: 'unit_converted', why: `表头写“${unit}”，${shown} 按 ${input} ${target.unit} 算`, fix: '对就确认；不对就改' } }
}

/** The unit that a head names: （万元）, 单位：元; null where none. */
export function unitIn(head: string): string | null {
  const text = head.normalize('NFKC')
  const said = /单位[:\s]*([^\s(),;。]{1,6})/.exec(text)?.[1]
  return said ?? /[([]([^()[\]]{1,5})[)\]]\s*$/.exec(text)?.[1] ?? null
}
