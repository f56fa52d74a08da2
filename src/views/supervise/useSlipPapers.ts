/** The paper of a slip: DOCX, and HTML for print. Both are files; their writers load when asked for. */
import { ref } from 'vue'
import type { Slip } from '../../domain/slip'
import { defaultPack } from '../../domain/rulePack'
import { saveBlob } from '../../components/saveFile'
import { safeFileName } from '../../wording/safeText'
import type { Slips } from './useSlips'

export function useSlipPapers(slip: () => Slip, { workspace, index, board, pack, day }: Slips) {
  const isBusy = ref(false)
  async function save(ending: 'docx' | 'html'): Promise<void> {
    if (board.value === null || isBusy.value) return
    isBusy.value = true
    try {
      const { slipFormFile, slipFormHtml } = await import('../../exports/slipOutline')
      const { names } = pack.value ?? defaultPack
      const setting = { index: index.value, board: board.value, meetings: workspace.meetings, names, office: index.value.plan.issuer, asOf: day.value, isDemo: workspace.demo, version: __APP_VERSION__ }
      const bytes = ending === 'docx' ? await slipFormFile([slip()], setting) : slipFormHtml([slip()], setting)
      const name = safeFileName(`${workspace.demo ? '演示数据-' : ''}${names.slip}-${slip().order.number}`)
      saveBlob(ending === 'docx' ? `${name}.docx` : `${name}（打印）.html`, new Blob([bytes.slice()], { type: ending === 'docx' ? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' : 'text/html' }))
    } finally { isBusy.value = false }
  }
  return { isBusy, print: () => { void save('html') }, docx: () => { void save('docx') } }
}
