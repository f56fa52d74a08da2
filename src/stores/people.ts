/** The people who share this device: who was at work here, the last first. Loads with the question who it is; a convenience, never a permission. */
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { reachStorage } from '../ledger/device'
import { identityKey, useIdentity } from './identity'
import type { Identity } from './identity'

const peopleKey = 'guatu.people'
const most = 12

const isSame = (one: Identity, other: Identity): boolean => one.unit === other.unit && one.name === other.name
const isPerson = (value: unknown): value is Identity => typeof value === 'object' && value !== null && typeof (value as Identity).unit === 'string' && typeof (value as Identity).name === 'string'

/** What stands in a damaged list is left out, not the list. */
function stored(): Identity[] {
  try {
    const list: unknown = JSON.parse(reachStorage()?.getItem(peopleKey) ?? '[]')
    return Array.isArray(list) ? list.filter(isPerson).map(({ unit, name }) => ({ unit, name })) : []
  } catch { return [] }
}

/** A person once, the first place counts. */
const once = (list: readonly Identity[]): Identity[] => list.filter((one, i) => list.findIndex(other => isSame(one, other)) === i).slice(0, most)

export const usePeople = defineStore('people', () => {
  const who = useIdentity()
  // Whoever is at work stands in the list, also where it was chosen before there was one.
  const people = shallowRef<readonly Identity[]>(once([...who.identity === null ? [] : [who.identity], ...stored()]))

  function keep(list: readonly Identity[]): void {
    people.value = once(list)
    try { reachStorage()?.setItem(peopleKey, JSON.stringify(people.value)) } catch { /* asked again next time */ }
  }
  /** This person is at work from now on. */
  function choose(unit: string, name: string): void {
    who.setIdentity(unit, name)
    keep([who.identity!, ...people.value, ...stored()])
  }
  /** Off the list; who is at work now is asked for again. What was entered keeps its name. */
  function forget(person: Identity): void {
    keep([...people.value, ...stored()].filter(one => !isSame(one, person)))
    if (who.identity === null || !isSame(who.identity, person)) return
    who.identity = null
    try { reachStorage()?.removeItem(identityKey) } catch { /* asked again next time */ }
  }
  return { people, choose, forget }
})
