/** Samples as offices copy them, matched to the 晋江 plan: what goes where, what is asked, what is left out. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { enProblems } from '../../src/app/messages/enProblems'
import { knownAtLimit } from '../../src/domain/clock'
import { foldEvents } from '../../src/domain/history'
import { parsePlan } from '../../src/domain/parsePlan'
import { indexPlan } from '../../src/domain/plan'
import { checkBlock } from '../../src/intake/checkBlock'
import type { LineEdit } from '../../src/intake/checkBlock'
import { clipboardBlock } from '../../src/intake/clipboardBlock'
import type { BlockMatch, MatchAsk } from '../../src/intake/blockMatch'
import { matchBlock } from '../../src/intake/matchBlock'
import { filesBelow, projectFolder } from '../tools/projectFiles.ts'
import { makePlan, makeTarget, makeEvent } from '../domain/makers'
import { excelHtml, libreHtml, webHtml, wpsHtml } from './clipboardSamples'

function planOf(id: string) {
  const answer = parsePlan(readFileSync(join(projectFolder, `data/plans/${id}.json`), 'utf8'))
  if (!answer.ok) throw new Error('the plan does not parse')
  return indexPlan(answer.plan)
}
const index = planOf('jinjiang-2020')
const history = foldEvents(index, [])
const present = { today: '2020-09-15', limit: knownAtLimit('2099-01-01') }
const all = [...index.targets.keys()]
const start = { target: '2.1-2', area: '350582001' }
const askWith = (fields: Partial<MatchAsk> = {}): MatchAsk => ({ index, purpose: 'report', targets: all, alsoByName: [], start, ...fields })
const shortCode = (code: string): string => (code === '350582' ? 'root' : code.slice(-3))

function matched(text: string, fields: Partial<MatchAsk> = {}, html = '', choices = new Map<string, string>()): BlockMatch {
  return matchBlock(clipboardBlock(html, text)!, askWith(fields), choices)
}
const cellsOf = (match: BlockMatch): string[] => match.cells.map(cell => `${cell.target}/${shortCode(cell.area)}=${cell.text}`)
const left = (match: BlockMatch): string[] => match.left.map(one => one.kind)
/** `target/area=input:state` with the reason of what is not simply written. */
const lines = (text: string, fields: Partial<MatchAsk> = {}, html = '', edits = new Map<string, LineEdit>()): string[] =>
  checkBlock(history, { at: '2020-09-15', purpose: fields.purpose ?? 'report', cells: matched(text, fields, html).cells }, edits, present)
    .map(line => `${line.cell.target}/${shortCode(line.cell.area)}=${line.input}:${line.state}${line.problem === null ? '' : ` ${line.problem.code}`}${line.fixes.length > 0 ? ` ${line.fixes.join('|')}` : ''}`)

describe('the samples of the programs', () => {
  it('Excel: two heads, the figure chosen by its head, totals and the hidden row left out', () => {
    const match = matched('', {}, excelHtml)
    expect(cellsOf(match)).toEqual(['2.1-2/001=92', '1.3-2/001=3', '2.1-2/101=1136', '1.3-2/101=5'])
    expect([match.isTurned, match.names, left(match).sort()]).toEqual([false, [], ['column', 'hidden', 'total']])
  })
  it('WPS: townships across, a column of units, 元 worked out', () => {
    expect(matched('', {}, wpsHtml).isTurned).toBe(true)
    expect(lines('', {}, wpsHtml)).toEqual(['2.1-2/001=106:good', '1.2-1/001=300:doubt unit_converted', '2.1-2/102=36:good', '1.2-1/102=12:good'])
  })
  it('LibreOffice: the plan before the name, a code, a head that is nearly the name', () => {
    const match = matched('', {}, libreHtml)
    expect(cellsOf(match)).toEqual(['2.1-2/107=1,234', '2.1-2/109=57'])
    expect(match.names).toEqual([expect.objectContaining({ key: 'column 1', chosen: '2.1-2', isOpen: true })])
  })
  it('a web page: a merged figure is asked about, a remark becomes the note, a mark at a figure is mended', () => {
    expect(lines('', {}, webHtml)).toEqual(['2.1-2/001=88:good', '2.1-2/002=88:doubt merged_value', '2.1-2/101=66*:bad not_a_number 66'])
    expect(matched('', {}, webHtml).cells.map(cell => cell.note)).toEqual(['如期', null, '减去重复 2 名 附 注'])
  })
})

