/** 送出: what would go, making the package, and the receipts of those that went. */
import { computed, ref, shallowRef } from 'vue'
import type { Ref } from 'vue'
import type { Said, ScopeChoice, ScopeKey, SendAsk, SentRow } from '../../components/exchange/exchangeModel'
import { useExchangeWords } from '../../components/exchange/useExchangeWords'
import { useMessages } from '../../components/messages'
import { saveBlob } from '../../components/saveFile'
import type { Problem } from '../../domain/problem'
import { useEvidence } from '../../stores/evidence'
import { useIdentity } from '../../stores/identity'
import { usePackages } from '../../stores/packages'
import type { SentPackage } from '../../stores/packages'
import { useWorkspace } from '../../stores/workspace'
import { momentText } from '../collect/incomingPage'
import { sizeText } from '../papers/paperLists'

const bareCode = /^\s*[0-9a-z]{5}[\s-]*[0-9a-z]{5}\s*$/i

export function useSending(ask: () => Promise<boolean>) {
  const workspace = useWorkspace()
  const packages = usePackages()
  const evidence = useEvidence()
  const who = useIdentity()
  const messages = useMessages()
  const words = useExchangeWords()
  const picked: Ref<ScopeKey | null> = ref(null)
  const isBusy = ref(false)
  const said = shallowRef<readonly Said[]>([])
  const receiptSaid = shallowRef<Said | null>(null)

  const when = (instant: string): string => momentText(messages.value, Date.parse(instant))
  const unitName = (unit: string | null): string => (unit === null ? '' : workspace.index?.departments.get(unit)?.name ?? workspace.index?.areas.get(unit)?.area.name ?? unit)
  const bad = (problem: Problem): Said => { const { why, fix } = messages.value.problemText(problem); return { tone: 'bad', text: why, fix } }
  const counts = computed(() => {
    void workspace.eventCount
    void workspace.phase
    void packages.sent
    const unit = who.identity?.unit ?? null
    return { since: packages.countOf('since', null), unit: unit === null ? 0 : packages.countOf('unit', unit), all: packages.countOf('all', null), own: packages.countOwn() }
  })
  const scopes = computed((): ScopeChoice[] => {
    const { scopes: names, scopeNotes: notes } = words.value.send
    const unit = who.identity?.unit ?? null
    const last = packages.sent[0]
    return [
      { key: 'since', name: names.since, note: last === undefined ? notes.never : notes.since(when(last.madeAt)), count: counts.value.since, isOff: false },
      { key: 'unit', name: names.unit, note: unit === null ? notes.noUnit : notes.unit(unitName(unit)), count: counts.value.unit, isOff: unit === null },
      { key: 'all', name: names.all, note: notes.all, count: counts.value.all, isOff: false },
    ]
  })
  const scope = computed(() => picked.value ?? 'since')
  const evidenceNote = computed(() => (evidence.cards.size === 0 ? null : words.value.send.evidenceNote(evidence.cards.size, sizeText(evidence.total))))

  function scopeText({ scope: of, unit }: SentPackage): string {
    return of === 'unit' ? unitName(unit) : words.value.send.scopes[of]
  }
  const rows = computed((): SentRow[] => packages.sent.map(one => ({
    id: one.id, name: one.name, made: when(one.madeAt), scope: scopeText(one), count: one.count, code: one.code, isReceived: one.receivedAt !== null,
    state: one.receivedAt === null ? words.value.sent.waiting : words.value.sent.received(when(one.receivedAt), one.receivedBy ?? ''),
  })))

  /** True once the file is with the browser. */
  async function make({ scope: of, withEvidence, passphrase }: SendAsk): Promise<boolean> {
    if (isBusy.value || !await ask()) return false
    isBusy.value = true
    said.value = []
    const made = await packages.make({ scope: of, unit: of === 'unit' ? who.identity?.unit ?? null : null, withEvidence, passphrase })
    isBusy.value = false
    if (!made.ok) { said.value = [bad(made.problem)]; return false }
    const { file, sent, missing, problem } = made
    saveBlob(file.name, new Blob([file.bytes], { type: 'application/octet-stream' }))
    said.value = [{ tone: 'good', text: words.value.send.made(file.name, sent.count), fix: words.value.send.next }, ...(missing > 0 ? [{ tone: 'note' as const, text: words.value.send.missing(missing), fix: '' }] : []), ...(problem === null ? [] : [bad(problem)])]
    return true
  }

  async function check(text: string): Promise<void> {
    receiptSaid.value = null
    const found = await packages.checkReceipt(bareCode.test(text) ? `Guatu receipt\nReceipt code: ${text.trim()}` : text)
    receiptSaid.value = found.ok ? { tone: 'good', text: words.value.receipt.good(found.sent.count, when(found.sent.madeAt), found.by ?? ''), fix: '' } : bad(found.problem)
  }

  return { scopes, scope, pick: (key: ScopeKey) => { picked.value = key }, evidenceNote, counts, rows, isBusy, said, make, check, receiptSaid, when, unitName }
}
