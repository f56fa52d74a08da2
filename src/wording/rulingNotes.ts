/** 注: decided rulings as footnotes of the figures that they are about, under the numbers that they have on the page of rulings. */
import type { Plan } from '../domain/plan'

const decided = (plan: Plan): { number: number, targets: readonly string[], question: string, decision: string }[] =>
  plan.rulings.flatMap(({ targets, question, decision, status }, i) => (status === 'decided' ? [{ number: i + 1, targets, question, decision }] : []))

/** （注1、3） behind a name; '' where nothing was decided about the target. */
export function noteMark(plan: Plan, target: string): string {
  const numbers = decided(plan).filter(one => one.targets.includes(target)).map(one => one.number)
  return numbers.length === 0 ? '' : `（注${numbers.join('、')}）`
}

/** One note a text: 注1：问题按：裁定. Those about the targets, the first `most` of them. */
export function notesOn(plan: Plan, targets: Iterable<string>, most = 12): string[] {
  const wanted = new Set(targets)
  const notes = decided(plan).filter(one => one.targets.some(target => wanted.has(target)))
  return [...notes.slice(0, most).map(({ number, question, decision }) => `注${number}：${question}按：${decision}`), ...notes.length > most ? [`另有 ${notes.length - most} 条注，见工作簿“口径”`] : []]
}

/** Several notes in a line, each ended. */
export const notesText = (notes: readonly string[]): string => notes.map(note => (/[。？！?!]$/u.test(note) ? note : `${note}。`)).join('')