describe('places', () => {
  it.each([
    ['青阳街道', '001'], ['青阳', '001'], ['青 阳 街 道', '001'], ['1. 青阳街道', '001'], ['（1）青阳', '001'], ['晋江市青阳街道', '001'], ['晋江青阳', '001'], ['福建省泉州市晋江市安海镇', '101'], ['青阳街道办事处', '001'],
    ['青阳街道办', '001'], ['安海镇人民政府', '101'], ['安海镇民政办', '101'], ['350582101', '101'], ['３５０５８２１０１', '101'], ['安海镇（12村）', '101'], ['安海：', '101'],
  ])('%s', (name, code) => { expect(cellsOf(matched(`${name}\t5\n梅岭\t6`))).toEqual([`2.1-2/${code}=5`, '2.1-2/002=6']) })
  it.each([['青阳镇', ['350582001']], ['青羊街道', ['350582001']], ['高新区', ['350582005']], ['丰泽区', []]])('%s is asked about', (name, candidates) => {
    const match = matched(`${name}\t5\n梅岭\t6`)
    expect(cellsOf(match)).toEqual(['2.1-2/002=6'])
    expect(match.names).toMatchObject([{ key: 'row 0', kind: 'area', chosen: null, text: name }])
    expect([...match.names[0]!.candidates].sort()).toEqual(candidates)
    expect(cellsOf(matched(`${name}\t5\n梅岭\t6`, {}, '', new Map([['row 0', '350582110']])))).toEqual(['2.1-2/110=5', '2.1-2/002=6'])
  })
  it('two places of one short name are never guessed', () => {
    const plan = makePlan([makeTarget()])
    plan.area.children = [{ code: '1', name: '城关镇', level: 'township' }, { code: '2', name: '城关乡', level: 'township' }, { code: '3', name: '东乡', level: 'township' }]
    const other = indexPlan(plan)
    const match = matchBlock(clipboardBlock('', '城关\t5\n城关乡\t6\n东乡\t7')!, { index: other, purpose: 'report', targets: ['1.1-1'], alsoByName: [], start: null })
    expect(match.cells.map(cell => [cell.area, cell.text])).toEqual([['2', '6'], ['3', '7']])
    expect(match.names).toMatchObject([{ text: '城关', candidates: ['1', '2'] }])
  })
})

describe('targets', () => {
  const head = (name: string, ask: Partial<MatchAsk> = {}) => matched(`镇街\t${name}\n青阳\t5\n梅岭\t6`, { start: null, ...ask })
  it.each([
    ['居家养老上门服务', '2.1-2'], ['上门服务', '2.1-2'], ['2.1-2', '2.1-2'], ['2.1-2 居家养老上门服务', '2.1-2'], ['2.1 居家养老上门服务', '2.1-2'], ['“四帮四扶”帮扶家庭', '1.3-2'], ['四帮四扶帮扶家庭', '1.3-2'], ['四帮四扶家庭（户）', '1.3-2'],
    ['二、居家养老上门服务', '2.1-2'], ['3.2', '3.2-1'],
  ])('%s', (name, target) => { expect(cellsOf(head(name)).every(text => text.startsWith(`${target}/`))).toBe(true) })
  it('a name that is nearly right is told, and each of its cells asks until it is confirmed', () => {
    const block = '镇街\t居家养老上门服务人数\n青阳\t5'
    expect(matched(block).names).toMatchObject([{ text: '居家养老上门服务人数', chosen: '2.1-2', isOpen: true }])
    expect(lines(block)).toEqual(['2.1-2/001=5:doubt near_name'])
    expect(matched(block, {}, '', new Map([['column 1', '2.1-2']])).cells[0]!.isNear).toBe(false)
  })
  it.each(['安息堂', '2.1-2 村级敬老院建设', '救助'])('%s: several or none, so it is asked', name => {
    const match = head(name)
    expect(cellsOf(match)).toEqual([])
    expect(match.names[0]).toMatchObject({ key: 'column 1', kind: 'target', chosen: null })
  })
  it('one that is not on the screen is asked about, unless the whole plan may be named', () => {
    expect(lines('镇街\t居家养老上门服务\n青阳\t5', { targets: ['1.3-2'] })).toEqual(['2.1-2/001=5:doubt off_screen'])
    expect(lines('镇街\t居家养老上门服务\n青阳\t5', { targets: ['1.3-2'], alsoByName: all })).toEqual(['2.1-2/001=5:good'])
  })
  it('tasks of the bureau itself, with and without a column for it', () => {
    expect(cellsOf(matched('市殡仪馆迁建\t推进\n扫黑除恶\t完成'))).toEqual(['5.3-1/root=推进', '6.4-1/root=完成'])
    const match = matched('指标\t市本级\t青阳\n救急难资金\t12\t\n居家养老上门服务\t\t9\n四帮四扶资金\t5\t7')
    expect(cellsOf(match).sort()).toEqual(['1.2-3/root=12', '1.3-1/root=5', '2.1-2/001=9'])
    expect(left(match)).toEqual(['whole'])
  })
})

