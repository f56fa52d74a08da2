/** What of a plan and its board can be found: targets, places, departments, chapters, sections, meetings, other plans. Pure. */
import type { Board, Figure } from '../../domain/board'
import { severityOf } from '../../domain/changes'
import type { Meeting } from '../../domain/meetings'
import type { PlanIndex } from '../../domain/plan'
import type { Messages } from '../../components/messages'
import { chapterTitle } from '../cuts/cutChips'
import { roleOf } from '../cuts/cutBoard'
import type { FoundItem } from './findItems'
import { plainText } from './findItems'
import type { FindWords } from './findWords'

export interface FindSources {
  index: PlanIndex
  board: Board
  meetings: readonly Meeting[]
  plans: readonly { id: string, area: string, title: string }[]
  /** What every way keeps of the address: the day, the knowledge and the ledger. */
  kept: Readonly<Record<string, string>>
  words: FindWords
  messages: Messages
}

const wordsOf = (...texts: (string | undefined)[]): string[] => [...new Set(texts.flatMap(text => (text === undefined || text === '' ? [] : [plainText(text)])))]
const rate = ({ onPace, active }: { onPace: number, active: number }): string => (active === 0 ? '—' : `${Math.floor(onPace / active * 100 + 1e-7)}%`)

export function planItems(sources: FindSources): FoundItem[] {
  const { index, board, kept, words, messages } = sources
  const path = `/plan/${index.plan.id}`
  const cardOf = (figures: readonly Figure[]) => {
    const worst = [...figures].sort((a, b) => severityOf(b.lamp) - severityOf(a.lamp))[0]
    return { path, query: { ...kept, cell: worst === undefined ? '' : `${worst.target}/${worst.lamp === null ? '' : worst.area ?? ''}` } }
  }
  const rows = new Map(board.rows.map(row => [row.target.id, row]))
  const figuresOf = (target: string): readonly Figure[] => { const row = rows.get(target)!; return row.cells.length > 0 ? row.cells : [row.total] }

  const targets = board.rows.map(({ target }): FoundItem => {
    const { task } = index.targets.get(target.id)!
    return {
      key: `target ${target.id}`, kind: 'target', name: target.name, note: `${target.id}　${index.departments.get(task.lead)?.name ?? ''}`,
      words: wordsOf(target.name, target.short, target.id, target.id.replace('-', '.')), open: cardOf(figuresOf(target.id)), second: { path: `${path}/target/${encodeURIComponent(target.id)}`, query: kept },
    }
  })
  const areas = index.columns.map(({ area }, j): FoundItem => {
    const standing = board.areas[j]!
    return {
      key: `area ${area.code}`, kind: 'area', name: area.name, note: standing.rank === null ? '' : words.standing(rate(standing), standing.rank),
      words: wordsOf(area.name, area.short, area.code), open: { path: `${path}/area/${area.code}`, query: kept }, second: { path, query: { ...kept, area: area.code } },
    }
  })
  const tasks = index.plan.chapters.flatMap(chapter => chapter.tasks)
  const departments = index.plan.departments.flatMap((one): FoundItem[] => {
    const roles = tasks.flatMap(task => task.targets.map(() => roleOf(task, one.id)))
    const lead = roles.filter(role => role === 'lead').length
    const assist = roles.filter(role => role === 'assist').length
    return lead + assist === 0 ? [] : [{ key: `department ${one.id}`, kind: 'department', name: one.name, note: words.parts(lead, assist), words: wordsOf(one.name, one.short), open: { path, query: { ...kept, department: one.id } } }]
  })
  const chapters = index.plan.chapters.flatMap((chapter, i): FoundItem[] => {
    const count = chapter.tasks.reduce((sum, task) => sum + task.targets.length, 0)
    const standing = board.chapters[i]!
    return count === 0 ? [] : [{ key: `chapter ${chapter.id}`, kind: 'chapter', name: chapterTitle(index, chapter.id, messages.language), note: words.chapter(count, rate(standing)), words: wordsOf(chapter.title, chapterTitle(index, chapter.id, messages.language), words.chapterNumber(chapter.id)), open: { path, query: { ...kept, chapter: chapter.id } } }]
  })
  const sections = tasks.flatMap((task): FoundItem[] => {
    const first = task.targets[0]
    return first === undefined ? [] : [{
      key: `section ${task.id}`, kind: 'section', name: `${task.section}　${task.title}`, note: task.id,
      words: wordsOf(task.id, task.section, task.targets.every(target => target.name !== task.title) ? task.title : undefined),
      open: cardOf(task.targets.flatMap(target => figuresOf(target.id))), second: { path: `${path}/target/${encodeURIComponent(first.id)}`, query: kept },
    }]
  })
  const meetings = sources.meetings.map(({ id, number, on, name }): FoundItem => ({
    key: `meeting ${id}`, kind: 'meeting', name: words.meeting(number), note: `${messages.date.day(on)}${name === '' ? '' : `　${name}`}`,
    words: wordsOf(words.meeting(number), name, messages.date.day(on), on, on.slice(5)), open: { path, query: { ...kept, at: on } },
  }))
  const plans = sources.plans.filter(plan => plan.id !== index.plan.id).map((plan): FoundItem => ({ key: `plan ${plan.id}`, kind: 'plan', name: `${plan.area} ${plan.title}`, note: '', words: wordsOf(plan.area, plan.title, plan.id), open: { path: `/plan/${plan.id}`, query: {} } }))
  return [...targets, ...areas, ...departments, ...chapters, ...sections, ...meetings, ...plans]
}
