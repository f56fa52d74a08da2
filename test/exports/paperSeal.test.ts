/** The seal inside exported files: put in, read again, edited parts named, hostile files refused. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { serializeBoard } from '../../src/domain/boardFile.ts'
import { fingerprintOf } from '../../src/domain/snapshot.ts'
import { snapshotText } from '../../src/domain/snapshotFile.ts'
import { packedSnapshot } from '../../src/exports/pagePacking.ts'
import { withSeal } from '../../src/exports/paperSeal.ts'
import { paperFormats } from '../../src/exports/paper.ts'
import { paperProblemCodes, readPaper } from '../../src/exports/readPaper.ts'
import type { OpenedPaper } from '../../src/exports/readPaper.ts'
import { guardZip } from '../../src/intake/zipGuard.ts'
import { enProblemsPapers } from '../../src/app/messages/enProblemsPapers.ts'
import { demoSnapshot, hostileNames } from './makers.ts'
import { chartXml, csvText, docxParts, htmlText, markdownText, packedParts, plainFiles, pngFile, pptxParts, slideXml, svgText, xlsxParts } from './sealedFiles.ts'

const snapshot = demoSnapshot('jinjiang-2020', { name: `第4次调度会 --> ]]> </script> "引号" ${hostileNames.join(' ')}` })
const read = (bytes: Uint8Array) => readPaper(bytes, guardZip)
async function opened(bytes: Uint8Array): Promise<OpenedPaper> {
  const answer = await read(bytes)
  expect(answer).toMatchObject({ ok: true })
  return (answer as { paper: OpenedPaper }).paper
}
const codes = async (bytes: Uint8Array) => { const answer = await read(bytes); return answer.ok ? [] : answer.problems.map(problem => problem.code) }
/** A zip with one part put in another's place, packed anew as another program would. */
const changed = (bytes: Uint8Array, change: (parts: Record<string, Uint8Array>) => void) => { const parts = unzipSync(bytes); change(parts); return zipSync(parts) }

describe('a sealed file', () => {
  it.each(plainFiles)('%s says which snapshot it is of, whatever its name holds', async (format, bytes, kind) => {
    const paper = await opened(await withSeal(format, bytes, snapshot))
    expect(paper).toMatchObject({ format: kind, seal: snapshot.seal, fingerprint: snapshot.fingerprint, edited: [] })
    expect(fingerprintOf(paper.seal!)).toBe(paper.fingerprint)
  })

  it('covers every format; JSON is checked by its content and stays as it is', async () => {
    expect([...new Set([...plainFiles.map(([format]) => format), 'page', 'snapshot', 'board'])].sort()).toEqual([...paperFormats].sort())
    const text = strToU8(snapshotText(snapshot))
    expect(await withSeal('snapshot', text, snapshot)).toBe(text)
    expect(await opened(text)).toMatchObject({ format: 'snapshot', fingerprint: snapshot.fingerprint, snapshot: { seal: snapshot.seal } })
    const board = strToU8(serializeBoard(snapshot.board))
    expect(await withSeal('board', board, snapshot)).toBe(board)
    expect(await opened(board)).toMatchObject({ format: 'board', seal: null, board: { plan: 'jinjiang-2020' } })
  })

  it('the one HTML file holds the whole snapshot: it stays as it is and is checked whole', async () => {
    const page = async (of: typeof snapshot) => strToU8(`<!doctype html><html><body><script type="application/json" id="snapshot-data">${(await packedSnapshot(of)).replaceAll('<', '\\u003c')}</script></body></html>`)
    const bytes = await page(snapshot)
    expect(await withSeal('page', bytes, snapshot)).toBe(bytes)
    expect(await opened(bytes)).toMatchObject({ format: 'html', fingerprint: snapshot.fingerprint, edited: null, snapshot: { seal: snapshot.seal } })
    expect(await codes(await page({ ...snapshot, seal: { ...snapshot.seal, name: '别的' } }))).toEqual(['snapshot_fingerprint'])
    expect(await codes(strToU8(strFromU8(bytes).replace('"packed":"', '"packed":"AAAA')))).toEqual(['paper_seal_broken'])
    expect(await codes(strToU8('<!doctype html><html><script type="application/json" id="snapshot-data">null</script></html>'))).toEqual(['paper_unsealed'])
  })

  it('an Office file stays whole: one custom part with its type and relation, every other part byte for byte', async () => {
    for (const [format, bytes] of plainFiles.slice(0, 3)) {
      const before = unzipSync(bytes)
      const after = unzipSync(await withSeal(format, bytes, snapshot))
      const custom = strFromU8(after['docProps/custom.xml']!)
      expect(custom.match(/<vt:lpwstr>[^<]*/g)!.every(piece => piece.length <= 11 + 240 * 6)).toBe(true)
      expect(custom).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
      expect(new Set(custom.match(/pid="\d+"/g)).size).toBe(custom.match(/<property /g)!.length)
      expect(strFromU8(after['[Content_Types].xml']!).match(/docProps\/custom\.xml/g)).toHaveLength(1)
      expect(strFromU8(after['_rels/.rels']!).match(/custom-properties/g)).toHaveLength(1)
      for (const name of Object.keys(before)) if (!/Content_Types|_rels\/\.rels|custom\.xml/.test(name)) expect(after[name]).toEqual(before[name])
    }
  })
})

