/** First look at a foreign JSON text, before any parser of shapes: size, depth, forbidden keys, numbers that are none. */
import type { Problem } from './problem'
import { saysMore } from './silentJson'

/** Characters of a plan file that is still read; a county's plan is about 60,000. */
export const longestJson = 20_000_000
const deepest = 32

export type Read = { ok: true, value: unknown } | { ok: false, problem: Problem }

const refusal = (code: string, why: string, fix: string, path?: string): Read => ({ ok: false, problem: { code, why, fix, ...(path !== undefined && { path }) } })

/** Nesting depth of a JSON text, counted outside strings; stops at `limit` + 1. */
export function depthOf(text: string, limit: number): number {
  let depth = 0
  let most = 0
  let isInString = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (isInString) {
      if (code === 92) i++
      else if (code === 34) isInString = false
    } else if (code === 34) isInString = true
    else if (code === 123 || code === 91) {
      depth++
      if (depth > most) most = depth
      if (most > limit) return most
    } else if (code === 125 || code === 93) depth--
  }
  return most
}

/**
 * Parses a JSON text that may be hostile, of `longest` characters at most. What comes back has no `__proto__` keys, no name twice, and only
 * numbers as they were written (reliability.md 5).
 */
export function readJson(text: string, longest = longestJson): Read {
  if (text.length > longest) return refusal('file_too_large', `文件有 ${Math.round(text.length / 1e6)} 兆，超过 ${Math.round(longest / 1e6)} 兆`, '确认选对了文件；工作计划通常不到 1 兆')
  if (depthOf(text, deepest) > deepest) return refusal('nested_too_deep', `括号嵌套超过 ${deepest} 层`, '确认这是挂图的工作计划文件')
  let value: unknown
  try {
    value = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
  } catch (error) {
    return refusal('not_json', `不是 JSON 文件（${error instanceof Error ? error.message.slice(0, 120) : ''}）`, '用导出的计划文件，或请制作人检查括号和逗号')
  }
  const found = forbidden(value)
  if (found !== null) return { ok: false, problem: found }
  return saysMore(text, value) ? refusal('file_silent', '有写了两次的字段名，或计算机不能照原样保存的数（位数太多、负零）', '请制作人改正后重新导出') : { ok: true, value }
}

/** The path is put together only where something is found: a list may hold a million numbers. */
function forbidden(value: unknown, path = ''): Problem | null {
  if (typeof value === 'number' && !Number.isFinite(value))
    return { code: 'number_not_finite', path, why: '数字太大，计算机无法表示', fix: '改成实际的数' }
  if (typeof value !== 'object' || value === null) return null
  if (Array.isArray(value)) {
    for (const [i, one] of value.entries()) if (typeof one === 'object' || one === Infinity || one === -Infinity) {
      const below = forbidden(one, `${path}[${i}]`)
      if (below !== null) return below
    }
    return null
  }
  for (const key of Object.keys(value)) {
    const at = path === '' ? key : `${path}.${key}`
    if (key === '__proto__' || key === 'constructor' || key === 'prototype')
      return { code: 'forbidden_key', path: at, why: `字段名 ${key} 不允许出现`, fix: '删去这个字段；文件可能被人改过' }
    const below = forbidden((value as Record<string, unknown>)[key], at)
    if (below !== null) return below
  }
  return null
}
