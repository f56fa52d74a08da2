/** The watch over every journey really sees what must never happen; and what a browser without the means is told. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { distFolder } from '../tools/projectFiles.ts'
import { withPage } from './support/withPage.ts'

it.each(['local', 'disk'] as const)('sees errors, breaches of the policy and foreign requests from %s', async place => {
  await withPage({ place, hash: '#/plan/jinjiang-2020' }, async ({ page, faults }) => {
    await page.waitForSelector('table')
    expect(faults.unexpected()).toEqual([])
    await page.evaluate(() => {
      console.error('a plain error')
      setTimeout(() => { throw new Error('an uncaught error') })
      const style = document.createElement('style')
      style.textContent = 'body { color: red }'
      const script = document.createElement('script')
      script.textContent = 'window.slipped = true'
      document.head.append(style, script)
      void fetch('http://guatu-elsewhere.test/').catch(() => undefined)
    })
    await expect.poll(() => faults.list.join('\n')).toContain('connect-src')
    await expect.poll(() => faults.list.join('\n')).toContain('an uncaught error')
    for (const part of ['a plain error', 'style-src', 'script-src']) expect(faults.list.join('\n')).toContain(part)
    expect(await page.evaluate(() => 'slipped' in window)).toBe(false)
    for (const part of ['a plain error', 'an uncaught error', 'Content Security Policy', '[policy]', 'guatu-elsewhere.test']) faults.expect(part)
  })
})

it.each(['local', 'disk'] as const)('a browser that is too old gets one sentence, not a blank page, from %s', async place => {
  await withPage({ place }, async ({ page, context, faults, url }) => {
    faults.expect('Object.hasOwn is not a function')
    await context.addInitScript(() => { Object.defineProperty(Object, 'hasOwn', { value: undefined }) })
    const old = await context.newPage()
    await old.goto(url())
    expect(await old.locator('#old').isVisible()).toBe(true)
    expect(await page.locator('#old').isVisible()).toBe(false)
  })
})

it.each(['light', 'dark'] as const)('%s is set before the first paint', async theme => {
  await withPage({}, async ({ context, url, page }) => {
    await page.evaluate(one => { localStorage.setItem('guatu.theme', one) }, theme)
    const second = await context.newPage()
    // The modules never arrive: what is set then was set by the early script alone.
    await second.route('**/assets/**', route => route.fulfill({ body: '', contentType: 'text/javascript' }))
    await second.goto(url())
    expect(await second.evaluate(() => document.documentElement.dataset.theme)).toBe(theme)
  })
})

it('the single file carries hashes instead of self, and asks for nothing', () => {
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(readFileSync(join(distFolder, 'guatu.html'), 'utf8'))?.[1] ?? ''
  expect(policy).toMatch(/script-src 'sha256-[^;]+; style-src 'sha256-/)
  expect(policy).not.toMatch(/(?:script|style|connect)-src[^;]*'(?:self|unsafe)/)
})
