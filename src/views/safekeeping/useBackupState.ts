/** The state of the second copy in one line, for the status line, the menu and the page. */
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useSafekeepingWords } from '../../components/safekeeping/useSafekeepingWords'
import { whenText } from '../../components/safekeeping/when'
import { useBackup } from '../../stores/backup'
import { useWorkspace } from '../../stores/workspace'

export function useBackupState(): ComputedRef<{ text: string, tone: 'plain' | 'warn' | 'wrong' }> {
  const backup = useBackup()
  const workspace = useWorkspace()
  const words = useSafekeepingWords()
  return computed(() => {
    const { state, comma } = words.value
    const { last, unsaved, folder } = backup
    const wrong = workspace.checked?.wrong.length ?? 0
    if (workspace.demo) return { text: state.demo, tone: 'plain' }
    if (wrong > 0) return { text: state.wrong(wrong), tone: 'wrong' }
    if (last === null && unsaved === 0) return { text: state.empty, tone: 'plain' }
    if (backup.isDue && folder !== 'asking' && folder !== 'lost') return { text: state.due(unsaved), tone: backup.isLate ? 'wrong' : 'warn' }
    const copied = last === null ? state.none(unsaved) : state.last(whenText(last.at, Date.now(), words.value), last.count, last.where === 'folder' ? backup.folderName ?? last.name : state.download)
    const more = [...(last !== null && unsaved > 0 ? [state.unsaved(unsaved)] : []), ...(folder === 'asking' ? [state.asking] : folder === 'lost' ? [state.lost] : [])]
    return { text: [copied, ...more].join(comma), tone: backup.isLate ? 'wrong' : folder === 'asking' || folder === 'lost' ? 'warn' : 'plain' }
  })
}
