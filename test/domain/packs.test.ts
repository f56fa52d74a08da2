/** Rule packs by property: a switch changes no past, what is refused names its interval or path, the shipped ones light every distance. */
import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adoptionsOf, packOn } from '../../src/domain/adoptedPack'
import { lampCodes } from '../../src/domain/board'
import { knownAtLimit } from '../../src/domain/clock'
import { addDays } from '../../src/domain/days'
import { decide } from '../../src/domain/decide'
import { adoptionOf } from '../../src/domain/decideRules'
import { emptyHistory, evolve, foldEvents, touchedTargets } from '../../src/domain/history'
import { isLampRules, lampInks } from '../../src/domain/lampRules'
import type { Edge, LampRules } from '../../src/domain/lampRules'
import { explainFigure } from '../../src/domain/explain'
import { distanceOf, isOnPaceLamp, lampOf } from '../../src/domain/lamp'
import { bandLamps, bandProblems, bandsOf, intervalText, lampAt, lampRulesOf, rulePackFileOf } from '../../src/domain/packBands'
import type { LampBand, RulePackFile } from '../../src/domain/packBands'
import { packEffect } from '../../src/domain/packEffect'
import { bandProblemsInWords } from '../../src/domain/packProblems'
import { unfitParts } from '../../src/domain/packShape'
import { checkRulePack, parseRulePack, serializeRulePack } from '../../src/domain/parseRulePack'
import { periodLampsOf } from '../../src/domain/periodLamps'
import { boardOf, rollUpPath } from '../../src/domain/rollUp'
import { timeCursorOf } from '../../src/domain/timeCursor'
import type { RulePack } from '../../src/domain/rulePack'
import { defaultPack } from '../../src/domain/rulePack'
import { checkRulePacks } from '../tools/checkData'
import { allocate, late, makeEvent, report, worldOf } from './makers'
import { asked, day, index, ledger, targets } from './randomLedger'

const limit = knownAtLimit(late)
const edge = fc.constantFrom<Edge>('better', 'worse')
const hundredth = (from: number, to: number) => fc.integer({ min: from, max: to }).map(n => n / 100)

/** Rules of lamps as a pack may set them: any mode, edges and thresholds in order. */
const lampRules: fc.Arbitrary<LampRules> = fc.record({
  mode: fc.constantFrom<LampRules['mode']>('pp', 'ratio'), behind: fc.option(hundredth(-60, -6), { nil: null }), slightlyBehind: hundredth(-5, 0), ahead: fc.option(hundredth(1, 40), { nil: null }),
  edges: fc.record({ behind: edge, slightlyBehind: edge }), nearDueDays: fc.nat(60), staleDays: fc.nat(60),
}).map(rules => ({ id: 'own', name: '自定', ...rules, edges: { ...rules.edges, behind: rules.behind === null ? 'better' : rules.edges.behind } }))
const lamp = fc.constantFrom(...lampCodes)
const pack: fc.Arbitrary<RulePack> = fc.record({
  lamps: lampRules,
  period: fc.record({ by: fc.constantFrom<'pace' | 'month'>('pace', 'month'), missed: fc.option(lamp, { nil: null }), missedQuarter: fc.option(lamp, { nil: null }), missedRunning: fc.option(fc.record({ months: fc.integer({ min: 2, max: 4 }), lamp }), { nil: null }), madeUp: lamp }),
}).map(parts => ({ ...defaultPack, id: 'own', name: '自定', ...parts }))
const adoption = (rules: RulePack, at: string, recordedAt = '2019-01-01T00:00:00.000Z/0000/dev-0000000000000009') => makeEvent('rules', at, { pack: rules.id, name: rules.name, basis: '第4次会议', lamps: rules.lamps, rules }, { recordedAt })