describe('a part that was edited is named', () => {
  it('a slide, a chart, a slide taken out, one put in, one that only moved', async () => {
    const sealed = await withSeal('pptx', packedParts(pptxParts()), snapshot)
    const after = async (parts: Record<string, string | null>) => (await opened(changed(sealed, all => { for (const [name, text] of Object.entries(parts)) { if (text === null) delete all[name]; else all[name] = strToU8(text) } }))).edited
    expect(await after({ 'ppt/slides/slide2.xml': slideXml('一页总览', '24 项中 24 项达序') })).toEqual([{ kind: 'slide', title: '一页总览', number: 2, change: 'edited' }])
    expect(await after({ 'ppt/charts/chart1.xml': chartXml(0.1, 0.32, 0.98) })).toEqual([{ kind: 'chart', title: '内坑养老服务站', number: 1, change: 'edited' }])
    expect(await after({ 'ppt/slides/slide2.xml': null })).toEqual([{ kind: 'slide', title: '一页总览', number: 2, change: 'gone' }])
    expect(await after({ 'ppt/slides/slide3.xml': slideXml('又一页') })).toEqual([{ kind: 'slide', title: '又一页', number: 3, change: 'added' }])
    expect(await after({ 'ppt/slides/slide1.xml': slideXml('一页总览', '24 项中 21 项达序'), 'ppt/slides/slide2.xml': slideXml('晋江市民政局', '第4次调度会') })).toEqual([])
  })

  it('not where another program only split runs, turned page numbers or wrote more digits', async () => {
    const sealed = await withSeal('pptx', packedParts(pptxParts()), snapshot)
    const split = pptxParts()['ppt/slides/slide2.xml']!.replace('<a:t>24 项中 21 项达序</a:t>', '<a:t>24 项</a:t></a:r><a:r><a:t xml:space="preserve"> 中&#32;21 项</a:t></a:r>\n<a:r><a:t>达序</a:t>').replace('<a:t>9</a:t>', '<a:t>17</a:t>')
    expect((await opened(changed(sealed, parts => { parts['ppt/slides/slide2.xml'] = strToU8(split); parts['ppt/charts/chart1.xml'] = strToU8(chartXml(0.1, 0.320000004, 0.68)) }))).edited).toEqual([])
  })

  it('the section of a document and of a page, the sheet of a workbook', async () => {
    const document = await withSeal('docx', packedParts(docxParts()), snapshot)
    const edited = changed(document, parts => { parts['word/document.xml'] = strToU8(strFromU8(parts['word/document.xml']!).replace('落后。', '正常。')) })
    expect((await opened(edited)).edited).toEqual([{ kind: 'section', title: '二、红项', number: 3, change: 'edited' }])
    const book = await withSeal('xlsx', packedParts(xlsxParts()), snapshot)
    expect((await opened(changed(book, parts => { parts['xl/worksheets/sheet1.xml'] = strToU8(strFromU8(parts['xl/worksheets/sheet1.xml']!).replace('0.625', '0.925')) }))).edited).toEqual([{ kind: 'sheet', title: '挂图', number: 1, change: 'edited' }])
    const page = strFromU8(await withSeal('print', strToU8(htmlText), snapshot))
    expect((await opened(strToU8(page.replace('落后 68', '落后 8')))).edited).toMatchObject([{ title: '二、红项', change: 'edited' }])
  })

  it('a drawing, a picture, a table of text', async () => {
    const edited = async (format: 'svg' | 'csv' | 'markdown', text: string, from: string, to: string) => (await opened(strToU8(strFromU8(await withSeal(format, strToU8(text), snapshot)).replace(from, to)))).edited
    expect(await edited('svg', svgText, '内坑 81', '内坑 91')).toMatchObject([{ kind: 'picture', change: 'edited' }])
    expect(await edited('csv', csvText, '81', '91')).toMatchObject([{ kind: 'sheet', change: 'edited' }])
    expect(await edited('markdown', markdownText, '81', '91')).toMatchObject([{ kind: 'sheet', change: 'edited' }])
    const picture = await withSeal('png', pngFile(), snapshot)
    const at = strFromU8(picture, true).indexOf('IDAT') + 8
    picture[at] = picture[at]! ^ 1
    expect((await opened(picture)).edited).toMatchObject([{ kind: 'picture', change: 'edited' }])
  })

  it('a table saved again by a spreadsheet in its own encoding and without quotes is still the same', async () => {
    const text = strFromU8(await withSeal('csv', strToU8(csvText), snapshot))
    expect((await opened(strToU8(text.replaceAll('\r\n', '\n').replace('\ufeff', '').replace('"养老,服务站"', '养老服务站')))).edited).toEqual([])
  })
})

