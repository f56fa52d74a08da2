/** The text of one bulletin under the clerk's hands: the latest version with what was changed since; unsaved changes outlive the page. */
import { computed, shallowRef, watch } from 'vue'
import type { ComputedRef } from 'vue'
import type { Bulletin } from '../../domain/bulletin'
import { isSameText } from '../../domain/bulletin'
import type { StaleToken } from '../../domain/bulletinTokens'
import { editParagraph, linesOf, settleTokens } from '../../domain/bulletinTokens'
import type { BulletinBlock, BulletinText } from '../../domain/meetingEvents'
import { dropDraft, keepDraft, keptDraft } from './bulletinDrafts'

export function useBulletinText(bulletin: ComputedRef<Bulletin | null>, space: ComputedRef<string>) {
  const changed = shallowRef<BulletinText | null>(null)
  /** The saved version that was changed. */
  const base = shallowRef('')
  /** A version looked at, counted from 1; null: the latest, which can be edited. */
  const version = shallowRef<number | null>(null)
  const latest = computed(() => bulletin.value?.latest.text ?? null)
  const text = computed((): BulletinText | null => (version.value === null ? changed.value ?? latest.value : bulletin.value?.versions[version.value - 1]?.text ?? latest.value))
  const isUnsaved = computed(() => changed.value !== null && latest.value !== null && !isSameText(changed.value, latest.value))
  /** Another version was saved meanwhile, in another tab or by a merge. */
  const isBehind = computed(() => isUnsaved.value && base.value !== bulletin.value?.latest.event)
  const isLocked = computed(() => version.value !== null || latest.value?.isIssued === true)

  watch(() => bulletin.value?.id, id => {
    version.value = null
    const kept = id === undefined ? null : keptDraft(space.value, id)
    changed.value = kept !== null && latest.value?.isIssued === false ? kept.text : null
    base.value = kept?.base ?? ''
  }, { immediate: true })

  function put(to: BulletinText): void {
    if (isLocked.value || bulletin.value === null) return
    if (!isUnsaved.value) base.value = bulletin.value.latest.event
    changed.value = to
    if (latest.value !== null && isSameText(to, latest.value)) dropDraft(space.value, to.id)
    else keepDraft(space.value, to.id, { base: base.value, text: to })
  }
  const change = (more: Partial<BulletinText>): void => { if (text.value !== null) put({ ...text.value, ...more }) }
  const blocks = (make: (block: BulletinBlock, i: number) => readonly BulletinBlock[]): void => change({ blocks: text.value!.blocks.flatMap(make) })

  const setField = (name: 'title' | 'number' | 'addressee', value: string): void => change({ [name]: value })
  const setHeading = (at: number, value: string): void => blocks((block, i) => [i === at && block.kind === 'heading' ? { ...block, text: value } : block])
  const edit = (at: number, typed: string, caret: number): void => blocks((block, i) => [i === at && block.kind === 'paragraph' ? { ...block, runs: editParagraph(block.runs, typed, caret) } : block])
  /** Line breaks make paragraphs of one, what is empty goes. */
  function leave(at: number): void {
    const block = text.value?.blocks[at]
    if (block === undefined || isLocked.value) return
    const becomes: readonly BulletinBlock[] = block.kind === 'heading' ? (block.text.trim() === '' ? [] : [block]) : linesOf(block.runs).map(runs => ({ kind: 'paragraph', runs }))
    if (becomes.length !== 1) blocks((one, i) => (i === at ? becomes : [one]))
  }
  const settle = (block: number, tokens: readonly StaleToken[], way: 'take' | 'keep'): void => { if (text.value !== null) put(settleTokens(text.value, block, tokens, way)) }
  function saved(): void {
    if (text.value !== null) dropDraft(space.value, text.value.id)
    changed.value = null
  }
  return { text, version, isUnsaved, isBehind, isLocked, change, setField, setHeading, edit, leave, settle, saved, revert: saved }
}
