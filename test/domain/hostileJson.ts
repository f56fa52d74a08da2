/**
 * JSON that means harm, made in code: files that are no JSON at all, and a good file changed in one place. Every border of the app is held against the same list
 * (reliability.md 5, goal 13).
 */
import { gzipSync } from 'node:zlib'

/** Where in a good file the changes are made: paths of keys. Left out where the file has no such field. */
export interface Places {
  /** A text that people read. */
  name: readonly string[]
  /** A name that machines use. */
  id: readonly string[]
  day?: readonly string[]
  /** A number that cannot be negative. */
  count?: readonly string[]
  /** A web address. */
  url?: readonly string[]
}

type Fields = Record<string, unknown>

/** The good value with one place changed. */
export function changed(good: string, path: readonly string[], value: unknown): unknown {
  const copy = JSON.parse(good) as Fields
  const last = path.at(-1)!
  const holder = path.slice(0, -1).reduce<Fields>((at, key) => at[key] as Fields, copy)
  holder[last] = value
  return copy
}

const mark = 'the-place-of-the-literal'
/** The good text with a literal at a place that JSON.stringify would not write. */
export const withLiteral = (good: string, path: readonly string[], literal: string): string => JSON.stringify(changed(good, path, mark)).replace(`"${mark}"`, () => literal)

const bytesAsText = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const utf16 = (text: string, isBig: boolean): string => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return bytesAsText(isBig ? bytes.swap16() : bytes)
}

/** What is no file of ours at all, whatever the border. */
export function brokenTexts(good: string): [name: string, text: string][] {
  return [
    ['empty', ''], ['spaces', '  \n\t '], ['a byte order mark alone', '\ufeff'], ['two byte order marks', `\ufeff\ufeff${good}`],
    ['a page of a proxy', '<!doctype html><html><head><title>502 Bad Gateway</title></head><body><script>alert(1)</script></body></html>'],
    ['XML with entities', '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'],
    ['gzip', bytesAsText(gzipSync(good))], ['a zip', `PK\u0003\u0004${good}`], ['UTF-16, little end first', utf16(good, false)], ['UTF-16, big end first', utf16(good, true)], ['NUL first', `\0${good}`], ['only NUL', '\0'.repeat(4_096)],
    ['cut in half', good.slice(0, good.length >> 1)], ['the last sign missing', good.trimEnd().slice(0, -1)], ['rubbish behind', `${good.trimEnd()}x`], ['twice in one', good.trimEnd() + good.trimEnd()],
    ['in a list', `[${good.trimEnd()}]`], ['as a text', JSON.stringify(good)], ['null', 'null'], ['true', 'true'], ['a number', '1'], ['a text', '"x"'], ['a list', '[]'], ['an empty object', '{}'], ['NaN', 'NaN'], ['1e309 alone', '1e309'],
    ['a comment', `/* x */ ${good}`], ['a comma too many', good.trimEnd().replace(/\}$/, ',}')], ['single quotes', good.replaceAll('"', "'")], ['names without quotes', good.replace(/"(\w+)":/g, '$1:')], ['a raw control character', good.replace(':"', ':"\u0001')],
    ['a script', `alert(1)//${good}`], ['JSONP', `callback(${good.trimEnd()})`], ['an undefined', good.replace(/:"[^"]*"/, ':undefined')],
    ['200,000 open lists', '['.repeat(200_000)], ['200,000 open objects', '{"a":'.repeat(200_000)], ['200,000 lists, closed', '['.repeat(200_000) + ']'.repeat(200_000)],
    ['a million numbers', `[${'1,'.repeat(1_000_000)}1]`], ['100,000 names', `{${Array.from({ length: 100_000 }, (_, i) => `"k${i}":0`).join()}}`],
  ]
}

/** 100 MB: apart from the others, since it is heavy to make. */
export const hugeText = (): string => `{"a":"${'x'.repeat(100_000_000)}"}`

