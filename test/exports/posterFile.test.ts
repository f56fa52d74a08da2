/** The poster's HTML: complete in itself, under a strict policy, one page of A3 or as many as there must be. */
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { viewOf } from '../../src/domain/snapshot.ts'
import { Cancelled, plainChoice, tellNobody } from '../../src/exports/paper.ts'
import { factsOf } from '../../src/exports/paperFacts.ts'
import { posterOf, posterOn, posterPages } from '../../src/exports/posterFile.ts'
import { demoSnapshot } from './makers.ts'
import { textsOf } from './xmlText.ts'

const views = { small: viewOf(demoSnapshot('quanzhou-tsz-2023')), large: viewOf(demoSnapshot('xiamen-2022')) }
const htmlOf = async (writer = posterOf, view = views.small) => new TextDecoder().decode(await writer(view, plainChoice, tellNobody))

describe('the poster', () => {
  it('is complete in itself: no script, no address, its one style allowed by hash', async () => {
    const html = await htmlOf()
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)![1]!
    const style = /<style>([^]*?)<\/style>/.exec(html)![1]!
    expect(policy).toBe(`default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; img-src data:; base-uri 'none'; form-action 'none'`)
    expect(html).not.toMatch(/<script|<img|<iframe|\son\w+=|\sstyle=|url\(/)
    expect(html.replace('http://www.w3.org/2000/svg', '').match(/https?:\/\/(?!www\.w3\.org\/2000\/svg)[^"]*/)).toBeNull()
  })

  it('is A3 landscape by default, and A1 or A0 where chosen', async () => {
    expect(await htmlOf()).toContain('@page{size:420mm 297mm;margin:0}')
    const large = await htmlOf(posterOn('A1'), views.large)
    expect(large).toContain('@page{size:841mm 594mm;margin:0}')
    expect(large.match(/<svg /g)).toHaveLength(1)
    expect(await htmlOf(posterOn('A0'))).toContain('@page{size:1189mm 841mm;margin:0}')
  })

  it('counts its pages as it writes them, and numbers each', async () => {
    const html = await htmlOf(posterOf, views.large)
    const pages = posterPages(factsOf(views.large))
    expect(html.match(/<section class="sheet">/g)).toHaveLength(pages)
    const texts = textsOf(html)
    for (let page = 1; page <= pages; page += 1) expect(texts.filter(text => text.endsWith(`第 ${page} 页，共 ${pages} 页`))).toHaveLength(1)
    expect(texts.filter(text => text === '厦门市2022年民政工作要点挂图')).toHaveLength(pages)
    expect(texts.filter(text => text.startsWith('校验码'))).toHaveLength(pages)
    expect(texts.filter(text => text === '演示数据，非真实进度')).toHaveLength(pages)
  })

  it('tells how far it is and stops when called off', async () => {
    const told: string[] = []
    await posterOf(views.large, plainChoice, (done, total) => { told.push(`${done}/${total}`); return Promise.resolve() })
    expect(told).toEqual(['0/2', '1/2', '2/2'])
    await expect(posterOf(views.large, plainChoice, () => Promise.reject(new Cancelled()))).rejects.toThrow(Cancelled)
  })

  it('the same snapshot gives the same bytes', async () => {
    expect(await htmlOf()).toBe(await htmlOf(posterOf, viewOf(demoSnapshot('quanzhou-tsz-2023'))))
  })
})
