/** Notices from outside: read in whatever encoding they come, refused with a reason, compared with their plan, kept on this device only. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { passageOf } from '../../src/domain/noticePassage'
import { useNoticeShelf } from '../../src/stores/noticeShelf'
import { noticeOfFile, noticeOfPaste } from '../../src/stores/noticeSource'
import type { NoticeSource, NoticeTaken } from '../../src/stores/noticeSource'
import { makeTarget } from '../domain/makers'
import { noticeTextOf, planWith, targetsOf } from '../domain/noticeMakers'

const made = [[{ targets: [{ name: '建设服务站', figure: '20个' }, { name: '发放补贴', figure: '300万元' }] }]]
const text = noticeTextOf('items', made)
const plan = planWith(targetsOf('items', made))

/** GB 18030 bytes of Chinese text, by asking the decoder for every pair. */
function inGb18030(words: string): Uint8Array<ArrayBuffer> {
  const decoder = new TextDecoder('gb18030')
  const pairs = new Map<string, [number, number]>()
  for (let high = 0xa1; high <= 0xf7; high++)
    for (let low = 0xa1; low <= 0xfe; low++) pairs.set(decoder.decode(new Uint8Array([high, low])), [high, low])
  return new Uint8Array([...words].flatMap(word => (word < '\x80' ? [word.charCodeAt(0)] : pairs.get(word)!)))
}
const utf16 = (words: string, isLittle: boolean): Uint8Array<ArrayBuffer> => new Uint8Array([...`\ufeff${words}`].flatMap(word => { const code = word.charCodeAt(0); return isLittle ? [code & 255, code >> 8] : [code >> 8, code & 255] }))
const file = (content: BlobPart, name = '要点.txt'): File => new File([content], name)
const codeOf = (taken: NoticeTaken): string => (taken.ok ? 'ok' : taken.problem.code)
const sourceOf = (taken: NoticeTaken): NoticeSource => { if (!taken.ok) throw new Error(taken.problem.code); return taken.source }

beforeEach(() => {
  setActivePinia(createPinia())
  vi.stubGlobal('indexedDB', new IDBFactory())
  vi.stubGlobal('IDBKeyRange', IDBKeyRange)
})
afterEach(() => { vi.unstubAllGlobals() })

describe('reading', () => {
  it('UTF-8 with and without its mark, UTF-16, GB 18030', async () => {
    for (const content of [text, `\ufeff${text}`, utf16(text, true), utf16(text, false), inGb18030(text)]) expect(sourceOf(await noticeOfFile(file(content))).text).toBe(text)
    expect(sourceOf(await noticeOfFile(file(text)))).toMatchObject({ name: '要点.txt', size: new TextEncoder().encode(text).length })
    const page = inGb18030(`<html><head><meta charset="gb2312"></head><body><p>${text}</p></body></html>`)
    expect(sourceOf(await noticeOfFile(file(page, 'a.htm'))).text.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''))
  })

  it.each<[string, File, string]>([
    ['a Word file by its name', file('x', '要点.docx'), 'notice_document'], ['a PDF by its name', file('x', '要点.PDF'), 'notice_document'], ['a PDF by its bytes', file('%PDF-1.7'), 'notice_document'], ['a ZIP', file(new Uint8Array([0x50, 0x4b, 3, 4, 9])), 'notice_document'],
    ['an old Office file', file(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1])), 'notice_document'], ['RTF', file('{\\rtf1 x}'), 'notice_document'], ['a packed page', file('From: <Saved by Blink>\nMIME-Version: 1.0', 'a.mht'), 'notice_archive'],
    ['bytes', file(new Uint8Array([1, 2, 0, 65, 66])), 'notice_binary'], ['no known encoding', file(new Uint8Array([0xff, 0xff, 0xff])), 'notice_encoding'], ['an empty file', file(''), 'notice_empty'], ['a page without words', file('<html><body><script>var a = "字"</script></body></html>', 'a.html'), 'notice_empty'],
    ['over 5 MB', file(new Uint8Array(5_000_001).fill(65)), 'notice_too_large'],
  ])('%s is refused', async (_name, given, code) => {
    expect(codeOf(await noticeOfFile(given))).toBe(code)
  })

  it('a file that the system no longer gives', async () => {
    const gone = file('x')
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'))
    expect(codeOf(await noticeOfFile(gone))).toBe('file_unreadable')
  })

  it('pasted text, and the pasted source of a page', () => {
    expect(sourceOf(noticeOfPaste(text))).toEqual({ name: '', text, size: new TextEncoder().encode(text).length })
    expect(sourceOf(noticeOfPaste('<div>一、甲<p>1.乙&nbsp;&lt;丙&gt;</p></div>')).text).toBe('一、甲\n1.乙 <丙>')
    expect([codeOf(noticeOfPaste(' \n ')), codeOf(noticeOfPaste('字'.repeat(1_700_000)))]).toEqual(['notice_empty', 'notice_too_large'])
  })
})

describe('keeping', () => {
  it('the notice of its plan is kept for the next visit, and its words are found', async () => {
    const shelf = useNoticeShelf()
    const examined = shelf.examine(plan, sourceOf(await noticeOfFile(file(text))))
    expect(examined).toMatchObject({ isDoubtful: false, fit: { figures: 2, foundFigures: 2 } })
    expect(shelf.cards).toEqual([])
    expect(await shelf.keep(plan.id, examined.source)).toEqual({ ok: true })
    setActivePinia(createPinia())
    const later = useNoticeShelf()
    await later.read(plan.id)
    expect(later.cards).toMatchObject([{ plan: plan.id, name: '要点.txt', size: new TextEncoder().encode(text).length }])
    expect(passageOf(later.notices.get(plan.id)!, makeTarget({ name: '建设服务站', source: { section: '一1', figure: '20个' } }))).toMatchObject({ certainty: 'section_figure', path: ['一、做好第1类工作', '1.办好这一件'] })
    await later.read('another')
    expect(later.notices.has('another')).toBe(false)
  })

  it('another plan\'s is doubtful, and kept all the same where someone wants it', async () => {
    const shelf = useNoticeShelf()
    const examined = shelf.examine(plan, sourceOf(noticeOfPaste('一、别的事\n1.做好别的工作。')))
    expect(examined).toMatchObject({ isDoubtful: true, fit: { foundFigures: 0 } })
    expect(await shelf.keep(plan.id, examined.source)).toEqual({ ok: true })
    expect(shelf.notices.has(plan.id)).toBe(true)
  })

  it('a new one takes the place of the old one; removed is gone', async () => {
    const shelf = useNoticeShelf()
    await shelf.keep(plan.id, { name: 'a.txt', text, size: 1 })
    await shelf.keep(plan.id, { name: 'b.txt', text: '别的', size: 1 })
    expect(shelf.cards).toMatchObject([{ name: 'b.txt' }])
    expect(shelf.notices.get(plan.id)!.paragraphs).toHaveLength(1)
    expect(await shelf.remove(plan.id)).toEqual({ ok: true })
    expect([shelf.cards, shelf.notices.size]).toEqual([[], 0])
  })

  it('without a database it says why', async () => {
    vi.stubGlobal('indexedDB', undefined)
    const shelf = useNoticeShelf()
    expect(await shelf.keep(plan.id, { name: '', text, size: 1 })).toMatchObject({ ok: false, problem: { code: 'notices_missing' } })
    expect(shelf.problem?.code).toBe('notices_missing')
    expect(await shelf.remove(plan.id)).toMatchObject({ ok: false })
  })
})
