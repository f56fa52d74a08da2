/** How own sheets were mapped, by shape, kept on this device. Forgotten where nothing can be kept. */
import type { Mapping } from '../../domain/fileShape'
import { readMapping } from '../../domain/fileShape'
import { sha256Hex } from '../../domain/hash'

const keyOf = (plan: string): string => `guatu.shapes.${plan}`
const most = 60

function stored(plan: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(plan)) ?? '{}')
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : {}
  } catch {
    return {}
  }
}

const nameOf = (shape: string): string => sha256Hex(shape).slice(0, 16)

export const mappingOf = (plan: string, shape: string): Mapping | null => readMapping(stored(plan)[nameOf(shape)])

export function keepMapping(plan: string, shape: string, mapping: Mapping): void {
  const { [nameOf(shape)]: _before, ...others } = stored(plan)
  try {
    localStorage.setItem(keyOf(plan), JSON.stringify(Object.fromEntries([...Object.entries(others).slice(1 - most), [nameOf(shape), mapping]])))
  } catch { /* asked again next time */ }
}
