/** A page of the built app in Chromium, from any of the three places it must run: a web server, plain http on a host name, a file. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContext, LaunchOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { findChromium } from '../../tools/browser.ts'
import { artefactsFolder, distFolder } from '../../tools/projectFiles.ts'
import { serveDist } from './serveDist.ts'
import type { Site } from './serveDist.ts'
import { watchFaults } from './watchFaults.ts'
import type { Faults } from './watchFaults.ts'

/** `local`: 127.0.0.1, a secure context. `host`: plain http on a host name, no secure context. `disk`: dist/guatu.html from file://. */
export type Place = 'local' | 'host' | 'disk'

export const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 }, wall: { width: 1920, height: 1080 } } as const

export interface PageOptions {
  place?: Place
  /** The part of the address after the page: `#/plan/jinjiang-2020?at=2020-06-30`. */
  hash?: string
  size?: keyof typeof sizes
  dark?: boolean
  /** The language chosen before; Chinese where none was. */
  language?: 'en'
  /** The browser's clock starts at this moment and runs on, such as `2020-07-02T09:00:00+08:00`. */
  now?: string
  /** Lets the page keep itself for times without a network. Elsewhere its worker would only copy the build once more for every visit. */
  keepsItself?: boolean
}

export interface Visit {
  page: Page
  context: BrowserContext
  site: Site
  faults: Faults
  /** The address of a hash at this visit's place. */
  url(hash?: string): string
}

/**
 * The first two: every window of a headless Chromium draws two pages of its own for an address bar that nobody sees, which is more than half of what a
 * visit costs. From the fourth on it is Playwright's list, as far as it matters here: of two flags of this name the later counts alone.
 */
const disabledFeatures = [
  'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'SpareRendererForSitePerProcess',
  'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades', 'HttpsFirstBalancedModeAutoEnable', 'MediaRouter', 'PaintHolding', 'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints', 'NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch',
]

export const launchOptions = (): LaunchOptions => {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('no Chromium found: install one and name it in CHROMIUM_PATH')
  return {
    executablePath,
    args: [
      '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run',
      '--host-resolver-rules=MAP guatu.test 127.0.0.1', '--lang=zh-CN', '--font-render-hinting=none', `--disable-features=${disabledFeatures.join(',')}`,
    ],
  }
}

export const addressOf = (site: Site, place: Place, hash = ''): string =>
  (place === 'disk' ? pathToFileURL(join(distFolder, 'guatu.html')).href : `http://${place === 'host' ? 'guatu.test' : '127.0.0.1'}:${site.port}/`) + hash

export const originsOf = (site: Site): string[] => [`http://127.0.0.1:${site.port}/`, `http://guatu.test:${site.port}/`, pathToFileURL(join(distFolder, 'guatu.html')).href]

/** The day and hour for the pages of a context. The clock runs on: Vue ignores events that seem as old as their listeners. */
export async function startClockAt(context: BrowserContext, moment: string): Promise<void> {
  await context.addInitScript(from => {
    const RealDate = Date
    const ahead = from - RealDate.now()
    class ShiftedDate extends RealDate {
      constructor(...parts: [] | [number | string]) { super(...(parts.length === 0 ? [RealDate.now() + ahead] : parts) as [number]) }
      static override now(): number { return RealDate.now() + ahead }
    }
    Object.assign(window, { Date: ShiftedDate })
  }, Date.parse(moment))
}

let shared: Promise<[Browser, Site]> | undefined

// One browser and one server for all files of a worker, which ends both; every visit gets a fresh context, which is an empty profile.
async function sharedBrowser(): Promise<[Browser, Site]> {
  // A browser that crashed fails one test, not all that follow.
  if (shared !== undefined && !await shared.then(([browser]) => browser.isConnected(), () => false)) shared = undefined
  return await (shared ??= Promise.all([chromium.launch(launchOptions()), serveDist()]))
}

/** Runs a journey on a fresh profile and fails if anything went wrong behind its back. */
export async function withPage(options: PageOptions, journey: (visit: Visit) => Promise<void>): Promise<void> {
  const [browser, site] = await sharedBrowser()
  const context = await browser.newContext({ ...contextOptions(options), acceptDownloads: true })
  const faults = await watchFaults(context, originsOf(site))
  const url = (hash = '') => addressOf(site, options.place ?? 'local', hash)
  try {
    if (options.now !== undefined) await startClockAt(context, options.now)
    if (options.language !== undefined) await context.addInitScript(to => { if (location.protocol !== 'about:') localStorage.setItem('guatu.language', to) }, options.language)
    const page = await context.newPage()
    await page.goto(url(options.hash))
    await journey({ page, context, site, faults, url })
    expect(faults.unexpected()).toEqual([])
  } finally {
    await context.close()
  }
}

export const contextOptions = ({ size = 'desk', dark = false, keepsItself = false }: PageOptions) => ({
  serviceWorkers: keepsItself ? 'allow' as const : 'block' as const,
  viewport: sizes[size], locale: 'zh-CN', timezoneId: 'Asia/Shanghai', colorScheme: dark ? 'dark' as const : 'light' as const,
  ...(size === 'phone' && { hasTouch: true, isMobile: true, deviceScaleFactor: 2 }),
})

/** A picture for people to look at, in artefacts/ (outside git). */
export async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(artefactsFolder, { recursive: true })
  await page.screenshot({ path: join(artefactsFolder, `${name}.png`) })
}
