// Runs a tool written in TypeScript: `node test/tools/run.mjs <tool> [arguments]` (Node 20 reads no .ts of its own).
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
const [tool, ...rest] = process.argv.slice(2)
const { module } = await runnerImport(fileURLToPath(new URL(`./${tool}.ts`, import.meta.url)), { configFile: false, logLevel: 'error' })
process.exitCode = await module.main(rest)
