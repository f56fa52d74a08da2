/** What stands over a page of the big screen. */
import type { Board } from '../../domain/board'
import type { Meeting } from '../../domain/meetings'
import { nextMeeting } from '../../domain/meetings'
import type { PlanIndex } from '../../domain/plan'
import { ownLevelName } from '../../wording/columnGroups'
import type { Messages } from '../../components/messages'
import type { WallEntry, WallPage } from '../../components/screen/wallPages'
import type { WallWords } from '../../components/screen/wallWords'
import { daysBetween } from '../../domain/days'

export interface PageTitle { title: string, sub: string, isSmall: boolean }

export interface TitleSources { index: PlanIndex, board: Board, lastMeeting: Meeting | null, meetings: readonly Meeting[], unreported: { cells: number, places: number }, messages: Messages, words: WallWords }

const chaptersOf = (entries: readonly WallEntry[], { messages, words }: TitleSources): string =>
  words.chapters(entries.flatMap(entry => (entry.kind === 'chapter' ? [messages.language === 'en' ? entry.section.chapter.id : entry.section.numeral] : [])))

export function titleOf(page: WallPage, sources: TitleSources): PageTitle {
  const { index, board, lastMeeting, meetings, unreported, messages, words } = sources
  const comma = messages.language === 'en' ? ', ' : '，'
  const { day } = messages.date
  switch (page.kind) {
    case 'overview': return {
      title: words.plan(index.plan.area.name, index.plan.title), isSmall: false,
      sub: [words.asOf(day(board.asOf)), lastMeeting === null ? '' : words.sinceMeeting(day(lastMeeting.on), daysBetween(lastMeeting.on, board.asOf))].filter(part => part !== '').join(comma),
    }
    case 'matrix': {
      const { part } = page
      const first = part.columns[0]?.column.short ?? ''
      const which = part.isWhole ? '' : part.groups.length > 0 ? part.groups.map(group => words.group(group.name, group.count, part.part, part.parts)).join('　') : words.span(first, part.columns.at(-1)?.column.short ?? first)
      return { title: [words.wall, which].filter(text => text !== '').join('　'), sub: `${chaptersOf(page.entries, sources)}${messages.language === 'en' ? '; ' : '；'}${words.wallNote}`, isSmall: true }
    }
    case 'lines': return { title: words.own(ownLevelName(index.plan.area.name)), sub: chaptersOf(page.columns.flat(), sources), isSmall: true }
    case 'item': return { title: words.item[page.tone], sub: words.item.place(page.place, page.of), isSmall: true }
    case 'unreported': {
      const next = nextMeeting(meetings, board.asOf)
      return { title: words.unreported.title, sub: unreported.cells === 0 ? '' : [words.unreported.count(unreported.cells, unreported.places), next === null ? '' : words.unreported.until(day(next.on))].filter(part => part !== '').join(comma), isSmall: true }
    }
  }
}
