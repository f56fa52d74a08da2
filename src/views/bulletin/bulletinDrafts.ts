/** Unsaved changes of a bulletin, kept on this device until they are saved or given up: leaving the page or a reload loses nothing. */
import type { BulletinText } from '../../domain/meetingEvents'
import { fitsBulletin } from '../../domain/meetingEvents'

/** What was changed, and the saved version it was changed from. */
export interface KeptDraft { base: string, text: BulletinText }

const keyOf = (space: string): string => `guatu.bulletins.${space}`

function stored(space: string): Record<string, KeptDraft> {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(space)) ?? '{}')
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return {}
    return Object.fromEntries(Object.entries(value as Record<string, KeptDraft>).filter(([, draft]) => typeof draft?.base === 'string' && typeof draft.text === 'object' && draft.text !== null && fitsBulletin({ ...draft.text })))
  } catch {
    return {}
  }
}

function put(space: string, drafts: Record<string, KeptDraft>): void {
  try {
    if (Object.keys(drafts).length === 0) localStorage.removeItem(keyOf(space))
    else localStorage.setItem(keyOf(space), JSON.stringify(drafts))
  } catch { /* what cannot be kept is still on the page */ }
}

export const keptDraft = (space: string, id: string): KeptDraft | null => new Map(Object.entries(stored(space))).get(id) ?? null
export const keptDrafts = (space: string): ReadonlySet<string> => new Set(Object.keys(stored(space)))
export const keepDraft = (space: string, id: string, draft: KeptDraft): void => put(space, { ...stored(space), [id]: draft })

export function dropDraft(space: string, id: string): void {
  const { [id]: _dropped, ...others } = stored(space)
  put(space, others)
}