describe('a switch of rules', () => {
  it('changes no figure, lamp or standing of any day before it, and no lamp of a month that ended before it', () => {
    fc.assert(fc.property(ledger, pack, day, asked, fc.constantFrom(...targets), (events, rules, from, query, target) => {
      const before = foldEvents(index, events)
      const after = foldEvents(index, [...events, adoption(rules, from)])
      const asOf = query.asOf < from ? query.asOf : addDays(from, -1 - Number(query.asOf.slice(8)))
      const asking = { asOf, knownAt: query.knownAt }
      expect(boardOf(after, asking)).toEqual(boardOf(before, asking))
      expect(timeCursorOf(after, query.knownAt)(asOf)).toEqual(boardOf(before, asking))
      const lampsOf = (history: typeof before) => periodLampsOf(history, target.id, target.scope === 'whole' ? null : 'a', { asOf: '2021-02-10', limit }).filter(one => one.lastDay < from)
      expect(lampsOf(after)).toEqual(lampsOf(before))
      expect(packOn(after, { asOf, limit })).toBe(defaultPack)
    }), { numRuns: 150 })
  })
  it('walked over to and fro, and entered between other events, every day has the board of a full fold by its own rules', () => {
    fc.assert(fc.property(ledger, pack, day, asked, fc.nat(200), (events, rules, from, { asOf, knownAt }, days) => {
      const after = foldEvents(index, [...events, adoption(rules, from)])
      const cursor = timeCursorOf(after, knownAt)
      for (const on of [asOf, from, addDays(from, -1), addDays(from, days), from, asOf]) expect(cursor(on)).toEqual(boardOf(after, { asOf: on, knownAt }))
      const history = foldEvents(index, events.slice(0, 5))
      let board = boardOf(history, { asOf, knownAt: late })
      for (const event of [adoption(rules, from), ...events.slice(5)]) {
        const touched = touchedTargets(history, evolve(history, event)) ?? [...index.targets.keys()]
        board = rollUpPath(board, history, late, touched)
      }
      expect(board).toEqual(boardOf(after, { asOf, knownAt: late }))
    }), { numRuns: 150 })
  })
  it('to the default rules changes nothing at all', () => {
    fc.assert(fc.property(ledger, day, asked, (events, from, query) => {
      expect(boardOf(foldEvents(index, [...events, adoption(defaultPack, from)]), query)).toEqual(boardOf(foldEvents(index, events), query))
    }), { numRuns: 200 })
  })
  it('stands in every merge order the same, v1 before v2', () => {
    fc.assert(fc.property(fc.array(fc.tuple(pack, day, fc.nat(9)), { minLength: 1, maxLength: 4 }), day, (switches, asOf) => {
      const events = switches.map(([rules, at, n], i) => adoption({ ...rules, id: `own${i}`, lamps: { ...rules.lamps, id: `own${i}` } }, at, `2019-01-0${n + 1 > 9 ? 9 : n + 1}T00:00:00.000Z/0000/dev-000000000000000${i}`))
      const one = foldEvents(index, events)
      const other = foldEvents(index, [...events].reverse())
      expect(packOn(one, { asOf, limit })).toEqual(packOn(other, { asOf, limit }))
      const list = adoptionsOf(one, limit)
      expect(list).toEqual(adoptionsOf(other, limit))
      const holding = list.findLast(({ at }) => at <= asOf)
      expect(packOn(one, { asOf, limit }).id).toBe(holding?.pack ?? 'default')
      expect(boardOf(one, { asOf, knownAt: late }).rulePack).toBe(holding?.pack ?? 'default')
    }), { numRuns: 100 })
  })
})

describe('转绿最少', () => {
  it('by the rules of any pack that amount is green on the day, and a unit less is not', () => {
    fc.assert(fc.property(lampRules, fc.nat(30), fc.integer({ min: 1, max: 40 }), day, (rules, reached, goal, asOf) => {
      const boardAfter = (more: number, on: string) => boardOf(worldOf({}, [allocate({ a: goal }, '2019-01-01'), report('2019-12-31', 'a', reached), ...(more > 0 ? [report(asOf, 'a', reached + more)] : [])]).history, { asOf: on, knownAt: late }, rules)
      const row = boardAfter(0, asOf).rows[0]!
      const { toGreen } = explainFigure(index.plan, row, row.cells[0]!, asOf)
      if (toGreen?.kind !== 'amount') return
      const lampAfter = (more: number) => boardAfter(more, toGreen.by).rows[0]!.cells[0]!.lamp
      expect(isOnPaceLamp(lampAfter(toGreen.amount))).toBe(true)
      if (toGreen.amount > 1) expect(isOnPaceLamp(lampAfter(toGreen.amount - 1))).toBe(false)
    }), { numRuns: 200 })
  })
})

