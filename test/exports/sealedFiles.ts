/** Small true files of each format for the tests of the seal: built part by part, so that a test can change one and pack it again. */
import { strToU8, zipSync } from 'fflate'
import type { PaperFormat } from '../../src/exports/paper.ts'
import { crcOf } from '../../src/exports/zipParts.ts'

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const packed = (parts: Record<string, string>): Uint8Array => zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])), { mtime: '2020-09-15T12:00:00' })
const types = `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`
const rels = (lines: string) => `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${lines}</Relationships>`
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const typeOf = (kind: string) => `${related}/${kind}`

const run = (text: string) => `<a:r><a:rPr lang="zh-CN"/><a:t>${text}</a:t></a:r>`
export const slideXml = (...lines: readonly string[]) => `${xml}<p:sld xmlns:a="a" xmlns:p="p">${lines.map(line => `<a:p>${run(line)}</a:p>`).join('')}<a:p><a:fld type="slidenum"><a:t>9</a:t></a:fld></a:p></p:sld>`
export const chartXml = (...values: readonly number[]) => `${xml}<c:chartSpace><c:ser><c:cat><c:v>2</c:v></c:cat><c:val><c:numRef><c:numCache>${values.map(value => `<c:pt><c:v>${value}</c:v></c:pt>`).join('')}</c:numCache></c:numRef></c:val></c:ser></c:chartSpace>`

export const pptxParts = (): Record<string, string> => ({
  '[Content_Types].xml': types, '_rels/.rels': rels(`<Relationship Id="rId1" Type="${related}/officeDocument" Target="ppt/presentation.xml"/>`), 'ppt/presentation.xml': `${xml}<p:presentation/>`,
  'ppt/slides/slide1.xml': slideXml('晋江市民政局', '第4次调度会'), 'ppt/slides/slide2.xml': slideXml('一页总览', '24 项中 21 项达序'), 'ppt/slides/slide10.xml': slideXml('内坑 养老服务站', '落后 68 个百分点'),
  'ppt/slides/_rels/slide10.xml.rels': rels(`<Relationship Id="rId2" Type="${related}/chart" Target="../charts/chart1.xml"/>`), 'ppt/charts/chart1.xml': chartXml(0.1, 0.32, 0.68),
})
const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
export const docxParts = (...lines: readonly string[]): Record<string, string> => ({
  '[Content_Types].xml': types.replace('</Types>', '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>'),
  '_rels/.rels': rels(`<Relationship Id="rId1" Type="${related}/officeDocument" Target="word/document.xml"/><Relationship Id="rId4" Type="${related}/custom-properties" Target="docProps/custom.xml"/>`),
  'docProps/custom.xml': `${xml}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="vt"/>`,
  'word/document.xml': `${xml}<w:document><w:body>${(lines.length > 0 ? lines : ['进度专报', '一、总体情况', '截至9月15日，21 项达序。', '二、红项', '内坑养老服务站落后。']).map(paragraph).join('')}</w:body></w:document>`,
})
export const xlsxParts = (value = '0.625'): Record<string, string> => ({
  '[Content_Types].xml': types, '_rels/.rels': rels(`<Relationship Id="rId1" Type="${related}/officeDocument" Target="xl/workbook.xml"/>`),
  'xl/workbook.xml': `${xml}<workbook><sheets><sheet name="挂图" sheetId="1" r:id="rId1"/><sheet name="台账" sheetId="2" r:id="rId2"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': rels(`<Relationship Id="rId1" Type="${typeOf('worksheet')}" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${typeOf('worksheet')}" Target="/xl/worksheets/sheet2.xml"/>`),
  'xl/sharedStrings.xml': `${xml}<sst><si><t>内坑</t></si><si><r><t>养老</t></r><r><t>服务站</t></r></si></sst>`,
  'xl/worksheets/sheet1.xml': `${xml}<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"/><c r="C1" t="s"><v>1</v></c><c r="D1"><f>A1/B1</f><v>${value}</v></c></row></sheetData></worksheet>`,
  'xl/worksheets/sheet2.xml': `${xml}<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>填报</t></is></c></row></sheetData></worksheet>`,
})
export const packedParts = packed

/** The least PNG: one grey pixel. */
export function pngFile(): Uint8Array {
  const chunk = (type: string, data: readonly number[]) => {
    const body = Uint8Array.from([...strToU8(type), ...data])
    const all = new Uint8Array(body.length + 8)
    new DataView(all.buffer).setUint32(0, data.length)
    all.set(body, 4)
    new DataView(all.buffer).setUint32(4 + body.length, crcOf(body))
    return all
  }
  const parts = [Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), chunk('IHDR', [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]), chunk('IDAT', [0x78, 0x9c, 0x63, 0x68, 0, 0, 0, 0x82, 0, 0x81]), chunk('IEND', [])]
  return Uint8Array.from(parts.flatMap(part => [...part]))
}

export const htmlText = '<!doctype html><html lang="zh-CN"><head><title>报告</title><style>p{}</style></head><body><h1>进度专报</h1><h2>一、总体情况</h2><p>21 项达序 &amp; 无 &lt;红项&gt;</p><h2>二、红项</h2><p>内坑落后 68</p></body></html>'
export const svgText = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>挂图</title><text x="1">内坑 81</text><text x="2">东石 60</text></svg>'
export const csvText = '\ufeff目标,内坑,东石\r\n"养老,服务站",81,60\r\n'
export const markdownText = '| 目标 | 内坑 |\n| --- | ---: |\n| 养老服务站 | 81 |\n'

/** One file of each format that carries a seal. */
export const plainFiles: readonly (readonly [format: PaperFormat, bytes: Uint8Array, read: string])[] = [
  ['pptx', packed(pptxParts()), 'pptx'], ['docx', packed(docxParts()), 'docx'], ['xlsx', packed(xlsxParts()), 'xlsx'], ['print', strToU8(htmlText), 'html'], ['poster', strToU8(htmlText), 'html'], 
  ['svg', strToU8(svgText), 'svg'], ['png', pngFile(), 'png'], ['csv', strToU8(csvText), 'csv'], ['markdown', strToU8(markdownText), 'markdown'],
]
