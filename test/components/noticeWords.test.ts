// @vitest-environment happy-dom
/** The quoted block: the sentence with its figure marked, the whole paragraph when asked for, and removing asked twice. */
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createApp, h, nextTick } from 'vue'
import type { App } from 'vue'
import NoticeWords from '../../src/components/notice/NoticeWords.vue'
import { enNotice, zhNotice } from '../../src/components/notice/noticeWording'
import { isPart, quoteParts } from '../../src/components/notice/quoteParts'
import type { Passage } from '../../src/domain/noticePassage'

const paragraph = '一是头一句。新建20个站。末一句。'
const passage: Passage = { paragraph, quote: { start: 6, end: 13 }, figure: { start: 8, end: 11 }, path: ['二、这一年', '一是头一句'], certainty: 'section_figure', places: 1 }

let app: App | null = null
afterEach(() => { app?.unmount(); app = null })
function show(props: Partial<InstanceType<typeof NoticeWords>['$props']> = {}) {
  const place = document.createElement('div')
  document.body.append(place)
  app = createApp({ render: () => h(NoticeWords, { passage, hasNotice: true, figure: '20个', kept: '要点.txt', words: zhNotice, ...props }) })
  app.mount(place)
  const button = (text: string) => [...place.querySelectorAll('button')].find(one => one.textContent === text)!
  return { place, button }
}

describe('parts', () => {
  it('put together they are the paragraph, whatever is marked', () => {
    fc.assert(fc.property(fc.array(fc.nat({ max: 16 }), { minLength: 4, maxLength: 4 }), fc.boolean(), (cuts, hasFigure) => {
      const [a, b, c, d] = cuts.sort((x, y) => x - y) as [number, number, number, number]
      const one: Passage = { ...passage, paragraph: '一二三四五六七八九十甲乙丙丁戊己', quote: { start: a, end: d }, figure: hasFigure ? { start: b, end: c } : null }
      expect(quoteParts(one, true).map(part => part.text).join('')).toBe(one.paragraph)
      expect(quoteParts(one, false).filter(part => part.kind !== 'around').map(part => part.text).join('')).toBe(one.paragraph.slice(a, d))
    }))
  })
  it('spaces around the quote are nothing left out', () => {
    expect([isPart(passage), isPart({ ...passage, paragraph: ' 新建 ', quote: { start: 1, end: 3 }, figure: null })]).toEqual([true, false])
  })
})

describe('the block', () => {
  it('quotes the sentence, marks the figure, names the headings', () => {
    const { place } = show()
    expect(place.querySelector('blockquote')!.textContent).toBe('…新建20个站。…')
    expect(place.querySelector('mark')!.textContent).toBe('20个')
    expect(place.querySelector('.path')!.textContent).toBe('二、这一年 / 一是头一句')
    expect(place.querySelector('.doubt')).toBeNull()
  })
  it('shows the whole paragraph and back', async () => {
    const { place, button } = show()
    button('看整段').click()
    await nextTick()
    expect(place.querySelector('blockquote')!.textContent).toBe(paragraph)
    button('只看这句').click()
    await nextTick()
    expect(place.querySelector('blockquote')!.textContent).toBe('…新建20个站。…')
  })
  it('says how it was found where that is not plain', () => {
    expect(show({ passage: { ...passage, certainty: 'several', places: 3 } }).place.querySelector('.doubt')!.textContent).toContain('3 处')
    expect(show({ passage: { ...passage, certainty: 'section', figure: null } }).place.querySelector('.doubt')!.textContent).toContain('“20个”')
    expect(show({ passage: { ...passage, certainty: 'figure_once' }, words: enNotice }).place.querySelector('.doubt')!.textContent).toContain('only place')
  })
  it('without a notice, and with one that does not hold the target', () => {
    const open = vi.fn()
    const { place, button } = show({ passage: null, hasNotice: false, onOpen: open })
    expect(place.textContent).toBe('打开原文，可在这里看到原句打开原文')
    button('打开原文').click()
    expect(open).toHaveBeenCalledOnce()
    expect(show({ passage: null }).place.textContent).toContain('没有找到这一项')
  })
  it('removes after asking, with the focus on the safe answer', async () => {
    const remove = vi.fn()
    const { place, button } = show({ onRemove: remove })
    button('移除').click()
    await nextTick()
    expect([remove.mock.calls.length, document.activeElement?.textContent, place.querySelector('[role=alertdialog]')!.getAttribute('aria-label')]).toEqual([0, '取消', '从本机移除？'])
    button('取消').click()
    await nextTick()
    expect(document.activeElement?.textContent).toBe('移除')
    button('移除').click()
    await nextTick()
    button('移除').click()
    expect(remove).toHaveBeenCalledOnce()
  })
})
