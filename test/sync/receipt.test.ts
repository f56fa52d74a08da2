/** A receipt is found in whatever it was pasted with, and fits only the package it speaks of. */
import { describe, expect, it } from 'vitest'
import type { Checkable } from '../../src/sync/receipt'
import { checkFound, findReceipts, receiptCodeOf, receiptOf, receiptText } from '../../src/sync/receipt'
import { plan } from '../ledger/makers'

const manifest = { id: '0190b6a2-0000-7000-8000-000000000001', plan, count: 128, head: 'ab'.repeat(32) }
const receipt = receiptOf(manifest, '养老服务科 张三', '2020-07-02T01:30:59.000Z')
const sent: Checkable[] = [{ id: 'another', count: 3, head: 'cd'.repeat(32), code: receiptCodeOf({ ...manifest, id: 'another' }) }, { ...manifest, code: receiptCodeOf(manifest) }]
const check = (text: string, of = plan) => findReceipts(text).map(found => checkFound(found, of, sent))
const codeOf = (text: string, of = plan) => check(text, of).map(one => (one.ok ? 'ok' : one.problem.code))
const zh = receiptText([receipt])

describe('the code', () => {
  it('follows from what the package is and holds, and from nothing else', () => {
    expect(receipt.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
    expect(receiptOf(manifest, '别人', '2020-08-01T00:00:00.000Z').code).toBe(receipt.code)
    const others = [{ ...manifest, id: '1' }, { ...manifest, plan: 'x' }, { ...manifest, count: 127 }, { ...manifest, head: 'ac'.repeat(32) }].map(receiptCodeOf)
    expect(new Set([receipt.code, ...others]).size).toBe(5)
  })
})

describe('the text', () => {
  it('is a few lines for a chat', () => {
    expect(zh).toBe(['【挂图回执】报送包已收到', `计划：${plan}`, `包号：${manifest.id}`, '记录：128 条', '指纹：abababababababab', `回执码：${receipt.code}`, '收到：2020-07-02 09:30', '收件：养老服务科 张三', ''].join('\n'))
  })

  it.each<[string, string]>([
    ['as it is', zh],
    ['in English', receiptText([receipt], 'en')],
    ['with a chat around it', `李四 9:31\n好的，已经收了：\n${zh}\n谢谢！[抱拳]`],
    ['on one line', zh.replaceAll('\n', ' ')],
    ['with blank lines and indents', zh.replaceAll('\n', '\r\n\r\n　　')],
    ['in full-width signs', zh.replaceAll(/[0-9A-Z-]/g, letter => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))],
    ['with invisible letters', zh.replaceAll('：', '：\u200B').replace('回执码', '\uFEFF回执码')],
    ['with other dashes', zh.replaceAll('-', '–')],
    ['with letters typed for digits', zh.replace(receipt.code, receipt.code.replaceAll('0', 'o').replaceAll('1', 'l').toLowerCase())],
    ['only its code', `回执码 ${receipt.code.replace('-', ' ')}`],
  ])('is understood %s', (_name, text) => {
    expect(check(text)).toMatchObject([{ ok: true, sent: { id: manifest.id } }])
  })

  it('says who and when', () => {
    expect(check(zh)).toMatchObject([{ ok: true, by: '养老服务科 张三', at: '2020-07-02T01:30:00.000Z' }])
  })

  it('of several receipts is read one by one; a text without any gives none', () => {
    const three = receiptText([receiptOf({ ...manifest, id: '0190b6a2-0000-7000-8000-000000000009' }, '', receipt.at), receipt, receiptOf({ ...manifest, plan: 'other' }, '', receipt.at)])
    expect(codeOf(three)).toEqual(['receipt_unknown', 'ok', 'receipt_other_plan'])
    expect([findReceipts(''), findReceipts('好的，收到'), findReceipts('回执码：'), findReceipts('x'.repeat(300_000))]).toEqual([[], [], [], []])
  })
})

describe('what does not fit', () => {
  it.each<[string, string, string]>([
    ['another plan', zh.replace(`计划：${plan}`, '计划：other-2020'), 'receipt_other_plan'],
    ['another count', zh.replace('128 条', '127 条'), 'receipt_altered'],
    ['another code', zh.replace(receipt.code, sent[0]!.code), 'receipt_altered'],
    ['another head', zh.replace('指纹：ab', '指纹：ac'), 'receipt_altered'],
    ['an unknown package', zh.replace(manifest.id, manifest.id.replace('0190', '0191')).replace(receipt.code, '00000-00000'), 'receipt_unknown'],
  ])('%s is said', (_name, text, code) => {
    expect(codeOf(text)).toEqual([code])
  })
})
