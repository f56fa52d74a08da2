/** Stands in for `stores/places`: tiles in the first layout, no map; nothing is read from files or kept. */
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { OwnMap, MadeMap } from '../../domain/ownMap'
import type { Problem } from '../../domain/problem'
import type { TileLayout } from '../../domain/tileLayout'

const refusal: Problem = { code: 'snapshot_read_only', why: '这是封存的快照，不能改', fix: '在挂图里填报' }

export const usePlaces = defineStore('places', () => {
  const tiles = shallowRef<TileLayout | null>(null)
  return {
    plan: ref(''), tiles, map: shallowRef<OwnMap | null>(null), isRead: ref(true), problem: shallowRef<Problem | null>(null),
    open: (_id: string): Promise<void> => Promise.resolve(), keepTiles: (to: TileLayout | null): Promise<void> => { tiles.value = to; return Promise.resolve() },
    takeMap: (): Promise<MadeMap> => Promise.resolve({ ok: false, problems: [refusal], total: 1 }), removeMap: (): Promise<void> => Promise.resolve(),
    textOf: (_file: Blob): Promise<{ ok: false, problem: Problem }> => Promise.resolve({ ok: false, problem: refusal }),
  }
})
