/** The notices that people opened on this device, and what is found in them. The programme itself ships none of their sentences. */
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { NoticeFit } from '../domain/noticePassage'
import { isDoubtful, noticeFit } from '../domain/noticePassage'
import { noticeOf } from '../domain/noticeText'
import type { Notice } from '../domain/noticeText'
import type { Plan } from '../domain/plan'
import type { Problem } from '../domain/problem'
import type { NoticeCard, NoticeShelf, Noticed } from '../ledger/noticeShelf'
import { openNotices } from '../ledger/noticeShelf'
import type { NoticeSource } from './noticeSource'

/** A notice looked at and not kept yet; `isDoubtful`: it seems to be another plan's. */
export interface ExaminedNotice { source: NoticeSource, fit: NoticeFit, isDoubtful: boolean }

type NoticeKept = { ok: true } | { ok: false, problem: Problem }

export const useNoticeShelf = defineStore('noticeShelf', () => {
  const cards = shallowRef<readonly NoticeCard[]>([])
  /** Notices read on this visit, by plan. */
  const notices = shallowRef<ReadonlyMap<string, Notice>>(new Map())
  /** Why nothing can be kept or read; null: it can. */
  const problem = shallowRef<Problem | null>(null)
  let shelf: NoticeShelf | null = null
  let listing: Promise<void> | null = null

  /** Something asked of the shelf; one that was closed from outside is opened anew next time. */
  async function ask<T>(question: (open: NoticeShelf) => Promise<Noticed<T>>): Promise<Noticed<T>> {
    if (shelf === null) {
      const opened = await openNotices()
      if (!opened.ok) { problem.value = opened.problem; return opened }
      shelf = opened.value
    }
    const answer = await question(shelf)
    problem.value = answer.ok ? null : answer.problem
    if (!answer.ok && answer.problem.code === 'notices_closed') { shelf.close(); shelf = null }
    return answer
  }

  async function list(): Promise<void> {
    const listed = await ask(open => open.list())
    if (listed.ok) cards.value = listed.value
  }
  /** Lists what is kept, once a visit. */
  const load = (): Promise<void> => (listing ??= list())

  function set(plan: string, notice: Notice | null): void {
    const next = new Map(notices.value)
    if (notice === null) next.delete(plan)
    else next.set(plan, notice)
    notices.value = next
  }

  /** Reads the notice of a plan, where one is kept. */
  async function read(plan: string): Promise<void> {
    await load()
    if (notices.value.has(plan)) return
    const found = await ask(open => open.read(plan))
    if (found.ok && found.value !== null) set(plan, noticeOf(found.value.text))
  }

  /** Looks whether a text is the notice of this plan; nothing is kept. */
  function examine(plan: Plan, source: NoticeSource): ExaminedNotice {
    const fit = noticeFit(noticeOf(source.text), plan)
    return { source, fit, isDoubtful: isDoubtful(fit) }
  }

  /** Keeps a text as the notice of a plan, in the place of the one it had. */
  async function keep(plan: string, { name, text, size }: NoticeSource): Promise<NoticeKept> {
    await load()
    const put = await ask(open => open.put({ plan, name, text, size, openedAt: new Date().toISOString() }))
    if (!put.ok) return put
    set(plan, noticeOf(text))
    cards.value = [...cards.value.filter(card => card.plan !== plan), put.value]
    return { ok: true }
  }

  async function remove(plan: string): Promise<NoticeKept> {
    await load()
    const removed = await ask(open => open.remove(plan))
    if (!removed.ok) return removed
    set(plan, null)
    cards.value = cards.value.filter(card => card.plan !== plan)
    return { ok: true }
  }

  return { cards, notices, problem, load, read, examine, keep, remove }
})
