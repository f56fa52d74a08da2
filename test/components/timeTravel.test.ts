// @vitest-environment happy-dom
/** Playing the year: which day comes next, and that a hand on the strip, the key or the end stops it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp, h, nextTick, ref, shallowRef } from 'vue'
import type { App } from 'vue'
import { messagesKey } from '../../src/components/messages'
import { daysAfter, nextDay, nextMonthEnd, startOf } from '../../src/components/time/playing'
import TimeTravel from '../../src/components/time/TimeTravel.vue'
import { zhCN } from '../../src/app/messages/zhCN'

const period = { start: '2020-01-01', end: '2020-12-31' }

describe('the next day', () => {
  it('one a step, as many as have passed where the machine is slow, and a year in about twelve seconds', () => {
    expect([daysAfter(0), daysAfter(16.7), daysAfter(33.3), daysAfter(50), daysAfter(70), daysAfter(5000)]).toEqual([0, 0, 1, 1, 2, 7])
    let days = 0
    for (let time = 0, last = 0; time <= 12_300; time += 1000 / 60) { const step = daysAfter(time - last); if (step > 0) { days += step; last = time } }
    expect(days).toBeGreaterThan(350)
    expect(days).toBeLessThan(380)
  })
  it('from the day shown, from the start once the end is reached, never past the end', () => {
    expect([startOf('2020-05-01', period, '2020-09-15'), startOf('2020-09-15', period, '2020-09-15'), startOf('2019-12-01', period, '2020-09-15')]).toEqual(['2020-05-01', '2020-01-01', '2020-01-01'])
    expect([nextDay('2020-09-14', 3, '2020-09-15'), nextMonthEnd('2020-08-31', period, '2020-09-15'), nextMonthEnd('2020-05-02', period, '2020-09-15')]).toEqual(['2020-09-15', '2020-09-15', '2020-05-31'])
  })
})

describe('on the screen', () => {
  let app: App | null = null
  let frames: FrameRequestCallback[] = []
  let clock = 0
  const asOf = ref('2020-09-15')
  const known = ref<'then' | 'now'>('now')
  const heard: string[] = []
  const step = async (milliseconds: number) => {
    clock += milliseconds
    for (const frame of frames.splice(0)) frame(clock)
    await nextTick()
  }
  beforeEach(() => {
    clock = 0
    frames = []
    heard.length = 0
    asOf.value = '2020-09-15'
    known.value = 'now'
    vi.spyOn(performance, 'now').mockImplementation(() => clock)
    vi.stubGlobal('requestAnimationFrame', (to: FrameRequestCallback) => frames.push(to))
    vi.stubGlobal('cancelAnimationFrame', () => { frames = [] })
    const host = document.createElement('div')
    document.body.append(host, Object.assign(document.createElement('div'), { className: 'then-place' }))
    app = createApp({ render: () => h(TimeTravel, {
      asOf: asOf.value, known: known.value, period, present: '2020-09-15', compare: '#/x', from: '2020-08-14',
      onSlide: (day: string) => { heard.push(`slide ${day}`); asOf.value = day }, onDay: (day: string) => heard.push(`day ${day}`), onKnown: (to: 'then' | 'now') => { known.value = to },
    }) }).provide(messagesKey, shallowRef(zhCN))
    app.mount(host)
  })
  afterEach(() => {
    app?.unmount()
    document.body.innerHTML = ''
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  })
  const playButton = () => document.querySelector<HTMLButtonElement>('.play')!
  const pressKey = () => document.body.dispatchEvent(new KeyboardEvent('keydown', { code: 'BracketRight', key: '}', shiftKey: true, bubbles: true, cancelable: true }))

  it('today begins at the start of the period and goes on a day a step; the button stops and keeps the day', async () => {
    playButton().click()
    await nextTick()
    await step(33.4)
    await step(33.4)
    expect(heard).toEqual(['slide 2020-01-01', 'slide 2020-01-02', 'slide 2020-01-03'])
    playButton().click()
    await step(33.4)
    expect(heard.at(-1)).toBe('day 2020-01-03')
  })
  it('comes to the end by itself and says its day', async () => {
    asOf.value = '2020-09-13'
    await nextTick()
    playButton().click()
    for (let i = 0; i < 5; i++) await step(33.4)
    expect(heard).toEqual(['slide 2020-09-13', 'slide 2020-09-14', 'slide 2020-09-15', 'day 2020-09-15'])
  })
  it('another day chosen by hand ends it, and a pointer anywhere else', async () => {
    asOf.value = '2020-03-01'
    await nextTick()
    playButton().click()
    await step(33.4)
    asOf.value = '2020-06-30'
    await nextTick()
    await step(33.4)
    expect(heard).toEqual(['slide 2020-03-01', 'slide 2020-03-02'])
    playButton().click()
    await step(33.4)
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))
    await step(33.4)
    expect(heard.at(-1)).toBe('day 2020-07-01')
  })
  it('Shift ] plays and pauses', async () => {
    pressKey()
    await nextTick()
    await step(33.4)
    expect(playButton().getAttribute('aria-pressed')).toBe('true')
    pressKey()
    await nextTick()
    expect(playButton().getAttribute('aria-pressed')).toBe('false')
  })
  it('without motion it turns month ends', async () => {
    vi.useFakeTimers()
    vi.stubGlobal('matchMedia', () => ({ matches: true }))
    asOf.value = '2020-06-15'
    await nextTick()
    playButton().click()
    await vi.advanceTimersByTimeAsync(2000)
    expect(heard).toEqual(['slide 2020-06-15', 'slide 2020-06-30', 'slide 2020-07-31'])
    vi.useRealTimers()
  })
  it('a past day as known then is said in a banner with the way back', async () => {
    expect(document.querySelector('.seg')).toBeNull()
    asOf.value = '2020-06-30'
    await nextTick()
    document.querySelectorAll<HTMLButtonElement>('.time-travel .seg button')[0]!.click()
    await nextTick()
    expect(document.querySelector('.then-place')?.textContent).toContain('当时所知')
    document.querySelector<HTMLButtonElement>('.then-banner button')!.click()
    await nextTick()
    expect(document.querySelector('.then-banner')).toBeNull()
  })
})
