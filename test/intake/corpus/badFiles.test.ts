/** Bad files, each refused by name with a fix or flagged at its cell while the rest is read. */
import { expect, it } from 'vitest'
import type { FileProblemCode } from '../../../src/intake/fileProblems'
import { fileProblemCodes } from '../../../src/intake/fileProblems'
import { readBytes } from '../../../src/intake/readBytes'
import { enProblems } from '../../../src/app/messages/enProblems'
import { filledBytes } from '../filled'
import { everyMeasure } from '../world'
import { bookOf, bookWith, bytesOf, cellAt, compound, lieInDirectory, sheet, utf8, zipSync } from './makers'

type Made = Uint8Array | Promise<Uint8Array>
const read = async (name: string, bytes: Made) => readBytes(name, await bytes, everyMeasure.index.plan)
const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024)
const cut = (bytes: Uint8Array, share: number) => bytes.slice(0, Math.floor(bytes.length * share))
const book = () => bookOf([['编号', '本次累计'], ['甲', 1]])
const gb = [0xb1, 0xe0, 0xba, 0xc5]

const refused: [name: string, code: FileProblemCode, make: () => Made][] = [
  ['empty.xlsx', 'file_empty', () => new Uint8Array()],
  ['blank.csv', 'file_empty', () => utf8('  \r\n ')],
  ['bomOnly.csv', 'file_empty', () => bytesOf([0xef, 0xbb, 0xbf])],
  ['large.xlsx', 'file_too_large', () => zeros(21)],
  ['bomb.xlsx', 'file_bomb', () => bookWith({ 'xl/media/a.bin': zeros(30) })],
  ['bombInSheet.xlsx', 'file_bomb', () => bookWith({ [sheet]: utf8(' '.repeat(20 * 1024 * 1024)) })],
  ['lyingSize.xlsx', 'file_bomb', async () => lieInDirectory(await bookWith({ 'xl/media/a.bin': zeros(30) }), 24, 10)],
  ['lyingPacked.xlsx', 'file_damaged', async () => lieInDirectory(await book(), 20, 0x7fffffff)],
  ['lyingHeader.xlsx', 'file_damaged', async () => lieInDirectory(await book(), 42, 0x7fffffff)],
  ['overlap.xlsx', 'file_unsafe', async () => lieInDirectory(await book(), 42, 0)],
  ['manyEntries.xlsx', 'file_unsafe', () => zipSync(Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`xl/${i}.xml`, utf8('a')])))],
  ['parentPath.xlsx', 'file_unsafe', () => bookWith({ '../evil.xml': utf8('a') })],
  ['deepParentPath.xlsx', 'file_unsafe', () => bookWith({ 'xl/../../evil.xml': utf8('a') })],
  ['backslashPath.xlsx', 'file_unsafe', () => bookWith({ 'xl\\..\\evil.xml': utf8('a') })],
  ['rootPath.xlsx', 'file_unsafe', () => bookWith({ '/etc/x.xml': utf8('a') })],
  ['drivePath.xlsx', 'file_unsafe', () => bookWith({ 'c:/x.xml': utf8('a') })],
  ['laughs.xlsx', 'file_unsafe', () => bookWith({ [sheet]: utf8('<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>') })],
  ['entityInStyles.xlsx', 'file_unsafe', () => bookWith({ 'xl/styles.xml': text => `<!DOCTYPE x SYSTEM "file:///etc/passwd">${text}` })],
  ['entityInRels.xlsx', 'file_unsafe', () => bookWith({ 'xl/_rels/workbook.xml.rels': text => `<!DOCTYPE x>${text}` })],
  ['encryptedEntry.xlsx', 'file_encrypted', async () => lieInDirectory(await book(), 8, 0x00080001)],
  ['unknownMethod.xlsx', 'file_damaged', async () => lieInDirectory(await book(), 10, 99)],
  ['cutHalf.xlsx', 'file_damaged', async () => cut(await book(), 0.5)],
  ['cutTail.xlsx', 'file_damaged', async () => cut(await book(), 0.98)],
  ['cutHead.xlsx', 'file_damaged', async () => cut(await book(), 0.02)],
  ['zipMagic.xlsx', 'file_damaged', () => bytesOf('PK', [3, 4], 'nothing more')],
  ['emptyZip.xlsx', 'file_archive', () => zipSync({})],
  ['zipOfBooks.xlsx', 'file_archive', async () => zipSync({ 'a.xlsx': await book(), 'b.xlsx': await book() })],
  ['noWorkbook.xlsx', 'file_damaged', () => bookWith({ 'xl/workbook.xml': null })],
  ['noTypes.xlsx', 'file_damaged', () => bookWith({ '[Content_Types].xml': null, '_rels/.rels': null, 'xl/workbook.xml': null })],
  ['onlyTypes.xlsx', 'file_damaged', () => zipSync({ '[Content_Types].xml': utf8('<Types/>') })],
  ['word.xlsx', 'file_word', () => zipSync({ '[Content_Types].xml': utf8('<Types/>'), 'word/document.xml': utf8('<a/>') })],
  ['open.xlsx', 'file_ods', () => zipSync({ 'content.xml': utf8('<a/>'), 'mimetype': utf8('x') })],
  ['binary.xlsx', 'file_xlsb', () => zipSync({ 'xl/workbook.bin': utf8('a') })],
  ['oldWord.xls', 'file_word', () => compound('WordDocument')],
  ['oldWord.xlsx', 'file_word', () => compound('WordDocument')],
  ['locked.xlsx', 'file_encrypted', () => compound('EncryptedPackage')],
  ['old.et', 'file_wps', () => compound('SomethingElse')],
  ['hollow.xls', 'file_damaged', () => compound('Workbook')],
  ['paper.xlsx', 'file_pdf', () => utf8('%PDF-1.7 ...')],
  ['photo.xlsx', 'file_picture', () => bytesOf([0xff, 0xd8, 0xff, 0xe0])],
  ['picture.xls', 'file_picture', () => bytesOf([0x89], 'PNG')],
  ['moving.csv', 'file_picture', () => utf8('GIF89a')],
  ['packed.xlsx', 'file_archive', () => utf8('Rar!....')],
  ['seven.xlsx', 'file_archive', () => bytesOf([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c])],
  ['gzip.xlsx', 'file_archive', () => bytesOf([0x1f, 0x8b, 8])],
  ['rich.xls', 'file_word', () => utf8('{\\rtf1 a}')],
  ['web.xls', 'file_web_page', () => utf8('<html><table><tr><td>1</td></tr></table></html>')],
  ['xml2003.xls', 'file_web_page', () => utf8('<?xml version="1.0"?><Workbook/>')],
  ['bomWeb.xls', 'file_web_page', () => bytesOf([0xef, 0xbb, 0xbf], '<html>')],
  ['nulls.csv', 'file_not_text', () => bytesOf('a,b', [0, 0, 0], 'c')],
  ['program.csv', 'file_not_text', () => bytesOf('MZ', [0x90, 0, 3, 0, 0])],
]

