/**
 * `npm run torture [-- --seed N] [--only WORD]`: the long version of every test that tells a figure, one file after the other, and the table of
 * figures in docs/torture.md. Files join by calling `recordFigure`. With --only the page in docs stays as it is.
 */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { runLedgerToBoard } from '../bench/ledgerRun.ts'
import { median, ratioOf } from '../bench/rounds.ts'
import about from '../../package.json' with { type: 'json' }
import { ensureBrowser } from './browser.ts'
import { recordFigure } from './figures.ts'
import type { Figure } from './figures.ts'
import { artefactsFolder, distFolder, filesBelow, projectFolder } from './projectFiles.ts'

/** What the product promises (issue 8, reliability.md 7), and the ids of the figures that answer it. */
const promises: readonly (readonly [what: string, ids: RegExp])[] = [
  ['replicas converge', /^convergence$/], ['merge is a set union', /^merge$/], ['clocks', /^clock$/], ['fold, Node and Chromium', /^fold$/], ['kill -9 after 已存', /^kills$/], ['已存 after strict', /^strict$/],
  ['two tabs', /^tabs$/], ['quota', /^quota$/], ['schemas', /^schemas$/], ['upgrade beside an old tab', /^upgrade$/], ['database damage', /^damage/], ['recovery', /^recover/],
  ['bit flips in a package', /^package-bits$/], ['passphrase and cipher', /^package-cipher$/], ['tampered chains', /^tamper/], ['hostile JSON', /json/], ['hostile zip', /zip|package-hostile/],
  ['transports', /transport/], ['XSS', /xss/], ['places', /place/], ['five offices, a month', /month|office/], ['scale', /^scale$/],
]

const say = (text: string) => { process.stdout.write(`${text}\n`) }
const figuresFolder = join(artefactsFolder, 'figures')

function run(parts: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<{ code: number, output: string }> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, parts, { cwd: projectFolder, env: { ...process.env, NO_COLOR: '1', ...env } })
    let output = ''
    child.stdout.on('data', (text: Buffer) => { output += text.toString() })
    child.stderr.on('data', (text: Buffer) => { output += text.toString() })
    child.on('close', code => { resolve({ code: code ?? 1, output: stripVTControlCharacters(output).trim() }) })
  })
}

/** Tests drive what is built: built anew where anything that it is made from is younger. */
async function buildIfNeeded(): Promise<string | null> {
  const made = ['index.html', 'snapshot.html', 'guatu.html'].map(name => join(distFolder, name))
  const sources = ['src', 'data'].flatMap(folder => filesBelow(join(projectFolder, folder)).map(file => join(projectFolder, folder, file)))
  const youngest = Math.max(...[...sources, 'index.html', 'vite.config.ts', 'package.json'].map(file => statSync(file).mtimeMs))
  if (made.every(file => existsSync(file) && statSync(file).mtimeMs >= youngest)) return null
  for (const mode of [[], ['--mode', 'snapshot'], ['--mode', 'single']]) {
    const { code, output } = await run(['node_modules/vite/bin/vite.js', 'build', ...mode])
    if (code !== 0) return output
  }
  return null
}

