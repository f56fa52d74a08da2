/** An answer that takes a third of a second: asked again after what it rests on has changed and the page has been painted; the old one stands until then. */
import { onBeforeUnmount, ref, shallowRef, watch } from 'vue'

const paint = 30

export function useLater<Answer>(restsOn: () => unknown, question: () => Answer, before: Answer) {
  const answer = shallowRef(before)
  /** What is shown may be out of date: nothing is sent from it. */
  const isStale = ref(true)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(restsOn, () => {
    isStale.value = true
    clearTimeout(timer)
    timer = setTimeout(() => { answer.value = question(); isStale.value = false }, paint)
  }, { immediate: true })
  onBeforeUnmount(() => clearTimeout(timer))
  return { answer, isStale }
}
