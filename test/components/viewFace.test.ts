/** The views 差额 and 会后变化, and the list of changes: on the demo's boards of 15 September and of its last meeting. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { faceOf } from '../../src/wording/cellFace'
import { cellLabel } from '../../src/components/board/cellLabel'
import { compactText } from '../../src/wording/figureText'
import { changeFaceOf, gapFaceOf, missingText, movedText } from '../../src/components/board/viewFace'
import { lookOf } from '../../src/wording/lampLook'
import { enBoard } from '../../src/app/messages/enBoard'
import { zhCN } from '../../src/app/messages/zhCN'
import type { Board, Figure, Row } from '../../src/domain/board'
import { demoEvents } from '../../src/domain/demo'
import { demoDay } from '../../src/domain/demoDay'
import { foldEvents } from '../../src/domain/history'
import { lastMeeting, meetingsOf } from '../../src/domain/meetings'
import { indexPlan } from '../../src/domain/plan'
import type { Plan } from '../../src/domain/plan'
import { boardOf } from '../../src/domain/rollUp'
import { changeGroupsOf, turnCounts } from '../../src/views/changesOf'

const index = indexPlan(JSON.parse(readFileSync(new URL('../../data/plans/jinjiang-2020.json', import.meta.url), 'utf8')) as Plan)
const history = foldEvents(index, demoEvents(index))
const asOf = demoDay(index.plan)
const knownAt = '2021-12-31'
const now: Board = boardOf(history, { asOf, knownAt })
const meeting = lastMeeting(meetingsOf(history, `${knownAt}~`), asOf)!
const then: Board = boardOf(history, { asOf: meeting.on, knownAt: meeting.on })
const pairs: { row: Row, was: Figure, is: Figure }[] = now.rows.flatMap((row, i) => row.cells.map((is, j) => ({ row, is, was: then.rows[i]!.cells[j]! })))

describe('差额', () => {
  it('only late lamps have a number, and it is what their shortfall says', () => {
    const late = pairs.filter(({ is }) => is.lamp !== null && ['behind', 'slightly_behind', 'overdue'].includes(is.lamp))
    expect(late.length).toBeGreaterThan(10)
    for (const { row, is } of late) expect(gapFaceOf(row, is, 'narrow', 38).main).toMatch(/^−\d+(\.\d)?万?$/)
    for (const { row, is } of pairs.filter(one => one.is.lamp === 'on_pace' || one.is.lamp === 'done')) expect(gapFaceOf(row, is, 'narrow', 38).main).toBe('')
  })
  it('keeps the lamp of the plain view', () => {
    for (const { row, is } of pairs) expect(gapFaceOf(row, is, 'wide', 200).shape).toBe(faceOf(row, is, 'wide', 200).shape)
  })
  it('counts missing to the goal once it is overdue, in points where there is no unit', () => {
    const amount = pairs.find(({ row }) => row.target.measure === 'amount')!
    expect(missingText(amount.row, { ...amount.is, lamp: 'overdue', value: 10, goal: 40, gap: -0.75, progress: 0.25 }, 'wide')).toEqual({ main: '−30', sub: '' })
    const words = now.rows.find(row => row.target.measure === 'qualitative')!
    expect(missingText(words, { ...words.total, lamp: 'behind', progress: 0.2, gap: -0.5 }, 'wide')).toEqual({ main: '−50', sub: '%' })
  })
  it('says numbers in four characters', () => {
    expect([0.25, 12.34, 340.4, 6080, 12_345, 234_000].map(compactText)).toEqual(['0.3', '12.3', '340', '6080', '1.2万', '23万'])
  })
})

describe('会后变化', () => {
  it('shows the lamp before where it was another one, and stands still where nothing changed', () => {
    for (const { row, was, is } of pairs.filter(one => one.is.lamp !== null)) {
      const face = changeFaceOf(row, was, is, 'narrow', 38)
      const isTurned = was.lamp !== null && lookOf(was.lamp).shape !== lookOf(is.lamp!).shape
      expect(face.from !== null).toBe(isTurned)
      if (was.lamp === is.lamp && was.value === is.value) expect([face.tone, face.main]).toEqual(['still', ''])
    }
  })
  it('without a board before, everything stands still', () => {
    for (const { row, is } of pairs.filter(one => one.is.lamp !== null)) expect(changeFaceOf(row, undefined, is, 'narrow', 38).tone).toBe('still')
  })
  it('says how far a value moved, with its sign', () => {
    const { row, is } = pairs.find(one => one.row.target.measure === 'amount' && one.is.value !== null)!
    expect(movedText(row, { ...is, value: 10 }, { ...is, value: 12.5 })).toBe('+2.5')
    expect(movedText(row, { ...is, value: 10 }, { ...is, value: 7 })).toBe('−3')
    expect(movedText(row, { ...is, value: 10 }, { ...is, value: 10 })).toBe('')
  })
  it('lists worse before better, counts what it lists, and leaves no totals of shared-out rows in', () => {
    const groups = changeGroupsOf(index, then, now, zhCN, () => 500)
    const counts = turnCounts(then, now)
    expect(groups.map(group => group.turn)).toEqual(['worse', 'better', 'same'])
    expect(groups.map(group => group.items.length)).toEqual(groups.map(group => group.total))
    expect([groups[0]!.total, groups[1]!.total]).toEqual([counts.worse, counts.better])
    expect(counts.worse).toBeGreaterThanOrEqual(3)
    expect(counts.better).toBeGreaterThanOrEqual(3)
    for (const item of groups.flatMap(group => group.items)) if (item.area === null) expect(index.targets.get(item.target)!.target.scope).toBe('whole')
  })
  it('is read aloud where the lamp turned', () => {
    const turned = pairs.find(({ was, is }) => was.lamp === 'on_pace' && is.lamp === 'slightly_behind')!
    expect(cellLabel(zhCN, turned.row, turned.is, '某镇', turned.was)).toContain(zhCN.board.notch)
    expect(cellLabel(zhCN, turned.row, turned.is, '某镇', turned.is)).not.toContain(zhCN.board.notch)
    expect(enBoard.notch).not.toBe('')
  })
})
