/** Who enters on this device: the unit fills `by`; the name is optional. Kept in localStorage, where there is one. */
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

export interface Identity {
  unit: string
  name: string
}

const key = 'guatu.identity'

function stored(): Identity | null {
  try {
    const value = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Identity> | null
    return typeof value?.unit === 'string' && typeof value.name === 'string' ? { unit: value.unit, name: value.name } : null
  } catch {
    return null
  }
}

export const useIdentity = defineStore('identity', () => {
  const identity = shallowRef<Identity | null>(stored())
  function setIdentity(unit: string, name: string): void {
    identity.value = { unit, name: name.trim() }
    try {
      localStorage.setItem(key, JSON.stringify(identity.value))
    } catch { /* asked again next time */ }
  }
  return { identity, setIdentity }
})