it.each(refused)('%s is refused: %s', async (name, code, make) => {
  const file = await read(name, make())
  expect([file.ok, file.problems.map(one => one.code), file.file]).toEqual([false, [code], name])
  expect(file.problems[0]!.fix).not.toBe('')
})

const flagged: [name: string, codes: FileProblemCode[], make: () => Made, good: string][] = [
  ['manyRows.csv', ['sheet_too_many_rows'], () => utf8('编号,本次累计\n'.repeat(100_000)), '本次累计'],
  ['badBytes.csv', ['text_bad_bytes'], () => bytesOf(gb, ',5\n', [0xff, 0xff], ',6'), '编号'],
  ['badBytesUtf8.csv', ['text_bad_bytes'], () => bytesOf([0xef, 0xbb, 0xbf], '编号,5\n', [0xff], ',6'), '编号'],
  ['gb.csv', [], () => bytesOf(gb, ',5\n'), '编号'],
  ['utf16.csv', [], () => bytesOf([0xff, 0xfe, 0x16, 0x7f, 0xf7, 0x53, 0x2c, 0, 0x35, 0]), '编号'],
  ['utf16be.csv', [], () => bytesOf([0xfe, 0xff, 0x7f, 0x16, 0x53, 0xf7, 0, 0x2c, 0, 0x35]), '编号'],
  ['semicolon.csv', [], () => utf8('编号;值\n甲;5\n乙;6'), '编号'],
  ['tabs.xls', [], () => utf8('编号\t值\n甲\t5\n'), '编号'],
  ['openQuote.csv', [], () => utf8('编号,"没有结束\n甲,5'), '编号'],
  ['formulaText.csv', [], () => utf8("编号,'=1+1"), '=1+1'],
  ['refError.xlsx', ['cell_error'], () => bookWith({ [sheet]: cellAt('C5', ' t="e"><v>#REF!</v>') }), '甲'],
  ['divError.xlsx', ['cell_error'], () => bookWith({ [sheet]: cellAt('C5', ' t="e"><f>1/0</f><v>#DIV/0!</v>') }), '甲'],
  ['overflow.xlsx', ['cell_overflow'], () => bookWith({ [sheet]: cellAt('C5', '><v>1e300</v>') }), '甲'],
  ['longText.xlsx', ['cell_text_long'], () => bookOf([['甲', '长'.repeat(5000)]]), '甲'],
  ['wholeColumn.xlsx', [], () => bookWith({ [sheet]: text => text.replace('</sheetData>', '</sheetData><dataValidations count="1"><dataValidation type="whole" sqref="A1:C1048576"><formula1>0</formula1></dataValidation></dataValidations>') }), '甲'],
  ['hugeMerge.xlsx', [], () => bookWith({ [sheet]: text => text.replace('</sheetData>', '</sheetData><mergeCells count="1"><mergeCell ref="A2:XFD1048576"/></mergeCells>') }), '甲'],
  ['prototype.xlsx', [], () => bookOf([['__proto__', 'constructor'], ['甲', 1]], '__proto__'), '甲'],
  ['manyRows.xlsx', ['sheet_too_many_rows'], () => bookOf(Array.from({ length: 20_500 }, (_, i) => ['甲', i])), '甲'],
  ['cornerCell.xlsx', ['sheet_too_many_rows'], () => bookWith({ [sheet]: cellAt('XFD1048576', '><v>1</v>') }), '甲'],
  ['farColumn.xlsx', ['sheet_too_many_rows'], () => bookWith({ [sheet]: cellAt('XFD9', '><v>1</v>') }), '甲'],
]

