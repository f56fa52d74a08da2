/** Everything a target's page shows, made from the workspace for the target, the area and the day of the address. */
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { comparedCourseOf } from '../../domain/comparedCourse'
import type { ComparedCourse } from '../../domain/comparedCourse'
import { forecastIn } from '../../domain/forecast'
import { periodLampsOf } from '../../domain/periodLamps'
import { reviewStateOf } from '../../domain/reviewState'
import { markReasonsOf, recordOf } from '../../domain/targetRecord'
import { isTwoLevelReview } from '../../stores/reviewSetting'
import { useWorkspace } from '../../stores/workspace'
import { boardOrder, figureFor, targetPageOf } from './targetPage'

export function useTargetPage(targetId: ComputedRef<string>, area: ComputedRef<string | null>) {
  const workspace = useWorkspace()
  const index = computed(() => workspace.index!)
  const board = computed(() => workspace.board!)
  const row = computed(() => board.value.rows.find(one => one.target.id === targetId.value) ?? null)
  const figure = computed(() => (row.value === null ? null : figureFor(row.value, area.value)))
  /** Asks what the board knows; made anew with the board, which changes with every event. */
  const asked = computed(() => ({ when: (limit: string) => ({ asOf: board.value.asOf, limit }), row: row.value, figure: figure.value }))
  const course = computed((): ComparedCourse | null => {
    const { when, row: one, figure: of } = asked.value
    return one === null || of === null ? null : workspace.askShown((history, { limit }) => comparedCourseOf(index.value, history, one, of, when(limit)))
  })
  const forecast = computed(() => {
    const { when, row: one, figure: of } = asked.value
    return one === null || of === null ? null : workspace.askShown((history, { limit }) => forecastIn(index.value, history, one, of, when(limit)))
  })
  const lamps = computed(() => {
    const { when, row: one, figure: of } = asked.value
    return one === null || of === null ? [] : workspace.askShown((history, { limit }) => periodLampsOf(history, one.target.id, of.area, when(limit))) ?? []
  })
  /** What speaks of days to come is no record yet on the board's day. */
  const record = computed(() => {
    const { row: one, figure: of } = asked.value
    return one === null || of === null ? [] : workspace.askShown((history, { limit }) => recordOf(history, one.target.id, of.area, limit).filter(line => line.aboutDay <= board.value.asOf)) ?? []
  })
  /** Reports that nobody has looked at; none where the office reviews nothing at all. */
  const unreviewed = computed((): ReadonlySet<string> => {
    const reports = record.value.filter(line => line.kind === 'report' && line.state === 'in_force').map(line => line.event)
    return new Set(workspace.askShown((history, { limit }) => (history.reviews.size === 0 ? [] : reports.filter(id => reviewStateOf(history, id, limit, isTwoLevelReview(index.value.plan.id)).kind === 'unreviewed'))) ?? [])
  })
  const marks = computed(() => {
    const { when, row: one } = asked.value
    return one === null ? [] : [...workspace.askShown((history, { limit }) => markReasonsOf(history, one.target.id, when(limit))) ?? []].map(([code, mark]) => ({ code, ...mark }))
  })
  const before = computed(() => (workspace.before === null ? null : { board: workspace.before.board, on: workspace.before.meeting.on }))
  const page = computed(() => targetPageOf({ index: index.value, board: board.value, targetId: targetId.value, area: area.value, course: course.value, meetings: workspace.meetings.map(meeting => meeting.on), before: before.value }))
  const order = computed(() => boardOrder(index.value, board.value))
  const place = computed(() => order.value.findIndex(one => one.id === targetId.value))
  return { index, board, page, course, forecast, lamps, record, unreviewed, marks, previous: computed(() => order.value[place.value - 1]?.id ?? null), next: computed(() => order.value[place.value + 1]?.id ?? null) }
}
