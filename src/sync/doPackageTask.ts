/** The heavy work on packages, done alike in the worker and, where none starts, on the page. */
import { parseLines } from '../domain/lines'
import { contentOf, partsOf } from './packageManifest'
import { PackageRefusal } from './packageProblems'
import type { PackageAnswer, PackageTask } from './packageTalk'
import { linesLimit, packedLimit, readZip, writeZip } from './packageZip'

/** A file of the shared folder begins with a line about itself, which is no event. */
const segmentHead = /^\uFEFF?\{"guatu":"segment\/1"[^\n]*(?:\n|$)/

function linesOf(bytes: Uint8Array, plan: string): PackageAnswer {
  if (bytes.length > linesLimit) throw new PackageRefusal('package_too_large')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new PackageRefusal('package_not')
  }
  const lines = parseLines(text.replace(segmentHead, ''), plan, { verifyHash: true })
  return lines.refused === null ? { kind: 'lines', lines } : { kind: 'refused', problem: lines.refused }
}

/** Never throws. `onSafe`: the file was unpacked within its limits, what follows is bounded by them. */
export function doPackageTask(task: PackageTask, onSafe: () => void = () => undefined): PackageAnswer {
  try {
    if (task.kind === 'lines') return linesOf(task.bytes, task.plan)
    if (task.kind === 'read') {
      const parts = readZip(task.bytes)
      onSafe()
      return { kind: 'read', content: contentOf(parts, task.plan) }
    }
    const { manifest, parts } = partsOf(task.input)
    const tooLarge = parts.reduce((sum, part) => sum + part.bytes.length, 0) > packedLimit || parts.some(part => part.name.endsWith('.jsonl') && part.bytes.length > linesLimit)
    if (tooLarge || parts.length > 2000) throw new PackageRefusal('package_too_large')
    return { kind: 'packed', bytes: writeZip(parts), manifest }
  } catch (error) {
    return error instanceof PackageRefusal ? { kind: 'refused', problem: error.problem } : { kind: 'failed' }
  }
}
