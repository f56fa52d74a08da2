/** What a cut consists of, in words, one part a chip. Pure. */
import type { PlanIndex } from '../../domain/plan'
import { chineseNumeral } from '../../wording/boardSections'
import { columnsOf } from '../../wording/columnGroups'
import type { LampGroup } from '../../wording/lampLook'
import type { Messages } from '../../components/messages'
import type { Cut } from '../useBoardQuery'
import { cutNames } from '../useBoardQuery'
import type { CutBoard } from './cutBoard'
import type { CutWords } from './cutWords'

export interface CutChip { part: typeof cutNames[number] | 'lamp', name: string, more: string }

/** The title of a chapter as it stands on the board: 二、提升养老品质. */
export function chapterTitle(index: PlanIndex, id: string, language: Messages['language']): string {
  const place = index.plan.chapters.findIndex(chapter => chapter.id === id)
  const title = index.plan.chapters[place]?.title ?? id
  return language === 'en' ? `${id}. ${title}` : `${chineseNumeral(place + 1)}、${title}`
}

/** `index` is that of the whole plan. */
export function cutChips(index: PlanIndex, cut: Cut, cutBoard: CutBoard | null, lamp: LampGroup | null, words: CutWords, messages: Messages): CutChip[] {
  const of: Record<CutChip['part'], () => [name: string, more: string] | null> = {
    chapter: () => (cut.chapter === undefined ? null : [chapterTitle(index, cut.chapter, messages.language), '']),
    department: () => (cut.department === undefined ? null : [index.departments.get(cut.department)?.name ?? cut.department, cutBoard?.roles === null || cutBoard === null ? '' : words.parts(cutBoard.roles.lead, cutBoard.roles.assist)]),
    area: () => (cut.area === undefined ? null : [index.areas.get(cut.area)?.area.name ?? cut.area, '']),
    group: () => (cut.group === undefined || cut.area !== undefined ? null : [cut.group, String(columnsOf(index.columns).groups.find(group => group.name === cut.group)?.count ?? '')]),
    lamp: () => (lamp === null ? null : [messages.group[lamp], '']),
  }
  return [...cutNames, 'lamp' as const].flatMap(part => { const text = of[part](); return text === null ? [] : [{ part, name: text[0], more: text[1] }] })
}
