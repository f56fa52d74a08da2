/** Addresses of pages that keep the day, the knowledge and the ledger that are looked at. */
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useRoute } from 'vue-router'
import type { PageLink } from '../components/pageLink'

const keptQuery = ['at', 'known', 'demo'] as const

export function usePages(): { link: ComputedRef<PageLink>, boardLink: ComputedRef<(more?: Readonly<Record<string, string>>) => string>, pathTo: ComputedRef<(page: string, more?: Readonly<Record<string, string>>) => string> } {
  const route = useRoute()
  const kept = computed(() => Object.fromEntries(keptQuery.flatMap(key => (typeof route.query[key] === 'string' && route.query[key] !== '' ? [[key, route.query[key]]] : []))) as Record<string, string>)
  const plan = computed(() => (typeof route.params.plan === 'string' ? route.params.plan : ''))
  const addressOf = (path: string, more: Readonly<Record<string, string>>): string => {
    const query = new URLSearchParams({ ...kept.value, ...more }).toString()
    return `#/plan/${plan.value}${path}${query === '' ? '' : `?${query}`}`
  }
  const link = computed(() => { void kept.value; return (kind: 'target' | 'area', id: string, more: Readonly<Record<string, string>> = {}) => addressOf(`/${kind}/${encodeURIComponent(id)}`, more) })
  const boardLink = computed(() => { void kept.value; return (more: Readonly<Record<string, string>> = {}) => addressOf('', more) })
  const pathTo = computed(() => { void kept.value; return (page: string, more: Readonly<Record<string, string>> = {}) => addressOf(`/${page}`, more) })
  return { link, boardLink, pathTo }
}
