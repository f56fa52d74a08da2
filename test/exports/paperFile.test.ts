/** The DOCX taken apart again: sound as a package, set by GB/T 9704, and in every figure the outline it was made from. */
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { viewOf } from '../../src/domain/snapshot.ts'
import { fontFallbacks } from '../../src/exports/paperSetting.ts'
import type { Outline } from '../../src/exports/outline.ts'
import { textOfRun } from '../../src/exports/outline.ts'
import { Cancelled, plainChoice, tellNobody } from '../../src/exports/paper.ts'
import { documentOf, reportDocument } from '../../src/exports/paperFile.ts'
import { factsOf } from '../../src/exports/paperFacts.ts'
import { reportOutline } from '../../src/exports/reportOutline.ts'
import { chartCaches, malformed, partsOf, wordTables, wordText } from './docxParts.ts'
import { demoSnapshot, emptySnapshot, hostileNames, longSnapshot } from './makers.ts'

const outlineOf = (snapshot: ReturnType<typeof demoSnapshot>, more: Partial<typeof plainChoice> = {}) => reportOutline(factsOf(viewOf(snapshot)), { ...plainChoice, ...more })
const caption = outlineOf(emptySnapshot()).caption

/** No report: what other papers will be, with all that an outline can hold and names that break files. */
const bulletin: Outline = {
  title: ['关于重点工作进展情况的通报', hostileNames[1]!], redHead: '测试市民政局文件', documentNumber: '测民〔2020〕1号', addressee: '各镇（街道）：',
  blocks: [
    { kind: 'heading', level: 1, text: '一、情况' }, { kind: 'heading', level: 2, text: '（一）分项' }, { kind: 'heading', level: 3, text: `1.${hostileNames[2]!}` },
    { kind: 'paragraph', runs: hostileNames },
    { kind: 'table', table: { caption: '表1　名称（慢的在前）', note: '注。', columns: [{ head: '名称', width: 3, align: 'left' }, { head: '数', width: 1, align: 'right' }], rows: hostileNames.map((name, i) => [{ text: name, tone: 'sev' }, { text: String(i) }]) } },
    { kind: 'chart', chart: { caption: '图1　走势（个）', kind: 'lines', unit: '个', categories: ['1月', '2月', hostileNames[1]!], top: null, series: [{ name: '时序', values: [1, 2, 3] }, { name: '实际', values: [1, null, null] }, { name: '推算', values: [null, 1.5, 2.25] }] } },
  ],
  annexes: [{ name: '甲表', table: { caption: '', note: '', columns: [{ head: '甲', width: 1, align: 'center' }], rows: [] } }, { name: '乙表（1格）', table: { caption: '', note: '注二。', columns: [{ head: '乙', width: 1, align: 'center' }], rows: [[{ text: '1' }]] } }],
  office: '测试市民政局', date: '2020年9月16日', copies: { to: '市委办公室', by: '测试市民政局办公室', on: '2020年9月16日印发' }, mark: '', caption,
}

const worlds: Record<string, Outline> = {
  demo: outlineOf(demoSnapshot(), { addressee: '市人民政府' }), red: outlineOf(demoSnapshot('quanzhou-tsz-2023'), { hasRedHead: true, documentNumber: '泉台管民生规〔2023〕15号', office: '局办公室' }),
  empty: outlineOf(emptySnapshot()), long: outlineOf(longSnapshot({ targets: 60, areas: 45 })), bulletin,
}
const files = new Map<string, { outline: Outline, bytes: Uint8Array, parts: Map<string, string>, document: string }>()
for (const [name, outline] of Object.entries(worlds)) {
  const bytes = await documentOf(outline, tellNobody)
  const parts = partsOf(bytes)
  files.set(name, { outline, bytes, parts, document: parts.get('word/document.xml')! })
}

/** As the file must show a text: without what XML forbids, without marks of direction, on one line. */
const shown = (text: string) => [...text].filter(character => !/[\p{Cc}\ufffe\uffff\u202a-\u202e]/u.test(character)).join('')
const blocksOf = <K extends Outline['blocks'][number]['kind']>({ blocks }: Outline, kind: K) => blocks.filter((block): block is Extract<Outline['blocks'][number], { kind: K }> => block.kind === kind)

