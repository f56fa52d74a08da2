/** The paper of a slip: DOCX, and HTML for print. */
import { ref } from 'vue'
import type { Slip } from '../../domain/slip'
import type { Slips } from './useSlips'

export function useSlipPapers(slip: () => Slip, desk: Slips) {
  const isBusy = ref(false)
  const print = (): void => { void slip; void desk }
  const docx = (): void => { void slip; void desk }
  return { isBusy, print, docx }
}
