/** Snapshots and papers under a pack adopted in the ledger: sealed, opened, verified and named by it. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compareBases } from '../../src/domain/compareSnapshots.ts'
import { adoptionOf } from '../../src/domain/decideRules.ts'
import { demoEvents, eventSealer } from '../../src/domain/demo.ts'
import { parseRulePack } from '../../src/domain/parseRulePack.ts'
import { indexPlan } from '../../src/domain/plan.ts'
import { freeze, viewOf } from '../../src/domain/snapshot.ts'
import { readSnapshot, snapshotText } from '../../src/domain/snapshotFile.ts'
import { verifySeal } from '../../src/domain/verifySnapshot.ts'
import { boardCsv } from '../../src/exports/boardTable.ts'
import { rulesSheet } from '../../src/exports/bookRules.ts'
import { captionOf } from '../../src/exports/paperCaption.ts'
import { factsOf } from '../../src/exports/paperFacts.ts'
import { withoutNames } from '../../src/exports/shareSafe.ts'
import { makeEvent } from '../domain/makers.ts'
import { planOf } from './makers.ts'

const plan = planOf('zhengxiang-2022')
const parsed = parseRulePack(readFileSync(new URL('../../data/rules/sanya-2022.json', import.meta.url), 'utf8'))
if (!parsed.ok) throw new Error('sanya')
const { kind, at, ...data } = adoptionOf(parsed.pack, '第4次调度会', '2022-08-01')
const adoption = makeEvent(kind, at, data as unknown as Record<string, unknown>, { plan: plan.id, recordedAt: '2022-08-01T02:00:00.000Z/0000/dev-0000000000000001', by: { name: '张三', unit: 'bangongshi' } })
const events = [...eventSealer()(demoEvents(indexPlan(plan))), adoption]
const ask = (asOf: string) => ({ name: '会', asOf, knownAt: '2022-09-15', review: 'all' as const, madeAt: '2022-09-15T08:20:00.000Z', madeBy: {}, version: '0.5.0' })
const source = { plan, events, demo: true }
const after = freeze(source, ask('2022-09-15'))
const before = freeze(source, ask('2022-07-31'))

describe('a snapshot under an adopted pack', () => {
  it('carries the rules of its day, and those before the switch the rules of theirs', () => {
    expect([before.seal.rulePack, after.seal.rulePack]).toEqual(['default', 'sanya-2022'])
    expect([viewOf(before).board.rules.id, viewOf(after).board.rules]).toEqual(['default', parsed.pack.lamps])
    expect(before.board.cells).toEqual(freeze({ ...source, events: events.slice(0, -1) }, ask('2022-07-31')).board.cells)
  })
  it('is read again and verified, whole and without names', () => {
    expect(readSnapshot(snapshotText(after))).toMatchObject({ ok: true })
    const present = { plan, events, demo: true, knownAt: '2099-01-01' }
    expect(verifySeal({ seal: after.seal, fingerprint: after.fingerprint, whole: after }, present)).toMatchObject({ verdicts: ['matches'], figuresMatch: true })
    const safe = withoutNames(after)
    expect(safe.board.cells).toEqual(after.board.cells)
    expect(safe.seal.rulePack).toBe('sanya-2022')
    expect(JSON.stringify(safe.events)).not.toContain('张三')
    expect(verifySeal({ seal: safe.seal, fingerprint: safe.fingerprint, whole: safe }, present)).toMatchObject({ figuresMatch: true })
  })
  it('set beside one of the day before, what only the rules turned is said to come from them', () => {
    const basis = (asOf: string) => ({ plan, events, asOf, knownAt: '2022-09-15', review: 'all' as const })
    const { figures } = compareBases(basis('2022-07-31'), basis('2022-08-01'))
    const byRules = figures.filter(one => one.difference?.cause === 'rules')
    expect(byRules.length).toBeGreaterThan(0)
    for (const one of byRules) { expect(one.difference?.event?.id).toBe(adoption.id); expect(one.before.lamp).not.toBe(one.after.lamp); expect(one.before.value).toBe(one.after.value) }
  })
})

describe('papers under an adopted pack', () => {
  const facts = factsOf(viewOf(after))
  it('name it, say its thresholds and call lamps by its words', () => {
    const caption = captionOf(viewOf(after))
    expect(caption.rules).toContain('按「三亚 2022」：时序按计划曲线；达到时序为绿牌，落后应达进度的 50% 以内为黄牌，超过 50% 为红牌')
    expect(caption.legend).toContain('●绿牌 ◆临期 ▲黄牌 ■红牌或逾期')
    expect(caption.version).toContain('规则 三亚 2022（sanya-2022）')
    expect(facts.slow.some(line => line.lampName === '黄牌' || line.lampName === '红牌')).toBe(true)
    const csv = boardCsv(facts)
    expect(csv).toContain('绿牌')
    expect(csv).not.toMatch(/,(?:滞后|严重滞后|正常),/)
    const sheet = JSON.stringify(rulesSheet(facts, '规则').rows)
    for (const text of ['三亚 2022（sanya-2022）', '实际进度低于时序、不超过应达进度的 50%', '这套规则不亮', '实际进度与时序之差占时序的比例低于此数']) expect(sheet).toContain(text)
  })
})