describe('what stands around figures', () => {
  it('serial numbers, tasks, rates and remarks of a list of one target', () => {
    const match = matched('序号\t镇街\t全年任务\t上次\t本次累计\t完成率\t备注\n1\t青阳街道\t109\t81\t92\t84%\t\n2\t梅岭街道\t85\t57\t65\t76%\t核减重复\n\t合计\t2000\t138\t157\t\t')
    expect(match.cells.map(cell => [cell.area.slice(-3), cell.text, cell.note])).toEqual([['001', '92', null], ['002', '65', '核减重复']])
    expect(match.names).toEqual([])
  })
  it('without heads serial numbers are told by counting', () => {
    expect(cellsOf(matched('1\t青阳街道\t92\n2\t梅岭街道\t65\n3\t西园街道\t5'))).toEqual(['2.1-2/001=92', '2.1-2/002=65', '2.1-2/003=5'])
  })
  it('several columns without a target are asked about', () => {
    const match = matched('青阳街道\t92\t3\n梅岭街道\t65\t4')
    expect(match.cells).toEqual([])
    expect(match.names.map(name => name.key)).toEqual(['column 1', 'column 2'])
    expect(cellsOf(matched('青阳街道\t92\t3\n梅岭街道\t65\t4', {}, '', new Map([['column 1', ''], ['column 2', '1.3-2']])))).toEqual(['1.3-2/001=3', '1.3-2/002=4'])
  })
  it('a task for the allocation, a figure for the report, of the same table', () => {
    const table = '镇街\t上门服务任务\t上门服务完成\n青阳\t109\t92'
    expect(cellsOf(matched(table))).toEqual(['2.1-2/001=92'])
    expect(cellsOf(matched(table, { purpose: 'allocation' }))).toEqual(['2.1-2/001=109'])
  })
  it('the same cell twice: once where both say the same, else a choice', () => {
    expect(lines('青阳\t5\n青阳街道\t5\n梅岭\t6\n梅岭街道\t7')).toEqual(['2.1-2/001=5:good', '2.1-2/002=6:bad cell_twice 6|7'])
  })
  it('rates come from two columns, and a date that was a rate is told', () => {
    const jiangsu = planOf('jiangsu-2023')
    const ask = { index: jiangsu, targets: [...jiangsu.targets.keys()], alsoByName: [], start: null, purpose: 'report' as const }
    const match = (text: string) => matchBlock(clipboardBlock('', text)!, ask).cells.map(cell => `${cell.target} ${cell.area} ${cell.text}`)
    expect(match('设区市\t养老机构完成等级评定\t\n\t已评定数\t机构总数\n南京市\t45\t60\n无锡\t3\t5')).toEqual(['3.3-1 320100 45/60', '3.3-1 320200 3/5'])
    expect(match('\t离任审计率（已审计数）\t离任审计（应审计数）\n南京市\t45\t60')).toEqual(['6.3-1 320100 45/60'])
    const cells = matchBlock(clipboardBlock('', '\t离任审计\n南京市\t4月5日\n无锡市\t75%')!, ask).cells
    const checked = checkBlock(foldEvents(jiangsu, []), { at: '2023-06-30', purpose: 'report', cells }, new Map(), { ...present, today: '2023-06-30' })
    expect(checked.map(line => [line.state, line.problem!.code, line.fixes])).toEqual([['bad', 'cell_became_date', ['4/5']], ['bad', 'rate_needs_parts', []]])
  })
})

describe('figures', () => {
  const one = (text: string, target = '1.2-1', head = '') => lines(`镇街\t${target}${head}\n青阳\t${text}\n梅岭\t1`)[0]!.replace(`${target}/001=`, '')
  it.each([
    ['1,234.5', '1,234.5:good'], ['１２', '12:good'], ['12万元', '12:good'], ['1.2亿', '12000:good'], ['3000000元', '300:good'], ['120万', '120:good'], ['7O', '7O:bad not_a_number 70'], ['-5', '-5:bad number_negative 5'], ['#REF!', '#REF!:bad cell_formula_error'],
    ['###', '###:bad cell_too_narrow'], ['待定', '待定:bad not_a_number'],
  ])('%s', (text, expected) => { expect(one(text)).toBe(expected) })
  it('units of a head', () => {
    expect(one('3000000', '1.2-1', '（元）')).toBe('300:doubt unit_converted')
    expect(one('3', '1.2-1', '（亿元）')).toBe('30000:doubt unit_converted')
    expect(one('3', '1.2-1', '（万元）')).toBe('3:good')
    expect(one('1.2万', '2.1-2')).toBe('12000:good')
    expect(one('78.5', '2.1-2')).toBe('78.5:bad number_not_whole 78|79')
  })
  it.each(['-', '—', '/', '——', '无', '', '/ '])('%j says nothing', text => { expect(lines(`镇街\t1.2-1\n青阳\t${text}\n梅岭\t1`)).toEqual(['1.2-1/002=1:good']) })
  it('stages by their words', () => { expect(lines('镇街\t推行基层协商民主\n青阳\t推进中\n梅岭\t—\n西园\t九')).toEqual(['3.1-1/001=推进中:good', '3.1-1/003=九:bad stage_unknown 未启动|部署|推进|完成']) })
})

