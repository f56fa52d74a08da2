/** The receipt of a returned file: a code that follows from its figures alone, so that the sender can compare it. */
import { canonicalJson, sha256Hex } from './hash'
import type { IncomingFile } from './incoming'

/** `C42A-3214`: the first 8 hex digits of SHA-256 over plan and figures, sorted; names, times and order of the file do not matter. */
export function receiptCode(plan: string, file: IncomingFile): string | null {
  if (!file.read.ok) return null
  const lines = file.read.entries.flatMap(({ target, area, at, input, payload }) => (payload === undefined && input.trim() === '' ? [] : [`${target}|${area}|${at}|${payload === undefined ? input.normalize('NFKC').trim() : canonicalJson(payload)}`]))
  const hash = sha256Hex([plan, ...lines.sort()].join('\n')).slice(0, 8).toUpperCase()
  return `${hash.slice(0, 4)}-${hash.slice(4)}`
}
