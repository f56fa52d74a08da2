/** The curve that is being drawn for one target: its form and points, what they say, and the commands that they make. No rule of its own: `domain/scheduleEdit`. */
import { computed, ref, shallowRef, watch } from 'vue'
import type { ComputedRef } from 'vue'
import { askingOf } from '../../domain/asking'
import type { Command } from '../../domain/decide'
import { dueOf, milestoneStages, paceCurve, paceOf } from '../../domain/pace'
import type { PacePoint } from '../../domain/pace'
import type { Placed, Target } from '../../domain/plan'
import { planChangesOf } from '../../domain/planChanges'
import { addCorner, curveFactsOf, curveFormOf, curvePointsOf, curveProblem, movePoint, pointsInForm, scheduleOf, withCurve } from '../../domain/scheduleEdit'
import type { CurveForm } from '../../domain/scheduleEdit'
import type { CurvePageWords } from '../../components/setup/curveWords'
import { useWorkspace } from '../../stores/workspace'
import type { SetUpWriting } from './useSetUpWriting'

export function useCurveDraft(placed: ComputedRef<Placed | null>, writing: SetUpWriting, words: ComputedRef<CurvePageWords>) {
  const workspace = useWorkspace()
  const period = computed(() => workspace.index!.plan.period)
  /** The target as in force on the day shown as today. */
  const inForce = writing.asked((history, now) => {
    const at = placed.value
    return at === null ? null : askingOf(history, at, { asOf: workspace.presentDay, limit: now.limit }).target
  })
  /** Amendments of the curve so far, newest first. */
  const drawn = writing.asked((history, now) => planChangesOf(history, now.limit).filter(change => change.target === placed.value?.target.id && change.fields.some(one => one.field === 'schedule')))
  const target = computed((): Target | null => inForce.value ?? null)
  const due = computed(() => (target.value === null ? period.value.end : dueOf(target.value, period.value)))
  const form = ref<CurveForm>('linear')
  const points = shallowRef<PacePoint[]>([])
  const selected = ref<number | null>(null)
  const from = ref('')
  const reason = ref('')
  const isChanged = ref(false)

  /** As it stands; a curve set before is changed from today on, a first one holds from the beginning. */
  function reset(): void {
    const now = target.value
    if (now === null) return
    form.value = curveFormOf(now, period.value)
    points.value = curvePointsOf(now, period.value)
    selected.value = null
    isChanged.value = false
    const isFirst = (drawn.value ?? []).length === 0
    from.value = isFirst ? period.value.start : workspace.presentDay
    reason.value = isFirst ? words.value.reason : ''
  }
  watch([() => placed.value?.target.id, inForce], reset, { immediate: true })

  function setForm(to: CurveForm): void {
    if (target.value === null || to === form.value) return
    points.value = pointsInForm(withCurve(target.value, form.value, points.value, period.value), period.value, to)
    form.value = to
    selected.value = null
    isChanged.value = true
  }
  function move(place: number, to: Partial<PacePoint>): void {
    points.value = movePoint(points.value, place, to, form.value, period.value, due.value)
    isChanged.value = true
  }
  /** What was typed stays as it is, with its reason where it does not fit. */
  function type(place: number, to: Partial<PacePoint>): void {
    points.value = points.value.map((point, i) => (i === place ? { ...point, ...to } : point))
    isChanged.value = true
  }
  function remove(place: number): void {
    points.value = points.value.filter((_, i) => i !== place)
    selected.value = null
    isChanged.value = true
  }
  function add(): void {
    if (target.value === null) return
    points.value = addCorner(points.value, target.value, period.value)
    isChanged.value = true
  }

  const problem = computed(() => curveProblem(points.value, form.value, period.value, due.value))
  const preview = computed((): Target | null => (target.value === null ? null : withCurve(target.value, form.value, problem.value === null ? points.value : [], period.value)))
  const line = computed(() => (preview.value === null ? [] : paceCurve(preview.value, period.value, due.value)))
  const old = computed(() => (target.value === null || !isChanged.value ? (drawn.value?.[0] === undefined || drawn.value[0].at <= period.value.start ? null : paceCurve(drawn.value[0].before, period.value, dueOf(drawn.value[0].before, period.value))) : paceCurve(target.value, period.value, due.value)))
  const facts = computed(() => (preview.value === null ? null : curveFactsOf(preview.value, period.value)))
  /** Rows of the table where nothing can be set: stages, or the quarters of a straight line. */
  const shownRows = computed(() => {
    const now = preview.value
    if (now === null) return []
    if (form.value === 'stages') { let sum = 0; return milestoneStages(now, due.value).map(stage => ({ at: stage.due, share: sum += stage.weight, name: stage.name })) }
    if (form.value === 'step') return [{ at: due.value, share: 1, name: '' }]
    if (form.value === 'linear') return pointsInForm(now, period.value, 'quarterly').map(({ at }) => (at > due.value ? { at: due.value, share: 1, name: '' } : { at, share: paceOf(now, period.value, due.value, at), name: '' })).filter((row, i, all) => all.findIndex(other => other.at === row.at) === i)
    return points.value.map(point => ({ ...point, name: '' }))
  })
  const laterDay = computed(() => (drawn.value ?? []).reduce<string | null>((first, { at }) => (at > from.value && (first === null || at < first) ? at : first), null))
  const commandFor = (id: string): Extract<Command, { kind: 'amend' }> => ({ kind: 'amend', target: id, at: from.value, schedule: scheduleOf(form.value, points.value, period.value), reason: reason.value.trim() })
  return {
    period, target, due, form, points, selected, from, reason, isChanged, problem, line, old, facts, shownRows, laterDay, isMidYear: computed(() => from.value > period.value.start),
    reset, setForm, move, type, remove, add, commandFor,
  }
}