describe('without names', () => {
  it('from the cursor: rows on the screen by townships, and no further', () => {
    const match = matched('1\t2\n3\t4\n5\t6', { targets: ['1.3-2', '2.1-2', '1.2-3'] })
    expect([match.form, cellsOf(match), left(match)]).toEqual(['cursor', ['2.1-2/001=1', '2.1-2/002=2', '1.2-3/root=3'], ['outside', 'whole']])
  })
  it('a single target takes a column or a row of figures', () => {
    expect(cellsOf(matched('1\n2\n3', { targets: ['2.1-2'] }))).toEqual(['2.1-2/001=1', '2.1-2/002=2', '2.1-2/003=3'])
    expect(cellsOf(matched('1\t2', { targets: ['2.1-2'] }))).toEqual(['2.1-2/001=1', '2.1-2/002=2'])
  })
  it('without a cursor it is refused, with names it needs none', () => {
    expect(matched('1\t2', { start: null }).problem!.code).toBe('paste_no_names')
    expect(matched('青阳\t1\n梅岭\t2', { start: null }).names).toHaveLength(1)
  })
})

describe('checks of pasted values', () => {
  const at = '2020-09-15'
  const events = [makeEvent('allocate', '2020-01-01', { target: '2.1-2', shares: { 350582001: 100, 350582002: 80 } }, { plan: 'jinjiang-2020' }), makeEvent('report', '2020-08-14', { target: '2.1-2', area: '350582001', value: 81 }, { plan: 'jinjiang-2020' }),
    makeEvent('report', '2020-08-14', { target: '2.1-1', area: '350582001', items: [{ id: '1', name: '站', stage: 'site' }] }, { plan: 'jinjiang-2020' })]
  const known = foldEvents(index, events)
  const check = (text: string, edit: LineEdit = {}) => checkBlock(known, { at, purpose: 'report', cells: matched(text).cells }, new Map([['2.1-2 350582001', edit]]), present)[0]!
  it('a falling cumulative wants its reason, over the goal a look, the same is no change, a mended text is read anew', () => {
    expect(check('青阳\t80\n梅岭\t1')).toMatchObject({ state: 'bad', problem: { code: 'falls_without_reason' }, fixes: ['81'], before: 81 })
    expect(check('青阳\t80\n梅岭\t1', { note: '核减' })).toMatchObject({ state: 'good', note: '核减', payload: { value: 80 } })
    expect(check('青阳\t104\n梅岭\t1')).toMatchObject({ state: 'doubt', problem: { code: 'over_goal' } })
    expect(check('青阳\t104\n梅岭\t1', { isConfirmed: true })).toMatchObject({ state: 'good', payload: { value: 104 } })
    expect(check('青阳\t81\n梅岭\t1')).toMatchObject({ state: 'same' })
    expect(check('青阳\t8l\n梅岭\t1', { input: '90' })).toMatchObject({ state: 'good', payload: { value: 90 } })
    expect(check('青阳\t82\n梅岭\t1', { input: ' ' })).toMatchObject({ state: 'bad', problem: { code: 'cell_emptied' } })
    expect(check('镇街\t2.1-1\n青阳\t2')).toMatchObject({ state: 'doubt', problem: { code: 'items_replaced' } })
  })
  it('a first allocation gives the places left empty no task; a later one leaves them as they are', () => {
    const shares = (target: string) => checkBlock(known, { at, purpose: 'allocation', cells: matched(`镇街\t${target}\t1.2-1\n青阳\t12\t1\n梅岭\t-\t2\n西园\t\t3`, { purpose: 'allocation' }).cells }, new Map(), present)
      .filter(line => line.cell.target === target).map(line => [shortCode(line.cell.area), line.share, line.state])
    expect(shares('1.3-2')).toEqual([['001', 12, 'good'], ['002', null, 'good'], ['003', null, 'good']])
    expect(shares('2.1-2')).toEqual([['001', 12, 'good'], ['002', null, 'good']])
  })
})

it('every reason of this room has its English words', () => {
  const codes = filesBelow(join(projectFolder, 'src/intake')).filter(file => /(?:block|match|lay|clipboard)\w*\.ts$/i.test(file)).flatMap(file => [...readFileSync(join(projectFolder, 'src/intake', file), 'utf8').matchAll(/(?:code: |bad\()'([a-z_]+)'/g)].map(found => found[1]!))
  expect(codes.length).toBeGreaterThan(10)
  expect(codes.filter(code => enProblems[code] === undefined)).toEqual([])
})
