/** Fields of a pack's plain tables: what may stand in each, and reading what was typed. Pure. */

export interface Choice { value: string, text: string }
export interface Field {
  key: string
  label: string
  kind: 'text' | 'number' | 'check' | 'choice' | 'many'
  /** `choice` and `many`: what can be chosen. */
  choices?: readonly Choice[]
  /** Blank is null (`number`, `choice`) or left out (`check`). */
  isOptional?: boolean
  /** Word of the blank choice. */
  blank?: string
  least?: number
  most?: number
  /** Whole numbers unless it is set. */
  isFraction?: boolean
  longest?: number
  width?: 'slim' | 'wide'
}
export type FieldValue = string | number | boolean | null | readonly string[]

/** What was typed as a value; undefined where it is none. `stray`: the first name that is unknown. */
export function readField({ kind, isOptional = false, least, most, isFraction = false, choices = [] }: Field, text: string): { value: FieldValue } | { stray: string } {
  const plain = text.trim()
  if (kind === 'number') {
    if (plain === '') return isOptional ? { value: null } : { stray: '' }
    const value = Number(plain.replace(/[−－]/g, '-').replace(/[０-９．]/g, one => String.fromCharCode(one.charCodeAt(0) - 0xfee0)))
    const isFit = Number.isFinite(value) && (isFraction || Number.isInteger(value)) && (least === undefined || value >= least) && (most === undefined || value <= most)
    return isFit ? { value } : { stray: plain }
  }
  if (kind === 'many') {
    const names = plain.split(/[、,，;；\s]+/).filter(name => name !== '')
    const stray = names.find(name => !choices.some(one => one.text === name || one.value === name))
    return stray === undefined ? { value: [...new Set(names.map(name => choices.find(one => one.text === name || one.value === name)!.value))] } : { stray }
  }
  if (kind === 'choice') return { value: plain === '' && isOptional ? null : plain }
  return { value: text }
}

/** A value as it stands in its field. */
export function fieldText({ kind, choices = [] }: Field, value: unknown): string {
  if (value === null || value === undefined) return ''
  if (kind === 'many') return (value as readonly string[]).map(one => choices.find(choice => choice.value === one)?.text ?? one).join('、')
  return String(value)
}

export type Path = readonly (string | number)[]

/** A copy with one value set, everything else shared; undefined takes the key away. */
export function withValue<T>(of: T, [key, ...rest]: Path, value: unknown): T {
  if (key === undefined) return value as T
  if (Array.isArray(of)) return of.map((one, i) => (i === key ? withValue(one, rest, value) : one)) as T
  const { [key]: old, ...others } = of as Record<string | number, unknown>
  const fresh = withValue(old, rest, value)
  return (fresh === undefined ? others : { ...(of as object), [key]: fresh }) as T
}

/** `slips.levels[0].word`, as problems name it. */
export const pathText = (path: Path): string => path.map(part => (typeof part === 'number' ? `[${part}]` : `.${part}`)).join('').replace(/^\./, '')

/** An id that none of them has: level-3. */
export function freshId(all: readonly { id: string }[], stem: string): string {
  for (let n = all.length + 1; ; n++) if (!all.some(one => one.id === `${stem}-${n}`)) return `${stem}-${n}`
}
