/** Reads what a report's tokens must say out of a snapshot's `board` (the content of board.json), by a reading of its own: no code of the papers. */
import { qualitativeStages } from '../../src/domain/stages.ts'
import type { Board } from '../../src/domain/board.ts'
import type { Snapshot } from '../../src/domain/snapshot.ts'
import type { Target } from '../../src/domain/plan.ts'
import type { Origin } from '../../src/exports/outline.ts'

type Figures = Pick<Snapshot['board']['cells'][number], 'value' | 'goal' | 'progress' | 'pace' | 'gap' | 'lamp'>

const groupsOf: Readonly<Record<string, readonly string[]>> = {
  done: ['done', 'caught_up_late'], ok: ['on_pace', 'ahead'], due: ['near_due'], lag: ['slightly_behind'], sev: ['behind', 'overdue'], none: ['no_data'], idle: ['exempt', 'paused'], waiting: ['not_due'],
}
const isActive = (lamp: string | null) => lamp !== null && !['exempt', 'paused', 'not_due'].includes(lamp)
const isOnPace = (lamp: string | null) => lamp !== null && ['done', 'caught_up_late', 'ahead', 'on_pace', 'near_due'].includes(lamp)
const isBehind = (lamp: string | null) => lamp !== null && [...groupsOf.lag!, ...groupsOf.sev!].includes(lamp)

export interface Reading {
  /** A wrong token's reason; null where it says what the board says. */
  wrong: (text: string, origin: Origin) => string | null
  /** Figures listed one by one: cells, and totals of targets without cells. */
  listed: readonly (Figures & { target: string, area: string | null })[]
}

const numbersIn = (text: string): number[] => (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number)
const near = (a: number | undefined, b: number, by: number) => a !== undefined && Math.abs(a - b) <= by + 1e-6

const weights: Readonly<Record<string, number>> = { overdue: 9, behind: 8, slightly_behind: 7, no_data: 6, near_due: 5, caught_up_late: 1, done: 0 }
const weightOf = (lamp: string | null) => (lamp === null ? -1 : weights[lamp] ?? 4)

