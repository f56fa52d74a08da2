/** Every problem code that the code can give has its English words; both languages have the same shape. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { en } from '../../src/app/messages/en'
import { enProblems } from '../../src/app/messages/enProblems'
import { zhCN } from '../../src/app/messages/zhCN'

const source = join(import.meta.dirname, '../../src')
const files = ['domain', 'ledger', 'stores'].flatMap(room => readdirSync(join(source, room)).map(file => readFileSync(join(source, room, file), 'utf8')))
const codes = new Set(files.flatMap(text => [
  ...text.matchAll(/(?:code: |trouble\(|refuse\(|bad\(|problem\(|say\(|refusal\(|failure(?:<[^>]*>)?\()'([a-z_]+)'/g),
  ...(text.includes('const catalogue = {') ? text.matchAll(/^ {2}([a-z_]+): \[/gm) : []),
].map(match => match[1]!)))

it('no problem is without English words', () => {
  expect(codes.size).toBeGreaterThan(60)
  expect([...codes].filter(code => enProblems[code] === undefined).sort()).toEqual([])
})

function shapeOf(value: unknown, path = ''): string[] {
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, one]) => shapeOf(one, `${path}.${key}`)) : [`${path}:${typeof value}`]
}

it('both languages say the same things', () => {
  expect(shapeOf(en).sort()).toEqual(shapeOf(zhCN).sort())
})