/** A good file changed in one place so that it must not be believed. */
export function poisonedTexts(good: string, { name, id, day, count, url }: Places): [name: string, text: string][] {
  const at = (path: readonly string[], value: unknown): string => JSON.stringify(changed(good, path, value))
  const first = /"(\w+)":/.exec(good)![1]!
  const inside = (text: string): string => good.replace('{', () => `{${text},`)
  const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)
  return [
    ['__proto__', inside('"__proto__":{"polluted":1}')], ['__proto__ in disguise', inside('"\\u005f_proto__":{"polluted":1}')], ['__proto__ below', withLiteral(good, name, '{"__proto__":{"polluted":1}}')],
    ['constructor.prototype', inside('"constructor":{"prototype":{"polluted":1}}')], ['toJSON and toString', inside('"toJSON":1,"toString":1')],
    ['a name twice', inside(`"${first}":"other"`)], ['a name twice below', good.replace(/"(\w+)":\{/, (all, key: string) => `"${key}":{},${all}`)],
    ['1e309', withLiteral(good, count ?? name, '1e309')], ['-1e309', withLiteral(good, count ?? name, '-1e309')], ['30 digits', withLiteral(good, count ?? name, '123456789012345678901234567890')],
    ['40 decimals', withLiteral(good, count ?? name, '0.1234567890123456789012345678901234567891')], ['-0', withLiteral(good, count ?? name, '-0')], ['less than the least', withLiteral(good, count ?? name, '1e-400')],
    ['a lone high surrogate', withLiteral(good, name, '"x\\ud800"')], ['a lone low surrogate', withLiteral(good, name, '"\\udc00x"')], ['an escaped NUL', withLiteral(good, name, '"a\\u0000b"')],
    ['right to left in a name', at(name, '甲\u202e乙')], ['isolates in a name', at(name, '甲\u2066乙')], ['zero width in a name', at(name, '甲\u200b乙')], ['a byte order mark in a name', at(name, '甲\ufeff乙')], ['U+FFFE in a name', at(name, '甲\ufffe乙')],
    ['a name of a million', at(name, '长'.repeat(1_000_001))], ['a name as a list', at(name, ['甲'])], ['a name as an object', at(name, { toString: '甲' })], ['a name as a number', at(name, 5)], ['a name as true', at(name, true)],
    ['an id with a path', at(id, '../../etc/passwd')], ['an id with a slash', at(id, 'a/b')], ['an id with a backslash', at(id, 'C:\\x')], ['an id of two dots', at(id, '..')], ['an id of direction', at(id, 'a\u202eb')],
    ['an id with NUL', withLiteral(good, id, '"a\\u0000b"')], ['an id of 10,000 signs', at(id, 'a'.repeat(10_000))], ['an id as a number', at(id, 5)], ['an id as null', at(id, null)], ['an id as a list', at(id, ['a'])], ['no id', at(id, undefined)],
    ['33 levels', withLiteral(good, name, deep(33))], ['200,000 levels inside', withLiteral(good, name, deep(200_000))],
    ...(day === undefined ? [] : [['30 February', at(day, '2026-02-30')], ['month 13', at(day, '2026-13-01')], ['day 0', at(day, '2026-01-00')], ['an instant for a day', at(day, '2026-01-01T00:00:00Z')], ['year 10000', at(day, '+010000-01-01')], ['a day as a number', at(day, 20260101)], ['a day as null', at(day, null)], ['a day with a script', at(day, '2026-01-01<script>')]] as [string, string][]),
    ...(count === undefined ? [] : [['a negative count', at(count, -5)], ['a count as a text', at(count, '5')], ['a count as a list', at(count, [5])], ['a count as true', at(count, true)]] as [string, string][]),
    ...(url === undefined ? [] : ['javascript:alert(1)', 'java\nscript:alert(1)', ' javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,<script>alert(1)</script>', 'vbscript:x', 'file:///etc/passwd', 'blob:x', '//evil.example/x', 'https:javascript:alert(1)', 'https://a.example/"onclick="x', 'http://a b'].map(link => [`the address ${JSON.stringify(link)}`, at(url, link)] as [string, string])),
  ]
}

/** What all objects and lists share, to be compared before and after. */
export const sharedState = (): string => JSON.stringify([Object.prototype, Array.prototype, Function.prototype, String.prototype].map(shared => Reflect.ownKeys(shared).map(String).sort()))
