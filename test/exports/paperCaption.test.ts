import { expect, it } from 'vitest'
import { captionLine, captionOf, zhMoment } from '../../src/exports/paperCaption.ts'
import { viewOf } from '../../src/domain/snapshot.ts'
import { demoSnapshot } from './makers.ts'

it('a moment is said in UTC+8, with its year only where it is another', () => {
  expect(zhMoment('2020-09-15T08:20:00.000Z', '2020-09-15')).toBe('9月15日 16:20')
  expect(zhMoment('2021-02-08T06:39:00.000Z/0001/dev-1', '2020-09-15')).toBe('2021年2月8日 14:39')
  expect(zhMoment('2020-12-31T16:00:00.000Z', '2020-09-15')).toBe('2021年1月1日 00:00')
  expect([zhMoment('2020-06-30', '2020-09-15'), zhMoment('2021-06-30', '2020-09-15'), zhMoment('2021-06-30')]).toEqual(['6月30日', '2021年6月30日', '6月30日'])
})

it('the line under every paper names day, knowledge, scope, review, rules and code, and holds no number that is none', () => {
  const caption = captionOf(viewOf(demoSnapshot()))
  const line = captionLine(caption)
  expect(line).toMatch(/^演示数据，非真实进度.截至2020年9月15日，2021年2月\d+日 \d\d:\d\d所知.全部 50 项、19 个地方，未筛选.含未审的填报.规则 default，挂图 .+.校验码 [0-9A-F ]{14}$/u)
  expect(Object.values(caption).join('')).not.toMatch(/NaN|undefined|null/)
})