describe('a seal that was tampered with', () => {
  it('no longer fits its fingerprint', async () => {
    const text = strFromU8(await withSeal('markdown', strToU8(markdownText), snapshot)).replace('"asOf":"2020-09-15"', '"asOf":"2020-08-15"')
    const paper = await opened(strToU8(text))
    expect(paper.seal!.asOf).toBe('2020-08-15')
    expect(fingerprintOf(paper.seal!)).not.toBe(paper.fingerprint)
  })

  it('is said to be broken where it is no seal any more', async () => {
    const text = strFromU8(await withSeal('svg', strToU8(svgText), snapshot))
    for (const [from, to] of [['"format":"guatu-snapshot/1"', '"format":"else"'], ['"fingerprint":"', '"fingerprint":"zz'], ['"parts":[', '"parts":[[[[[[']] as const) expect(await codes(strToU8(text.replace(from, to)))).toEqual(['paper_seal_broken'])
  })

  it('a snapshot altered in one cell is named by the field', async () => {
    const cell = snapshot.board.cells.find(one => one.value === 2)!
    const forged = { ...snapshot, board: { ...snapshot.board, cells: snapshot.board.cells.map(one => (one === cell ? { ...one, value: 9 } : one)) } }
    const answer = await read(strToU8(snapshotText(forged)))
    expect(answer.ok ? [] : answer.problems.map(({ path, why }) => [path, why])).toEqual([[`cells[${cell.target} ${cell.area}].value`, '文件写的是 9，按台账应为 2']])
  })
})

describe('foreign and hostile files', () => {
  const zip = (parts: Record<string, string>) => packedParts(parts)
  it('are refused, each with its reason', async () => {
    expect(await codes(new Uint8Array())).toEqual(['paper_empty'])
    expect(await codes(strToU8('%PDF-1.7'))).toEqual(['paper_pdf'])
    expect(await codes(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]))).toEqual(['paper_encrypted'])
    expect(await codes(strToU8('a\0b'))).toEqual(['paper_unknown'])
    expect(await codes(strToU8('目标,内坑\n'))).toEqual(['paper_unsealed'])
    expect(await codes(strToU8(htmlText))).toEqual(['paper_unsealed'])
    expect(await codes(strToU8('{"format":"else"}'))).toEqual(['paper_unknown'])
    expect(await codes(strToU8(`{"a":${'['.repeat(99)}`))).toEqual(['nested_too_deep'])
    expect(await codes(zip(pptxParts()))).toEqual(['paper_unsealed'])
    expect(await codes(zip({ 'a.txt': 'x' }))).toEqual(['paper_archive'])
    expect(await codes(zip(pptxParts()).subarray(0, 400))).toEqual(['paper_damaged'])
    expect(await codes(pngFile().subarray(0, 50))).toEqual(['paper_damaged'])
    expect(await codes(pngFile())).toEqual(['paper_unsealed'])
    expect(await codes(new Uint8Array(41 * 1024 * 1024))).toEqual(['paper_large'])
  })

  it('a bomb, an outside definition, a path that leaves, an encrypted entry', async () => {
    expect(await codes(zip({ ...pptxParts(), 'ppt/slides/slide3.xml': ' '.repeat(6_000_000) }))).toEqual(['paper_unsafe'])
    expect(await codes(zip({ ...pptxParts(), 'docProps/custom.xml': '<!DOCTYPE x [<!ENTITY a "a">]>' }))).toEqual(['paper_unsafe'])
    expect(await codes(zip({ ...pptxParts(), '../x.xml': '' }))).toEqual(['paper_unsafe'])
    const locked = zip(pptxParts())
    const view = new DataView(locked.buffer)
    const directory = view.getUint32(locked.length - 6, true)
    view.setUint16(directory + 8, 1, true)
    expect(await codes(locked)).toEqual(['paper_encrypted'])
  })

  it('every reason has English words', () => {
    expect(paperProblemCodes.filter(code => enProblemsPapers[code] === undefined)).toEqual([])
  })
})
