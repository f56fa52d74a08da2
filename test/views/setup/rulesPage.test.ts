import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Adoption } from '../../../src/domain/adoptedPack.ts'
import type { RulePackFile } from '../../../src/domain/packBands.ts'
import { rulePackFileOf } from '../../../src/domain/packBands.ts'
import { defaultPack } from '../../../src/domain/rulePack.ts'
import { bandsOfSource } from '../../../src/components/rules/bandFixes.ts'
import { zhRules } from '../../../src/components/rules/zhRules.ts'
import { identified, placeOfDay, triedFile, versionFaces, versionsOf } from '../../../src/views/setup/rulesPage.ts'

const shipped = JSON.parse(readFileSync('data/rules/yinchuan-2025.json', 'utf8')) as RulePackFile
const usual = rulePackFileOf(defaultPack)
const own = { id: 'own-2020-v2', name: '本局 v2', summary: '从 银川 2025 取来改' }
const taken: RulePackFile = { ...shipped, lamps: { ...shipped.lamps, bands: bandsOfSource(shipped) } }

describe('what a draft is called', () => {
  const call = (file: RulePackFile, isNamed = false) => identified({ file, origin: taken, isNamed }, [usual, shipped], own)
  it('as the pack that it equals', () => {
    expect(call(shipped)).toMatchObject({ id: 'yinchuan-2025', name: '银川 2025', source: shipped.source })
  })
  it('by our next version where it was changed, and without the source of what it came from', () => {
    const changed = { ...shipped, lamps: { ...shipped.lamps, nearDueDays: 15 } }
    expect(call(changed)).toMatchObject({ ...own, source: null, undefinedBySource: [] })
    expect(call({ ...changed, id: 'ours', summary: '自定' }, true)).toMatchObject({ id: 'ours', summary: '自定', source: null })
  })
  it('keeps the source while nothing was changed', () => {
    expect(call(taken)).toMatchObject({ id: own.id, source: shipped.source, summary: shipped.summary })
  })
})

it('a draft with a gap is tried as its first fix would have it', () => {
  expect(triedFile(taken, false)).toMatchObject({ isMended: true, file: { lamps: { bands: shipped.lamps.bands } } })
  expect(triedFile(taken, true)).toEqual({ isMended: false, file: taken })
})

describe('versions over the year', () => {
  const adoption = (at: string, name: string): Adoption => ({ event: name, at, recordedAt: at, pack: name, name, basis: '会议', by: {}, rules: defaultPack, unfit: [] })
  const days = { start: '2020-01-01', end: '2020-12-31', today: '2020-09-15' }
  const texts = { words: zhRules, day: (day: string) => day }
  it('the default holds until the first adoption', () => {
    expect(versionsOf([adoption('2020-08-14', '甲')], days.start).map(one => [one.number, one.name, one.at])).toEqual([[1, '默认规则', '2020-01-01'], [2, '甲', '2020-08-14']])
    expect(versionsOf([adoption('2020-01-01', '甲')], days.start).map(one => one.name)).toEqual(['甲'])
  })
  it('stand end to end, the draft last', () => {
    const faces = versionFaces(versionsOf([adoption('2020-08-14', '甲')], days.start), '2020-10-01', days, texts)
    expect(faces.map(one => [one.text, one.isNow, one.isDraft])).toEqual([['v1', false, false], ['v2', true, false], ['v3', false, true]])
    expect(faces.reduce((sum, one) => sum + Number.parseFloat(one.width), 0)).toBeCloseTo(100)
  })
  it('days beyond the period stand at its ends', () => {
    expect([placeOfDay('2019-12-01', days), placeOfDay('2020-01-01', days), placeOfDay('2021-02-01', days)]).toEqual([0, 0, 100])
  })
})
