/** 议定事项跟踪单: one page for the next weeks, what each unit has promised and until when (CitiStat's one-page follow-up). Up to {@link mostFollowed} matters fit. */
import { zhDay } from '../wording/zhWhy'
import type { MeetingPaper, PromiseLine } from './meetingPaper'
import type { Outline, OutlineCell } from './outline'
import { zhFullDay } from './paperCaption'
import { reportDemoMark } from './reportOutline'
import { titleLines } from './reportTitle'

/** Lines of the table: the page holds these with title and foot. */
export const mostFollowed = 20
/** Points that the rows may take together: a row of one line, and each line more. */
const room = { rows: 420, row: 20, line: 15.5 }
/** Widths of the columns 编号 and 事项 together, the least and the most of 编号, and of a letter of 10.5 pt; letters on a line of 责任单位. */
const wide = { both: 81, least: 20, most: 44, letter: 3.9, unit: 6 }

const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign.codePointAt(0)! < 0x2000 ? 0.55 : 1), 0)

/** As much of a text as `lines` hold; what is cut off ends in …. */
function cut(text: string, lines: number, width: number): string {
  // Lines break before a word or a mark: a little is left at the end of each.
  const most = lines * width - (lines - 1)
  if (widthOf(text) <= most) return text
  let kept = ''
  for (const sign of text) {
    if (widthOf(kept + sign) > most - 1) break
    kept += sign
  }
  return `${kept}…`
}

/** How many lines each matter may take: one each, a second where it is needed and the page has room, the first first. */
function linesOf(texts: readonly string[], width: number): number[] {
  let left = Math.floor((room.rows - texts.length * room.row) / room.line)
  return texts.map(text => (widthOf(text) > width && left > 0 ? (left -= 1, 2) : 1))
}

export function followUpOutline(paper: MeetingPaper): Outline {
  const { facts, name, day, decisions, open } = paper
  const all: (PromiseLine & { isNew: boolean })[] = [...decisions.map(line => ({ ...line, isNew: true })), ...open.map(line => ({ ...line, isNew: false }))]
  const shown = all.slice(0, mostFollowed)
  const numbers = Math.min(wide.most, Math.max(wide.least, ...shown.map(line => Math.ceil(widthOf(line.number) * wide.letter) + 3)))
  const letters = Math.floor((wide.both - numbers) / wide.letter - 1)
  const lines = linesOf(shown.map(line => line.matter), letters)
  const caption = { ...facts.caption, scope: `议定 ${decisions.length} 件，以前未销号 ${open.length} 件`, review: '', rules: '销号才算兑现；过了时限未申请销号为逾期', legend: '✓已兑现 △待核销 ◆剩30天以内 ●剩30天以上 ■逾期' }
  return {
    title: titleLines([`${name}议定事项`, '跟踪单']), redHead: null, documentNumber: '', addressee: '',
    blocks: [{
      kind: 'table', table: {
        caption: `${facts.issuer}　${zhFullDay(day)}`,
        columns: [
          { head: '序号', width: 10, align: 'center' }, { head: '编号', width: numbers, align: 'center' }, { head: '事项', width: wide.both - numbers, align: 'left' }, { head: '责任单位', width: 26, align: 'left' }, { head: '时限', width: 21, align: 'center' }, { head: '状态', width: 26, align: 'center' },
        ],
        rows: shown.map((line, i): OutlineCell[] => [
          { text: String(i + 1) }, { text: cut(line.number, 1, wide.most / wide.letter) }, { text: cut(line.matter, lines[i]!, letters) }, { text: cut(line.lead, 1, wide.unit) }, { text: zhDay(line.due) },
          { text: line.stateText, ...(line.state.kind === 'overdue' && { tone: 'sev' as const }) },
        ]),
        note: all.length > shown.length ? `另有${all.length - shown.length}件，见督办台账。` : all.length === 0 ? '会议没有议定事项，以前的也都已销号。' : '',
      },
    }],
    annexes: [], office: '', date: '', copies: null, mark: facts.view.snapshot.seal.demo ? reportDemoMark : '', caption,
  }
}
