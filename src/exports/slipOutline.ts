/** The form of a slip (督办单, 工作提示单) as the outline of an official paper: matter, stamps of every step, closure, lines to sign on. */
import type { Board } from '../domain/board'
import type { Meeting } from '../domain/meetings'
import type { PlanIndex } from '../domain/plan'
import type { RulePack } from '../domain/rulePack'
import type { Slip, SlipPast } from '../domain/slip'
import { explainFigure } from '../domain/explain'
import { numberText, shortfallOf } from '../wording/figureText'
import { zhValue } from '../wording/figureWords'
import { zhSlipSteps } from '../wording/slipWords'
import { lampNameOf } from '../wording/ruleWords'
import { zhDay, zhShouldActual, zhToGreen } from '../wording/zhWhy'
import type { Block, Outline, OutlineCell, OutlineColumn } from './outline'
import { outlineHtml, outlineStyle } from './outlineHtml'
import type { Tell } from './paper'
import { tellNobody } from './paper'
import { demoMark, zhFullDay } from './paperCaption'
import { printPage } from './printPage'
import { reportDemoMark } from './reportOutline'

/** What a slip's form needs besides the slip. Nothing is read from the screen or the clock. */
export interface SlipSetting {
  /** The plan as set up: names of units. */
  index: PlanIndex
  /** The board of `asOf`, for slips about its figures. */
  board: Board
  meetings: readonly Meeting[]
  names: RulePack['names']
  /** Who issues: 晋江市民政局. */
  office: string
  asOf: string
  isDemo: boolean
  /** Of the program. */
  version: string
}

const columnsOf = (...heads: readonly (readonly [head: string, width: number, align?: OutlineColumn['align']])[]): OutlineColumn[] => heads.map(([head, width, align = 'left']) => ({ head, width, align }))
const cells = (...texts: string[]): OutlineCell[] => texts.map(text => ({ text }))
const tableOf = (columns: OutlineColumn[], rows: OutlineCell[][], caption = ''): Block => ({ kind: 'table', table: { caption, columns, rows, note: '' } })

/** 工作提示单 of a plain level, else the pack's name with the level: 督办单（黄单）. */
function slipTitle(slip: Slip, names: RulePack['names']): string {
  const level = slip.order.levels.find(one => one.id === slip.level)
  if (level === undefined) return names.slip
  return level.ink === 'plain' ? `${level.word.replace(/单$/u, '')}单` : `${names.slip}（${level.word}）`
}

const unitName = (index: PlanIndex, id: string | null): string => (id === null ? '' : index.departments.get(id)?.name ?? index.areas.get(id)?.area.name ?? id)

/** Where the figure stands on the day: 应, 实, 差, 转绿最少; '' for a free matter. */
function standsAt(slip: Slip, { index, board, meetings, asOf }: SlipSetting): string {
  const row = board.rows.find(one => one.target.id === slip.order.target)
  const figure = slip.order.area === undefined ? row?.total : row?.cells.find(cell => cell.area === slip.order.area)
  if (row === undefined || figure === undefined) return ''
  const explanation = explainFigure(index.plan, row, figure, asOf, meetings.map(meeting => meeting.on))
  const shortfall = shortfallOf(row.target, figure)
  const toGreen = zhToGreen(explanation, row.target)
  return [
    `截至${zhDay(asOf)} ${zhValue(row, figure)}`, zhShouldActual(explanation), shortfall === null ? '' : `差 ${numberText(shortfall)} ${row.target.unit}`, figure.lamp === null ? '' : lampNameOf(row.rules, figure.lamp), toGreen === null ? '' : `转绿最少：${toGreen}`,
  ].filter(text => text !== '').join('；')
}

/** What a step said, beside its name. */
function wordsOf(slip: Slip, past: SlipPast): string {
  const extension = slip.extensions.find(one => one.event === past.event)
  if (extension !== undefined) return `${zhDay(extension.from)}改到${zhDay(extension.due)}：${extension.reason}${extension.progress === '' ? '' : `（进展：${extension.progress}）`}`
  const wordOf = (level: string): string => slip.order.levels.find(one => one.id === level)?.word ?? level
  switch (past.step) {
    case 'issue': return ''
    case 'settle_extension': {
      const settled = slip.extensions.findLast(one => one.settledAt === past.at && one.settledReason === past.text)
      return `${settled?.verdict === 'granted' ? `同意延至${zhDay(settled.settledDue!)}` : '不同意延期'}${past.text === '' ? '' : `：${past.text}`}`
    }
    case 'escalate': return `升为${wordOf(past.level)}${past.text === '' ? '' : `：${past.text}`}`
    case 'reply': {
      const reply = slip.replies.find(one => one.event === past.event)
      return `${past.text}${reply !== undefined && reply.evidence.length > 0 ? `（附件 ${reply.evidence.length} 份）` : ''}${typeof reply?.returned === 'string' ? `（已退回：${reply.returned}）` : ''}`
    }
    case 'apply': return `${past.text}${past.event === slip.past.findLast(one => one.step === 'apply')?.event && slip.acceptance !== '' ? `；验收：${slip.acceptance}` : ''}`
    default: return past.text
  }
}

