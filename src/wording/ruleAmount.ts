/** A threshold of the rules as it is said. Chinese. */
import type { LampRules } from '../domain/lampRules'

const digits = (share: number): string => String(Number((Math.abs(share) * 100).toFixed(4)))

/** A distance as it is said, with the space before it:  5 个百分点, 应达进度的 50%; `isBare`: only  30, 50%. */
export function amountOf(rules: LampRules, share: number, isBare = false): string {
  if (rules.mode === 'pp') return isBare ? ` ${digits(share)}` : ` ${digits(share)} 个百分点`
  return isBare ? ` ${digits(share)}%` : `应达进度的 ${digits(share)}%`
}
