/** One pointer moves the day. The day shown is held here, so the thumb follows in the same event and never waits for the board. */
import { ref, watch } from 'vue'
import type { Ref } from 'vue'
import type { Period } from './stripLayout'
import { dayAt, markNear, placeOf, snapDay } from './stripLayout'
import { inset } from './stripMarks'

interface DragSource {
  asOf: () => string
  period: () => Period
  /** Days that catch the thumb. */
  marks: () => readonly string[]
  slide: (day: string) => void
  settle: (day: string) => void
  /** A press on the flag that did not move. */
  tap: () => void
}

interface Press {
  pointer: number
  /** Left edge and length of the axis at the press: nothing is measured while moving. */
  left: number
  width: number
  fromX: number
  /** How far from its day the flag was taken hold of. */
  grip: number
  before: string
  isOnFlag: boolean
  isFinger: boolean
  hasMoved: boolean
}

/** A finger trembles more than a mouse. */
const slack = { finger: 6, mouse: 3 }
const fingerReach = 22

export interface Drag {
  shown: Ref<string>
  isDragging: Ref<boolean>
  press: (event: PointerEvent) => void
  move: (event: PointerEvent) => void
  release: (event: PointerEvent) => void
  cancel: () => void
}

export function useDrag(source: DragSource): Drag {
  const shown = ref(source.asOf())
  const isDragging = ref(false)
  let pressed: Press | null = null
  watch(source.asOf, day => { if (pressed === null) shown.value = day })

  /** `isQuiet`: shown on the strip only. A finger on the axis may be about to scroll the page. */
  function show(day: string, isQuiet = false): void {
    if (day === shown.value) return
    shown.value = day
    if (!isQuiet) source.slide(day)
  }

  function press(event: PointerEvent): void {
    if (pressed !== null || event.button !== 0 || !event.isPrimary) return
    const strip = event.currentTarget as HTMLElement
    const box = strip.getBoundingClientRect()
    const width = Math.max(0, box.width - 2 * inset)
    const left = box.left + inset
    const isOnFlag = (event.target as Element).closest('[role="slider"]') !== null
    const isFinger = event.pointerType === 'touch'
    const x = event.clientX - left
    pressed = { pointer: event.pointerId, left, width, fromX: event.clientX, grip: isOnFlag ? x - placeOf(shown.value, width, source.period()) : 0, before: shown.value, isOnFlag, isFinger, hasMoved: false }
    strip.setPointerCapture(event.pointerId)
    if (isOnFlag) return
    const named = (event.target as Element).closest<HTMLElement>('[data-day]')?.dataset.day ?? null
    const mark = isFinger ? markNear(x, width, source.period(), source.marks(), fingerReach) : named
    show(mark ?? dayUnder(pressed, event), isFinger)
  }

  function dayUnder({ left, width, grip }: Press, event: PointerEvent): string {
    const x = Math.min(width, Math.max(0, event.clientX - left - grip))
    return event.altKey ? dayAt(x, width, source.period()) : snapDay(x, width, source.period(), source.marks())
  }

  function move(event: PointerEvent): void {
    if (pressed === null || event.pointerId !== pressed.pointer) return
    if (!pressed.hasMoved) {
      if (Math.abs(event.clientX - pressed.fromX) < (pressed.isFinger ? slack.finger : slack.mouse)) return
      pressed.hasMoved = true
      isDragging.value = true
    }
    show(dayUnder(pressed, event))
  }

  function release(event: PointerEvent): void {
    if (pressed === null || event.pointerId !== pressed.pointer) return
    move(event)
    const { isOnFlag, hasMoved, before } = pressed
    end()
    if (isOnFlag && !hasMoved) source.tap()
    else if (shown.value !== before || hasMoved) source.settle(shown.value)
  }

  /** Taken away by the browser, or Escape: as if nothing had been touched. */
  function cancel(): void {
    if (pressed === null) return
    const { before } = pressed
    end()
    if (shown.value === before) return
    shown.value = before
    source.settle(before)
  }

  function end(): void {
    pressed = null
    isDragging.value = false
  }

  return { shown, isDragging, press, move, release, cancel }
}
