/** Files of the evidence on this device: which are here, how much they take, reading and keeping them. The pieces themselves are events of the ledger. */
import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Problem } from '../domain/problem'
import type { Workspace } from '../ledger/database'
import type { EvidenceCard, EvidenceFile, EvidenceShelf, Shelved } from '../ledger/evidenceShelf'
import { freeSpace, openEvidence } from '../ledger/evidenceShelf'

export const useEvidence = defineStore('evidence', () => {
  const cards = shallowRef<ReadonlyMap<string, EvidenceCard>>(new Map())
  /** Why nothing can be kept or read; null: it can. */
  const problem = shallowRef<Problem | null>(null)
  /** What the browser says is left, in bytes; null: it does not say. */
  const free = shallowRef<number | null>(null)
  const total = computed(() => [...cards.value.values()].reduce((sum, card) => sum + card.size, 0))
  let shelf: EvidenceShelf | null = null
  let place: { workspace: Workspace, plan: string } | null = null

  /** Something asked of the shelf; one that was closed from outside is opened anew next time. */
  async function ask<T>(question: (open: EvidenceShelf) => Promise<Shelved<T>>): Promise<Shelved<T>> {
    if (shelf === null) {
      const opened = await openEvidence(place?.workspace ?? 'real', place?.plan ?? '')
      if (!opened.ok) { problem.value = opened.problem; return opened }
      shelf = opened.value
    }
    const answer = await question(shelf)
    problem.value = answer.ok ? null : answer.problem
    if (!answer.ok && answer.problem.code === 'evidence_closed') { shelf.close(); shelf = null }
    return answer
  }

  /** Lists what a plan's workspace keeps here; another's files are never seen. */
  async function open(workspace: Workspace, plan: string): Promise<void> {
    if (workspace !== place?.workspace || plan !== place.plan) { shelf?.close(); shelf = null; cards.value = new Map(); place = { workspace, plan } }
    const listed = await ask(one => one.list())
    if (listed.ok) cards.value = new Map(listed.value.map(card => [card.hash, card]))
    free.value = await freeSpace()
  }

  async function keep(type: string, bytes: Uint8Array): Promise<Shelved<EvidenceCard>> {
    const put = await ask(one => one.put(type, bytes))
    if (put.ok) cards.value = new Map(cards.value).set(put.value.hash, put.value)
    return put
  }

  const read = (hash: string): Promise<Shelved<EvidenceFile | null>> => ask(one => one.read(hash))

  async function remove(hashes: readonly string[]): Promise<Shelved<null>> {
    const removed = await ask(one => one.remove(hashes))
    if (removed.ok) cards.value = new Map([...cards.value].filter(([hash]) => !hashes.includes(hash)))
    return removed
  }

  return { cards, problem, free, total, open, keep, read, remove }
})