describe('bands', () => {
  const gap = fc.oneof(hundredth(-100, 100), fc.double({ min: -1, max: 1, noNaN: true }))
  const facts = { isAsked: true, mark: null, isGoalKnown: true, isCeiling: false, isShareOfAreas: false, isStep: false, isReported: true, isVoid: false, isReached: false, isAbove: false, pace: 0.5, daysLeft: 300, wasReachedByDue: () => false }
  it('say what the rules do: no gap, no overlap, the rules again, and the lamp of lampOf at every distance', () => {
    fc.assert(fc.property(lampRules, gap, (rules, distance) => {
      const bands = bandsOf(rules)
      expect(bandProblems(bands)).toEqual([])
      expect(lampRulesOf(rulePackFileOf({ ...defaultPack, id: 'own', name: '自定', lamps: rules }))).toEqual(rules)
      const lit = lampOf({ ...facts, gap: distance, should: 1 }, { ...rules, nearDueDays: 0 })
      expect(distanceOf(distance, 1, rules)).toBe(distance)
      const isAtEdge = [rules.behind, rules.slightlyBehind, rules.ahead].some(at => at !== null && at !== distance && Math.abs(at - distance) < 1e-8)
      if (!isAtEdge) expect(lampAt(bands, distance)).toBe(lit)
    }), { numRuns: 300 })
  })
  it('moved apart, moved together, left out or doubled they are refused with the interval named', () => {
    fc.assert(fc.property(lampRules, fc.nat(3), fc.constantFrom('apart', 'together', 'out', 'twice'), (rules, place, way) => {
      const bands: LampBand[] = bandsOf(rules)
      const i = Math.min(place, bands.length - 2)
      const edgeAt = bands[i]!.to!
      if (way === 'apart') bands[i] = { ...bands[i]!, to: edgeAt - 0.01 }
      if (way === 'together') bands[i] = { ...bands[i]!, to: edgeAt + 0.005 }
      if (way === 'out') bands.splice(i, 1)
      if (way === 'twice') bands.push({ ...bands[i]! })
      const problems = bandProblemsInWords(rules.mode, bands)
      expect(problems.length).toBeGreaterThan(0)
      for (const one of problems) { expect(one.why).toMatch(/落后|超前|所有/); expect(one.path).toMatch(/^lamps\.bands(\[\d\])?$/) }
      const parsed = checkRulePack({ ...rulePackFileOf(defaultPack), lamps: { ...rulePackFileOf(defaultPack).lamps, mode: rules.mode, bands } })
      expect(parsed.ok).toBe(false)
    }), { numRuns: 150 })
  })
  it('intervals in words', () => {
    expect(bandProblemsInWords('pp', [{ lamp: 'behind', from: null, to: -0.3 }, { lamp: 'slightly_behind', from: -0.3, to: -0.1 }, { lamp: 'on_pace', from: 0, to: null }]).map(one => one.why)).toEqual(['落后 10 至 0 个百分点没有灯'])
    expect(bandProblemsInWords('pp', [{ lamp: 'behind', from: null, to: -0.25 }, { lamp: 'slightly_behind', from: -0.3, to: 0 }, { lamp: 'on_pace', from: 0, to: null }]).map(one => one.why)).toEqual(['落后 30 至 25 个百分点两条都管'])
    expect(bandProblemsInWords('ratio', [{ lamp: 'behind', from: null, to: -0.5, includesTo: true }, { lamp: 'slightly_behind', from: -0.5, to: 0 }, { lamp: 'on_pace', from: 0, to: null }]).map(one => one.why)).toEqual(['恰好落后应达进度的 50% 两条都管'])
    expect([intervalText('pp', null, -0.3), intervalText('pp', 0.1, null), intervalText('pp', -0.05, 0.1), intervalText('ratio', -0.5, 0), intervalText('pp', null, null)])
      .toEqual(['落后 30 个百分点以上', '超前 10 个百分点以上', '落后 5 个百分点至超前 10 个百分点', '落后应达进度的 50% 至 0%', '所有差距'])
    expect(bandProblems([{ lamp: 'on_pace', from: null, to: null }])).toMatchObject([{ kind: 'order' }])
    expect(bandProblems([{ lamp: 'on_pace', from: null, to: 0 }, { lamp: 'behind', from: 0, to: null }])).toMatchObject([{ kind: 'order', path: 'lamps.bands[1]' }])
    expect(bandProblems([])).toMatchObject([{ kind: 'gap' }])
  })
})

