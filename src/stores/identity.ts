/** Who enters on this device: the unit fills `by`; the name is optional. Kept in localStorage, where there is one; the other tabs follow. */
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

export interface Identity {
  unit: string
  name: string
}

export const identityKey = 'guatu.identity'

function stored(): Identity | null {
  try {
    const value = JSON.parse(localStorage.getItem(identityKey) ?? 'null') as Partial<Identity> | null
    return typeof value?.unit === 'string' && typeof value.name === 'string' ? { unit: value.unit, name: value.name } : null
  } catch {
    return null
  }
}

export const useIdentity = defineStore('identity', () => {
  const identity = shallowRef<Identity | null>(stored())
  globalThis.addEventListener?.('storage', ({ key }) => { if (key === identityKey) identity.value = stored() })
  function setIdentity(unit: string, name: string): void {
    identity.value = { unit, name: name.trim() }
    try {
      localStorage.setItem(identityKey, JSON.stringify(identity.value))
    } catch { /* asked again next time */ }
  }
  return { identity, setIdentity }
})
