/** 导出为明年计划: the plan file of the next year, saved as `<id>-next.json`; a demo says so in name and title. */
import { saveFile } from '../../components/saveFile'
import { useDeskWords } from '../../components/setup/useDeskWords'
import { nextYearPlan, planText } from '../../domain/nextYear'
import { useWorkspace } from '../../stores/workspace'
import type { SetUpWriting } from './useSetUpWriting'

export function useNextYear(writing: SetUpWriting): () => void {
  const workspace = useWorkspace()
  const words = useDeskWords()
  return () => {
    const plan = workspace.ask((history, now) => nextYearPlan(history, now.limit, workspace.demo))
    if (plan === null) return
    const name = `${workspace.demo ? words.value.fileMark : ''}${workspace.planId ?? plan.id}-next.json`
    saveFile(name, planText(plan), 'application/json')
    writing.said.value = words.value.nextYearDone(name)
  }
}
