/** What became of a promise, as a look and in words: shape, 字 and number, the same on the big screen, in lists and on papers. */
import type { PromiseState } from '../domain/meetingRecord'
import type { LampLook } from './lampLook'
import { zhDay } from './zhWhy'

/** Promises with so few days left are ◆, as tasks are that come near their date. */
const nearDays = 30

const looks: Readonly<Record<PromiseState['kind'], LampLook>> = {
  kept: { shape: 'check', tone: 'done' }, applied: { shape: 'hollow', tone: 'done' }, overdue: { shape: 'square', tone: 'sev' }, left: { shape: 'diamond', tone: 'due' }, withdrawn: { shape: 'bars', tone: 'none' },
}

export const promiseLook = (state: PromiseState): LampLook => (state.kind === 'left' && state.days > nearDays ? { shape: 'dot', tone: 'ok' } : looks[state.kind])

/** 已兑现, 待核销, 逾期 3 天, 今天到期, 剩 15 天. */
export function zhPromise(state: PromiseState): string {
  switch (state.kind) {
    case 'kept': return '已兑现'
    case 'applied': return '待核销'
    case 'overdue': return `逾期 ${state.days} 天`
    case 'left': return state.days === 0 ? '今天到期' : `剩 ${state.days} 天`
    case 'withdrawn': return '已撤销'
  }
}

/** 8月28日，比约定早 3 天; '' where it is not kept. */
export function zhKept(state: PromiseState): string {
  if (state.kind !== 'kept') return ''
  const { on, early } = state
  return `${zhDay(on)}${early > 0 ? `，比约定早 ${early} 天` : early < 0 ? `，比约定晚 ${-early} 天` : ''}`
}
