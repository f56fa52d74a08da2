import type { PageState } from './pageState.ts'

export const states: readonly PageState[] = [
  { name: 'backup and recovery', hash: '#/plan/jinjiang-2020/safekeeping?demo=0', until: '.copy-sheet .copy-facts', sizes: ['desk', 'phone', 'wall'] },
]