it.each(flagged)('%s is read, and flagged: %s', async (name, codes, make, good) => {
  const file = await read(name, make())
  if (!file.ok) throw new Error(JSON.stringify(file.problems))
  expect(file.problems.map(one => one.code)).toEqual(codes)
  for (const problem of file.problems) expect([problem.file, problem.sheet !== undefined]).toEqual([name, true])
  expect(JSON.stringify(file.tables)).toContain(good)
})

it('parts missing or pointing nowhere never throw', async () => {
  const files = [bookWith({ 'xl/sharedStrings.xml': null }), bookWith({ 'xl/styles.xml': null }), bookWith({ [sheet]: null }), bookWith({ [sheet]: cellAt('C5', ' t="s"><v>99999</v>') }), bookWith({ [sheet]: text => text.slice(0, 200) })]
  for (const bytes of files) { const file = await read('part.xlsx', bytes); expect(file.ok || file.problems[0]?.code === 'file_damaged').toBe(true) }
})

it('what is cut anywhere is refused or read, never thrown', async () => {
  const bytes = await filledBytes()
  for (let share = 0.05; share < 1; share += 0.1) expect((await read('cut.xlsx', cut(bytes, share))).problems[0]?.code).toBe('file_damaged')
})

it('every problem has its English words', () => {
  expect(fileProblemCodes.filter(code => enProblems[code] === undefined)).toEqual([])
})
