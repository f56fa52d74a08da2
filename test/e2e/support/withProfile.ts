/** A profile on disk that outlives its browser: for restarts and crashes. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import type { BrowserContext } from 'playwright-core'
import { expect } from 'vitest'
import { serveDist } from './serveDist.ts'
import { watchFaults } from './watchFaults.ts'
import { addressOf, contextOptions, launchOptions, originsOf, startClockAt } from './withPage.ts'
import type { PageOptions, Visit } from './withPage.ts'

export interface Profile {
  /** Where it lies on this disk; to be touched only while no browser runs on it. */
  readonly folder: string
  /** Starts a browser on the profile, `prepare`s its context and goes to the page. One at a time: `quit` or `kill` the one before. */
  open(options?: PageOptions, prepare?: (context: BrowserContext, address: string) => Promise<void>): Promise<Visit>
  /** Closes the browser in good order. */
  quit(): Promise<void>
  /** Kills the whole browser at once (SIGKILL to its process group), as a power cut would. */
  kill(): Promise<void>
}

function browserPid(folder: string): number {
  const lines = execFileSync('ps', ['-axww', '-o', 'pid=,command='], { encoding: 'utf8' }).split('\n')
  const main = lines.find(line => line.includes(`--user-data-dir=${folder}`) && !line.includes('--type=') && !line.includes('crashpad'))
  if (main === undefined) throw new Error('the browser of this profile is not running')
  return Number.parseInt(main.trim(), 10)
}

/** Runs a journey over several lives of one profile. */
export async function withProfile(journey: (profile: Profile) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-profile-'))
  const site = await serveDist()
  let visit: Visit | undefined
  let pid = 0
  const check = () => { expect(visit?.faults.unexpected() ?? []).toEqual([]) }
  const profile: Profile = {
    folder,
    async open(options = {}, prepare) {
      if (visit !== undefined) throw new Error('the profile is open already')
      const context = await chromium.launchPersistentContext(folder, { ...launchOptions(), ...contextOptions(options), acceptDownloads: true })
      const faults = await watchFaults(context, originsOf(site))
      if (options.now !== undefined) await startClockAt(context, options.now)
      await prepare?.(context, addressOf(site, options.place ?? 'local'))
      const page = context.pages()[0] ?? await context.newPage()
      const url = (hash = '') => addressOf(site, options.place ?? 'local', hash)
      visit = { page, context, site, faults, url }
      // Looked up now, so that a kill falls at its moment.
      pid = browserPid(folder)
      await page.goto(url(options.hash))
      return visit
    },
    async quit() {
      check()
      await visit?.context.close()
      visit = undefined
    },
    async kill() {
      check()
      const closed = new Promise(resolve => { visit?.context.once('close', resolve) })
      process.kill(-pid, 'SIGKILL')
      await closed
      visit = undefined
    },
  }
  try {
    await journey(profile)
    check()
  } finally {
    await visit?.context.close().catch(() => undefined)
    await site.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}