type Edit = (file: Record<string, unknown> & RulePackFile) => void
const edited = (edit: Edit): string => { const file = JSON.parse(serializeRulePack(defaultPack)) as Record<string, unknown> & RulePackFile; edit(file); return JSON.stringify(file) }
const rule = { id: 'a', name: '达序', scope: 'area', formula: '60 * onPace / active', min: null, max: null, floor: null, cap: null, evidence: '', exempt: [] }
const score = { start: 0, rules: [rule], groups: [], ties: 'shared', grades: [{ name: '优秀', from: 90 }, { name: '良好', from: 80 }], gradeCaps: [], overCap: 1, veto: null, lists: null }
const scored = (fields: object): Edit => file => { file.score = { ...score, ...fields } as never }
const climb = (from: string, to: string) => ({ id: `${from}-${to}`, from, to, when: 'overdue' as const, days: 1 })

const refused: [string, string, string, string][] = [
  ['not JSON', '{', 'not_json', ''],
  ['a list', '[]', 'pack_invalid_type', '（整个文件）'],
  ['__proto__', serializeRulePack(defaultPack).replace('"id"', '"__proto__":{"x":1},"id"'), 'forbidden_key', '__proto__'],
  ['200,000 nested arrays', '['.repeat(200_000), 'nested_too_deep', ''],
  ['2 MB', ' '.repeat(2_000_000), 'file_too_large', ''],
  ['an unknown field', edited(file => { Object.assign(file.lamps, { colour: 'red' }) }), 'pack_unrecognized_keys', 'lamps.colour'],
  ['a field left out', edited(file => { delete (file as Partial<RulePackFile>).calendar }), 'pack_invalid_type', 'calendar'],
  ['a threshold beyond the goal', edited(file => { (file.lamps.bands as LampBand[])[0]!.to = -30 }), 'pack_too_small', 'lamps.bands[0].to'],
  ['bidi controls', edited(file => { file.name = '规\u202e则' }), 'pack_custom', 'name'],
  ['a gap', edited(file => { (file.lamps.bands as LampBand[]).splice(1, 1) }), 'pack_band_gap', 'lamps.bands[1]'],
  ['a word for no lamp', edited(file => { file.lamps.words = { green: '绿' } }), 'pack_unrecognized_keys', 'lamps.words.green'],
  ['one word for two', edited(file => { file.lamps.words = { on_pace: '绿灯', no_data: '绿灯' } }), 'pack_word_twice', 'lamps.words.no_data'],
  ['an unknown ink', edited(file => { file.lamps.inks = { ok: 'pink' as never } }), 'pack_invalid_value', 'lamps.inks.ok'],
  ['a circle', edited(file => { file.slips = { ...file.slips, escalation: [climb('yellow', 'red'), climb('red', 'yellow')] } }), 'pack_escalation_cycle', 'slips.escalation[1]'],
  ['a level to itself', edited(file => { file.slips = { ...file.slips, escalation: [climb('red', 'red')] } }), 'pack_escalation_cycle', 'slips.escalation[0]'],
  ['a way down', edited(file => { file.slips = { ...file.slips, escalation: [climb('red', 'blue')] } }), 'pack_escalation_falls', 'slips.escalation[0]'],
  ['a level left out', edited(file => { file.slips = { ...file.slips, escalation: [climb('blue', 'red')] } }), 'pack_escalation_skips', 'slips.escalation[0]'],
  ['an unknown level', edited(file => { file.slips = { ...file.slips, escalation: [climb('blue', 'orange')] } }), 'pack_level_unknown', 'slips.escalation[0].to'],
  ['a proposal of no level', edited(file => { file.slips = { ...file.slips, proposals: [{ ...file.slips.proposals[0]!, level: 'x' }] } }), 'pack_level_unknown', 'slips.proposals[0].level'],
  ['a proposal past the levels', edited(file => { file.slips = { ...file.slips, proposals: [{ ...file.slips.proposals[0]!, level: 'red' }] } }), 'pack_proposal_not_entry', 'slips.proposals[0].level'],
  ['a number that never runs', edited(file => { file.slips = { ...file.slips, numberPattern: '{year}号' } }), 'pack_number_pattern', 'slips.numberPattern'],
  ['days out of order', edited(file => { file.slips = { ...file.slips, dueDays: { urgent: 20, usual: 15, most: 30 } } }), 'pack_due_days', 'slips.dueDays'],
  ['a formula that divides by zero', edited(scored({ rules: [{ ...rule, formula: '10 / (active - active)' }] })), 'formula_zero', 'score.rules[0].formula'],
  ['grades the wrong way', edited(scored({ grades: [{ name: '良好', from: 80 }, { name: '优秀', from: 90 }] })), 'pack_grade_order', 'score.grades[1].from'],
  ['a cap of no grade', edited(scored({ gradeCaps: [{ when: 'red_cells', least: 1, best: '合格' }] })), 'pack_grade_unknown', 'score.gradeCaps[0].best'],
  ['a veto without a basis', edited(scored({ veto: { basis: ' ', when: 'red_cells', least: 1 } })), 'pack_veto_basis', 'score.veto.basis'],
  ['bounds the wrong way', edited(scored({ rules: [{ ...rule, min: 5, max: 1 }] })), 'pack_bounds', 'score.rules[0].min'],
  ['a place in two groups', edited(scored({ groups: [{ name: '甲', areas: ['a'] }, { name: '乙', areas: ['a'] }] })), 'pack_group_twice', 'score.groups[1].areas'],
  ['other ties', edited(scored({ ties: 'none' })), 'pack_invalid_value', 'score.ties'],
]

