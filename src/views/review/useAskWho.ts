/** Asks once who is at work here before something is written; what waits is written after the answer. */
import { ref } from 'vue'
import { useIdentity } from '../../stores/identity'

export function useAskWho() {
  const who = useIdentity()
  const isAsking = ref(false)
  let answer: ((may: boolean) => void) | null = null
  function mayWrite(): Promise<boolean> {
    if (who.identity !== null) return Promise.resolve(true)
    isAsking.value = true
    return new Promise(resolve => { answer?.(false); answer = resolve })
  }
  function answered(may: boolean): void {
    isAsking.value = false
    answer?.(may)
    answer = null
  }
  return { isAsking, mayWrite, answered }
}
