/** 共享文件夹 as the page shows it. */
import { computed, ref } from 'vue'
import type { FolderView } from '../../components/exchange/exchangeModel'
import { useExchangeWords } from '../../components/exchange/useExchangeWords'
import { useMessages } from '../../components/messages'
import { saveBlob } from '../../components/saveFile'
import { useSharedFolder } from '../../stores/sharedFolder'
import { useWorkspace } from '../../stores/workspace'
import { momentText } from '../collect/incomingPage'

export function useFolder(unitName: (unit: string | null) => string) {
  const folder = useSharedFolder()
  const workspace = useWorkspace()
  const messages = useMessages()
  const words = useExchangeWords()
  const said = ref('')
  const when = (instant: string): string => momentText(messages.value, Date.parse(instant))
  const own = computed(() => { void workspace.eventCount; const ledger = workspace.openLedger(); return ledger === null ? 0 : ledger.heads().devices[ledger.device]?.count ?? 0 })
  /** A unit that is no code of the plan writes under `office`. */
  const nameOf = (unit: string): string => (unit === 'office' ? words.value.folder.office : unitName(unit))

  const view = computed((): FolderView => ({
    state: folder.state, isBusy: folder.busy, name: folder.name ?? '', looked: folder.lookedAt === null ? words.value.folder.neverLooked : words.value.folder.looked(when(folder.lookedAt)),
    moved: folder.last === null || folder.last.sent + folder.last.taken === 0 ? '' : words.value.folder.moved(when(folder.last.at), folder.last.sent, folder.last.taken), outbox: folder.outbox,
    devices: folder.devices.map(one => ({ device: one.device, unit: nameOf(one.unit), count: one.count, last: one.lastAt === null ? '' : when(one.lastAt), seen: one.seenOfMine, own: own.value })),
    troubles: folder.files.map(({ path, problem }) => { const { why, fix } = messages.value.problemText(problem); return { path, why, fix } }), said: said.value,
  }))

  async function carry(): Promise<void> {
    const bag = await folder.carry()
    if (bag === null) { said.value = words.value.folder.nothingToCarry; return }
    saveBlob(bag.name, new Blob([bag.bytes as Uint8Array<ArrayBuffer>], { type: 'application/zip' }))
    said.value = words.value.folder.carried(bag.name)
  }
  async function takeFiles(files: readonly File[]): Promise<void> {
    if (files.length === 0) return
    said.value = words.value.folder.looking
    const before = workspace.eventCount
    await folder.takeFiles(files)
    said.value = words.value.folder.takenIn(workspace.eventCount - before)
  }
  async function look(): Promise<void> {
    said.value = ''
    await folder.syncNow()
  }
  return { view, folder, carry, takeFiles, look }
}
