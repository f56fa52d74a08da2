/** Every problem code that the code can give has its English words; both languages have the same shape. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { en } from '../../src/app/messages/en'
import { enProblems } from '../../src/app/messages/enProblems'
import { zhCN } from '../../src/app/messages/zhCN'
import { enHelp } from '../../src/views/help/enHelp'
import { zhHelp } from '../../src/views/help/zhHelp'

const source = join(import.meta.dirname, '../../src')
const files = ['domain', 'ledger', 'sync', 'stores', 'exports'].flatMap(room => readdirSync(join(source, room)).map(file => readFileSync(join(source, room, file), 'utf8')))
const codes = new Set(files.flatMap(text => [
  ...text.matchAll(/(?:code: |trouble\(|refuse\(|bad\(|problem\(|say\(|refusal\(|wrong\(|failure(?:<[^>]*>)?\()'([a-z_]+)'/g),
  ...(text.includes('const catalogue = {') ? text.matchAll(/^ {2}([a-z_]+): \[/gm) : []),
].map(match => match[1]!)))

it('no problem is without English words', () => {
  expect(codes.size).toBeGreaterThan(60)
  expect([...codes].filter(code => enProblems[code] === undefined).sort()).toEqual([])
})

/** Words that load later: every pair of exports zhName and enName anywhere under components and views. */
const modules: Record<string, Record<string, unknown>> = import.meta.glob(['../../src/{components,views}/**/*.ts', '../../src/wording/forecastWords.ts', '!**/help/**'], { eager: true })
const laterWords = new Map(Object.values(modules).flatMap(file => Object.entries(file).filter(([name]) => /^(?:zh|en)[A-Z]/.test(name))))
const pairs = [...laterWords.keys()].filter(name => name.startsWith('zh')).map(name => [name, `en${name.slice(2)}`] as const)

function shapeOf(value: unknown, path = ''): string[] {
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, one]) => shapeOf(one, `${path}.${key}`)) : [`${path}:${typeof value}`]
}

it('both languages say the same things', () => {
  expect(shapeOf(en).sort()).toEqual(shapeOf(zhCN).sort())
})

it('so do the words that load later, and the manual has the same parts and keys', () => {
  expect(pairs.length).toBeGreaterThan(3)
  expect(laterWords.size).toBe(pairs.length * 2)
  for (const [zh, en] of pairs) expect([zh, shapeOf(laterWords.get(en)).sort()]).toEqual([zh, shapeOf(laterWords.get(zh)).sort()])
  expect(enHelp.parts.map(part => part.lines.length > 0)).toEqual(zhHelp.parts.map(part => part.lines.length > 0))
  expect(enHelp.keyGroups.map(group => group.keys.map(line => line.keys))).toEqual(zhHelp.keyGroups.map(group => group.keys.map(line => line.keys)))
})

/** Every text, also what the functions of the words make of samples. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value === 'function') { try { return textsOf((value as (...parts: unknown[]) => unknown)(3, 2, 1)) } catch { return [] } }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

it('no Chinese is left in the English words', () => {
  const left = [...textsOf(en), ...pairs.flatMap(([, en]) => textsOf(laterWords.get(en))), ...textsOf(enHelp)].filter(text => /[\u4e00-\u9fff]/.test(text))
  expect(left).toEqual([])
})
