import type { PageState } from './pageState.ts'

export const states: readonly PageState[] = []
