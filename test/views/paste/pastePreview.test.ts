/** What the paste dialog is given: order, counts, edits of one line, and the commands of one step. */
import { expect, it } from 'vitest'
import { knownAtLimit } from '../../../src/domain/clock'
import { decide } from '../../../src/domain/decide'
import { indexPlan } from '../../../src/domain/plan'
import { foldEvents } from '../../../src/domain/history'
import { zhCN } from '../../../src/app/messages/zhCN'
import { zhPaste } from '../../../src/components/paste/pasteWords'
import { clipboardBlock } from '../../../src/intake/clipboardBlock'
import { balancesOf, commandsOf, previewOf, withEdit, without } from '../../../src/views/paste/pastePreview'
import type { PreviewAsk } from '../../../src/views/paste/pastePreview'
import { linesOf, namesOf } from '../../../src/views/paste/pasteLines'
import { allocate, makePlan, makeTarget, report } from '../../domain/makers'

const index = indexPlan(makePlan([makeTarget(), makeTarget({ id: '1.1-2', name: '培训人次', unit: '人次', goal: { op: '>=', value: 100 } })]))
const history = foldEvents(index, [allocate({ a: 10, b: 10 }), report('2020-08-14', 'a', 5)])
const at = '2020-09-15'
const present = { today: at, limit: knownAtLimit('2099-01-01') }
const ask: PreviewAsk = { index, purpose: 'report', targets: ['1.1-1', '1.1-2'], alsoByName: [], start: null, at }
const block = clipboardBlock('', '镇街\t新建服务站\t培训人次\n甲街道\t4\t7\n乙镇\t1O\t8\n丙镇\t\t9\n丁镇\t5\t5')!
const preview = previewOf(history, block, ask, new Map(), new Map(), present)

it('bad lines come first; counts name what is written, wrong and unmatched', () => {
  expect(preview.lines.map(line => [line.key, line.state])).toEqual([['1.1-1 a', 'bad'], ['1.1-1 b', 'bad'], ['1.1-2 a', 'good'], ['1.1-2 b', 'good'], ['1.1-2 c', 'good']])
  expect(preview.counts).toEqual({ good: 3, bad: 2, doubt: 0, same: 0, unmatched: 2 })
  expect(namesOf(preview.match.names, index)).toEqual([{ key: 'row 4', kind: 'area', text: '丁镇', chosen: '', isNear: false, cells: 2, likely: [], others: [{ id: 'root', name: '测试市' }, { id: 'a', name: '甲街道' }, { id: 'b', name: '乙镇' }, { id: 'c', name: '丙镇' }] }])
})

it('one line is mended where it stands, and all good lines are one list of commands that the domain takes', () => {
  const mended = withEdit(history, withEdit(history, preview, ask, '1.1-1 b', { input: '10' }, present), ask, '1.1-1 a', { note: ' 核减重复 ' }, present)
  expect(mended.lines.map(line => line.key)).toEqual(preview.lines.map(line => line.key))
  expect(mended.counts).toMatchObject({ good: 5, bad: 0 })
  const commands = commandsOf(history, mended, ask, present)
  expect(commands).toContainEqual({ kind: 'report', target: '1.1-1', area: 'a', at, payload: { value: 4 }, note: '核减重复' })
  expect(commands.every(command => decide(history, command, present).ok)).toBe(true)
  expect(without(mended, new Set(['1.1-1 a', '1.1-1 b'])).counts).toMatchObject({ good: 3 })
})

it('lines in words: the last value, fixes, a reason where one is wanted', () => {
  const lines = linesOf(preview, index, zhCN, zhPaste)
  expect(lines[0]).toMatchObject({ area: '甲街道', target: '新建服务站', input: '4', before: '5', wantsReason: true, fixes: ['5'], state: 'bad' })
  expect(lines[1]).toMatchObject({ why: '“1O”里的“O”是字母', fixes: ['10'], wantsReason: false })
  const doubt = previewOf(history, clipboardBlock('', '甲街道\t16\n乙镇\t17')!, { ...ask, start: { target: '1.1-1', area: 'a' } }, new Map(), new Map(), present)
  expect(linesOf(doubt, index, zhCN, zhPaste).map(line => [line.fix, line.alike])).toEqual([[zhPaste.sure, 2], [zhPaste.sure, 2]])
})

it('an allocation is one command a target, and its sum is told against the goal', () => {
  const shares: PreviewAsk = { ...ask, purpose: 'allocation' }
  const pasted = previewOf(history, clipboardBlock('', '镇街\t新建服务站\t培训人次\n甲街道\t12\t60\n丙镇\t-\t50')!, shares, new Map(), new Map(), present)
  expect(commandsOf(history, pasted, shares, present)).toEqual([
    { kind: 'allocate', target: '1.1-1', at, shares: { a: 12, b: 10, c: null } }, { kind: 'allocate', target: '1.1-2', at, shares: { a: 60, c: 50 } },
  ])
  expect(balancesOf(history, pasted, shares, present)).toEqual([{ target: '1.1-1', sum: 22, goal: 20, open: 0, over: 2 }, { target: '1.1-2', sum: 110, goal: 100, open: 0, over: 10 }])
  expect(balancesOf(history, preview, ask, present)).toEqual([])
})
