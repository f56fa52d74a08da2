import { describe, expect, it } from 'vitest'
import { makePapers } from '../../src/exports/makePapers.ts'
import type { PaperProgress } from '../../src/exports/makePapers.ts'
import { Cancelled } from '../../src/exports/paper.ts'
import type { PaperFormat } from '../../src/exports/paper.ts'
import { PaperRefused, paperProblem } from '../../src/exports/paperFailure.ts'
import { codeOf } from '../../src/domain/snapshot.ts'
import { emptySnapshot, demoSnapshot } from './makers.ts'

const snapshot = emptySnapshot()
const quiet = () => Promise.resolve()
const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
const plain = (format: PaperFormat) => new TextEncoder().encode(format)

describe('makePapers', () => {
  it('makes the formats in their order, under the names of the house', async () => {
    const papers = await makePapers(snapshot, ['pptx', 'csv', 'board'], format => Promise.resolve(plain(format)), quiet)
    expect(papers.map(({ name, bytes, problem }) => [name, textOf(bytes), problem])).toEqual([
      ['晋江市-2020-第4次调度会-截至0915-挂图.pptx', 'pptx', null], ['晋江市-2020-第4次调度会-截至0915-挂图数据.csv', 'csv', null], ['晋江市-2020-第4次调度会-截至0915-board.json', 'board', null],
    ])
  })

  it('a format that fails leaves a text in its place that says what, why and what to do; the others are whole', async () => {
    const papers = await makePapers(snapshot, ['pptx', 'docx', 'xlsx'], format => (format === 'docx' ? Promise.reject(new TypeError('table has no rows')) : Promise.resolve(plain(format))), quiet)
    expect(papers.map(paper => paper.problem?.code ?? null)).toEqual([null, 'paper_failed', null])
    expect([papers[0], papers[2]].map(paper => textOf(paper!.bytes))).toEqual(['pptx', 'xlsx'])
    const { name, bytes } = papers[1]!
    expect(name).toBe('晋江市-2020-第4次调度会-截至0915-进度专报.docx-没有做成.txt')
    const lines = textOf(bytes).split('\r\n')
    expect(lines[0]).toBe('\ufeff没有做成：晋江市-2020-第4次调度会-截至0915-进度专报.docx')
    expect(lines.find(line => line.startsWith('原因：'))).toContain('table has no rows')
    expect(lines.find(line => line.startsWith('办法：'))).toContain('其他文件不受影响')
    expect(lines.find(line => line.startsWith('快照：'))).toContain(codeOf(snapshot.fingerprint))
  })

  it('says of demo figures that they are demo figures, also in the place of a paper', async () => {
    const [paper] = await makePapers(demoSnapshot(), ['page'], () => Promise.reject(new PaperRefused('template')), quiet)
    expect(textOf(paper!.bytes)).toContain('演示数据，非真实进度')
    expect(paper!.name.startsWith('演示数据-')).toBe(true)
    expect(paper!.problem).toMatchObject({ code: 'paper_template' })
  })

  it('a writer that throws at once, or throws no error, spoils nothing either', async () => {
    const papers = await makePapers(snapshot, ['pptx', 'csv'], format => { if (format === 'pptx') throw 'broken' as unknown as Error; return Promise.resolve(plain(format)) }, quiet)
    expect(papers.map(paper => paper.problem?.why ?? null)).toEqual(['程序出错，这一种没有做成：broken', null])
  })

  it('called off in the middle it ends with Cancelled and makes nothing more', async () => {
    const begun: PaperFormat[] = []
    const handed: string[] = []
    const tell = ({ number, done }: PaperProgress) => (number === 2 && done === 3 ? Promise.reject(new Cancelled()) : Promise.resolve())
    const run = makePapers(snapshot, ['csv', 'pptx', 'docx'], async (format, tellOne) => {
      begun.push(format)
      for (let i = 1; i <= 5; i++) await tellOne(i, 5)
      return plain(format)
    }, tell, paper => handed.push(paper.name))
    await expect(run).rejects.toBeInstanceOf(Cancelled)
    expect(begun).toEqual(['csv', 'pptx'])
    expect(handed.length).toBe(1)
  })

  it('tells which format, which of how many, and how far it is', async () => {
    const told: PaperProgress[] = []
    await makePapers(snapshot, ['csv', 'pptx'], async (format, tellOne) => { await tellOne(7, 21); return plain(format) }, progress => { told.push(progress); return Promise.resolve() })
    expect(told).toEqual([
      { format: 'csv', number: 1, count: 2, done: 0, total: 1 }, { format: 'csv', number: 1, count: 2, done: 7, total: 21 },
      { format: 'pptx', number: 2, count: 2, done: 0, total: 1 }, { format: 'pptx', number: 2, count: 2, done: 7, total: 21 },
    ])
  })
})

describe('paperProblem', () => {
  it('takes what browsers say when memory runs out for that, and nothing else', () => {
    const said = ['Array buffer allocation failed', 'Invalid array length', 'Invalid typed array length: 9007199254740991', 'Invalid string length', 'out of memory', 'allocation size overflow', 'Array length must be a positive integer of safe magnitude.']
    expect(said.map(message => paperProblem({ name: 'RangeError', message }).code)).toEqual([...said.slice(0, -1).map(() => 'paper_memory'), 'paper_failed'])
    expect(paperProblem({ name: 'WorkerDied', message: '' }).code).toBe('paper_memory')
    expect(paperProblem({ name: 'RangeError', message: 'toFixed() digits argument must be between 0 and 100' }).code).toBe('paper_failed')
    expect(paperProblem(new PaperRefused('drawing')).code).toBe('paper_drawing')
  })
})
