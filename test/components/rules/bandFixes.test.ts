import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { LampBand, RulePackFile } from '../../../src/domain/packBands.ts'
import { bandProblems, bandsOf, lampAt } from '../../../src/domain/packBands.ts'
import { defaultLampRules } from '../../../src/domain/lampRules.ts'
import { bandFaults, bandsOfSource, meetingEdges, mendedBands, movedEnd, ownedEdge, withLamp } from '../../../src/components/rules/bandFixes.ts'
import { binsOf, countWithin, scaleOf } from '../../../src/components/rules/distances.ts'

const yinchuan = JSON.parse(readFileSync('data/rules/yinchuan-2025.json', 'utf8')) as RulePackFile
const usual = bandsOf(defaultLampRules)

describe('fixes of bands', () => {
  it('银川 as its source has it leaves 0 to 10 open; given to 正常 it is the shipped pack again', () => {
    const bands = bandsOfSource(yinchuan)
    const faults = bandFaults(bands)
    expect(faults.map(({ kind, from, to }) => [kind, from, to])).toEqual([['gap', -0.1, 0]])
    expect(faults[0]!.fixes.map(fix => fix.lamp)).toEqual(['on_pace', 'ahead', 'slightly_behind'])
    expect(faults[0]!.fixes[0]!.bands).toEqual(yinchuan.lamps.bands)
    for (const { lamp, bands: mended } of faults[0]!.fixes) {
      expect(bandProblems(mended)).toEqual([])
      expect(lampAt(mended, -0.05)).toBe(lamp)
    }
  })

  it('a pack without a gap in its source stays as it is', () => {
    expect(bandsOfSource({ ...yinchuan, undefinedBySource: [] })).toEqual(yinchuan.lamps.bands)
  })

  it('an overlap goes to the one lamp or the other', () => {
    const [fault, ...rest] = bandFaults(movedEnd(usual, 0, 'to', -0.25))
    expect(rest).toEqual([])
    expect([fault!.kind, fault!.from, fault!.to]).toEqual(['overlap', -0.3, -0.25])
    expect(fault!.fixes.map(fix => [fix.lamp, lampAt(fix.bands, -0.27)])).toEqual([['behind', 'behind'], ['slightly_behind', 'slightly_behind']])
    for (const fix of fault!.fixes) expect(bandProblems(fix.bands)).toEqual([])
  })

  it('gap and overlap at once are mended one after the other', () => {
    const broken = movedEnd(movedEnd(usual, 0, 'to', -0.25), 2, 'from', 0)
    expect(bandFaults(broken).map(one => one.kind)).toEqual(['overlap', 'gap'])
    expect(bandProblems(mendedBands(broken)!)).toEqual([])
  })

  it('an edge has one owner, and can change it', () => {
    const [first] = meetingEdges(usual)
    expect(first).toMatchObject({ at: -0.3, side: 'better' })
    const other = ownedEdge(usual, first!, 'worse')
    expect(bandProblems(other)).toEqual([])
    expect(lampAt(other, -0.3)).toBe('behind')
  })

  it('a lamp left out and put in again leaves no gap', () => {
    for (const { lamp } of usual) {
      const without = mendedBands(usual.filter(one => one.lamp !== lamp))
      if (without === null || without.some(one => one.lamp === lamp)) continue
      expect(bandProblems(withLamp(without, lamp))).toEqual([])
    }
    const three: LampBand[] = [{ lamp: 'slightly_behind', from: null, to: 0 }, { lamp: 'on_pace', from: 0, to: null }]
    expect(bandProblems(withLamp(withLamp(three, 'behind'), 'ahead'))).toEqual([])
  })
})

describe('distances on the scale', () => {
  const list = [-0.9, -0.3, -0.3 + 1e-12, -0.05, 0, 0.5].map((at, i) => ({ at, turns: i === 1 }))
  it('every one stands in one bin, those beyond at the ends', () => {
    const bins = binsOf(list, { least: -0.6, most: 0.2 }, 32)
    expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(list.length)
    expect([bins[0]!.count, bins.at(-1)!.count, bins[12]!.count, bins[12]!.turning]).toEqual([1, 1, 2, 1])
  })
  it('counts a stretch with its lower end', () => {
    expect(countWithin(list, -0.3, 0)).toBe(3)
    expect(countWithin(list, null, -0.3)).toBe(1)
  })
  it('is wide enough for every edge', () => {
    expect(scaleOf('pp', usual)).toEqual({ least: -0.6, most: 0.2 })
    expect(scaleOf('pp', [{ lamp: 'behind', from: null, to: -0.8 }]).least).toBeCloseTo(-0.9)
  })
})
