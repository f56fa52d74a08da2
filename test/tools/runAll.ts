/** `npm test`: every check, each failure in full, and one last line for machines: `N passed, N failed`. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { ensureBrowser } from './browser.ts'
import { artefactsFolder, projectFolder } from './projectFiles.ts'

interface Outcome { passed: number, failures: readonly string[] }

interface Report {
  testResults: readonly { name: string, status: string, message: string, assertionResults: readonly { fullName: string, status: string, failureMessages: readonly string[] | null }[] }[]
}

const isCI = process.env.CI === 'true' || process.env.CI === '1'
const say = (text: string) => { process.stdout.write(`${text}\n`) }

function run(command: string, parts: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<{ code: number, output: string }> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [join(projectFolder, command), ...parts], { cwd: projectFolder, env: { ...process.env, NO_COLOR: '1', ...env } })
    let output = ''
    child.stdout.on('data', (text: Buffer) => { output += text.toString() })
    child.stderr.on('data', (text: Buffer) => { output += text.toString() })
    child.on('close', code => { resolve({ code: code ?? 1, output }) })
  })
}

/** A command that counts as one test. */
const command = (path: string, ...parts: string[]) => async (): Promise<Outcome> => {
  const { code, output } = await run(`node_modules/${path}`, parts)
  return code === 0 ? { passed: 1, failures: [] } : { passed: 0, failures: [output.trim()] }
}

/** A Vitest project; its tests are counted one by one. A test that does not run is a failure. */
async function vitest(project: string, env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const file = join(artefactsFolder, `${project}.json`)
  rmSync(file, { force: true })
  const { code, output } = await run('node_modules/vitest/vitest.mjs', ['run', '--project', project, '--reporter=json', '--reporter=dot', `--outputFile.json=${file}`], env)
  if (!existsSync(file)) return { passed: 0, failures: [output.trim()] }
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  const tests = report.testResults.flatMap(one => one.assertionResults)
  const failures = report.testResults.flatMap(one => [
    ...one.assertionResults.filter(test => test.status !== 'passed').map(test => `${one.name} > ${test.fullName} (${test.status})\n${(test.failureMessages ?? []).join('\n')}`),
    ...(one.status === 'failed' && one.assertionResults.every(test => test.status === 'passed') ? [`${one.name}\n${one.message}`] : []),
  ])
  if (code !== 0 && failures.length === 0) failures.push(output.trim())
  return { passed: tests.filter(test => test.status === 'passed').length, failures }
}

async function realBrowser(): Promise<Outcome> {
  const browser = ensureBrowser()
  if ('path' in browser) return vitest('e2e', { CHROMIUM_PATH: browser.path })
  if (isCI) return { passed: 0, failures: [browser.missing] }
  say(`  did not run: ${browser.missing}`)
  return { passed: 0, failures: [] }
}

// Later issues open papers in LibreOffice; a build machine without it would pass them unseen.
const hasLibreOffice = () => (process.env.PATH ?? '').split(delimiter).some(folder => existsSync(join(folder, 'soffice')))
const libreOffice = async (): Promise<Outcome> => (hasLibreOffice() ? { passed: 1, failures: [] } : { passed: 0, failures: ['soffice is missing: install libreoffice (writer, calc, impress)'] })

async function build(): Promise<Outcome> {
  for (const [path, ...parts] of [['node_modules/vite/bin/vite.js', 'build'], ['node_modules/vite/bin/vite.js', 'build', '--mode', 'snapshot'], ['node_modules/vite/bin/vite.js', 'build', '--mode', 'single'], ['test/tools/run.mjs', 'checkBuild']] as const) {
    const { code, output } = await run(path, parts)
    if (code !== 0) return { passed: 0, failures: [output.trim()] }
    if (path === 'test/tools/run.mjs') say(output.trim())
  }
  return { passed: 1, failures: [] }
}

type Step = readonly [name: string, run: () => Promise<Outcome>]

/** What needs the machine for itself follows what does not: the lanes of a stage run at the same time, the steps of a lane one after the other. */
const stages: readonly (readonly (readonly Step[])[])[] = [
  [
    [
      // The programme of the tests holds all of src too; read once it takes half as long.
      ['types', command('vue-tsc/bin/vue-tsc.js', '--noEmit', '-p', 'test')],
      ['lint', command('oxlint/bin/oxlint', '--deny-warnings', 'src', 'test', 'vite.config.ts')],
      ['unused code', command('knip/bin/knip.js')],
    ],
    [
      ['build', build],
      ['unit, property and architecture tests', () => vitest('unit')],
    ],
  ],
  [[['real-browser tests', realBrowser]]],
  ...(isCI ? [[[['LibreOffice', libreOffice] as Step]]] : []),
]

export async function main(): Promise<number> {
  mkdirSync(artefactsFolder, { recursive: true })
  let passed = 0
  let failed = 0
  async function take([name, step]: Step): Promise<void> {
    const from = performance.now()
    const outcome = await step()
    passed += outcome.passed
    failed += outcome.failures.length
    const seconds = ((performance.now() - from) / 1000).toFixed(0)
    say(`${outcome.failures.length === 0 ? 'ok  ' : 'FAIL'} ${name}: ${outcome.passed} of ${outcome.passed + outcome.failures.length}, ${seconds} s`)
    for (const failure of outcome.failures) say(`\n${stripVTControlCharacters(failure)}\n`)
  }
  for (const lanes of stages) await Promise.all(lanes.map(async lane => { for (const step of lane) await take(step) }))
  say(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}
