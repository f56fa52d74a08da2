/** Chromium: one entry shown (cell, totals, ranks, panel), against the whole board made and drawn again. The disk is left out of both. */
import { createPinia, setActivePinia } from 'pinia'
import { createApp, h, nextTick, ref } from 'vue'
import { createRouter, createWebHashHistory } from 'vue-router'
import '../../src/app/tokens.css'
import '../../src/app/base.css'
import { zhCN } from '../../src/app/messages/zhCN'
import { messagesKey } from '../../src/components/messages'
import { evolve, foldEvents, touchedTargets } from '../../src/domain/history'
import { parseLines } from '../../src/domain/lines'
import { indexPlan } from '../../src/domain/plan'
import type { Plan } from '../../src/domain/plan'
import { boardOf, rollUpPath } from '../../src/domain/rollUp'
import type { LedgerEvent } from '../../src/domain/event'
import { useWorkspace } from '../../src/stores/workspace'
import BoardView from '../../src/views/BoardView.vue'
import { seededEvents } from '../components/seededEvents'
import { alternate } from './rounds'
import type { Pair } from './rounds'
import { reportLines, widePlan } from './widePlan'

const knownAt = '2099-01-01'

/** Style and layout are worked out before the clock stops. */
async function settled(): Promise<void> {
  await nextTick()
  await nextTick()
  document.querySelector('td')?.getBoundingClientRect()
}

export interface EditPairs { inPlace: Pair, anew: Pair, rows: number, cells: number }

/** `plan` null: the wide plan of 200 targets by 45 townships. */
export async function measureEdit(plan: Plan | null, asOf: string, rounds: number): Promise<EditPairs> {
  const real = plan ?? widePlan()
  const index = indexPlan(real)
  const events = plan === null ? parseLines(`${reportLines(real, 27_000).join('\n')}\n`, real.id, { verifyHash: false }).events : seededEvents(index, asOf)
  const history = foldEvents(index, events)
  const router = createRouter({ history: createWebHashHistory(), routes: [{ path: '/plan/:plan', component: BoardView }] })
  const pinia = createPinia()
  setActivePinia(pinia)
  const workspace = useWorkspace()
  workspace.index = index
  workspace.asOf = asOf
  workspace.planId = real.id
  workspace.phase = 'ready'
  workspace.board = boardOf(history, { asOf, knownAt })
  await router.push(`/plan/${real.id}?at=${asOf}`)
  const host = document.getElementById('app')!
  const mount = () => {
    const shell = () => h('div', { style: { display: 'flex', flexDirection: 'column', height: '100%' } }, h(BoardView))
    const app = createApp(shell).use(pinia).use(router).provide(messagesKey, ref(zhCN))
    app.mount(host)
    return app
  }
  let app = mount()
  await settled()
  // Lazy parts (the list of long boards) arrive after the first draw.
  await new Promise(resolve => { setTimeout(resolve, 600) })

  const row = workspace.board.rows.find(one => one.target.measure === 'count' && one.target.ladder === undefined && one.cells.some(cell => cell.asked))!
  const area = row.cells.find(cell => cell.asked)!.area!
  let made = 0
  const entry = (): LedgerEvent => {
    made += 1
    const name = made.toString(16).padStart(64, 'f')
    return { v: 1, id: `bench-${made}`, plan: real.id, type: 'report', at: asOf, recordedAt: `2030-01-01T00:00:00.000Z/${made.toString(16).padStart(4, '0')}/dev-0000000000000001`, data: { target: row.target.id, area, value: made % 2 === 0 ? 0 : 500 }, hash: name }
  }
  const cellText = () => document.querySelector(`[data-target="${CSS.escape(row.target.id)}"]`)?.textContent
  const edit = async () => {
    const before = cellText()
    const event = entry()
    const from = performance.now()
    const touched = touchedTargets(history, evolve(history, event)) ?? []
    workspace.board = rollUpPath(workspace.board!, history, knownAt, touched)
    await settled()
    const time = performance.now() - from
    if (cellText() === before) throw new Error('the entry did not show')
    return time
  }
  const redraw = async () => {
    const from = performance.now()
    workspace.board = boardOf(history, { asOf, knownAt })
    await settled()
    return performance.now() - from
  }
  const remount = async () => {
    app.unmount()
    const from = performance.now()
    workspace.board = boardOf(history, { asOf, knownAt })
    app = mount()
    await settled()
    // A long board shows its rows only after the browser told it how much room there is.
    while (cellText() === undefined) await new Promise(requestAnimationFrame)
    await settled()
    return performance.now() - from
  }
  const inPlace = await alternate(rounds, edit, redraw)
  const anew = await alternate(rounds, edit, remount)
  const shape = { rows: document.querySelectorAll('[data-target]').length, cells: document.querySelectorAll('[data-c]').length }
  app.unmount()
  return { inPlace, anew, ...shape }
}
