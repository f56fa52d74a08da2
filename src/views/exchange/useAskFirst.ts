/** Asks once who is at work here; what waits goes on after the answer. */
import { ref } from 'vue'
import { useIdentity } from '../../stores/identity'

export function useAskFirst() {
  const who = useIdentity()
  const isAsking = ref(false)
  let answer: ((isAnswered: boolean) => void) | null = null
  function ask(): Promise<boolean> {
    if (who.identity !== null) return Promise.resolve(true)
    isAsking.value = true
    return new Promise(resolve => { answer?.(false); answer = resolve })
  }
  function answered(isAnswered: boolean): void {
    isAsking.value = false
    answer?.(isAnswered)
    answer = null
  }
  return { isAsking, ask, answered }
}
