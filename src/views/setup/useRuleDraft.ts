/** The draft of a rule pack: one step at a time, taken back step by step, kept on this device until it is dropped or adopted. */
import { computed, ref, shallowRef, watch } from 'vue'
import { withValue } from '../../components/rules/fields'
import type { Path } from '../../components/rules/fields'
import type { RulePackFile } from '../../domain/packBands'

/** What was taken as the draft, and how it stood then. */
interface Origin { name: string, file: RulePackFile }
interface Step { file: RulePackFile, origin: Origin, isNamed: boolean }
interface Kept extends Step { basis: string, day: string }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
/** Enough of a pack to be drawn; what is wrong in it is said on the page. Only our own writing is read here. */
const isFile = (value: unknown): value is RulePackFile => isRecord(value) && typeof value.id === 'string' && typeof value.name === 'string' && Array.isArray(value.undefinedBySource) && Array.isArray(value.cards) && isRecord(value.lamps) && Array.isArray(value.lamps.bands)
  && isRecord(value.slips) && Array.isArray(value.slips.levels) && Array.isArray(value.slips.escalation) && Array.isArray(value.slips.proposals) && Array.isArray(value.slips.closure) && isRecord(value.slips.dueDays)
  && isRecord(value.period) && isRecord(value.calendar) && isRecord(value.names) && (value.score === null || (isRecord(value.score) && Array.isArray(value.score.rules) && Array.isArray(value.score.groups) && Array.isArray(value.score.grades) && Array.isArray(value.score.gradeCaps)))

function readKept(key: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    return isRecord(kept) && isFile(kept.file) && isRecord(kept.origin) && typeof kept.origin.name === 'string' && isFile(kept.origin.file) && typeof kept.basis === 'string' && typeof kept.day === 'string' ? kept as unknown as Kept : null
  } catch {
    return null
  }
}

/** `key` names plan and ledger; `present` is the pack that the draft is where nothing was taken. */
export function useRuleDraft(key: string, present: () => Origin) {
  const kept = readKept(key)
  const step = shallowRef<Step | null>(kept === null ? null : { file: kept.file, origin: kept.origin, isNamed: kept.isNamed })
  const past = shallowRef<readonly (Step | null)[]>([])
  const basis = ref(kept?.basis ?? '')
  const day = ref(kept?.day ?? '')
  const isKept = ref(true)
  const now = computed((): Step => step.value ?? { ...present(), origin: present(), isNamed: false })

  watch([step, basis, day], () => {
    try {
      if (step.value === null && basis.value === '' && day.value === '') localStorage.removeItem(key)
      else localStorage.setItem(key, JSON.stringify({ ...now.value, basis: basis.value, day: day.value } satisfies Kept))
      isKept.value = true
    } catch {
      isKept.value = false
    }
  })

  function to(next: Step | null): void {
    past.value = [...past.value.slice(-60), step.value]
    step.value = next
  }
  const set = (path: Path, value: unknown): void => to({ ...now.value, file: withValue(now.value.file, path, value), isNamed: now.value.isNamed || path[0] === 'id' || path[0] === 'name' })
  const take = (file: RulePackFile, name: string, isNamed = false): void => to({ file, origin: { name, file }, isNamed })
  const drop = (): void => to(null)
  function back(): void {
    if (past.value.length === 0) return
    step.value = past.value.at(-1)!
    past.value = past.value.slice(0, -1)
  }
  /** Adopted: nothing is left to keep. */
  function done(): void {
    step.value = null
    past.value = []
    basis.value = ''
    day.value = ''
  }
  return { step: now, isOwn: computed(() => step.value !== null), basis, day, isKept, canBack: computed(() => past.value.length > 0), set, take, drop, back, done }
}