describe.each([...files.keys()])('%s', name => {
  const { outline, bytes, parts, document } = files.get(name)!

  it('is sound XML in every part', () => {
    expect([...parts].map(([path, text]) => [path, malformed(text)]).filter(([, why]) => why !== null)).toEqual([])
  })

  it('has every part that is named, and names every part that it has', () => {
    const paths = Object.keys(unzipSync(bytes))
    const types = parts.get('[Content_Types].xml')!
    const overrides = [...types.matchAll(/<Override [^>]*PartName="\/([^"]+)"/g)].map(match => match[1]!)
    const defaults = new Set([...types.matchAll(/<Default [^>]*Extension="([^"]+)"/g)].map(match => match[1]))
    expect(overrides.filter(path => !paths.includes(path))).toEqual([])
    expect(new Set(overrides).size).toBe(overrides.length)
    expect(paths.filter(path => path !== '[Content_Types].xml' && !overrides.includes(path) && !defaults.has(path.split('.').at(-1)!))).toEqual([])
    const pointed = new Set<string>()
    for (const [path, text] of parts) {
      if (!path.endsWith('.rels')) continue
      const base = path.replace(/_rels\/[^/]*$/, '')
      const source = path.replace(/_rels\/([^/]*)\.rels$/, '$1')
      const ids = [...text.matchAll(/<Relationship ([^>]*)\/?>/g)].map(([, attributes]) => {
        const read = (key: string) => new RegExp(` ?${key}="([^"]*)"`).exec(attributes!)?.[1] ?? ''
        if (read('TargetMode') !== 'External') {
          const target = new URL(read('Target'), `file:///${base}`).pathname.slice(1)
          expect(paths).toContain(target)
          pointed.add(target)
        }
        return read('Id')
      })
      expect(new Set(ids).size).toBe(ids.length)
      const used = [...(parts.get(source) ?? '').matchAll(/ r:(?:id|embed)="([^"]+)"/g)].map(match => match[1]!)
      expect(used.filter(id => !ids.includes(id))).toEqual([])
    }
    expect(paths.filter(path => !path.endsWith('.rels') && path !== '[Content_Types].xml' && !pointed.has(path))).toEqual([])
  })

  it('names an East Asian font in every run, with another for PCs that lack it', () => {
    const runs = [...parts].filter(([path]) => /^word\/(?:document|header\d|footer\d)\.xml$/.test(path)).flatMap(([, text]) => [...text.matchAll(/<w:r>(.*?)<\/w:r>/gs)].map(match => match[1]!))
    expect(runs.length).toBeGreaterThan(20)
    expect(runs.filter(run => !run.includes('<w:drawing>') && !/^<w:rPr>.*?<w:rFonts [^>]*w:eastAsia="[^"]+"/s.test(run))).toEqual([])
    const table = parts.get('word/fontTable.xml')!
    for (const [font, other] of Object.entries(fontFallbacks)) expect(table).toContain(`<w:font w:name="${font}"><w:altName w:val="${other}"/>`)
    for (const [path, text] of parts) if (path.startsWith('word/charts/chart')) expect(text.match(/<a:ea typeface="\+/)).toBeNull()
  })

  it('is set as the standard has it', () => {
    const sections = [...document.matchAll(/<w:sectPr.*?<\/w:sectPr>/gs)].map(match => match[0])
    expect(sections.length).toBe(1 + outline.annexes.length)
    expect(sections[0]).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>')
    expect(sections[0]).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"')
    for (const section of sections.slice(1)) expect(section).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
    for (const section of sections) {
      expect(section).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>')
      expect([...section.matchAll(/<w:(header|footer)Reference w:type="(\w+)"/g)].map(match => `${match[1]} ${match[2]}`)).toEqual(['header default', 'header even', 'footer default', 'footer even'])
    }
    expect(parts.get('word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
    const body = [...document.matchAll(/<w:p>(?:(?!<\/w:p>).)*w:firstLineChars="200"(?:(?!<\/w:p>).)*<\/w:p>/gs)].map(match => match[0])
    expect(body.length).toBe(blocksOf(outline, 'paragraph').length + blocksOf(outline, 'heading').length)
    expect(body.filter(one => !one.includes('w:line="579" w:lineRule="exact"') || !one.includes('<w:spacing w:val="-5"/>') || !one.includes('<w:sz w:val="32"/>'))).toEqual([])
  })

  it('numbers its pages — n —, odd to the right, even to the left, and bears its mark on all of them', () => {
    const relations = parts.get('word/_rels/document.xml.rels')!
    const partOf = (id: string) => parts.get(`word/${new RegExp(`<Relationship [^>]*Id="${id}"[^>]*>`).exec(relations)![0].match(/Target="([^"]+)"/)![1]!}`)!
    const references = [...document.matchAll(/<w:(header|footer)Reference w:type="(\w+)" r:id="(\w+)"/g)].map(([, kind, type, id]) => ({ kind, type, text: partOf(id!) }))
    expect(references.length).toBe(4 * (1 + outline.annexes.length))
    for (const { kind, type, text } of references) {
      if (kind === 'footer') {
        expect([wordText(text), text.includes(`<w:jc w:val="${type === 'even' ? 'left' : 'right'}"/>`), text.includes('>PAGE<')]).toEqual(['—  —', true, true])
      } else expect(wordText(text).includes('演示数据，不作公文使用')).toBe(outline.mark !== '')
    }
  })

  it('holds every word and figure of its outline in order', () => {
    const text = wordText(document)
    const wanted = [...outline.title.map(line => line), outline.addressee, ...outline.blocks.flatMap(block => (block.kind === 'heading' ? [block.text] : block.kind === 'paragraph' ? [block.runs.map(textOfRun).join('')] : [])), ...outline.annexes.map(annex => annex.name), outline.office, outline.date].map(shown)
    let at = 0
    for (const one of wanted) {
      const found = text.indexOf(one, at)
      expect([one, found >= at]).toEqual([one, true])
      at = found + one.length
    }
    const tables = [...blocksOf(outline, 'table').map(block => block.table), ...outline.annexes.map(annex => annex.table)]
    expect(wordTables(document)).toEqual(tables.map(table => [table.columns.map(column => column.head), ...table.rows.map(row => row.map(cell => shown(cell.text)))]))
    for (const one of [outline.caption!.asOf, outline.caption!.rules, `校验码 ${outline.caption!.code}`, outline.copies?.by ?? '', outline.copies?.on ?? '', outline.documentNumber]) expect(text).toContain(one)
  })

  it('repeats the heads of its tables and splits no row', () => {
    for (const [table] of document.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)) {
      const rows = [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(match => match[0])
      expect(rows.map(row => row.includes('<w:tblHeader/>'))).toEqual(rows.map((_, i) => i === 0))
      expect(rows.filter(row => !row.includes('<w:cantSplit/>'))).toEqual([])
      const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(match => Number(match[1]))
      expect(widths.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(13_780)
    }
  })

  it('draws its charts with the outline\'s values, in the file\'s own workbook too', () => {
    const charts = [...parts].filter(([path]) => /^word\/charts\/chart\d+\.xml$/.test(path)).sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    const wanted = blocksOf(outline, 'chart').map(({ chart: { categories, series } }) => ({ categories: categories.map(shown), series: series.map(one => ({ name: one.name, values: [...one.values] })) }))
    expect(charts.map(([, text]) => chartCaches(text))).toEqual(wanted)
    charts.forEach(([path], i) => {
      const target = /Target="([^"]+\.xlsx)"/.exec(parts.get(path.replace('charts/', 'charts/_rels/') + '.rels')!)![1]!
      const book = unzipSync(unzipSync(bytes)[new URL(target, 'file:///word/charts/').pathname.slice(1)]!)
      const sheet = strFromU8(book[Object.keys(book).find(one => one.endsWith('worksheets/sheet1.xml'))!]!)
      const numbers = [...sheet.matchAll(/<c r="[B-Z]+(?!1")\d+"[^>]*><v>([^<]*)<\/v>/g)].map(match => Number(match[1])).sort((a, b) => a - b)
      expect(numbers).toEqual(wanted[i]!.series.flatMap(one => one.values.filter(value => value !== null)).sort((a, b) => a - b))
    })
  })
})

it('has a red head and a red line only where the outline says so', () => {
  expect(files.get('red')!.document.match(/w:color="FF0000"|<w:color w:val="FF0000"\/>/g)?.length).toBe(2)
  expect(files.get('demo')!.document).not.toContain('FF0000')
})

it('is the same to the byte for the same outline', async () => {
  expect(Buffer.from(await documentOf(worlds.red!, tellNobody)).equals(files.get('red')!.bytes)).toBe(true)
})

it('is the report of a snapshot, tells after each step, and stops when called off', async () => {
  const view = viewOf(demoSnapshot('quanzhou-tsz-2023'))
  const told: number[] = []
  const bytes = await reportDocument(view, plainChoice, (done, total) => { told.push(done / total); return Promise.resolve() })
  expect(wordText(partsOf(bytes).get('word/document.xml')!)).toContain('泉州台商投资区管理委员会民生保障局关于2023年民政工作要点推进情况的报告')
  expect(told).toEqual([...told].sort((a, b) => a - b))
  expect(told.at(-1)).toBe(1)
  await expect(reportDocument(view, plainChoice, () => Promise.reject(new Cancelled()))).rejects.toBeInstanceOf(Cancelled)
})
