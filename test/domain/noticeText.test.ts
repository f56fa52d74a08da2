/** A notice cut at its numbering, and the words of targets found in it however they are typed. All notices here are made up. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText, foldWithPlaces } from '../../src/domain/foldedText'
import { sectionKeyOf } from '../../src/domain/noticeNumbering'
import { isDoubtful, noticeFit, passageOf } from '../../src/domain/noticePassage'
import { noticeOf } from '../../src/domain/noticeText'
import { makeTarget } from './makers'
import type { MadeTask, Shape } from './noticeMakers'
import { noticeTextOf, planWith, targetsOf } from './noticeMakers'

const find = (text: string, section: string, figure: string, name = '建设服务站') => passageOf(noticeOf(text), makeTarget({ name, source: { section, figure } }))
const marked = (text: string, section: string, figure: string, name?: string): string | null => {
  const found = find(text, section, figure, name)
  return found === null || found.figure === null ? null : found.paragraph.slice(found.figure.start, found.figure.end)
}
const quoted = (text: string, section: string, figure: string, name?: string): string => {
  const found = find(text, section, figure, name)!
  return found.paragraph.slice(found.quote.start, found.quote.end)
}

describe('folding', () => {
  it('full-width signs, spaces, quotation marks, 两 and what PDFs make of characters', () => {
    expect(foldText('２，０００ 名“老人”（含两户）⼀㈡⒊％㎡')).toBe('2,000名老人(含二户)一(二)3.%平方米')
  })
  it('keeps the place of every character', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('一', '２', ' ', '“', '㎡', '。', 'a', '\t', '㈡') }), text => {
      const { text: folded, places } = foldWithPlaces(text)
      expect(folded).toBe(foldText(text))
      expect(places).toHaveLength(folded.length)
      expect(places.every((place, i) => foldText(text[place]!).includes(folded[i]!))).toBe(true)
    }))
  })
})

describe('numbering', () => {
  const sections = (text: string): string[] => [...noticeOf(text).sections.keys()]
  it('一、 (一) 1. (1) ① 一是, each below the one before', () => {
    expect(sections('一、甲\n（一）乙\n1.丙\n（1）丁\n①戊。一是己。二是庚\n2、辛\n（二）壬')).toEqual(['一', '一(一)', '一(一)1', '一(一)1(1)', '一(一)1(1)①', '一(一)1(1)①一', '一(一)1(1)①二', '一(一)2', '一(二)'])
  })
  it('parts and chapters count when the plan writes them, and need not be written', () => {
    expect(sections('第一部分 总则\n一、甲\n第二部分 分工\n一、乙')).toEqual(['第一部分', '第一部分一', '一', '第二部分', '第二部分一'])
    expect(marked('第一部分\n一、甲20个\n第二部分\n一、乙30个', '第二部分一', '30个')).toBe('30个')
  })
  it('a plan may write a section in its own way', () => {
    expect(['二(二)一', '二、（二）1.', '二 (二) 一是', '第三部分 二', '四(十七)', '①'].map(text => sectionKeyOf(foldText(text)))).toEqual(['二(二)一', '二(二)1', '二(二)一', '第三部分二', '四(十七)', '①'])
  })
  it('dates, decimals and grades are no numbers', () => {
    expect(sections('2020年5月\n12.5万元\n一、二级残疾人补贴')).toEqual([])
    expect(sections('一、甲\n二、三级岗位')).toEqual(['一'])
  })
  it('一是 ends with its paragraph; a paragraph without a number stays where it is', () => {
    const notice = noticeOf('一、甲\n（一）乙。一是丙。\n丁')
    expect(notice.paragraphs.map(one => [one.text, one.path])).toEqual([['一、甲', ['一、甲']], ['（一）乙。', ['一、甲', '（一）乙']], ['一是丙。', ['一、甲', '（一）乙', '一是丙']], ['丁', ['一、甲', '（一）乙']]])
  })
  it('a notice pasted as one line is cut too', () => {
    expect(marked('一、甲。（一）乙，建20个。（二）丙，建20个。二、丁。（一）戊，建20个。', '二(一)', '20个')).toBe('20个')
    expect(find('一、甲。（一）乙，建20个。（二）丙，建30个。', '一(二)', '30个')?.path).toEqual(['一、甲', '（二）丙，建30个'])
  })
  it('lines broken at the right edge are put together', () => {
    const wrapped = '一、养老服务\n（一）继续加快居家养老服务网络建设，今年全市计划新建20\n个居家养老服务站点，分布在十二个镇和街道，年底前全部建\n成并且投入使用，每月报送一次进度，由养老服务科负责汇总。\n（二）做好其他的工作。'
    expect(marked(wrapped, '一(一)', '20个')).toBe('20个')
    expect(noticeOf(wrapped).paragraphs).toHaveLength(3)
  })
})

describe('figures', () => {
  const text = '一、甲\n1.新建 ２０ 个站，服务约2,000名老人，投入6080 万元，办两次会，覆盖率１００％，面积30㎡，设五个点，另有十二所。'
  it.each([['20个', '２０ 个'], ['约2000名', '约2,000名'], ['2000名以上', '2,000名'], ['6080万元', '6080 万元'], ['二次', '两次'], ['2次', '两次'], ['100%', '１００％'], ['30平方米', '30㎡'], ['5个', '五个'], ['12所', '十二所']])('%s', (figure, seen) => {
    expect(find(text, '一1', figure)).toMatchObject({ certainty: 'section_figure', places: 1 })
    expect(marked(text, '一1', figure)).toBe(seen)
  })
  it('never a part of a longer number', () => {
    for (const longer of ['新建120个', '新建1,020个', '新建2.20个', '新建一百二十个', '新建20.5个', '共220个'])
      expect([longer, marked(`一、甲\n1.${longer}。`, '一1', '20个')]).toEqual([longer, null])
    expect(marked('一、甲\n1.开放日6.19活动', '一1', '6.1')).toBeNull()
    expect(marked('一、甲\n1.新建120个，其中镇上20个', '一1', '20个')).toBe('20个')
  })
  it('a cell of a table is not the head of the next', () => expect(marked('一、甲\n1.表\t1\t20个\t完', '一1', '20个')).toBe('20个'))
  it('several the same: the one beside the words of the name', () => {
    const same = '一、甲\n1.街道覆盖率达到60%，乡镇覆盖率达到60%。社区帮扶率100%、月探访率100%。'
    expect(find(same, '一1', '达到60%', '乡镇服务中心覆盖率')!.figure!.start).toBe(same.split('\n')[1]!.lastIndexOf('达到60%'))
    expect(find(same, '一1', '100%', '老人月探访率')).toMatchObject({ certainty: 'section_figure' })
    expect(find(same, '一1', '100%', '老人月探访率')!.figure!.start).toBe(same.split('\n')[1]!.lastIndexOf('100%'))
  })
  it('says how sure it is', () => {
    expect(find('一、甲\n1.建20个，修20个。', '一1', '20个', '别的')).toMatchObject({ certainty: 'several', places: 2 })
    expect(find('新建20个站。\n再说别的。', '一1', '20个')).toMatchObject({ certainty: 'figure_once', places: 1 })
    expect(find('新建20个站。\n再建20个站。', '一1', '20个')).toMatchObject({ certainty: 'several', places: 2 })
    expect(find('一、甲\n1.做好服务站建设。', '一1', '20个')).toMatchObject({ certainty: 'section', figure: null })
    expect(find('一、甲\n1.别的。做好服务站建设。', '一1', '')).toMatchObject({ certainty: 'section', figure: null })
    expect([find('别的话。', '一1', '20个'), find('别的话。', '一1', ''), find('', '一1', '20个')]).toEqual([null, null, null])
  })
})

describe('what is quoted', () => {
  const long = '办好这一类的事情，各镇街都要抓紧，月月报送进度，做到底数清、情况明、措施实、效果好，年底统一验收，确保如期完成'
  it('the sentence, with its quotation marks, and its neighbours where it is short', () => {
    expect(quoted(`一、甲\n1.${long}。${long}，新建20个站。${long}。`, '一1', '20个')).toBe(`${long}，新建20个站。`)
    expect(quoted('一、甲\n1.头一句。新建20个“幸福站”。末一句。', '一1', '20个')).toBe('1.头一句。新建20个“幸福站”。末一句。')
    expect(quoted(`一、甲\n1.${long}。说：“新建20个站，${long}。”${long}。`, '一1', '20个')).toBe(`说：“新建20个站，${long}。”`)
  })
  it('of a very long sentence the part between semicolons', () => {
    expect(quoted(`一、甲\n1.${long}，${long}；${long}，新建20个站；${long}，${long}。`, '一1', '20个')).toBe(`${long}，新建20个站；`)
  })
  it('without a figure the sentence closest to the name', () => {
    expect(quoted(`一、甲\n1.${long}。${long}，改造殡仪馆。${long}。`, '一1', '', '殡仪馆迁建')).toBe(`${long}，改造殡仪馆。`)
  })
})

describe('a whole plan', () => {
  const figures = fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom('个', '户', '张', '万元', '人次')).map(([n, unit]) => `${n}${unit}`)
  const name = fc.string({ minLength: 4, maxLength: 8, unit: fc.constantFrom(...'养老救助儿童慈善社区婚姻殡葬地名志愿') })
  const task: fc.Arbitrary<MadeTask> = fc.record({ targets: fc.uniqueArray(fc.record({ name, figure: figures }), { minLength: 1, maxLength: 3, selector: one => one.figure }) })
  const chapters = fc.array(fc.array(task, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 12 })
  const retype = (text: string, how: number): string => [
    text, text.replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)), text.replace(/(\d)(?=[^\d.])/g, '$1 '), text.replace(/\n/g, '\r\n　　'), text.replace(/(\d)(?=(\d{3})+(?!\d))/g, '$1,'), text.replace(/（/g, '(').replace(/）/g, ')'),
  ][how]!

  it('every figure is found in its section, however it is typed, and what is marked is the figure', () => {
    fc.assert(fc.property(fc.constantFrom<Shape>('listed', 'items', 'parts'), chapters, fc.nat({ max: 5 }), (shape, made, how) => {
      const notice = noticeOf(retype(noticeTextOf(shape, made), how))
      for (const target of targetsOf(shape, made)) {
        const passage = passageOf(notice, target)!
        expect(passage.certainty).toBe('section_figure')
        expect(foldText(passage.paragraph.slice(passage.figure!.start, passage.figure!.end)).replaceAll(',', '')).toBe(foldText(target.source.figure))
        expect(passage.quote.start).toBeLessThanOrEqual(passage.figure!.start)
        expect(passage.quote.end).toBeGreaterThanOrEqual(passage.figure!.end)
      }
    }), { numRuns: 120 })
  })

  it('is told from another one', () => {
    const made = (unit: string) => [[{ targets: ['养老', '救助', '殡葬', '地名'].map((name, n) => ({ name, figure: `${n * 7 + 7}${unit}` })) }]]
    const [own, other] = [noticeOf(noticeTextOf('items', made('个'))), noticeOf(noticeTextOf('items', made('户')))]
    const plan = planWith(targetsOf('items', made('个')))
    expect(noticeFit(own, plan)).toEqual({ targets: 4, found: 4, figures: 4, foundFigures: 4 })
    expect([isDoubtful(noticeFit(own, plan)), isDoubtful(noticeFit(other, plan)), isDoubtful(noticeFit(noticeOf(''), plan))]).toEqual([false, true, true])
    const wordy = planWith([makeTarget({ source: { section: '一1', figure: '' } })])
    expect([isDoubtful(noticeFit(own, wordy)), isDoubtful(noticeFit(noticeOf('别的'), wordy))]).toEqual([false, true])
  })

  it('any text at all is cut without losing a word', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('一', '、', '(', '二', ')', '1', '.', '是', '。', '；', '\n', '甲', ' ', '①', '第', '部分', '“'), maxLength: 200 }), text => {
      const notice = noticeOf(text)
      expect(notice.paragraphs.map(one => one.folded).join('')).toBe(foldText(text))
      passageOf(notice, makeTarget({ source: { section: '一(一)1', figure: '1' } }))
    }), { numRuns: 500 })
  })
})