/** The five stamps: 交办 签收 反馈 办结 销号. */
function stampsOf(slip: Slip): string[] {
  const reply = slip.replies.findLast(one => one.returned === null)
  return [slip.issued, slip.receivedOn, reply?.at ?? null, slip.appliedOn, slip.closedOn].map(day => (day === null ? '—' : zhFullDay(day)))
}

export function slipOutline(slip: Slip, setting: SlipSetting): Outline {
  const { index, names, office, asOf, isDemo, version, meetings } = setting
  const { order } = slip
  const area = order.area === undefined ? '' : unitName(index, order.area)
  const meeting = meetings.find(one => one.id === order.meeting)
  const stands = standsAt(slip, setting)
  const lines: readonly (readonly [string, string])[] = [
    ['事项', [area, order.title, ...(order.items ?? [])].filter(text => text !== '').join('　')],
    ...(stands === '' ? [] : [['进度', stands] as const]),
    ['依据', [order.basis, meeting === undefined || order.basis.includes(meeting.name) ? '' : meeting.name].filter(text => text !== '').join('；')],
    ['要求', order.request],
    ['牵头', unitName(index, order.lead)], ['协办', order.assist.map(id => unitName(index, id)).join('、') || '—'],
    ['时限', `${zhFullDay(slip.due)}${slip.due === order.due ? '' : `（原 ${zhFullDay(order.due)}）`}`],
    ...(order.closure.length === 0 ? [] : [['销号要件', order.closure.map(one => `${slip.met.includes(one) ? '√' : '□'} ${one}`).join('　')] as const]),
    ['交办', `${office}　${zhFullDay(slip.issued)}`],
  ]
  return {
    title: [slipTitle(slip, names)], redHead: null, documentNumber: `编号 ${order.number}`, addressee: '',
    blocks: [
      tableOf(columnsOf(['项目', 1.3, 'center'], ['内容', 7]), lines.map(line => cells(...line))),
      tableOf(columnsOf(['交办', 1, 'center'], ['签收', 1, 'center'], ['反馈', 1, 'center'], ['办结', 1, 'center'], ['销号', 1, 'center']), [cells(...stampsOf(slip))]),
      ...(slip.past.length > 1 ? [tableOf(columnsOf(['日期', 2, 'center'], ['步骤', 2, 'center'], ['单位', 3], ['说明', 9]), slip.past.slice(1).map(past => cells(zhDay(past.at), zhSlipSteps[past.step], unitName(index, past.unit), wordsOf(slip, past))))] : []),
      tableOf(columnsOf(['牵头单位（章）', 1, 'center'], ['核验', 1, 'center'], ['签字', 1, 'center']), [cells('　', '　', '　'), cells('　年　月　日', '　年　月　日', '　年　月　日')]),
    ],
    annexes: [], office: '', date: '', copies: null, mark: isDemo ? reportDemoMark : '', caption: null,
    foot: [[isDemo ? demoMark : '', `截至${zhFullDay(asOf)}`, `挂图 ${version}`].filter(text => text !== '').join('　')],
  }
}

/** A DOCX of one slip or several, each on a page of its own; the writer loads when it is asked for. Rejects with RangeError where there is none. */
export async function slipFormFile(slips: readonly Slip[], setting: SlipSetting, tell: Tell = tellNobody): Promise<Uint8Array> {
  const { documentOf } = await import('./paperFile')
  return documentOf(slips.map(slip => slipOutline(slip, setting)), tell)
}

/** The same for print: a page of HTML. */
export function slipFormHtml(slips: readonly Slip[], setting: SlipSetting): Uint8Array {
  const outlines = slips.map(slip => slipOutline(slip, setting))
  const title = outlines.length === 1 ? `${outlines[0]!.title.join('')} ${slips[0]!.order.number}` : `${setting.names.slip} ${outlines.length} 张`
  return printPage(title, outlineStyle({ mark: setting.isDemo ? reportDemoMark : '', redHead: null }), outlines.map(outlineHtml).join(''), 'A4')
}
