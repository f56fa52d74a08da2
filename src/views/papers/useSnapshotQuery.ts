/** What the page 快照 shows stands in the address: which snapshot is open, and what it is compared with. */
import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { readCode } from '../../domain/snapshot'

export function useSnapshotQuery() {
  const route = useRoute()
  const router = useRouter()
  const text = (name: string): string => { const value = route.query[name]; return typeof value === 'string' ? value : '' }
  /** Twelve digits of a fingerprint. */
  const open = computed(() => readCode(text('open')))
  const withWhat = computed((): string | null => (text('with') === 'now' ? 'now' : readCode(text('with'))))

  function change(changes: Record<string, string | null>, isNewPage: boolean): void {
    const query = Object.fromEntries(Object.entries({ ...route.query, ...changes }).filter(([, value]) => value !== null && value !== ''))
    void router[isNewPage ? 'push' : 'replace']({ path: route.path, query })
  }
  return { open, withWhat, setOpen: (code: string | null) => change({ open: code, with: null }, true), setWith: (code: string | null) => change({ with: code }, false) }
}
