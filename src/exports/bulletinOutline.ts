/** A bulletin as the outline of an official paper: the clerk's text as it stands, and the annex of its frozen board, slow first (practice.md 2.4). */
import { monthEnd } from '../domain/days'
import type { BulletinRun, BulletinText, TokenOrigin } from '../domain/meetingEvents'
import type { SnapshotView } from '../domain/snapshot'
import { lookOf } from '../wording/lampLook'
import { figureTokenText } from '../wording/tokenText'
import type { Block, Origin, Outline, OutlineCell, OutlineTable, Run } from './outline'
import { zhFullDay } from './paperCaption'
import type { PaperFacts, PaperLine } from './paperFacts'
import { factsOf } from './paperFacts'
import { reportDemoMark } from './reportOutline'
import { mostSlow } from './reportTables'
import { titleLines } from './reportTitle'
import { placeOf, shapeMark, tight } from './reportWords'

const fields = { value: 'value', goal: 'goal', completion: 'value', progress: 'progress', pace: 'should', gap: 'gap' } as const

const originOf = (origin: TokenOrigin): Origin => (origin.of === 'figure' ? { target: origin.target, area: origin.area, field: fields[origin.field] } : { count: origin.of === 'slips' ? `slips:${origin.count}` : origin.count })

const runOf = (run: BulletinRun): Run => (typeof run === 'string' ? run : { text: run.text, origin: originOf(run.origin) })

/** 1–8月实际完成; within a month 1–9月（至15日）. */
function actualHead(start: string, asOf: string): string {
  const month = Number(asOf.slice(5, 7))
  const span = asOf.slice(0, 7) === start.slice(0, 7) ? `${month}月` : `${Number(start.slice(5, 7))}–${month}月`
  return `${span}${monthEnd(asOf) === asOf ? '' : `（至${Number(asOf.slice(8))}日）`}实际完成`
}

/** Every slow figure, worst first: 序号, 项目, 责任单位, 目标任务, 1–N月实际完成, 完成率%, 备注. */
export function annexTable(facts: PaperFacts): OutlineTable {
  const { view: { board, index } } = facts
  const row = (line: PaperLine, i: number): OutlineCell[] => {
    const { figure, row: { target } } = line
    const tone = lookOf(line.lamp).tone
    const from = (field: 'value' | 'goal' | 'completion', text: string): OutlineCell => ({ text, origin: { target: figure.target, area: figure.area, field: fields[field] } })
    const shown = (text: string): OutlineCell => (tone === 'sev' || tone === 'lag' ? { text, tone } : { text })
    const remark = [`${shapeMark(lookOf(line.lamp).shape)}${line.lampName}`, tight(line.short), line.note].filter(text => text !== '').join('，')
    return [
      { text: String(i + 1) }, shown(line.name + line.mark), { text: [placeOf(facts, line), line.department].filter((text, at) => text !== '' && (at === 0 || figure.area === null)).join('，') }, from('goal', figure.goal === null ? '—' : figureTokenText(target, figure, 'goal')),
      from('value', figureTokenText(target, figure, 'value')), from('completion', figure.completion === null ? '—' : figureTokenText(target, figure, 'completion').replace('%', '')), shown(remark),
    ]
  }
  return {
    caption: '',
    columns: [
      { head: '序号', width: 620, align: 'center' }, { head: '项目', width: 3200, align: 'left' }, { head: '责任单位', width: 2000, align: 'center' }, { head: '目标任务', width: 1500, align: 'center' },
      { head: actualHead(index.plan.period.start, board.asOf), width: 2000, align: 'center' }, { head: '完成率%', width: 1100, align: 'center' }, { head: '备注', width: 3400, align: 'left' },
    ],
    rows: facts.slow.slice(0, mostSlow).map(row),
    note: facts.slow.length > mostSlow ? `共${facts.slow.length}项，列最慢的${mostSlow}项，全部见工作簿。` : '',
  }
}

/** 晋江市民政局关于｜2020年…｜推进情况的通报. */
function titleParts(title: string): string[] {
  const found = /^(.*?)(关于)(.+?)((?:推进|进展|落实)?情况的.{2,4}|的.{2,4})$/u.exec(title)
  return found === null ? [title] : found.slice(1)
}

/** `on`: the day that the paper says of itself. */
export function bulletinOutline(text: BulletinText, view: SnapshotView, on: string): Outline {
  const { seal } = view.snapshot
  const facts = factsOf(view)
  const blocks = text.blocks.flatMap((block): Block[] => (block.kind === 'heading' ? (block.text.trim() === '' ? [] : [{ kind: 'heading', level: block.level, text: block.text }]) : block.runs.length === 0 ? [] : [{ kind: 'paragraph', runs: block.runs.map(runOf) }]))
  const hasAnnex = text.hasAnnex && facts.slow.length > 0
  const addressee = text.addressee.trim().replace(/[：:]$/u, '')
  return {
    title: titleLines(titleParts(text.title)), redHead: null, documentNumber: text.number, addressee: addressee === '' ? '' : `${addressee}：`, blocks,
    annexes: hasAnnex ? [{ name: `慢于时序的任务明细（${facts.slow.length}${facts.columns.length === 0 ? '项' : '格'}，慢的在前）`, table: annexTable(facts) }] : [],
    office: facts.issuer, date: zhFullDay(on), copies: null, mark: seal.demo ? reportDemoMark : '', caption: facts.caption,
  }
}
