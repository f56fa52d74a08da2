/** 进度专报: the progress report as the outline of an official paper. Pure: from the facts of a snapshot and a choice, nothing else. */
import { dayOfMoment } from '../domain/days'
import { chineseNumeral } from '../wording/boardSections'
import type { Block, Outline, Run } from './outline'
import type { PaperChoice } from './paper'
import { zhFullDay } from './paperCaption'
import type { PaperFacts } from './paperFacts'
import { cellsSentence, changeParagraphs, isSilent, nextParagraphs, opening, placeParagraphs, ratesSentence, silentSentence, targetsSentence, taskParagraphs, unitOf } from './reportProse'
import type { Pointing } from './reportProse'
import { rateCharts, slowestRows, slowTable, taskTable } from './reportTables'
import { titleLines } from './reportTitle'
import { placeWord } from './reportWords'

/** On top of every page of a paper with demo figures. */
export const reportDemoMark = '演示数据，不作公文使用'

const paragraph = (runs: readonly Run[]): Block[] => (runs.length === 0 ? [] : [{ kind: 'paragraph', runs }])

/** Parts under their numerals: one that says nothing takes no numeral. */
function numbered(parts: readonly { title: string, blocks: readonly Block[] }[]): Block[] {
  return parts.filter(part => part.blocks.length > 0).flatMap(({ title, blocks }, i): Block[] => [{ kind: 'heading', level: 1, text: `${chineseNumeral(i + 1)}、${title}` }, ...blocks])
}

/** Sub-parts under （一）（二）; a single one stands without a heading of its own. */
function subParts(parts: readonly { title: string, paragraphs: readonly (readonly Run[])[] }[]): Block[] {
  const said = parts.map(part => ({ title: part.title, blocks: part.paragraphs.flatMap(paragraph) })).filter(part => part.blocks.length > 0)
  if (said.length < 2) return said.flatMap(part => part.blocks)
  return said.flatMap(({ title, blocks }, i): Block[] => [{ kind: 'heading', level: 2, text: `（${chineseNumeral(i + 1)}）${title}` }, ...blocks])
}

function problems(facts: PaperFacts, lines: ReturnType<typeof slowestRows>, pointing: Pointing): Block[] {
  if (facts.slow.length === 0) return paragraph(['没有滞后、逾期和未填报的任务。'])
  return subParts([
    { title: `分${placeWord(facts.columns)}情况`, paragraphs: placeParagraphs(facts, pointing) },
    { title: '分任务情况', paragraphs: taskParagraphs(facts, lines) },
    { title: '未填报情况', paragraphs: [silentSentence(facts, pointing)] },
  ])
}

const slowName = ({ slow }: PaperFacts): string => {
  const silent = slow.filter(line => line.lamp === 'no_data').length
  return silent === 0 ? '滞后任务明细表' : silent === slow.length ? '未填报任务明细表' : '滞后和未填报任务明细表'
}

/** The office that prints: 晋江市民政局办公室 of 晋江市民政局 and 局办公室. */
const printedBy = (issuer: string, office: string): string => (office === '' || office.startsWith(issuer) ? office || issuer : `${issuer}${office.startsWith(issuer.at(-1)!) ? office.slice(1) : office}`)

export function reportOutline(facts: PaperFacts, choice: PaperChoice): Outline {
  const { seal } = facts.view.snapshot
  const lines = slowestRows(facts)
  const silent = isSilent(facts)
  const charts = silent || !choice.parts.has('standing') ? [] : rateCharts(facts)
  const hasAnnex = facts.slow.length > 0 && !silent && choice.parts.has('annex')
  const pointing = hasAnnex ? '，见附件' : ''
  const day = zhFullDay(seal.demo ? seal.asOf : dayOfMoment(Date.parse(seal.madeAt)))
  const table = taskTable(facts, lines, '表1　主要任务进度（慢的在前）')
  const refers = [...(table.rows.length > 0 ? ['主要任务进度见表1'] : []), ...(charts.length > 0 ? [`各${placeWord(facts.columns)}达序率见图1`] : [])]
  const overview: Block[] = silent
    ? paragraph(targetsSentence(facts))
    : [
        ...paragraph(targetsSentence(facts)), ...paragraph(cellsSentence(facts)), ...paragraph([...ratesSentence(facts), ...(refers.length > 0 ? [`${refers.join('，')}。`] : [])]),
        ...(table.rows.length > 0 ? [{ kind: 'table', table } as const] : []), ...charts.map(chart => ({ kind: 'chart', chart }) as const),
      ]
  return {
    title: titleLines([facts.issuer, '关于', facts.title, '推进情况的报告']),
    redHead: choice.hasRedHead ? `${facts.issuer}文件` : null, documentNumber: choice.documentNumber, addressee: choice.addressee === '' ? '' : `${choice.addressee.replace(/[：:]$/u, '')}：`,
    blocks: [
      ...paragraph(opening(facts)),
      ...numbered([
        { title: '总体情况', blocks: overview },
        { title: '存在问题', blocks: silent ? [] : problems(facts, lines, pointing) },
        { title: '会后变化', blocks: silent || !choice.parts.has('changes') ? [] : changeParagraphs(facts).flatMap(paragraph) },
        { title: '下一步工作', blocks: nextParagraphs(facts, pointing).flatMap(paragraph) },
      ]),
    ],
    annexes: hasAnnex ? [{ name: `${slowName(facts)}（${facts.slow.length}${unitOf(facts)}）`, table: slowTable(facts) }] : [],
    office: facts.issuer, date: day,
    copies: choice.hasRedHead ? { to: '', by: printedBy(facts.issuer, choice.office), on: `${day}印发` } : null,
    mark: seal.demo ? reportDemoMark : '', caption: facts.caption,
  }
}
