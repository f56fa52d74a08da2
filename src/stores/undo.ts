/** What can be taken back in this session: steps of event ids, done and undone. */
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'

interface Undone {
  /** The events of the step and the retractions that took them back. */
  events: readonly string[]
  retractions: readonly string[]
}

export const useUndo = defineStore('undo', () => {
  const done = shallowRef<readonly (readonly string[])[]>([])
  const undone = shallowRef<readonly Undone[]>([])
  return {
    canUndo: computed(() => done.value.length > 0),
    canRedo: computed(() => undone.value.length > 0),
    did(events: readonly string[]): void {
      done.value = [...done.value, events]
      undone.value = []
    },
    next: (): readonly string[] | undefined => done.value.at(-1),
    undid(retractions: readonly string[]): void {
      undone.value = [...undone.value, { events: done.value.at(-1)!, retractions }]
      done.value = done.value.slice(0, -1)
    },
    nextRedo: (): readonly string[] | undefined => undone.value.at(-1)?.retractions,
    redid(): void {
      done.value = [...done.value, undone.value.at(-1)!.events]
      undone.value = undone.value.slice(0, -1)
    },
    clear(): void {
      done.value = []
      undone.value = []
    },
  }
})
