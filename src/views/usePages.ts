/** Addresses of pages that keep the day, the knowledge and the ledger that are looked at; of cuts, which keep what else is filtered. */
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useRoute } from 'vue-router'
import type { PageLink } from '../components/pageLink'
import { useWorkspace } from '../stores/workspace'
import { cutNames } from './useBoardQuery'

const keptQuery = ['at', 'known', 'demo'] as const

export function usePages(): { link: ComputedRef<PageLink>, boardLink: ComputedRef<(more?: Readonly<Record<string, string>>) => string>, pathTo: ComputedRef<(page: string, more?: Readonly<Record<string, string>>) => string> } {
  const route = useRoute()
  const workspace = useWorkspace()
  /** As text: an address that changed elsewhere draws no link anew. */
  const textOf = (keys: readonly string[]): string => new URLSearchParams(keys.flatMap(key => (typeof route.query[key] === 'string' && route.query[key] !== '' ? [[key, route.query[key]]] : []))).toString()
  const kept = computed(() => textOf(keptQuery))
  const filtered = computed(() => textOf([...keptQuery, 'lamp', 'view', ...cutNames]))
  const plan = computed(() => (typeof route.params.plan === 'string' ? route.params.plan : workspace.planId ?? ''))
  const addressOf = (path: string, more: Readonly<Record<string, string>>, from = kept.value): string => {
    const query = new URLSearchParams(from)
    for (const [key, value] of Object.entries(more)) query.set(key, value)
    const text = query.toString()
    return `#/plan/${plan.value}${path}${text === '' ? '' : `?${text}`}`
  }
  const link = computed((): PageLink => { const [base, all] = [kept.value, filtered.value]; return (kind, id, more = {}) => (kind === 'target' || kind === 'area' ? addressOf(`/${kind}/${encodeURIComponent(id)}`, more, base) : addressOf('', { [kind]: id }, all)) })
  const boardLink = computed(() => { void kept.value; return (more: Readonly<Record<string, string>> = {}) => addressOf('', more) })
  const pathTo = computed(() => { void kept.value; return (page: string, more: Readonly<Record<string, string>> = {}) => addressOf(`/${page}`, more) })
  return { link, boardLink, pathTo }
}
