// Runs a tool written in TypeScript: `node test/tools/run.mjs <tool> [arguments]` (Node 20 reads no .ts of its own).
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
const [tool, ...rest] = process.argv.slice(2)
// Vite's runner takes itself for a dev server and says so in NODE_ENV; builds that a tool starts must not inherit that.
const mode = process.env.NODE_ENV
const { module } = await runnerImport(fileURLToPath(new URL(`./${tool}.ts`, import.meta.url)), { configFile: false, logLevel: 'error' })
if (mode === undefined) delete process.env.NODE_ENV
else process.env.NODE_ENV = mode
process.exitCode = await module.main(rest)
