/** A page with nothing but the ledger's own code, for tests that need it in real tabs at full speed. */
import { openLedger } from '../../src/ledger/openLedger'

export interface LedgerPage {
  /** Opens the ledger of a plan and keeps it for the calls below. */
  open(plan: string): Promise<string>
  /** So many entries, one after the other; gives the hashes of those that were said to be saved. */
  save(count: number, from: number): Promise<string[]>
  lines(): Promise<string>
}

let opened: Awaited<ReturnType<typeof openLedger>>

const page: LedgerPage = {
  async open(plan) {
    opened = await openLedger({ plan, workspace: 'real' })
    return opened.kind
  },
  async save(count, from) {
    const saved: string[] = []
    if (opened.kind !== 'ready') return saved
    for (let i = 0; i < count; i++) {
      const answer = await opened.ledger.append([{ type: 'report', at: '2020-06-30', data: { target: '2.1-2', area: '350582001', value: from + i } }], { unit: 'yanglao' })
      if (answer.ok) saved.push(answer.events[0]!.hash)
    }
    return saved
  },
  async lines() {
    if (opened.kind !== 'ready') return ''
    await opened.ledger.refresh()
    return opened.ledger.serialize()
  },
}
Object.assign(window, { ledgerPage: page })
