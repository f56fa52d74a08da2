/** Forms of slips: what stands in the ledger stands in the bytes, in print and in DOCX, and nothing of a snapshot is claimed. */
import { describe, expect, it } from 'vitest'
import { demoEvents } from '../../src/domain/demo.ts'
import { demoDay } from '../../src/domain/demoDay.ts'
import { foldEvents } from '../../src/domain/history.ts'
import { meetingsOf } from '../../src/domain/meetings.ts'
import { indexPlan } from '../../src/domain/plan.ts'
import { boardOf } from '../../src/domain/rollUp.ts'
import { defaultPack } from '../../src/domain/rulePack.ts'
import { slipsOf } from '../../src/domain/slip.ts'
import type { Slip } from '../../src/domain/slip.ts'
import { slipFormFile, slipFormHtml, slipOutline } from '../../src/exports/slipOutline.ts'
import type { SlipSetting } from '../../src/exports/slipOutline.ts'
import { malformed, partsOf, wordTables, wordText } from './docxParts.ts'
import { hostileNames, planOf } from './makers.ts'
import { unescaped, xmlFault } from './xmlText.ts'

const plan = planOf('jinjiang-2020')
const index = indexPlan(plan)
const history = foldEvents(index, demoEvents(index))
const limit = '9999-12-31T23:59:59.999Z/ffff/dev-ffffffffffffffff'
const asOf = demoDay(plan)
const slips = slipsOf(history, { asOf, limit })
const setting: SlipSetting = { index, board: boardOf(history, { asOf, knownAt: limit }), meetings: meetingsOf(history, limit), names: defaultPack.names, office: plan.issuer, asOf, isDemo: true, version: '0.6.0' }
const hostile: Slip = { ...slips[3]!, order: { ...slips[3]!.order, title: hostileNames[1]!, request: hostileNames[2]!, number: hostileNames[5]!, closure: hostileNames } }

const cellsOf = (slip: Slip, one = setting): string[] => slipOutline(slip, one).blocks.flatMap(block => (block.kind === 'table' ? [...block.table.columns.map(column => column.head), ...block.table.rows.flat().map(cell => cell.text)] : []))
const asShown = (text: string): string => [...text].filter(character => !/[\p{Cc}\ufffe\uffff\u202a-\u202e]/u.test(character)).join('')

describe('the form of a slip', () => {
  it('is named by the pack and the level, never 政府督查', () => {
    expect([...new Set(slips.map(slip => slipOutline(slip, setting).title.join('')))].sort()).toEqual(['工作提示单', '督办单（红单）', '督办单（蓝单）', '督办单（黄单）'].sort())
    expect(slipOutline(slips[3]!, { ...setting, names: { ...setting.names, slip: '催办通知' } }).title).toEqual(['催办通知（红单）'])
    for (const slip of slips) expect(JSON.stringify(slipOutline(slip, setting))).not.toContain('政府督查')
  })
  it('says how the figure stands, of a free matter nothing', () => {
    expect(cellsOf(slips[7]!).find(text => /应 \d+%，实 .*；.*转绿最少：/u.test(text))).toContain('截至9月15日')
    expect(cellsOf(slips[10]!)).not.toContain('进度')
  })
  it('has the five stamps, every step with its unit, extensions with their days, closure as it was found', () => {
    const closed = slips[0]!
    expect(cellsOf(closed).join('|')).toContain(`交办|签收|反馈|办结|销号|2020年5月8日|2020年5月8日|2020年5月22日|2020年5月29日|2020年6月1日`)
    expect(cellsOf(closed).find(text => text.includes('√'))).toBe('√ 办结材料齐全　√ 到场或查证核验　√ 分管领导签字')
    expect(cellsOf(slips[4]!).find(text => text.includes('□'))).toBe('□ 办结材料齐全　□ 到场或查证核验　□ 分管领导签字')
    expect(cellsOf(slips[9]!).find(text => text.startsWith('同意延至'))).toMatch(/^同意延至\d+月\d+日：/)
    expect(cellsOf(slips[7]!).some(text => /^9月20日改到10月20日：.*（进展：.*）$/u.test(text))).toBe(true)
    expect(cellsOf(slips[3]!).filter(text => text.startsWith('升为'))).toEqual(['升为黄单：过了时限没有办结', '升为红单：过了时限没有办结'])
    expect(cellsOf(slips[9]!).some(text => text.endsWith('（原 2020年9月11日）'))).toBe(true)
    for (const slip of slips) expect(slipOutline(slip, setting).blocks.flatMap(block => (block.kind === 'table' && block.table.columns[1]?.head === '步骤' ? block.table.rows : []))).toHaveLength(slip.past.length - 1)
  })
  it('claims no snapshot: a day, the version, and 演示数据 where it is one', () => {
    const demo = slipOutline(slips[0]!, setting)
    expect([demo.caption, demo.foot, demo.mark]).toEqual([null, ['演示数据，非真实进度　截至2020年9月15日　挂图 0.6.0'], '演示数据，不作公文使用'])
    const real = slipOutline(slips[0]!, { ...setting, isDemo: false })
    expect([real.foot, real.mark]).toEqual([['截至2020年9月15日　挂图 0.6.0'], ''])
  })
})

describe('its files', () => {
  it('DOCX: sound, one page each, every text of the outline in the bytes', async () => {
    const all = [...slips, hostile]
    const parts = partsOf(await slipFormFile(all, setting))
    expect([...parts].map(([path, text]) => [path, malformed(text)]).filter(([, why]) => why !== null)).toEqual([])
    const document = parts.get('word/document.xml')!
    expect(document.match(/<w:sectPr/g)).toHaveLength(all.length)
    expect(document.match(/<w:type w:val="nextPage"/g)).toHaveLength(all.length - 1)
    expect(wordTables(document).flat(2)).toEqual(all.flatMap(slip => cellsOf(slip)).map(asShown))
    const text = wordText(document)
    for (const slip of slips) expect(text).toContain(`编号 ${slip.order.number}`)
    expect(text.split('截至2020年9月15日　挂图 0.6.0')).toHaveLength(all.length + 1)
    expect(text).not.toMatch(/校验码|口径　|undefined|NaN/)
  })
  it('the same slips give the same bytes; none is refused', async () => {
    expect(await slipFormFile([slips[0]!], setting)).toEqual(await slipFormFile([slips[0]!], setting))
    await expect(slipFormFile([], setting)).rejects.toThrow(RangeError)
  })
  it('print: a whole page with its own policy, a sheet for each', () => {
    const html = new TextDecoder().decode(slipFormHtml([slips[3]!, hostile], setting))
    expect(html.match(/<article class="paper">/g)).toHaveLength(2)
    expect(html).toContain("default-src 'none'")
    expect(xmlFault(html.replace(/^<!doctype html>\s*/, '').replace(/<(meta|link|br|col)\b([^>]*)>/g, '<$1$2/>').replace(/<style>[^]*?<\/style>/, ''))).toBeNull()
    const plain = unescaped(html.replace(/<[^>]*>/g, ''))
    for (const text of [...cellsOf(slips[3]!), slips[3]!.order.number]) expect(plain).toContain(text)
    expect(html).not.toMatch(/<b>"引号|undefined|NaN|校验码/)
  })
})
