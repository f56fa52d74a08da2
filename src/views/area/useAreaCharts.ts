/** The charts of the township page: they and the chart library come once the text is painted, and anew when the day has come to rest. */
import { onBeforeUnmount, onMounted, shallowRef, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import { lateSince } from '../../domain/cellPast'
import type { Chart } from '../../charts/chart'
import type { AreaPage } from '../../components/area/areaModel'
import { useAreaWords } from '../../components/area/useAreaWords'
import { usePalette } from '../../components/chart/palette'
import { useMessages } from '../../components/messages'
import { useWorkspace } from '../../stores/workspace'
import { courseQuestion } from '../cardOf'
import { useMeetingBoards } from './useMeetingBoards'

export interface AreaCharts { burnUps: { chart: Chart, height: number } | null, trend: Chart | null }

const restAfter = 120

/** `width`: pixels for the burn-ups. Null until the text of the page is painted. */
export function useAreaCharts(page: ComputedRef<AreaPage | null>, kind: ComputedRef<string>, width: Ref<number>) {
  const workspace = useWorkspace()
  const messages = useMessages()
  const words = useAreaWords()
  const palette = usePalette()
  const meetings = useMeetingBoards()
  const charts = shallowRef<AreaCharts | null>(null)
  let timer = 0
  let isPainted = false

  async function draw(): Promise<void> {
    const { burnUpsOf, trendOf } = await import('./areaCharts')
    const { board, index } = workspace
    if (page.value === null || board === null || index === null) return
    const { code } = page.value
    const sources = { page: page.value, board, palette: palette.value, words: words.value, messages: messages.value, plan: index.plan.title, mark: workspace.demo ? messages.value.demo.mark : null }
    const months = page.value.late.flatMap(({ item }) => workspace.askShown((history, { limit }) => lateSince(index, history, item.target, code, { asOf: board.asOf, limit })) ?? [])
    charts.value = {
      burnUps: burnUpsOf(sources, {
        courseOf: target => workspace.askShown(courseQuestion(target, code, board.asOf)), since: months.sort()[0] ?? null, period: index.plan.period, width: width.value,
        nameOf: target => { const one = index.targets.get(target)!.target; return one.short ?? one.name },
      }),
      trend: meetings.value === null ? charts.value?.trend ?? null : trendOf(sources, meetings.value, kind.value),
    }
  }
  function soon(wait: number): void {
    if (!isPainted) return
    clearTimeout(timer)
    timer = window.setTimeout(() => void draw(), wait)
  }
  onMounted(() => { requestAnimationFrame(() => { isPainted = true; soon(0) }) })
  watch(page, () => soon(restAfter))
  watch([palette, words, meetings, width], () => soon(0))
  onBeforeUnmount(() => clearTimeout(timer))
  return { charts, meetings }
}
