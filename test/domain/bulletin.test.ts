/** Bulletins in the ledger: versions append, the latest holds, an issued one is locked until it is opened again. */
import { expect, it } from 'vitest'
import type { LedgerEvent } from '../../src/domain/event'
import type { BulletinText } from '../../src/domain/meetingEvents'
import { bulletinsOf, isSameText, lengthOf } from '../../src/domain/bulletin'
import { decide } from '../../src/domain/decide'
import { foldEvents } from '../../src/domain/history'
import { late, makeEvent, worldOf } from './makers'

const text = (more: Partial<BulletinText> = {}): BulletinText => ({
  id: 'b1', form: 'bulletin', title: '推进情况的通报', number: '第1期', addressee: '各镇', snapshot: 'a'.repeat(64), asOf: '2020-06-30', knownAt: '2020-07-01', hasAnnex: true, isIssued: false,
  blocks: [{ kind: 'heading', level: 1, text: '一、总体 情况' }, { kind: 'paragraph', runs: ['共', { text: '5', origin: { of: 'count', count: 'targets' } }, '项。'] }], ...more,
})
const saved = (more: Partial<BulletinText>, minute: string, at = '2020-07-01'): LedgerEvent => makeEvent('bulletin', at, { ...text(more) }, { recordedAt: `2020-07-01T00:${minute}:00.000Z/0000/dev-0000000000000001` })
const history = (events: readonly LedgerEvent[]) => foldEvents(worldOf({}).index, events)
const now = { today: '2020-07-02', limit: '9' }
const decided = (events: readonly LedgerEvent[], more: Partial<BulletinText>) => decide(history(events), { kind: 'bulletin', at: '2020-07-02', ...text(more) }, now)

it('every version stays, the last recorded holds, in any order of arrival', () => {
  const events = [saved({}, '10'), saved({ title: '改过的通报' }, '20', '2020-06-30'), saved({ id: 'b2' }, '15')]
  for (const order of [events, [...events].reverse()]) {
    const list = bulletinsOf(history(order), late)
    expect(list.map(one => [one.id, one.latest.text.title, one.versions.length])).toEqual([['b1', '改过的通报', 2], ['b2', '推进情况的通报', 1]])
  }
  expect(bulletinsOf(history(events), '2020-07-01T00:12:00.000Z').map(one => one.latest.text.title)).toEqual(['推进情况的通报'])
})

it('one without a title, or with a figure that has no origin, is refused', () => {
  expect(decided([], {})).toMatchObject({ ok: true, draft: { type: 'bulletin', at: '2020-07-02' } })
  expect(decided([], { title: '  ' })).toMatchObject({ ok: false, problem: { code: 'bulletin_title' } })
  expect(decided([], { blocks: [{ kind: 'paragraph', runs: [{ text: '5', origin: { of: 'figure', target: '1.1-1', area: null, field: 'lamp' as 'gap' } }] }] })).toMatchObject({ ok: false, problem: { code: 'payload_unfit' } })
})

it('an issued one is changed only after it was opened again', () => {
  const issued = [saved({}, '10'), saved({ isIssued: true }, '20')]
  expect(decided(issued, { title: '另一个标题' })).toMatchObject({ ok: false, problem: { code: 'bulletin_issued' } })
  expect(decided(issued, { isIssued: true, number: '第2期' })).toMatchObject({ ok: false, problem: { code: 'bulletin_issued' } })
  expect(decided(issued, {})).toMatchObject({ ok: true })
  expect(decided([...issued, saved({}, '30')], { title: '另一个标题' })).toMatchObject({ ok: true })
  expect(decided(issued, { id: 'b9', title: '别的通报' })).toMatchObject({ ok: true })
})

it('length counts what is read, without blanks and without the annex; the state of a text is no part of what it says', () => {
  expect(lengthOf(text())).toBe('推进情况的通报一、总体情况共5项。'.length)
  expect(isSameText(text(), text({ isIssued: true }))).toBe(true)
  expect(isSameText(text(), text({ number: '' }))).toBe(false)
})
