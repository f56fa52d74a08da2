/** How the places of the open plan are arranged and drawn on this device: tiles, and the office's own boundaries. Kept beside the plan, never in it. */
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { NamedArea } from '../domain/geoMatch'
import type { MadeMap, OwnMap } from '../domain/ownMap'
import type { Problem } from '../domain/problem'
import type { TileLayout } from '../domain/tileLayout'
import type { Kept, PlaceShelf } from '../ledger/placeShelf'
import { openPlaceShelf } from '../ledger/placeShelf'
import { usePlanShelf } from './planShelf'

const mostBytes = 20_000_000
const refused = (problem: Problem): MadeMap => ({ ok: false, problems: [problem], total: 1 })

export const usePlaces = defineStore('places', () => {
  const plan = ref('')
  /** Null: the first layout. */
  const tiles = shallowRef<TileLayout | null>(null)
  const map = shallowRef<OwnMap | null>(null)
  const isRead = ref(false)
  /** Why it is not kept; what is shown stays. */
  const problem = shallowRef<Problem | null>(null)
  const { fromFile } = usePlanShelf()
  let shelf: PlaceShelf | null = null

  async function ask<T>(question: (open: PlaceShelf) => Promise<Kept<T>>): Promise<Kept<T>> {
    if (shelf === null) {
      const opened = await openPlaceShelf()
      if (!opened.ok) return opened
      shelf = opened.value
    }
    const answer = await question(shelf)
    if (!answer.ok && answer.problem.code === 'places_closed') { shelf.close(); shelf = null }
    return answer
  }
  function told(answer: Kept<unknown>): void {
    problem.value = answer.ok ? null : answer.problem
  }

  async function open(id: string): Promise<void> {
    if (plan.value === id) return
    plan.value = id
    isRead.value = false
    tiles.value = null
    map.value = null
    const read = await ask(one => one.read(id))
    if (plan.value !== id) return
    if (read.ok) { tiles.value = read.value.tiles; map.value = read.value.map }
    told(read)
    isRead.value = true
  }

  /** What the user sees moves at once; the device follows. */
  async function keepTiles(to: TileLayout | null): Promise<void> {
    tiles.value = to
    told(await ask(one => one.keepTiles(plan.value, to)))
  }

  /** Reads a chosen or dropped file; nothing of it is kept unless it is taken. */
  async function takeMap(file: File, areas: readonly NamedArea[]): Promise<MadeMap> {
    if (file.size > mostBytes) return refused({ code: 'geo_too_large', why: '文件超过 20 兆', fix: '用制图软件先简化边界，或只留本地区，再导出' })
    const id = plan.value
    const text = await fromFile(file)
    const { ownMapOf } = await import('../domain/ownMap')
    if (!text.ok) return refused(text.problem)
    const made = ownMapOf(text.text, file.name, areas)
    if (!made.ok || plan.value !== id) return made
    map.value = made.map
    told(await ask(one => one.keepMap(id, made.map)))
    return made
  }

  async function removeMap(): Promise<void> {
    map.value = null
    told(await ask(one => one.keepMap(plan.value, null)))
  }

  /** The text of a layout file, for the border. */
  const textOf = fromFile

  return { plan, tiles, map, isRead, problem, open, keepTiles, takeMap, removeMap, textOf }
})
