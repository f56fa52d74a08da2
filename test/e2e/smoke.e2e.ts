/** The built app opens from each of its places, at each size, with no error behind its back. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataFolder } from '../tools/projectFiles.ts'
import { takePicture, withPage } from './support/withPage.ts'
import type { Place } from './support/withPage.ts'
import { withProfile } from './support/withProfile.ts'

const { plans } = JSON.parse(readFileSync(join(dataFolder, 'index.json'), 'utf8')) as { plans: { id: string, area: string }[] }
/** Every size from the server at hand; one each where only the place differs. */
const places: readonly [Place, readonly ('desk' | 'phone' | 'wall')[]][] = [['local', ['desk', 'phone', 'wall']], ['host', ['phone']], ['disk', ['desk']]]

describe.each(places)('from %s', (place, sizes) => {
  it.each(sizes)('opens every plan at the size of a %s', async size => {
    await withPage({ place, size, hash: `#/plan/${plans[0]!.id}` }, async ({ page, url }) => {
      for (const { id, area } of plans) {
        // A page of its own each, not a change of the plan.
        if (id !== plans[0]!.id) {
          await page.goto('about:blank')
          await page.goto(url(`#/plan/${id}`))
        }
        await page.waitForFunction(name => document.querySelector('#app')?.textContent.includes(name), area)
        expect(await page.evaluate(() => window.isSecureContext)).toBe(place !== 'host')
        if (place === 'local') await takePicture(page, `${id}-${size}`)
      }
    })
  })
})

it('keeps a profile over a crash', async () => {
  await withProfile(async profile => {
    const first = await profile.open()
    await first.page.evaluate(() => { localStorage.setItem('probe', '1') })
    await profile.quit()
    const second = await profile.open()
    expect(await second.page.evaluate(() => localStorage.getItem('probe'))).toBe('1')
    await profile.kill()
    const third = await profile.open()
    expect(await third.page.evaluate(() => localStorage.getItem('probe'))).toBe('1')
  })
})