describe('the border', () => {
  it.each(refused)('%s is refused with its path', (_, text, code, path) => {
    const parsed = parseRulePack(text)
    expect(parsed.ok).toBe(false)
    if (parsed.ok) return
    expect(parsed.problems.map(one => one.code)).toContain(code)
    const found = parsed.problems.find(one => one.code === code)!
    if (path !== '') expect(found.path).toBe(path)
    expect(found.why !== '' && found.fix !== '').toBe(true)
  })
  it('the circle is named', () => {
    const parsed = parseRulePack(edited(file => { file.slips = { ...file.slips, escalation: [climb('yellow', 'red'), climb('red', 'yellow')] } }))
    expect(parsed.ok ? '' : parsed.problems[0]!.why).toBe('升级绕成一圈：黄单→红单→黄单')
  })
  it('what was written is read again, and passes the shape that adopted packs are held to', () => {
    fc.assert(fc.property(pack, one => {
      const parsed = parseRulePack(serializeRulePack(one))
      expect(parsed).toMatchObject({ ok: true })
      if (parsed.ok) { expect(parsed.pack).toEqual(one); expect(unfitParts(parsed.pack)).toEqual([]); expect(isLampRules(parsed.pack.lamps)).toBe(true) }
    }), { numRuns: 100 })
  })
})

describe('the shipped rule packs', () => {
  it('pass the border, say their source and what it leaves open, light every distance, and are listed', () => {
    const checked = checkRulePacks()
    expect([...checked].flatMap(([name, { problems }]) => problems.map(one => `${name}: ${one}`))).toEqual([])
    expect(checked.size).toBe(9)
  })
  const folder = new URL('../../data/rules/', import.meta.url)
  it('the default is the default', () => {
    expect(readFileSync(new URL('default.json', folder), 'utf8')).toBe(serializeRulePack(defaultPack))
  })
  it.each(readdirSync(folder).filter(file => file !== 'index.json'))('%s can be adopted, and never prints 政府督查', file => {
    const parsed = parseRulePack(readFileSync(new URL(file, folder), 'utf8'))
    if (!parsed.ok) throw new Error(file)
    const { history } = worldOf({})
    expect(decide(history, adoptionOf(parsed.pack, '第4次会议', '2020-09-15'), { today: '2020-09-15', limit })).toMatchObject({ ok: true })
    expect(JSON.stringify(parsed.pack.names)).not.toContain('政府督查')
    for (const band of parsed.file.lamps.bands) expect(bandLamps).toContain(band.lamp)
    for (const ink of Object.values(parsed.pack.lamps.inks ?? {})) expect(lampInks).toContain(ink)
  })
})

