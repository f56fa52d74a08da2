/** A page with nothing but the reading and making of packages, as the app asks for them: for journeys that look at the worker. */
import { packPackage, readPackage } from '../../../src/sync/packageFile'
import type { PackageInput } from '../../../src/sync/packageFile'
import { sha256OfBytes } from '../../../src/domain/hash'

export interface PackageBench {
  /** Longest task of the page so far, in milliseconds. */
  longest: number
  canWork: boolean
  read(file: string, passphrase?: string): Promise<{ code: string, milliseconds: number, count: number }>
  pack(input: PackageInput): Promise<string>
}

declare global {
  interface Window { packages?: PackageBench }
}

const plan = 'test-2020'
const RealWorker = window.Worker
const bench: PackageBench = {
  longest: 0,
  canWork: false,
  async read(file, passphrase) {
    const bytes = new Uint8Array(await (await fetch(file)).arrayBuffer())
    const begun = performance.now()
    const read = await readPackage(file, bytes, { plan, passphrase: passphrase ?? null })
    return { code: read.kind === 'refused' ? read.problem.code : read.kind, milliseconds: performance.now() - begun, count: read.kind === 'read' ? read.lines.events.length : 0 }
  },
  async pack(input) {
    const packed = await packPackage(input)
    return packed.ok ? sha256OfBytes(packed.value.bytes) : packed.problem.code
  },
}
/** Tells whether a worker was really at work. */
window.Worker = class extends RealWorker {
  constructor(...parts: ConstructorParameters<typeof RealWorker>) {
    super(...parts)
    this.addEventListener('message', () => { bench.canWork = true })
  }
}
new PerformanceObserver(list => { for (const { duration } of list.getEntries()) bench.longest = Math.max(bench.longest, duration) }).observe({ type: 'longtask' })
window.packages = bench
