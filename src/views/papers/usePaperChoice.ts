/** What is to be made: for whom, which parts and formats, which pages not. The audience stands in the address, what was changed by hand on the page. */
import { computed, reactive, ref, shallowRef, watch } from 'vue'
import type { Ref } from 'vue'
import { audiences, paperFormats, paperParts, plainChoice } from '../../exports/paper'
import type { Audience, PaperChoice, PaperFormat, PaperPart } from '../../exports/paper'
import { presets } from '../../exports/presets'

export function usePaperChoice(wanted: Ref<string>, office: Ref<string>) {
  const audience = computed((): Audience => audiences.find(one => one === wanted.value) ?? 'dispatch')
  const parts = shallowRef<ReadonlySet<PaperPart>>(new Set())
  const formats = shallowRef<ReadonlySet<PaperFormat>>(new Set())
  const omit = shallowRef<ReadonlySet<string>>(new Set())
  const official = reactive({ documentNumber: '', addressee: '', hasRedHead: false })
  const isShareSafe = ref(false)

  function follow(): void {
    parts.value = new Set(presets[audience.value].parts)
    formats.value = new Set(presets[audience.value].formats)
    omit.value = new Set()
  }
  watch(audience, follow, { immediate: true })

  /** A set with one more or one fewer, in the house's order. */
  const turned = <T extends string>(set: ReadonlySet<T>, order: readonly T[], value: T, isOn: boolean): Set<T> => new Set(order.filter(one => (one === value ? isOn : set.has(one))))
  const isPreset = computed(() => {
    const { parts: usualParts, formats: usualFormats } = presets[audience.value]
    const isSame = (set: ReadonlySet<string>, list: readonly string[]): boolean => set.size === list.length && list.every(one => set.has(one))
    return omit.value.size === 0 && isSame(parts.value, usualParts) && isSame(formats.value, usualFormats)
  })
  const choice = computed((): PaperChoice => ({ ...plainChoice, parts: parts.value, omit: omit.value, office: office.value, documentNumber: official.documentNumber.trim(), addressee: official.addressee.trim(), hasRedHead: official.hasRedHead, isShareSafe: isShareSafe.value }))

  return {
    audience, parts, formats, omit, official, isShareSafe, isPreset, choice, follow,
    chosenFormats: computed(() => paperFormats.filter(one => formats.value.has(one))),
    turnPart: (value: PaperPart, isOn: boolean) => { parts.value = turned(parts.value, paperParts, value, isOn) },
    turnFormat: (value: PaperFormat, isOn: boolean) => { formats.value = turned(formats.value, paperFormats, value, isOn) },
    turnPage: (key: string) => { const next = new Set(omit.value); if (!next.delete(key)) next.add(key); omit.value = next },
    putAllBack: () => { omit.value = new Set() },
  }
}
