/** Sentences as they are typed at meetings: until when, who, and the matter. The meeting is on Tuesday 15 September 2020. */
import { expect, it } from 'vitest'
import { addDays } from '../../src/domain/days'
import { namedDays } from '../../src/domain/decisionDates'
import { readDecision } from '../../src/domain/decisionText'
import { indexPlan } from '../../src/domain/plan'
import { makePlan, makeTarget } from './makers'

const day = '2020-09-15'
const base = makePlan([makeTarget()])
const plan = {
  ...base, departments: [...base.departments, { id: 'bangong', name: '办公室', assumed: true }],
  area: { ...base.area, children: [{ code: 'n', name: '内坑镇', short: '内坑', level: 'township' as const }, { code: 'd', name: '东石镇', short: '东石', level: 'township' as const }, { code: 'l', name: '联合街道', short: '联合', level: 'township' as const }, { code: 'x1', name: '新塘街道', short: '新塘', level: 'township' as const }, { code: 'x2', name: '新塘镇', short: '新塘', level: 'township' as const }] },
}
const index = indexPlan(plan)
const read = (text: string) => readDecision(text, { index, day })

it.each([
  ['9月25日前完成选址报批，10月10日前开工', '2020-10-10'], ['10月10日前开工，9月25日前完成选址报批', '2020-10-10'], ['9月25日', '2020-09-25'], ['９月２５日前报批', '2020-09-25'], ['9月25号以前报来', '2020-09-25'],
  ['九月二十五日前', '2020-09-25'], ['十月十日前', '2020-10-10'], ['十二月三十一日', '2020-12-31'], ['2020年10月8日前', '2020-10-08'], ['2020-10-08', '2020-10-08'], ['2020.10.8前', '2020-10-08'],
  ['25日前报', '2020-09-25'], ['10日前报', '2020-10-10'], ['9月20日进场，25日前完工', '2020-09-25'], ['10月8日进场，25日前完工', '2020-10-25'], ['二十五日前', '2020-09-25'],
  ['月底前完成', '2020-09-30'], ['本月底', '2020-09-30'], ['下月底前', '2020-10-31'], ['下月10日前', '2020-10-10'], ['本月25日', '2020-09-25'], ['9月底前', '2020-09-30'], ['十月底', '2020-10-31'], ['11月上旬', '2020-11-10'], ['11月中旬', '2020-11-20'], ['11月下旬', '2020-11-30'], ['10月初', '2020-10-05'],
  ['下周五', '2020-09-25'], ['本周五前', '2020-09-18'], ['周五前', '2020-09-18'], ['周一前', '2020-09-21'], ['下下周一', '2020-09-28'], ['下星期三', '2020-09-23'], ['下周内', '2020-09-25'], ['星期天', '2020-09-20'],
  ['三天内', '2020-09-18'], ['3日内', '2020-09-18'], ['10天内', '2020-09-25'], ['十五日内', '2020-09-30'], ['两周内', '2020-09-29'], ['一个月内', '2020-10-15'], ['半个月内', '2020-09-30'], ['5个工作日内', '2020-09-22'], ['两天内', '2020-09-17'],
  ['年底前', '2020-12-31'], ['年内', '2020-12-31'], ['三季度末', '2020-09-30'], ['第四季度末', '2020-12-31'], ['季度末', '2020-09-30'], ['国庆前', '2020-09-30'], ['明天', '2020-09-16'], ['后天前', '2020-09-17'], ['大后天', '2020-09-18'], ['今天下班前', '2020-09-15'], ['1月10日前', '2021-01-10'],
])('%s is due on %s', (text, due) => {
  expect(read(text).due).toBe(due)
})

it.each(['按8月14日会议要求办', '2020年8月14日', '建成2个、投入10.10万元', '2月30日前', '13月1日', '完成30天培训', '', '25个站点'])('%s names no day to come', text => {
  expect(namedDays(text, day)).toEqual([])
})

it('the places of days are those of the text as given', () => {
  const text = '９月２５日前报批，10月10日前开工'
  expect(namedDays(text, day).map(({ from, to }) => text.slice(from, to))).toEqual(['９月２５日前', '10月10日前'])
})

it.each([
  ['内坑镇9月25日前完成选址', 'n', []], ['内坑9月25日前完成选址', 'n', []], ['10月10日前东石完成选址', 'd', []], ['由东石镇牵头，养老服务科协办', 'd', ['yanglao']], ['养老服务科牵头，内坑镇配合', 'yanglao', ['n']],
  ['请办公室汇总', 'bangong', []], ['责成东石镇落实', 'd', []], ['会同内坑镇，东石镇负责', 'd', ['n']], ['养老服务科、办公室研究', null, []], ['内坑镇、东石镇各报一份', null, []], ['与公安联合验收', null, []],
  ['新塘月底前报', null, []], ['新塘街道月底前报', 'x1', []], ['完成选址', null, []], ['测试市统一安排', null, []],
])('%s is led by %s', (text, lead, assist) => {
  expect([read(text).lead, read(text).assist]).toEqual([lead, assist])
})

it.each([
  ['9月25日前完成选址报批', '完成选址报批'], ['完成选址报批，9月25日前', '完成选址报批'], ['在10月10日前完成选址', '完成选址'], ['由东石镇牵头，10月10日前完成选址', '完成选址'], ['内坑镇：月底前报方案', '报方案'], ['9月25日前完成选址报批，内坑镇', '完成选址报批'], ['月底前报方案，由东石镇负责。', '报方案'], ['请办公室月底前汇总进度', '汇总进度'], ['由养老服务科牵头，月底前拿出办法，内坑镇配合', '拿出办法'], ['东石镇月底前拿出办法，内坑镇、养老服务科配合', '东石镇拿出办法，内坑镇、养老服务科配合'], ['把方案报给东石镇', '把方案报给东石镇'],
  ['9月25日前报批，10月10日前开工', '9月25日前报批，10月10日前开工'], ['在建项目月底前复工', '在建项目复工'], ['9月25日前', '9月25日前'], ['  ', ''],
])('%s in short: %s', (text, rest) => {
  expect(read(text).rest).toBe(rest)
})

it('reads every day of the coming half-year in figures and in Chinese numerals', () => {
  const numeral = (n: number): string => (n < 10 ? '' : n < 20 ? '十' : `${'零一二三'[Math.floor(n / 10)]!}十`) + (n % 10 === 0 ? '' : '零一二三四五六七八九'[n % 10]!)
  const wrong = Array.from({ length: 180 }, (_, i) => addDays(day, i)).flatMap(wanted => {
    const [month, date] = [Number(wanted.slice(5, 7)), Number(wanted.slice(8))]
    return [`${month}月${date}日前办完`, `${numeral(month)}月${numeral(date)}日前办完`, `${wanted}前办完`].filter(text => read(text).due !== wanted || read(text).rest !== '办完')
  })
  expect(wrong).toEqual([])
})
