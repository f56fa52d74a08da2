/** The snapshot or file that is looked at, and what verifying it against the ledger found. Made anew when the ledger grows. */
import { ref, shallowRef } from 'vue'
import type { Problem } from '../../domain/problem'
import type { BoardFile, ReviewFilter, Seal, Snapshot } from '../../domain/snapshot'
import { codeOf } from '../../domain/snapshot'
import type { BoardDifference } from '../../domain/snapshotFile'
import type { Present, Verification } from '../../domain/verifySnapshot'
import type { OpenedPaper } from '../../exports/readPaper'
import { useSnapshots } from '../../stores/snapshots'

/** A `board.json` held against the ledger: under which filter it fits, or where it differs. */
export interface BoardCheck { board: BoardFile, review: ReviewFilter | null, differences: readonly BoardDifference[] }

export interface Subject {
  /** Null: it is not a file, but kept on this device. */
  file: { name: string, edited: OpenedPaper['edited'] } | null
  seal: Seal | null
  fingerprint: string
  snapshot: Snapshot | null
  verification: Verification | null
  board: BoardCheck | null
}

const partMissing: Problem = { code: 'paper_part_missing', why: '核对的部分没有加载成（没有网络，或服务器换了版本）', fix: '刷新页面再试' }
const noPlan: Problem = { code: 'paper_no_plan', why: '没有打开计划，不能核对', fix: '先打开一个计划' }

export function useSubject() {
  const shelf = useSnapshots()
  const subject = shallowRef<Subject | null>(null)
  const problems = shallowRef<{ of: string, list: readonly Problem[] } | null>(null)
  const isBusy = ref(false)
  let turn = 0

  /** The latest question alone is answered. */
  async function answer(of: string, question: () => Promise<Subject | readonly Problem[]>): Promise<void> {
    const mine = ++turn
    isBusy.value = true
    let found: Subject | readonly Problem[]
    try {
      found = await question()
    } catch {
      found = [partMissing]
    }
    if (mine !== turn) return
    isBusy.value = false
    subject.value = 'seal' in found ? found : null
    problems.value = 'seal' in found ? null : { of, list: found }
  }

  const cardOf = (fingerprint: string) => shelf.cards.find(card => card.fingerprint === fingerprint)

  async function verified(seal: Seal, fingerprint: string, snapshot: Snapshot | null, present: Present): Promise<Verification> {
    const { verifySeal } = await import('../../domain/verifySnapshot')
    return verifySeal({ seal, fingerprint, whole: snapshot }, present, cardOf(fingerprint)?.seal ?? null)
  }

  const openKept = (fingerprint: string): Promise<void> => answer(codeOf(fingerprint), async () => {
    const [read, present] = [await shelf.read(fingerprint), await shelf.present()]
    if (!read.ok) return [read.problem]
    if (present === null) return [noPlan]
    const { seal } = read.value
    return { file: null, seal, fingerprint, snapshot: read.value, verification: await verified(seal, fingerprint, read.value, present), board: null }
  })

  async function checkedBoard(board: BoardFile, present: Present): Promise<BoardCheck> {
    const [{ boardFilter }, { sealedBoard }, { boardDifferences }] = await Promise.all([import('../../domain/verifySnapshot'), import('../../domain/snapshot'), import('../../domain/snapshotFile')])
    const review = boardFilter(board, present)
    return { board, review, differences: review !== null ? [] : boardDifferences(sealedBoard(present.plan, present.events, { asOf: board.asOf, knownAt: board.knownAt, review: 'all', demo: present.demo }), board) }
  }

  const openFile = (file: File): Promise<void> => answer(file.name, async () => {
    const read = await (await import('./openPaper')).openPaper(file)
    if (!read.ok) return read.problems
    const present = await shelf.present()
    if (present === null) return [noPlan]
    const { seal, fingerprint, edited, board } = read.paper
    const own = { name: file.name, edited }
    if (seal === null) return { file: own, seal, fingerprint, snapshot: null, verification: null, board: await checkedBoard(board!, present) }
    const kept = read.paper.snapshot === null && cardOf(fingerprint) !== undefined ? await shelf.read(fingerprint) : null
    const snapshot = read.paper.snapshot ?? (kept?.ok === true ? kept.value : null)
    return { file: own, seal, fingerprint, snapshot, verification: await verified(seal, fingerprint, snapshot, present), board: null }
  })

  function forget(): void {
    turn += 1
    isBusy.value = false
    subject.value = null
    problems.value = null
  }
  return { subject, problems, isBusy, openKept, openFile, forget }
}
