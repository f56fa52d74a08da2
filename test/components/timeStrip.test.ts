// @vitest-environment happy-dom
/** The time strip: where days stand, what is meant by a place or a typed date, what is left out when room is short, and the thumb. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createApp, h, nextTick, ref, shallowRef } from 'vue'
import type { App } from 'vue'
import { addDays } from '../../src/domain/days'
import type { Meeting } from '../../src/domain/meetings'
import { messagesKey } from '../../src/components/messages'
import { readDay } from '../../src/components/time/readDay'
import { dayAt, dayStep, keyStep, markNear, meetingStep, monthEndStep, placeOf, snapDay } from '../../src/components/time/stripLayout'
import { dotsOf, labelsBeside, leftOf, monthsOf, textWidth, xOf } from '../../src/components/time/stripMarks'
import TimeStrip from '../../src/components/time/TimeStrip.vue'
import { zhCN } from '../../src/app/messages/zhCN'

const period = { start: '2020-01-01', end: '2020-12-31' }
const width = 544
const meeting = (on: string, number: number): Meeting => ({ id: `m${number}`, number, on, name: '' })
const meetings = ['2020-05-14', '2020-06-29', '2020-08-14', '2020-09-30'].map((on, i) => meeting(on, i + 1))
const days = Array.from({ length: 366 }, (_, i) => addDays(period.start, i))
const month = (day: string): string => `${Number(day.slice(5, 7))}月`

describe('places', () => {
  it('every day is found again at its place, at any width a screen has', () => {
    for (const wide of [544, 342, 280]) expect(days.filter(day => dayAt(placeOf(day, wide, period), wide, period) !== day)).toEqual([])
  })
  it('ends are kept', () => {
    expect([placeOf('2019-06-01', width, period), placeOf('2021-06-01', width, period)]).toEqual([0, width])
    expect([dayAt(-50, width, period), dayAt(9999, width, period), dayAt(10, 0, period)]).toEqual(['2020-01-01', '2020-12-31', '2020-01-01'])
    expect(placeOf('2020-01-01', width, { start: '2020-01-01', end: '2020-01-01' })).toBe(0)
  })
  it('snaps to meetings and month ends within four pixels, a meeting first', () => {
    const at = (day: string, by: number): string => snapDay(placeOf(day, width, period) + by, width, period, meetings.map(({ on }) => on))
    expect(at('2020-08-14', 3.5)).toBe('2020-08-14')
    expect(at('2020-08-14', -3.5)).toBe('2020-08-14')
    expect(at('2020-08-14', 5.9)).toBe('2020-08-18')
    expect(at('2020-07-31', 2)).toBe('2020-07-31')
    expect(at('2020-09-30', 1)).toBe('2020-09-30')
    expect(at('2020-06-29', 0.5)).toBe('2020-06-29')
    expect(at('2020-03-15', 0)).toBe('2020-03-15')
  })
  it('snaps to nothing outside the period', () => {
    const short = { start: '2020-03-02', end: '2020-04-28' }
    expect(snapDay(0, width, short, ['2020-03-01', '2020-04-29'])).toBe('2020-03-02')
    expect(snapDay(width, width, short, ['2020-03-01', '2020-04-29'])).toBe('2020-04-28')
  })
  it('a finger means the nearest dot within reach', () => {
    const marks = meetings.map(({ on }) => on)
    expect(markNear(placeOf('2020-09-30', 342, period) + 15, 342, period, marks, 22)).toBe('2020-09-30')
    expect(markNear(placeOf('2020-02-01', 342, period), 342, period, marks, 22)).toBeNull()
  })
})

describe('steps', () => {
  it('meeting by meeting, from between, from one, past the last', () => {
    expect(meetingStep(meetings, '2020-09-15', -1)).toBe('2020-08-14')
    expect(meetingStep(meetings, '2020-09-15', 1)).toBe('2020-09-30')
    expect(meetingStep(meetings, '2020-08-14', -1)).toBe('2020-06-29')
    expect(meetingStep(meetings, '2020-08-14', 1)).toBe('2020-09-30')
    expect([meetingStep(meetings, '2020-05-14', -1), meetingStep(meetings, '2020-09-30', 1), meetingStep([], '2020-09-15', 1)]).toEqual([null, null, null])
  })
  it('day by day and by month ends, no further than the period', () => {
    expect([dayStep('2020-01-01', -1, period), dayStep('2020-02-28', 1, period), dayStep('2020-12-31', 1, period)]).toEqual(['2020-01-01', '2020-02-29', '2020-12-31'])
    expect([monthEndStep('2020-09-15', -1, period), monthEndStep('2020-09-15', 1, period), monthEndStep('2020-09-30', 1, period), monthEndStep('2020-03-31', -1, period)]).toEqual(['2020-08-31', '2020-09-30', '2020-10-31', '2020-02-29'])
    expect([monthEndStep('2020-01-20', -1, period), monthEndStep('2020-12-31', 1, period)]).toEqual(['2020-01-01', '2020-12-31'])
  })
  it('keys of a slider', () => {
    const keys = ['ArrowLeft', 'ArrowRight', 'ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End', 'Tab', 'a']
    expect(keys.map(key => keyStep(key, false, '2020-09-15', period))).toEqual(['2020-09-14', '2020-09-16', '2020-09-14', '2020-09-16', '2020-08-31', '2020-09-30', '2020-01-01', '2020-12-31', null, null])
    expect(keyStep('ArrowLeft', true, '2020-09-15', period)).toBe('2020-08-31')
  })
})

describe('typed dates', () => {
  it.each(['2020-09-15', '2020-9-15', '2020.9.15', '2020/9/15', '2020年9月15日', '2020 年 9 月 15 日', '20200915', '9-15', '9.15', '9月15日', '9月15号', '9月15', '0915', '２０２０－０９－１５', '９月１５日', '２０２０。９。１５', ' 2020-09-15 ', '2020年09月15日'])('%s', text => {
    expect(readDay(text, period)).toEqual({ ok: true, day: '2020-09-15' })
  })
  it.each(['', '9', '2020', '2020-13-01', '2020-02-30', '2-30', '9-31', '09-15-2020', '2020-9', 'tomorrow', '昨天', '2020-09-15 x', '20200915-1'])('%s is not a date', text => {
    expect(readDay(text, period)).toEqual({ ok: false, kind: 'unreadable' })
  })
  it('a day outside the period is another problem', () => {
    expect(readDay('2021-01-05', period)).toEqual({ ok: false, kind: 'outside' })
    expect(readDay('1-5', { start: '2020-03-01', end: '2020-12-31' })).toEqual({ ok: false, kind: 'outside' })
  })
  it('without a year: the one inside the period, of several the nearest', () => {
    const long = { start: '2020-03-01', end: '2022-12-31' }
    expect(readDay('1-5', long)).toEqual({ ok: true, day: '2021-01-05' })
    expect(readDay('1-5', long, '2022-02-01')).toEqual({ ok: true, day: '2022-01-05' })
    expect(readDay('2-29', { start: '2019-06-01', end: '2020-12-31' })).toEqual({ ok: true, day: '2020-02-29' })
  })
})

describe('what is shown', () => {
  it('month words never touch each other, the edge or the word for today', () => {
    for (let whole = 200; whole <= 700; whole += 7) {
      for (const day of days.filter((_, i) => i % 9 === 0)) {
        const left = leftOf(xOf(day, whole, period), 24, whole)
        const boxes = [...monthsOf(whole, period, month, [left, left + 24]).flatMap(({ middle, text }) => (text === null ? [] : [[middle - textWidth(text) / 2, middle + textWidth(text) / 2] as const])), [left, left + 24] as const].sort((one, other) => one[0] - other[0])
        expect(boxes.every(([from, to], i) => from >= -4 && to <= whole + 4 && (i === 0 || from >= boxes[i - 1]![1] + 3.9)), `${whole} ${day}`).toBe(true)
      }
    }
  })
  it('every month when wide, every second or third when narrow', () => {
    const texts = (whole: number): (string | null)[] => monthsOf(whole, period, month).map(({ text }) => text).filter(text => text !== null)
    expect(texts(560)).toHaveLength(12)
    expect(texts(292)).toEqual(['1月', '3月', '5月', '7月', '9月', '11月'])
    expect(texts(200)).toEqual(['1月', '4月', '7月', '10月'])
  })
  it('flag and labels stay inside and apart for every day at every width', () => {
    for (const whole of [560, 400, 342, 292, 240]) {
      for (const day of days) {
        const box = { width: 94, left: leftOf(xOf(day, whole, period), 94, whole) }
        const { last, next } = labelsBeside(box, whole, ['上次会议 8月14日', '上次 8月14日'], ['下次会议 9月30日', '下次 9月30日', '下次 30日'])
        expect(box.left >= 0 && box.left + box.width <= whole && Math.abs(box.left + 47 - xOf(day, whole, period)) <= 47 - 8 + 0.01).toBe(true)
        expect(last === null || box.left >= textWidth(last) + 8).toBe(true)
        expect(next === null || whole - box.left - box.width >= textWidth(next) + 8).toBe(true)
      }
    }
  })
  it('labels shorten before they go', () => {
    const forms = ['下次会议 9月30日', '下次 9月30日', '下次 30日']
    expect([150, 100, 65, 40].map(room => labelsBeside({ left: 0, width: 100 }, 100 + room, [], forms).next)).toEqual([...forms, null])
  })
  it('numbers on all dots with room; in a crowd on last and next', () => {
    expect(dotsOf(meetings, '2020-08-14', 560, period).map(({ isHeld, isSmall }) => [isHeld, isSmall])).toEqual([[true, false], [true, false], [true, false], [false, false]])
    const weekly = Array.from({ length: 52 }, (_, i) => meeting(addDays('2020-01-06', 7 * i), i + 1))
    const numbered = dotsOf(weekly, '2020-09-15', 342, period).filter(({ isSmall }) => !isSmall)
    expect(numbered.map(({ meeting: { number } }) => number)).toContain(37)
    expect(numbered.every(({ x }, i) => i === 0 || x - numbered[i - 1]!.x >= 17)).toBe(true)
    expect(dotsOf([meeting('2019-12-20', 9), ...meetings], '2020-01-05', 560, period)).toHaveLength(4)
  })
})

describe('the thumb', () => {
  let app: App | null = null
  afterEach(() => { app?.unmount(); document.body.replaceChildren() })
  const mount = async () => {
    const said: string[] = []
    const asOf = ref('2020-09-15')
    const root = document.body.appendChild(document.createElement('div'))
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(560)
    vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue({ left: 100, width: 560 } as DOMRect)
    HTMLElement.prototype.setPointerCapture = () => {}
    app = createApp({ render: () => h(TimeStrip, { asOf: asOf.value, period, meetings, present: '2020-09-15', onSlide: (day: string) => said.push(`slide ${day}`), onDay: (day: string) => { said.push(`day ${day}`); asOf.value = day } }) })
    app.provide(messagesKey, shallowRef(zhCN)).mount(root)
    await nextTick()
    const find = (selector: string): HTMLElement => root.querySelector<HTMLElement>(selector)!
    const x = (day: string): number => 100 + xOf(day, 560, period)
    const point = async (type: string, target: string, clientX: number, more: PointerEventInit = {}): Promise<void> => {
      find(target).dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, isPrimary: true, button: 0, clientX, ...more }))
      await nextTick()
    }
    const key = async (target: string, name: string, more: KeyboardEventInit = {}): Promise<KeyboardEvent> => {
      const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more })
      find(target).dispatchEvent(event)
      await nextTick()
      await nextTick()
      return event
    }
    const type = async (text: string): Promise<void> => {
      // The input loads with the first date that is typed.
      await vi.waitFor(() => expect(find('.time-input')).not.toBeNull())
      const input = find('.time-input') as HTMLInputElement
      input.value = text
      input.dispatchEvent(new Event('input'))
      await key('.time-input', 'Enter')
    }
    return { said, asOf, root, find, x, point, key, type }
  }

  it('says its day', async () => {
    const { find, key, said } = await mount()
    const thumb = find('[role=slider]')
    expect(thumb.getAttribute('aria-valuetext')).toBe('截至 9月15日，上次会议 8月14日后第 32 天')
    expect(['min', 'max', 'now'].map(part => thumb.getAttribute(`aria-value${part}`))).toEqual(['1', '366', '259'])
    await key('[role=slider]', 'PageUp')
    expect(said).toEqual(['day 2020-09-30'])
    expect(thumb.getAttribute('aria-valuetext')).toBe('截至 9月30日，第 4 次会议当天')
  })
  it('keeps its keys from the board, and leaves the others alone', async () => {
    const { key, said, root } = await mount()
    const heard: string[] = []
    root.addEventListener('keydown', event => heard.push(event.key))
    await key('[role=slider]', 'ArrowLeft')
    await key('[role=slider]', 'ArrowLeft', { isComposing: true })
    await key('[role=slider]', 'ArrowLeft', { altKey: true })
    await key('[role=slider]', '[')
    expect(said).toEqual(['day 2020-09-14'])
    expect(heard).toEqual(['ArrowLeft', 'ArrowLeft', '['])
  })
  it('a drag slides day by day and settles once', async () => {
    const { said, point, x, find } = await mount()
    await point('pointerdown', '.time-flag', x('2020-09-15') + 20)
    await point('pointermove', '.time-flag', x('2020-09-15') + 19)
    expect(said).toEqual([])
    await point('pointermove', '.time-flag', x('2020-09-10') + 20)
    expect(find('.time-flag').textContent).toBe('截至 9月10日')
    await point('pointermove', '.time-flag', x('2020-08-15') + 20)
    await point('pointermove', '.time-flag', x('2020-08-15') + 20, { altKey: true })
    await point('pointerup', '.time-flag', x('2020-08-15') + 20, { altKey: true })
    expect(said).toEqual(['slide 2020-09-10', 'slide 2020-08-14', 'slide 2020-08-15', 'day 2020-08-15'])
    expect(find('.time-input')).toBeNull()
  })
  it('a press on the axis jumps, one on a dot takes its day', async () => {
    const { said, point, x } = await mount()
    await point('pointerdown', '.time-ground', x('2020-03-10'))
    await point('pointerup', '.time-ground', x('2020-03-10'))
    await point('pointerdown', '.time-dot', x('2020-05-14') + 7)
    await point('pointerup', '.time-dot', x('2020-05-14') + 7)
    expect(said).toEqual(['slide 2020-03-10', 'day 2020-03-10', 'slide 2020-05-14', 'day 2020-05-14'])
  })
  it('a cancelled drag goes back; a finger that scrolls the page moves no board', async () => {
    const { said, point, x, find } = await mount()
    await point('pointerdown', '.time-ground', x('2020-03-10'))
    await point('pointercancel', '.time-ground', 0)
    expect(said).toEqual(['slide 2020-03-10', 'day 2020-09-15'])
    await point('pointerdown', '.time-ground', x('2020-03-10'), { pointerType: 'touch' })
    expect(find('.time-flag').textContent).toBe('截至 3月10日')
    await point('pointercancel', '.time-ground', 0)
    expect(said.filter(word => word.startsWith('slide'))).toHaveLength(1)
    expect(find('.time-flag').textContent).toBe('截至 9月15日')
  })
  it('a press without movement on the flag opens typing; a bad date is said and not taken', async () => {
    const { said, point, x, find, key, type } = await mount()
    await point('pointerdown', '.time-flag', x('2020-09-15'))
    await point('pointerup', '.time-flag', x('2020-09-15'))
    await type('9-31')
    expect(find('[role=alert]').textContent).toContain('没有看懂')
    expect(find('.time-input').getAttribute('aria-invalid')).toBe('true')
    await type('2021-1-5')
    expect(find('[role=alert]').textContent).toBe('不在计划期内（2020年1月1日 至 2020年12月31日）')
    await key('.time-input', 'Escape')
    expect(find('.time-input')).toBeNull()
    expect(said).toEqual([])
    await key('[role=slider]', 'F2')
    await type('８月１日')
    expect(said).toEqual(['day 2020-08-01'])
    expect(find('.time-input')).toBeNull()
  })
  it('step buttons, with Shift to month ends; today is one press away', async () => {
    const { said, find, root } = await mount()
    expect(find('.time-present')).toBeNull()
    root.querySelectorAll<HTMLElement>('.time-step')[0]!.click()
    await nextTick()
    root.querySelectorAll<HTMLElement>('.time-step')[1]!.dispatchEvent(new MouseEvent('click', { shiftKey: true, bubbles: true }))
    await nextTick()
    find('.time-present').click()
    await nextTick()
    expect(said).toEqual(['day 2020-09-14', 'day 2020-09-30', 'day 2020-09-15'])
  })
})
