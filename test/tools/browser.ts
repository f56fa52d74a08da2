/** Finds a Chromium, or installs one where that is allowed; says in one line what to do where it is not. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir, platform } from 'node:os'
import { join } from 'node:path'
import { projectFolder } from './projectFiles.ts'

const usualPlaces: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/snap/bin/chromium', '/usr/bin/microsoft-edge'],
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  win32: [
    join(process.env.PROGRAMFILES ?? 'C:\\Program Files', 'Google\\Chrome\\Application\\chrome.exe'),
    join(process.env['PROGRAMFILES(X86)'] ?? 'C:\\Program Files (x86)', 'Microsoft\\Edge\\Application\\msedge.exe'),
    join(process.env.LOCALAPPDATA ?? homedir(), 'Google\\Chrome\\Application\\chrome.exe'),
  ],
}

const playwrightCaches: Partial<Record<NodeJS.Platform, string>> = {
  linux: join(homedir(), '.cache/ms-playwright'),
  darwin: join(homedir(), 'Library/Caches/ms-playwright'),
  win32: join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
}

const insideCache = ['chrome-linux64/chrome', 'chrome-linux/chrome', 'chrome-mac/Chromium.app/Contents/MacOS/Chromium', 'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing', 'chrome-win64/chrome.exe', 'chrome-win/chrome.exe']

function fromPlaywright(): string | undefined {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? playwrightCaches[platform()]
  if (cache === undefined || !existsSync(cache)) return undefined
  const versions = readdirSync(cache).filter(name => /^chromium-\d+$/.test(name)).sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
  return versions.flatMap(version => insideCache.map(path => join(cache, version, path))).find(existsSync)
}

/** The path of a Chromium: CHROMIUM_PATH, the usual places, Playwright's cache; undefined where there is none. */
export function findChromium(): string | undefined {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined
  return usualPlaces[platform()]?.find(existsSync) ?? fromPlaywright()
}

const run = (command: string, parts: readonly string[]) => spawnSync(command, parts, { cwd: projectFolder, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0
const isDebianRoot = () => platform() === 'linux' && existsSync('/etc/debian_version') && process.getuid?.() === 0

function hasChineseFont(): boolean {
  const listed = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.trim() !== ''
}

/** A Chromium that can show Chinese, installed where needed and possible. */
export function ensureBrowser(): { path: string } | { missing: string } {
  const found = findChromium()
  if (isDebianRoot() && (found === undefined || !hasChineseFont())) {
    const wanted = [...(found === undefined ? ['chromium'] : []), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])]
    if (run('apt-get', ['update', '-qq'])) run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted])
  } else if (found === undefined) {
    run(process.execPath, [join(projectFolder, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'])
  }
  const path = findChromium()
  return path === undefined ? { missing: 'no Chromium found: install one and name it in CHROMIUM_PATH' } : { path }
}
