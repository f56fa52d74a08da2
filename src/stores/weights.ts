/** 权重: named values by area that goals are shared out by. Kept on this device only, a list a plan; they are no part of the ledger. */
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

export interface Weight { name: string, values: Readonly<Record<string, number>> }

const keyOf = (plan: string): string => `guatu.weights:${plan}`

const isValues = (value: unknown): value is Record<string, number> => typeof value === 'object' && value !== null && Object.values(value).every(one => typeof one === 'number' && Number.isFinite(one))

function stored(plan: string): Weight[] {
  try {
    const list: unknown = JSON.parse(localStorage.getItem(keyOf(plan)) ?? '[]')
    return Array.isArray(list) ? list.filter((one: Partial<Weight> | null): one is Weight => typeof one?.name === 'string' && isValues(one.values)) : []
  } catch {
    return []
  }
}

export const useWeights = defineStore('weights', () => {
  const plan = shallowRef('')
  const list = shallowRef<readonly Weight[]>([])
  /** False where this browser keeps nothing: they then hold for this visit. */
  const isKept = shallowRef(true)
  function write(next: readonly Weight[]): void {
    list.value = next
    try {
      localStorage.setItem(keyOf(plan.value), JSON.stringify(next))
      isKept.value = true
    } catch {
      isKept.value = false
    }
  }
  function open(id: string): void {
    plan.value = id
    list.value = stored(id)
  }
  /** Puts a weight in the place of the one called `before`, or of its namesake, or at the end. */
  function put(weight: Weight, before: string | null = null): void {
    const place = list.value.findIndex(one => one.name === (before ?? weight.name))
    const others = list.value.filter((one, i) => i === place || one.name !== weight.name)
    write(place < 0 ? [...others, weight] : others.map(one => (one === list.value[place] ? weight : one)))
  }
  const remove = (name: string): void => write(list.value.filter(one => one.name !== name))
  return { list, isKept, open, put, remove }
})