/** `before`: the board of the last meeting. */
export function readingOf({ board, plan }: Snapshot, targets: ReadonlyMap<string, Target>, before: Board | null): Reading {
  const withCells = new Set(board.cells.map(cell => cell.target))
  const listed = [...board.cells, ...board.targets.filter(row => !withCells.has(row.target)).map(row => ({ ...row, area: null }))]
  const count = (figures: readonly Figures[], group: string) => figures.filter(one => groupsOf[group]!.includes(one.lamp ?? '')).length
  const was = new Map(before?.rows.flatMap(row => (row.cells.length > 0 ? row.cells : [row.total])).map(one => [`${one.target} ${one.area}`, one.lamp]))
  const turns = listed.flatMap(one => { const old = was.get(`${one.target} ${one.area}`); return one.lamp === null || old === undefined ? [] : [{ old, now: one.lamp, step: weightOf(one.lamp) - weightOf(old) }] })
  const names: Readonly<Record<string, string>> = { 免考核: 'exempt', 暂缓: 'paused', 完成: 'done', 滞后补齐: 'caught_up_late', 逾期: 'overdue', 未填报: 'no_data', 未到期: 'not_due', 严重滞后: 'behind', 滞后: 'slightly_behind', 临期: 'near_due', 超前: 'ahead', 正常: 'on_pace' }
  const scaleOf = (target: Target) => (target.measure === 'rate' ? (target.unit.includes('‰') ? 1000 : 100) : target.measure === 'qualitative' || target.measure === 'milestone' ? 100 : 1)

  function expectedCount(key: string): number | null {
    const [what, name, more] = key.split(':') as [string, string, string | undefined]
    switch (what) {
      case 'targets':
        if (name === 'rows') return board.targets.length
        if (name === 'active') return board.targets.filter(one => isActive(one.lamp)).length
        if (name === 'onPace') return board.targets.filter(one => isOnPace(one.lamp)).length
        if (name === 'rate') return Math.floor(100 * board.targets.filter(one => isOnPace(one.lamp)).length / board.targets.filter(one => isActive(one.lamp)).length + 1e-7)
        if (name === 'more') return board.targets.filter(one => isBehind(one.lamp)).length - 6
        return count(board.targets, name)
      case 'cells':
        if (more === 'moved') return Math.abs(count(listed, name) - [...was.values()].filter(lamp => groupsOf[name]!.includes(lamp ?? '')).length)
        return name === 'all' ? listed.filter(one => one.lamp !== null).length : count(listed, name)
      case 'places':
        if (name === 'more') return plan.area.children!.filter(area => board.cells.some(cell => cell.area === area.code && isBehind(cell.lamp))).length - 5
        return plan.area.children!.length
      case 'area': {
        const column = board.cells.filter(cell => cell.area === name)
        const active = column.filter(cell => isActive(cell.lamp)).length
        if (more === 'active') return active
        if (more === 'rate') return Math.floor(100 * column.filter(cell => isOnPace(cell.lamp)).length / active + 1e-7)
        return count(column, more!)
      }
      case 'changes': {
        const turned = turns.filter(one => (name === 'worse' ? one.step > 0 : one.step < 0))
        if (more === undefined) return turned.length
        const [from, to] = more.split(/转|变为/)
        return turned.filter(one => one.now === names[to!] && (from === '' || one.old === names[from!])).length
      }
      case 'rank': return board.areas.filter(area => area.rank === Number(name)).length
      case 'target': return board.cells.filter(cell => cell.target === name && isBehind(cell.lamp)).length
      default: return null
    }
  }

  function wrong(text: string, origin: Origin): string | null {
    if ('count' in origin) {
      const expected = expectedCount(origin.count === 'places' ? 'places:all' : origin.count)
      return numbersIn(text)[0] === expected ? null : `${origin.count}: ${text}, not ${String(expected)}`
    }
    const figure = origin.area === null ? board.targets.find(one => one.target === origin.target) : board.cells.find(one => one.target === origin.target && one.area === origin.area)
    const target = targets.get(origin.target)
    if (figure === undefined || target === undefined) return `no figure ${origin.target} ${origin.area}`
    const { value, goal, progress, gap } = figure
    const numbers = numbersIn(text)
    const scale = scaleOf(target)
    const say = (isRight: boolean, expected: unknown) => (isRight ? null : `${origin.target} ${origin.area} ${origin.field}: ${text}, not ${String(expected)}`)
    switch (origin.field) {
      case 'progress': return text === '—' ? say(value === null || progress === null, progress) : say(near(numbers[0], 100 * progress!, 0.5), progress)
      case 'should': return text === '—' || progress === null || gap === null ? say(text === '—' || numbers.length === 1, 'one number') : say(near(numbers[0], 100 * (progress - gap), 0.5), progress - gap)
      case 'goal': return text === '—' ? say(target.measure === 'qualitative' || target.goal.value === null, target.goal.value) : say(target.measure === 'milestone' || near(numbers[0], target.goal.value!, 0.005), target.goal.value)
      case 'gap': return text === '' ? null : text.startsWith('差') ? say(near(numbers[0], figure.lamp === 'overdue' ? goal! - (value ?? 0) : -gap! * goal!, 1), -gap! * goal!) : say(near(numbers[0], -gap! * 100, 0.5), gap)
      case 'toGreen': return null
      case 'value': {
        if (text === '未填报') return say(value === null, value)
        const stages = target.measure === 'qualitative' ? qualitativeStages(target) : target.ladder ?? []
        const stage = stages.find(one => one.name === text)
        if (stage !== undefined) return say(target.measure !== 'qualitative' || near(stage.share, value!, 1e-9), value)
        const isRight = near(numbers[0], value! * scale, scale === 100 && target.measure !== 'rate' ? 1 : 0.05) && (numbers.length < 2 || target.unit.match(/\d/) !== null || near(numbers[1], goal! * scale, 0.05))
        return say(isRight, `${value! * scale} of ${goal}`)
      }
    }
  }
  return { wrong, listed }
}