describe('adoption', () => {
  const present = { today: '2020-09-15', limit }
  const own = (slightlyBehind: number): RulePack => ({ ...defaultPack, id: 'own', name: '自定', lamps: { ...defaultPack.lamps, id: 'own', name: '自定', slightlyBehind } })
  const codeOf = (rules: RulePack, change: object = {}) => { const decision = decide(worldOf({}).history, { ...adoptionOf(rules, '第4次会议', '2020-09-15'), ...change }, present); return decision.ok ? null : decision.problem.code }
  it('is refused without a basis, for a past day, and where the pack contradicts itself', () => {
    expect(codeOf(defaultPack)).toBeNull()
    expect(codeOf(defaultPack, { basis: ' ' })).toBe('rules_basis')
    expect(codeOf(defaultPack, { at: '2020-09-14' })).toBe('rules_day_past')
    expect(codeOf(defaultPack, { lamps: { ...defaultPack.lamps, slightlyBehind: -0.1 } })).toBe('rules_lamps')
    expect(codeOf({ ...defaultPack, slips: { ...defaultPack.slips, levels: [] } })).toBe('rules_unfit')
    expect(codeOf({ ...defaultPack, summary: '改过' })).toBe('pack_id_default')
    expect(codeOf(own(-0.1))).toBeNull()
    const { history } = worldOf({}, [adoption(own(-0.1), '2020-01-01')])
    expect(decide(history, adoptionOf(own(-0.1), '会', '2020-09-15'), present)).toMatchObject({ ok: true })
    expect(decide(history, adoptionOf(own(-0.2), '会', '2020-09-15'), present)).toMatchObject({ problem: { code: 'rules_id_taken' } })
    expect(codeOf({ ...defaultPack, slips: { ...defaultPack.slips, escalation: [climb('blue', 'red')] } })).toBe('pack_escalation_skips')
  })
  it('that came malformed with a ledger never throws: what cannot be used is the default\'s', () => {
    fc.assert(fc.property(fc.constantFrom('period', 'slips', 'cards', 'calendar', 'score', 'names', 'source', 'summary', 'lamps'), fc.oneof(fc.jsonValue(), fc.constant({ levels: [{ id: 'a' }] })), (part, value) => {
      const history = emptyHistory(index)
      evolve(history, makeEvent('rules', '2020-01-01', { pack: 'default', name: '坏的', basis: '', lamps: defaultPack.lamps, rules: { ...defaultPack, [part]: value } }))
      const found = packOn(history, { asOf: '2020-05-01', limit })
      expect(unfitParts(found)).toEqual([])
      expect(found.lamps).toEqual(defaultPack.lamps)
      if (adoptionsOf(history, limit)[0]!.unfit.includes(part) && part !== 'lamps') expect(found[part as 'slips']).toBe(defaultPack[part as 'slips'])
    }), { numRuns: 200 })
    const history = emptyHistory(index)
    const looped = { ...defaultPack, slips: { ...defaultPack.slips, escalation: [climb('yellow', 'red'), climb('red', 'yellow')] } }
    evolve(history, makeEvent('rules', '2020-01-01', { pack: 'default', name: '绕圈', basis: '会', lamps: defaultPack.lamps, rules: looped }))
    expect(packOn(history, { asOf: '2020-05-01', limit }).slips).toBe(defaultPack.slips)
    expect(adoptionsOf(history, limit)).toMatchObject([{ name: '绕圈', basis: '会', unfit: ['slips'] }])
  })
  it('its effect is the difference of the two boards, and nothing is written', () => {
    const { history } = worldOf({}, [allocate({ a: 20, b: 20, c: 20 }), report('2020-06-30', 'a', 9), report('2020-06-30', 'b', 6), report('2020-06-30', 'c', 3)])
    const strict: RulePack = { ...defaultPack, id: 'own', lamps: { ...defaultPack.lamps, id: 'own', behind: -0.15, slightlyBehind: 0 } }
    const events = history.events.size
    const effect = packEffect(history, strict, { asOf: '2020-06-30', limit }, (board, rules) => board.total.active + (rules === null ? 0 : 1))
    expect(effect.before).toEqual(boardOf(history, { asOf: '2020-06-30', knownAt: limit }))
    expect(effect.counts).toEqual([{ lamp: 'behind', before: 1, after: 2 }, { lamp: 'slightly_behind', before: 1, after: 1 }, { lamp: 'on_pace', before: 1, after: 0 }])
    expect(effect.worse.map(one => one.area)).toEqual(['a', 'b'])
    expect(effect.better).toEqual([])
    expect(effect.ranks).toEqual([{ area: 'b', before: 2, after: 1 }, { area: 'c', before: 2, after: 1 }])
    expect(effect.slips).toEqual({ before: 1, after: 2 })
    expect(history.events.size).toBe(events)
  })
})
