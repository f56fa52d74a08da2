/** A bulletin as files: DOCX by GB/T 9704, slides, a page for print, and its bare text for the clipboard. All are made from its own snapshot. */
import { ref } from 'vue'
import { saveBlob } from '../../components/saveFile'
import type { BulletinText } from '../../domain/meetingEvents'
import { textOfBlock } from '../../domain/bulletin'
import type { Snapshot } from '../../domain/snapshot'
import { safeFileName } from '../../wording/safeText'

const types = { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', print: 'text/html' }

/** Title, number, addressee and text, a line each. */
export function plainText(text: BulletinText): string {
  const addressee = text.addressee.trim().replace(/[：:]$/u, '')
  return [text.title, text.number, addressee === '' ? '' : `${addressee}：`, ...text.blocks.map(block => (block.kind === 'heading' ? textOfBlock(block) : `　　${textOfBlock(block)}`))].filter(line => line.trim() !== '').join('\n')
}

export function useBulletinPapers(read: (fingerprint: string) => Promise<Snapshot | null>) {
  const isBusy = ref(false)
  /** The name of the file handed over last, or `missing`: the snapshot is not on this device. */
  const state = ref<{ saved: string } | 'missing' | null>(null)

  async function make(text: BulletinText, on: string, kind: 'docx' | 'pptx' | 'print'): Promise<void> {
    isBusy.value = true
    state.value = null
    try {
      const snapshot = await read(text.snapshot)
      if (snapshot === null) { state.value = 'missing'; return }
      const [{ viewOf }, { bulletinOutline }, { paperStem }, { withSeal }] = await Promise.all([import('../../domain/snapshot'), import('../../exports/bulletinOutline'), import('../../exports/paperName'), import('../../exports/paperSeal')])
      const view = viewOf(snapshot)
      const stem = `${paperStem(snapshot)}-${text.form === 'bulletin' ? '通报' : '专报'}${text.number.trim() === '' ? '' : `-${safeFileName(text.number.trim()).slice(0, 20)}`}`
      const name = kind !== 'print' ? `${stem}.${kind}` : `${stem}（打印）.html`
      let bytes: Uint8Array
      if (kind === 'pptx') {
        const [{ bulletinDeck }, { inSlices }, { tellNobody }] = await Promise.all([import('../../exports/deckFile'), import('../../exports/paperWork'), import('../../exports/paper')])
        bytes = await bulletinDeck(text, view, inSlices(tellNobody))
      } else if (kind === 'docx') {
        const [{ documentOf }, { inSlices }, { tellNobody }] = await Promise.all([import('../../exports/paperFile'), import('../../exports/paperWork'), import('../../exports/paper')])
        bytes = await documentOf(bulletinOutline(text, view, on), inSlices(tellNobody))
      } else {
        const [{ outlineHtml, outlineStyle }, { printPage }] = await Promise.all([import('../../exports/outlineHtml'), import('../../exports/printPage')])
        const outline = bulletinOutline(text, view, on)
        bytes = printPage(stem, outlineStyle(outline), outlineHtml(outline), 'A4')
      }
      const sealed = await withSeal(kind, bytes, snapshot)
      saveBlob(name, new Blob([sealed as Uint8Array<ArrayBuffer>], { type: types[kind] }))
      state.value = { saved: name }
    } finally {
      isBusy.value = false
    }
  }
  return { isBusy, state, make }
}
