/** Who is at work on a shared computer: kept, switched, removed; what is damaged is asked for again; the other tabs follow. */
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useIdentity } from '../../src/stores/identity'
import { usePeople } from '../../src/stores/people'

let shelf: Map<string, string>
/** A later visit, or another tab, of the same browser. */
function visit() {
  setActivePinia(createPinia())
  return { who: useIdentity(), people: usePeople() }
}
const keys = { one: 'guatu.identity', all: 'guatu.people' }

beforeEach(() => {
  shelf = new Map()
  vi.stubGlobal('localStorage', { getItem: (key: string) => shelf.get(key) ?? null, setItem: (key: string, text: string) => { shelf.set(key, text) }, removeItem: (key: string) => { shelf.delete(key) } })
})
afterEach(() => { vi.unstubAllGlobals() })

describe('one person', () => {
  it('is found again under the key of the first release, and stands in the list', () => {
    shelf.set(keys.one, JSON.stringify({ unit: 'yanglao', name: '李四' }))
    const { who, people } = visit()
    expect(who.identity).toEqual({ unit: 'yanglao', name: '李四' })
    expect(people.people).toEqual([{ unit: 'yanglao', name: '李四' }])
  })
  it.each(['', '{', 'null', '7', '[]', '{"unit":"yanglao"}', '{"unit":1,"name":""}', '"yanglao"'])('%s is asked for again', text => {
    shelf.set(keys.one, text)
    const { who, people } = visit()
    expect([who.identity, people.people]).toEqual([null, []])
  })
  it('works for this visit where nothing can be kept', () => {
    vi.stubGlobal('localStorage', { getItem: () => { throw new Error('blocked') }, setItem: () => { throw new Error('full') }, removeItem: () => { throw new Error('blocked') } })
    const { who, people } = visit()
    people.choose('yanglao', ' 李四 ')
    expect(who.identity).toEqual({ unit: 'yanglao', name: '李四' })
    people.forget({ unit: 'yanglao', name: '李四' })
    expect([who.identity, people.people]).toEqual([null, []])
  })
})

describe('several people', () => {
  it('the one at work comes first, each once, at the next visit too', () => {
    const { people } = visit()
    people.choose('yanglao', '李四')
    people.choose('350582109', '')
    people.choose('yanglao', '王五')
    people.choose('yanglao', '李四')
    const expected = [{ unit: 'yanglao', name: '李四' }, { unit: 'yanglao', name: '王五' }, { unit: '350582109', name: '' }]
    expect(people.people).toEqual(expected)
    const later = visit()
    expect([later.who.identity, later.people.people]).toEqual([expected[0], expected])
  })
  it('one who is removed is gone; removing who is at work asks again', () => {
    const { who, people } = visit()
    people.choose('yanglao', '李四')
    people.choose('办公室', '')
    people.forget({ unit: 'yanglao', name: '李四' })
    expect([who.identity?.unit, people.people]).toEqual(['办公室', [{ unit: '办公室', name: '' }]])
    people.forget({ unit: '办公室', name: '' })
    expect([who.identity, people.people, visit().who.identity]).toEqual([null, [], null])
  })
  it('the list holds twelve, and what another tab added is not lost', () => {
    const [one, other] = [visit().people, visit().people]
    one.choose('a', '')
    other.choose('b', '')
    expect(other.people.map(person => person.unit)).toEqual(['b', 'a'])
    for (let i = 0; i < 20; i++) other.choose(`u${i}`, '')
    expect(other.people.map(person => person.unit)).toEqual(Array.from({ length: 12 }, (_, i) => `u${19 - i}`))
  })
  it.each(['{', '{}', 'null', '[null,7,"x",{"unit":"b"},{"unit":"a","name":"甲","more":1}]'])('of a damaged list %s what is whole stays', text => {
    shelf.set(keys.all, text)
    expect(visit().people.people).toEqual(text.includes('甲') ? [{ unit: 'a', name: '甲' }] : [])
  })
})

it('a tab follows the others', () => {
  const listeners: ((event: { key: string }) => void)[] = []
  vi.stubGlobal('addEventListener', (_type: string, listener: (event: { key: string }) => void) => { listeners.push(listener) })
  const { who } = visit()
  shelf.set(keys.one, JSON.stringify({ unit: 'cishan', name: '' }))
  for (const listen of listeners) listen({ key: 'guatu.language' })
  expect(who.identity).toBeNull()
  for (const listen of listeners) listen({ key: keys.one })
  expect(who.identity).toEqual({ unit: 'cishan', name: '' })
})
