import { describe, expect, it } from 'vitest'
import type { PictureFace } from '../../../src/components/papers/paperFaces.ts'
import { viewOf } from '../../../src/domain/snapshot.ts'
import type { PaperPage } from '../../../src/exports/paper.ts'
import { factsOf } from '../../../src/exports/paperFacts.ts'
import { differing, noteFaces, pageFaces, picturesOf, shortTitle, wallPicture } from '../../../src/views/papers/paperFaces.ts'
import { audienceFaces, fileFaces, sizeText, versionFaces } from '../../../src/views/papers/paperLists.ts'
import { zhPapers } from '../../../src/views/papers/papersWords.ts'
import { demoSnapshot } from '../../exports/makers.ts'

const snapshot = demoSnapshot()
const view = viewOf(snapshot)
const facts = factsOf(view)
const page = (key: string, part: PaperPage['part'], look: PaperPage['look'], title: string): PaperPage => ({ key, part, look, title })

describe('pages', () => {
  it('are called by what stands before the colon, and count on over those that are out', () => {
    expect(shortTitle('会后变化：变好 42，变差 19（1/4）')).toBe('会后变化（1/4）')
    expect(shortTitle('附表（2/5）')).toBe('附表（2/5）')
    const pages = [page('cover', 'cover', 'cover', facts.title), page('a', 'red', 'curve', '罗山　低保：应 71%'), page('b', 'annex', 'table', '附表')]
    const faces = pageFaces(pages, picturesOf({ facts, curves: [] }, pages), new Set(['a']), zhPapers)
    expect(faces.map(({ name, number }) => [name, number])).toEqual([['封面', 1], ['罗山　低保', null], ['附表', 2]])
  })

  it('of one chapter on two slides show its first and its further rows', () => {
    const section = facts.sections[4]!
    const pages = [1, 2].map(n => page(`c-${n}`, 'chapters', 'matrix', `五、${section.chapter.title}：15 项（${n}/2）`))
    const [first, second] = picturesOf({ facts, curves: [] }, pages) as [PictureFace, PictureFace]
    const rows = wallPicture(facts).length
    expect(rows).toBe(view.board.rows.length)
    expect(first.look === 'matrix' && second.look === 'matrix' && first.rows.length + second.rows.length).toBe(section.figures.length + section.folded.length)
    expect(first).not.toEqual(second)
  })
})

describe('what was looked at before', () => {
  it('finds no difference between the opened board and the sealed one, and names every figure that was changed under the seal', () => {
    expect(differing(facts)).toBe(0)
    const [cell, ...cells] = snapshot.board.cells
    const changed = { ...facts, view: { ...view, snapshot: { ...snapshot, board: { ...snapshot.board, cells: [{ ...cell!, value: 999 }, ...cells] } } } }
    expect(differing(changed)).toBe(1)
    expect(noteFaces(changed, zhPapers).map(note => note.text)).toContain('1 个数与本版不一致，不能导出')
  })
})

describe('lists', () => {
  it('show now, the latest three that are kept and the chosen one, the rest on demand, and another day', () => {
    const cards = [1, 2, 3, 4, 5].map(n => ({ fingerprint: `${n}`.repeat(64), seal: { ...snapshot.seal, name: `第${n}次` } }))
    const ask = { present: '2020-09-15', day: '2020-09-15', chosen: cards[4]!.fingerprint, showsAll: false, words: zhPapers, dayText: (day: string) => day }
    expect(versionFaces(cards, ask).map(one => one.title)).toEqual(['现在', '第1次', '第2次', '第3次', '第5次', '另有 1 份', '另选一天'])
    expect(versionFaces(cards, { ...ask, showsAll: true }).length).toBe(7)
  })

  it('say what each audience comes to', () => {
    expect(audienceFaces(zhPapers, () => 2).map(one => one.note)).toEqual(['6 页', '14 页', '3 种', '3 种', '3 种'])
    expect(audienceFaces(zhPapers, null)[0]!.note).toBe('')
  })

  it('name files before they are made, and say how each came out', () => {
    const idle = { isRunning: { value: false }, papers: { value: [] }, progress: { value: null } }
    expect(fileFaces(['csv'], snapshot, '六月底', idle, zhPapers)).toEqual([{ name: '演示数据-晋江市-2020-六月底-截至0915-挂图数据.csv', state: 'waiting', text: '' }])
    const papers = [{ format: 'csv' as const, name: 'a.csv', bytes: new Uint8Array(1234), problem: null }, { format: 'docx' as const, name: 'b.docx-没有做成.txt', bytes: new Uint8Array(9), problem: { code: 'paper_failed', why: '', fix: '' } }]
    const run = { isRunning: { value: true }, papers: { value: papers }, progress: { value: { format: 'xlsx' as const, number: 3, count: 3, done: 1, total: 2 } } }
    expect(fileFaces(['docx', 'xlsx', 'csv'], snapshot, '', run, zhPapers).map(({ state, text }) => [state, text])).toEqual([['failed', '没有做成'], ['making', '正在生成'], ['made', '1 KB']])
    expect([999, 34_000, 1_250_000].map(sizeText)).toEqual(['1 KB', '34 KB', '1.3 MB'])
  })
})
