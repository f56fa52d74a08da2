import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarText } from '../../src/domain/calendarFile'

const stamp = '2020-09-15T08:30:05.123Z'
const bytes = new TextEncoder()

/** A parser of its own: unfolds, splits at the first colon outside quotes, unescapes. */
function readCalendar(text: string): { name: string, parameters: string, value: string }[] {
  expect(text.endsWith('\r\n')).toBe(true)
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  return text.replaceAll('\r\n ', '').trimEnd().split('\r\n').map(line => {
    const colon = line.indexOf(':')
    const [name, ...parameters] = line.slice(0, colon).split(';')
    return { name: name!, parameters: parameters.join(';'), value: line.slice(colon + 1).replace(/\\([\\;,nN])/g, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign)) }
  })
}

const one = (more: Partial<Parameters<typeof calendarText>[0][number]> = {}) => ({ uid: 'slip-1@test', day: '2020-12-31', summary: '到期', description: '', ...more })

test('a whole day without time or zone, its end the day after, stamped as told', () => {
  const lines = readCalendar(calendarText([one()], { name: '待办', stamp }))
  expect(lines.map(line => [line.name, line.parameters, line.value])).toEqual([
    ['BEGIN', '', 'VCALENDAR'], ['VERSION', '', '2.0'], ['PRODID', '', '-//Guatu//Guatu//ZH'], ['CALSCALE', '', 'GREGORIAN'], ['METHOD', '', 'PUBLISH'], ['NAME', '', '待办'], ['X-WR-CALNAME', '', '待办'],
    ['BEGIN', '', 'VEVENT'], ['UID', '', 'slip-1@test'], ['DTSTAMP', '', '20200915T083005Z'], ['DTSTART', 'VALUE=DATE', '20201231'], ['DTEND', 'VALUE=DATE', '20210101'], ['SUMMARY', '', '到期'], ['TRANSP', '', 'TRANSPARENT'], ['END', '', 'VEVENT'],
    ['END', '', 'VCALENDAR'],
  ])
})

test.each(['“四帮四扶”；家庭, 第\\1批:甲;乙', '𠮷野家𡃁养老院'.repeat(12), 'é'.repeat(90), '行一\r\n行二\n行三', 'BEGIN:VEVENT\r\nEND:VCALENDAR', ' 前后空格 ', ''])('%s comes back as it was, no line over 75 octets', summary => {
  const text = calendarText([one({ summary, description: summary })], { name: summary, stamp })
  for (const line of text.split('\r\n')) expect(bytes.encode(line).length).toBeLessThanOrEqual(75)
  const lines = readCalendar(text)
  expect(lines.filter(line => line.name === 'SUMMARY').map(line => line.value)).toEqual([summary.replaceAll('\r\n', '\n')])
  expect(lines.filter(line => line.name === 'BEGIN')).toHaveLength(2)
})

test('any text comes back, apart from controls and halves of characters; UIDs stay plain and apart', () => fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 4 }), texts => {
  const text = calendarText(texts.map((summary, i) => one({ summary, uid: `督办单/${i} ${summary}` })), { name: 'x', stamp })
  for (const line of text.split('\r\n')) expect(bytes.encode(line).length).toBeLessThanOrEqual(75)
  const lines = readCalendar(text)
  expect(lines.filter(line => line.name === 'SUMMARY').map(line => line.value)).toEqual(texts.map(value => value.replace(/\r\n|\r|[\u2028\u2029\u0085]/g, '\n').replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')))
  const ids = lines.filter(line => line.name === 'UID').map(line => line.value)
  expect(ids.every(id => /^[\w.@-]+$/.test(id))).toBe(true)
  expect(new Set(ids).size).toBe(texts.length)
}), { numRuns: 60 }))
