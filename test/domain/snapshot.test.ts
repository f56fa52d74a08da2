import { describe, expect, it } from 'vitest'
import { serializeBoard, boardFileOf } from '../../src/domain/boardFile.ts'
import { canonicalJson } from '../../src/domain/hash.ts'
import { foldEvents } from '../../src/domain/history.ts'
import { indexPlan } from '../../src/domain/plan.ts'
import { boardOf } from '../../src/domain/rollUp.ts'
import { codeOf, fingerprintOf, readCode, resealed, snapshotName, viewOf } from '../../src/domain/snapshot.ts'
import { boardDifferences, readSnapshot, snapshotText } from '../../src/domain/snapshotFile.ts'
import { demoSnapshot, emptySnapshot, planOf } from '../exports/makers.ts'

const snapshot = demoSnapshot()
const text = snapshotText(snapshot)
interface Loose { name: string, asOf: string, head?: string, planFile: unknown, ledger: unknown, board: unknown }
const altered = (change: (value: Loose) => void): string => {
  const value = JSON.parse(text) as Loose
  change(value)
  return JSON.stringify(value)
}
const problemsOf = (read: ReturnType<typeof readSnapshot>) => (read.ok ? [] : read.problems.map(({ code, path }) => `${code} ${path ?? ''}`))

describe('a snapshot', () => {
  it('holds the board that plan and ledger give on that day', () => {
    const history = foldEvents(indexPlan(snapshot.plan), snapshot.events)
    const { asOf, knownAt } = snapshot.seal
    expect(canonicalJson(snapshot.board)).toBe(canonicalJson(boardFileOf(boardOf(history, { asOf, knownAt }), history, true)))
    expect(canonicalJson(JSON.parse(serializeBoard(snapshot.board)))).toBe(canonicalJson(snapshot.board))
    expect(snapshot.board.cells.length).toBeGreaterThan(200)
    expect(viewOf(snapshot).board.rows.length).toBe(snapshot.board.targets.length)
  })

  it('comes back from its text as it was, byte for byte', () => {
    const read = readSnapshot(text)
    expect(problemsOf(read)).toEqual([])
    expect(read.ok && snapshotText(read.snapshot)).toBe(text)
  })

  it('has a code of twelve digits that is read as it is typed', () => {
    expect(codeOf(snapshot.fingerprint)).toMatch(/^[0-9A-F]{4} [0-9A-F]{4} [0-9A-F]{4}$/)
    for (const typed of [codeOf(snapshot.fingerprint), codeOf(snapshot.fingerprint).toLowerCase().replaceAll(' ', ''), ` ${codeOf(snapshot.fingerprint).replaceAll(' ', '-')}`, codeOf(snapshot.fingerprint).replaceAll(' ', '　')]) expect(readCode(typed)).toBe(snapshot.fingerprint.slice(0, 12))
    for (const typed of ['', '7F3A', 'g'.repeat(12), '7F3A 91C2 E04D 1']) expect(readCode(typed)).toBeNull()
  })

  it('names what was altered, field by field', () => {
    const cell = snapshot.board.cells.find(one => one.value !== null)
    const place = snapshot.board.cells.indexOf(cell!)
    expect(problemsOf(readSnapshot(altered(value => { (value.board as { cells: { value: number }[] }).cells[place]!.value += 1 })))).toEqual([`snapshot_board cells[${cell!.target} ${cell!.area}].value`])
    expect(problemsOf(readSnapshot(altered(value => { value.name = '第5次调度会' })))).toEqual(['snapshot_fingerprint fingerprint'])
    expect(problemsOf(readSnapshot(altered(value => { (value.planFile as { title: string }).title = '别的' })))).toEqual(['snapshot_plan planFile'])
    expect(problemsOf(readSnapshot(altered(value => { (value.ledger as { data: { value: number } }[])[7]!.data.value = 1 })))).toEqual(['snapshot_event ledger[7]', 'snapshot_events ledger'])
    expect(problemsOf(readSnapshot(altered(value => { (value.ledger as unknown[]).pop() })))).toEqual(['snapshot_events ledger'])
    expect(problemsOf(readSnapshot(altered(value => { value.asOf = '2020-09-16' })))).toContain('snapshot_fingerprint fingerprint')
    expect(problemsOf(readSnapshot(altered(value => { delete value.head })))).toEqual(['snapshot_format format'])
    for (const bad of ['', '{', '[]', 'null', '{"format":"guatu-snapshot/1"}', altered(value => { value.ledger = null }), altered(value => { value.board = [] }), altered(value => { value.planFile = 5 })]) expect(readSnapshot(bad).ok).toBe(false)
  })

  it('leaves out what came later, and has another code when one entry more was known', () => {
    const early = demoSnapshot('jinjiang-2020', { asOf: '2020-06-30', knownAt: '2020-06-30' })
    expect(early.events.every(event => event.recordedAt < '2020-06-30T16')).toBe(true)
    expect(early.fingerprint).not.toBe(snapshot.fingerprint)
    expect(fingerprintOf(snapshot.seal)).toBe(snapshot.fingerprint)
    expect(boardDifferences(snapshot.board, early.board).length).toBeGreaterThan(100)
  })

  it('counts only accepted reports where it is asked to', () => {
    const strict = demoSnapshot('jinjiang-2020', { review: 'accepted' })
    expect(strict.board.cells.filter(cell => cell.value !== null)).toEqual([])
    expect(strict.board.head).toBe(snapshot.board.head)
    expect(readSnapshot(snapshotText(strict)).ok).toBe(true)
  })

  it('of nobody\'s reports is read again too', () => {
    for (const one of [emptySnapshot(), emptySnapshot('jiangsu-2023')]) expect(problemsOf(readSnapshot(snapshotText(one)))).toEqual([])
  })

  it('can be sealed again without names, and says from which it comes', () => {
    const safe = resealed(snapshot, snapshot.events, snapshot.fingerprint)
    expect(safe.seal.safeFrom).toBe(snapshot.fingerprint)
    expect(canonicalJson(safe.board)).toBe(canonicalJson(snapshot.board))
    expect(readSnapshot(snapshotText(safe)).ok).toBe(true)
  })

  it('is named after the meeting it is for', () => {
    const { meetings } = viewOf(snapshot)
    expect(snapshotName(meetings, meetings[1]!.on)).toBe('第二次调度会')
    expect(snapshotName([], '2020-09-15')).toBe('9月15日')
    expect(planOf('jinjiang-2020').id).toBe('jinjiang-2020')
  })
})
