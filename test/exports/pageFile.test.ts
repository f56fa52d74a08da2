/** The one HTML file: what is put into the page comes out of it again, whatever the texts hold, and nothing in it can act as markup. */
import { describe, expect, it } from 'vitest'
import { islandOf, isPageTemplate, pageOf } from '../../src/exports/pageFile.ts'
import { unpackedSnapshot } from '../../src/exports/pagePacking.ts'
import { freeze } from '../../src/domain/snapshot.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import { canonicalJson, sha256Hex } from '../../src/domain/hash.ts'
import { readSnapshot, snapshotText } from '../../src/domain/snapshotFile.ts'
import { demoSnapshot, emptySnapshot, hostileNames, longSnapshot } from './makers.ts'

const template = '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><script>window.first = "$& </scr" + "ipt>"</script></head><body><div id="app"></div><script type="application/json" id="snapshot-data">null</script>\n  </body></html>'
const made = async (snapshot: Snapshot, isShareSafe = false) => new TextDecoder().decode(await pageOf(template, snapshot, isShareSafe))
async function opened(page: string) {
  const text = await unpackedSnapshot(islandOf(page) ?? '')
  return text === null ? null : readSnapshot(text)
}
const attacks = ['</script><script>window.attacked = 1</script>', '<!-- <script> -->', '$& $1 $` $\'', 'a\u2028b\u2029c', ...hostileNames]

describe('the one HTML file', () => {
  it('holds the snapshot whole: the same text goes in and comes out', async () => {
    const snapshot = demoSnapshot()
    const read = await opened(await made(snapshot))
    expect(read?.ok).toBe(true)
    if (read?.ok !== true) return
    expect(read.snapshot.fingerprint).toBe(snapshot.fingerprint)
    expect(snapshotText(read.snapshot) === snapshotText(snapshot)).toBe(true)
  })

  it('leaves the page around the island as it is', async () => {
    const page = await made(demoSnapshot())
    const [before, after] = template.split('null</script>')
    expect(page.startsWith(before!)).toBe(true)
    expect(page.endsWith(`</script>${after!}`)).toBe(true)
    expect(isPageTemplate(page)).toBe(false)
  })

  it.each(attacks)('lets %j be nothing but text', async name => {
    const { plan, seal } = emptySnapshot()
    const page = await made(freeze({ plan, events: [], demo: false }, { ...seal, name, madeBy: { unit: name } }))
    const island = islandOf(page)!
    expect(/[<>&\u2028\u2029]/.test(island)).toBe(false)
    expect(page.match(/<\/?script/g)?.length).toBe(template.match(/<\/?script/g)!.length)
    const read = await opened(page)
    expect(read?.ok === true ? [read.snapshot.seal.name, read.snapshot.seal.madeBy.unit] : read).toEqual([name, name])
  })

  it('takes the hostile names and notes of a long plan', async () => {
    const snapshot = longSnapshot({ targets: 40, areas: 12 })
    // The border refuses such a plan; the page would carry it unharmed all the same.
    const { planFile, ledger, board } = JSON.parse(await unpackedSnapshot(islandOf(await made(snapshot))!) ?? 'null') as { planFile: unknown, ledger: unknown, board: unknown }
    expect([planFile, ledger, board].map(one => sha256Hex(canonicalJson(one)))).toEqual([snapshot.plan, snapshot.events, snapshot.board].map(one => sha256Hex(canonicalJson(one))))
  })

  it('keeps the seal readable without unpacking', async () => {
    const snapshot = demoSnapshot()
    expect(JSON.parse(islandOf(await made(snapshot))!)).toMatchObject({ ...snapshot.seal, fingerprint: snapshot.fingerprint })
  })

  it('opens a snapshot longer than any plan: a ledger of years is 20 million characters', () => {
    expect(readSnapshot(snapshotText(emptySnapshot()) + ' '.repeat(21_000_000)).ok).toBe(true)
    const read = readSnapshot(' '.repeat(85_000_000))
    expect(read.ok ? null : read.problems[0]!.code).toBe('file_too_large')
  })

  it('refuses a page that has no place for it', async () => {
    await expect(pageOf('<!doctype html><title>登录</title>', demoSnapshot(), false)).rejects.toThrow('no empty place')
  })

  it('a name, a value, an entry that was altered is told by its field; what is no longer readable is told too', async () => {
    const snapshot = demoSnapshot()
    const page = await made(snapshot)
    const problemsOf = async (text: string) => { const read = await opened(text); return read === null ? null : read.ok ? [] : read.problems.map(one => one.path) }
    expect(await problemsOf(page.replace('第4次调度会', '第5次调度会'))).toEqual(['fingerprint'])
    const [cell, ...others] = snapshot.board.cells
    expect(await problemsOf(await made({ ...snapshot, board: { ...snapshot.board, cells: [{ ...cell!, value: 9999 }, ...others] } }))).toEqual([`cells[${cell!.target} ${cell!.area}].value`])
    expect(await problemsOf(await made({ ...snapshot, events: snapshot.events.map((event, i) => (i === 7 ? { ...event, at: '2020-01-02' } : event)) }))).toContain('ledger[7]')
    expect(await problemsOf(page.replace(/"packed":"(.{40})/, '"packed":"$1AAAA'))).toBe(null)
    expect(await problemsOf(template)).toBe(null)
  })
})
