/** The shared folder of the open plan: chosen once, looked at again and again, and what it said last (reliability.md 1, 5). */
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Problem } from '../domain/problem'

export type FolderState = 'unsupported' | 'demo' | 'none' | 'asking' | 'ready' | 'lost'

/** What is wrong with a file of the folder, or with a round: said as long as it is so. */
export interface FileTrouble { path: string, problem: Problem }

/** A device that has files in the folder. */
export interface DeviceSeen {
  device: string
  unit: string
  /** Events of it that are known here. */
  count: number
  /** Clock of its latest event, a UTC instant; null where none is known. */
  lastAt: string | null
  /** How many of this device's events it said it has; 0 where it never said. */
  seenOfMine: number
}

export const useSharedFolder = defineStore('sharedFolder', () => {
  const state = ref<FolderState>('none')
  const name = ref<string | null>(null)
  const busy = ref(false)
  const last = shallowRef<{ at: string, sent: number, taken: number } | null>(null)
  const outbox = ref(0)
  const files = shallowRef<readonly FileTrouble[]>([])
  const devices = shallowRef<readonly DeviceSeen[]>([])

  async function start(): Promise<void> {}
  async function choose(): Promise<void> {}
  async function allow(): Promise<void> {}
  async function forget(): Promise<void> {}
  async function syncNow(): Promise<void> {}
  async function carry(): Promise<{ name: string, bytes: Uint8Array<ArrayBuffer> } | null> { return null }
  async function takeFiles(_files: readonly File[]): Promise<void> {}

  return { state, name, busy, last, outbox, files, devices, start, choose, allow, forget, syncNow, carry, takeFiles }
})
