/** 议定事项跟踪单: one page for the next weeks, what each unit has promised and until when (CitiStat's one-page follow-up). Up to {@link mostFollowed} matters fit. */
import { zhDay } from '../wording/zhWhy'
import type { MeetingPaper, PromiseLine } from './meetingPaper'
import type { Outline, OutlineCell } from './outline'
import { zhFullDay } from './paperCaption'
import { reportDemoMark } from './reportOutline'
import { titleLines } from './reportTitle'

/** Lines of the table: the page holds these with title and foot. */
export const mostFollowed = 20
/** Lines of text in all rows together, and letters of 10.5 pt on a line of the columns 事项 and 责任单位. */
const lineBudget = 24
const wide = { matter: 17, unit: 7 }

const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign.codePointAt(0)! < 0x2000 ? 0.55 : 1), 0)

/** As much of a text as `lines` hold; what is cut off ends in …. */
function cut(text: string, lines: number, width: number): string {
  // Lines break before a word or a mark: a little is left at the end of each.
  const room = lines * width - (lines - 1)
  if (widthOf(text) <= room) return text
  let kept = ''
  for (const sign of text) {
    if (widthOf(kept + sign) > room - 1) break
    kept += sign
  }
  return `${kept}…`
}

/** How many lines each matter may take: one each, a second where it is needed and the page has room, the first first. */
function linesOf(texts: readonly string[]): number[] {
  let left = lineBudget - texts.length
  return texts.map(text => (widthOf(text) > wide.matter && left > 0 ? (left -= 1, 2) : 1))
}

export function followUpOutline(paper: MeetingPaper): Outline {
  const { facts, name, day, decisions, open } = paper
  const all: (PromiseLine & { isNew: boolean })[] = [...decisions.map(line => ({ ...line, isNew: true })), ...open.map(line => ({ ...line, isNew: false }))]
  const shown = all.slice(0, mostFollowed)
  const lines = linesOf(shown.map(line => line.matter))
  const caption = { ...facts.caption, scope: `议定 ${decisions.length} 件，以前未销号 ${open.length} 件`, review: '', rules: '销号才算兑现；过了时限未申请销号为逾期', legend: '✓已兑现 △待核销 ◆剩30天以内 ●剩30天以上 ■逾期' }
  return {
    title: titleLines([`${name}议定事项`, '跟踪单']), redHead: null, documentNumber: '', addressee: '',
    blocks: [{
      kind: 'table', table: {
        caption: `${facts.issuer}　${zhFullDay(day)}`,
        columns: [
          { head: '序号', width: 7, align: 'center' }, { head: '编号', width: 20, align: 'center' }, { head: '事项', width: 66, align: 'left' }, { head: '责任单位', width: 28, align: 'left' }, { head: '时限', width: 17, align: 'center' }, { head: '状态', width: 20, align: 'center' },
        ],
        rows: shown.map((line, i): OutlineCell[] => [
          { text: String(i + 1) }, { text: cut(line.number, 1, 9) }, { text: cut(line.matter, lines[i]!, wide.matter) }, { text: cut(line.lead, 1, wide.unit) }, { text: zhDay(line.due) },
          { text: line.stateText, ...(line.state.kind === 'overdue' && { tone: 'sev' as const }) },
        ]),
        note: all.length > shown.length ? `另有${all.length - shown.length}件，见督办台账。` : all.length === 0 ? '会议没有议定事项，以前的也都已销号。' : '',
      },
    }],
    annexes: [], office: '', date: '', copies: null, mark: facts.view.snapshot.seal.demo ? reportDemoMark : '', caption,
  }
}