/** Every test file that tells a figure; units first. */
function figureFiles(only: string | undefined): string[] {
  return filesBelow(join(projectFolder, 'test')).filter(file => /\.(?:test|e2e)\.ts$/.test(file) && /recordFigure\(|transportContract\(/.test(readFileSync(join(projectFolder, 'test', file), 'utf8')))
    .filter(file => only === undefined || file.includes(only)).sort((a, b) => Number(a.endsWith('.e2e.ts')) - Number(b.endsWith('.e2e.ts')))
}

/** Time is never asserted in the tests: replay and fold are measured here. */
async function measureScale(): Promise<boolean> {
  const { stored, events } = await runLedgerToBoard(5)
  const seconds = median(stored.ours) / 1000
  recordFigure({ id: 'scale', name: `replay and fold of ${events} events to the board, in Node; against JSON.parse of the same lines`, value: `${seconds.toFixed(2)} s; ratio ${ratioOf(stored).toFixed(2)}`, goal: '≤ 8 s' })
  return seconds <= 8
}

function readFigures(): Figure[] {
  if (!existsSync(figuresFolder)) return []
  return readdirSync(figuresFolder).filter(name => name.endsWith('.json')).sort().map(name => JSON.parse(readFileSync(join(figuresFolder, name), 'utf8')) as Figure)
}

interface Told { seed: number, seconds: number, chromium: string, failed: readonly string[], figures: readonly Figure[], missing: readonly string[] }

function pageOf({ seed, seconds, chromium, failed, figures, missing }: Told): string {
  const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
  const order = (figure: Figure) => { const at = promises.findIndex(([, ids]) => ids.test(figure.id)); return at < 0 ? promises.length : at }
  const rows = [...figures].sort((a, b) => order(a) - order(b)).map(({ name, value, goal }) => `| ${cell(name)} | ${cell(value)} | ${cell(goal)} |`)
  return [
    '# Torture: the last long run', '',
    '`npm run torture` runs the long version of every test that tells a figure, and writes this page. A figure stands here only if its test passed.', '',
    `- Version ${about.version}, ${new Date().toISOString().slice(0, 10)}, seed ${seed}, ${Math.ceil(seconds / 60)} minutes.`,
    `- ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB; Node ${process.versions.node}, ${chromium}.`,
    ...(failed.length > 0 ? [`- Failed: ${failed.join(', ')}.`] : []), '',
    '| figure | value | goal |', '|---|---|---|', ...rows, ...missing.map(what => `| ${what} | 未量 | |`), '',
  ].join('\n')
}

export async function main(rest: readonly string[]): Promise<number> {
  const after = (name: string) => { const at = rest.indexOf(name); return at < 0 ? undefined : rest[at + 1] }
  const only = after('--only')
  const seed = Number(after('--seed') ?? Date.now() % 2 ** 31)
  if (!Number.isSafeInteger(seed)) throw new Error('--seed takes a whole number')
  const browser = ensureBrowser()
  if ('missing' in browser) throw new Error(browser.missing)
  const from = performance.now()
  say(`seed ${seed}`)
  const wrong = await buildIfNeeded()
  if (wrong !== null) { say(wrong); return 1 }
  rmSync(figuresFolder, { recursive: true, force: true })
  const failed: string[] = []
  const chromium = execFileSync(browser.path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  /** Written after every file: a run that is cut off leaves what it has found, and says what it has not. */
  function tell(): { page: string, missing: readonly string[] } {
    const figures = readFigures()
    const missing = only === undefined ? promises.filter(([, ids]) => !figures.some(figure => ids.test(figure.id))).map(([what]) => what) : []
    const page = pageOf({ seed, seconds: (performance.now() - from) / 1000, chromium, failed, figures, missing })
    if (only === undefined) writeFileSync(join(projectFolder, 'docs/torture.md'), page)
    return { page, missing }
  }
  if (only === undefined && !await measureScale()) failed.push('scale')
  for (const file of figureFiles(only)) {
    const began = performance.now()
    const project = file.endsWith('.e2e.ts') ? 'e2e' : 'unit'
    const { code, output } = await run(
      ['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--retry=0', '--testTimeout=1800000', '--hookTimeout=600000', `test/${file}`],
      { GUATU_TORTURE: '1', GUATU_SEED: String(seed), CHROMIUM_PATH: browser.path },
    )
    if (code !== 0) failed.push(`test/${file}`)
    say(`${code === 0 ? 'ok  ' : 'FAIL'} test/${file}, ${((performance.now() - began) / 1000).toFixed(0)} s`)
    if (code !== 0) say(`\n${output}\n`)
    tell()
  }
  const { page, missing } = tell()
  say(`\n${page}`)
  return failed.length + missing.length === 0 ? 0 : 1
}
