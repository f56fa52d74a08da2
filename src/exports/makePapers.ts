/** One run: the chosen papers of one snapshot, one after another. A format that fails never spoils the others; only calling the run off ends it. */
import type { Problem } from '../domain/problem'
import type { Snapshot } from '../domain/snapshot'
import type { PaperFormat, Tell } from './paper'
import { Cancelled } from './paper'
import { failureText, paperProblem } from './paperFailure'
import { paperName } from './paperName'

export interface MadePaper {
  format: PaperFormat
  name: string
  bytes: Uint8Array
  /** Why a text lies in its place; null: it is the paper. */
  problem: Problem | null
}

/** `number` of `count` formats, and how far it is: pieces of the writer's own counting. */
export interface PaperProgress { format: PaperFormat, number: number, count: number, done: number, total: number }

/** Makes the sealed bytes of one format, wherever that is done. */
export type MakeOne = (format: PaperFormat, tell: Tell) => Promise<Uint8Array>

/** Awaited; throws `Cancelled` when the run was called off. */
export type TellRun = (progress: PaperProgress) => Promise<void>

const told = (error: unknown): { name: string, message: string, code?: string } => {
  if (!(error instanceof Error)) return { name: '', message: String(error) }
  const { name, message, code } = error as Error & { code?: unknown }
  return { name, message, ...(typeof code === 'string' && { code }) }
}

/** All papers in the order of `formats`, failures as texts in their places, and how each came out after each. Rejects only with `Cancelled`. */
export async function makePapers(snapshot: Snapshot, formats: readonly PaperFormat[], make: MakeOne, tell: TellRun, onMade: (paper: MadePaper) => void = () => undefined): Promise<MadePaper[]> {
  const papers: MadePaper[] = []
  for (const [i, format] of formats.entries()) {
    const tellOne: Tell = (done, total) => tell({ format, number: i + 1, count: formats.length, done, total })
    let paper: MadePaper
    try {
      await tellOne(0, 1)
      paper = { format, name: paperName(snapshot, format), bytes: await make(format, tellOne), problem: null }
    } catch (error) {
      if (error instanceof Cancelled) throw error
      const problem = paperProblem(told(error))
      paper = { format, ...failureText(snapshot, format, problem), problem }
    }
    papers.push(paper)
    onMade(paper)
  }
  return papers
}
