/** Made-up notices in the shapes that real ones have: the numbering and the figures of a plan, with sentences of our own. */
import type { Plan, Target } from '../../src/domain/plan'
import { makePlan, makeTarget } from './makers'

export type Shape = 'listed' | 'items' | 'parts'
const han = (n: number): string => (n <= 10 ? '一二三四五六七八九十'[n - 1]! : `十${'一二三四五六七八九'[n - 11]!}`)

/** The section of a task by its place, as a plan writes it. */
const sectionOf = (shape: Shape, chapter: number, task: number): string =>
  (shape === 'listed' ? `二(${han(chapter)})${han(task)}` : shape === 'items' ? `${han(chapter)}${task}` : `${han(chapter)}(${han(task)})`)

export interface MadeTask { targets: readonly { name: string, figure: string }[] }

/** Targets of chapters of tasks, each with its section in the shape. */
export function targetsOf(shape: Shape, chapters: readonly (readonly MadeTask[])[]): Target[] {
  return chapters.flatMap((tasks, c) => tasks.flatMap(({ targets }, t) => targets.map(({ name, figure }, n) =>
    makeTarget({ id: `${c + 1}.${t + 1}-${n + 1}`, name, source: { section: sectionOf(shape, c + 1, t + 1), figure } }))))
}
export const planWith = (targets: Target[]): Plan => makePlan(targets)

/** The notice of these chapters: 二、→ (一) → 一是 within a paragraph, 一、→ 1., or 一、→ (一). */
export function noticeTextOf(shape: Shape, chapters: readonly (readonly MadeTask[])[]): string {
  const words = (task: MadeTask): string => task.targets.map(({ name, figure }) => `全年${name}${figure}，按月报送。`).join('')
  if (shape === 'listed') {
    const paragraphs = chapters.map((tasks, c) => `（${han(c + 1)}）做好第${c + 1}类工作。${tasks.map((task, t) => `${han(t + 1)}是办好这一类。${words(task)}`).join('')}`)
    return ['某市民政局工作要点', '一、上一年', '（一）上一年的工作。一是办了20个站。', '二、这一年', ...paragraphs].join('\n')
  }
  return ['某市民政局工作要点', ...chapters.flatMap((tasks, c) => [`${han(c + 1)}、做好第${c + 1}类工作`, ...tasks.map((task, t) => `${shape === 'items' ? `${t + 1}.` : `（${han(t + 1)}）`}办好这一件。${words(task)}`)])].join('\n\n')
}
