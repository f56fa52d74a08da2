/** The board as a table to be taken elsewhere: CSV for spreadsheets and programs, Markdown for pasting. */
import { signs } from '../charts/lampInk'
import type { Figure, Row } from '../domain/board'
import { explainFigure } from '../domain/explain'
import { unitText } from '../wording/figureText'
import { faceOf, totalText } from '../wording/cellFace'
import { wholeName } from '../wording/columnGroups'
import { areaNameOf } from '../wording/figureWords'
import { csvOf, withoutForbidden } from '../wording/safeText'
import { lampNameOf } from '../wording/ruleWords'
import { notesOn } from '../wording/rulingNotes'
import { lookOf } from '../wording/lampLook'
import { captionLine } from './paperCaption'
import type { PaperFacts } from './paperFacts'

const heads = ['目标', '地方', '任务', '实际', '完成率（%）', '时序（%）', '差距（百分点）', '灯', '填报日', '单位', '主责', '编号']

const tidy = (value: number): number => Number(value.toFixed(6))
const percent = (share: number | null): number | '' => (share === null ? '' : tidy(share * 100))

/** In the unit that stands beside it; shares in per cent. */
function amount({ target }: Row, value: number | null): number | '' {
  if (value === null) return ''
  if (target.measure === 'rate') return tidy(value * (target.unit.includes('‰') ? 1000 : 100))
  return target.measure === 'milestone' || target.measure === 'qualitative' ? percent(value) : tidy(value)
}

const unitOf = ({ target }: Row): string => (target.measure === 'milestone' || target.measure === 'qualitative' ? '%' : unitText(target))

/** One line a figure: a row's total, then the places that are asked or have a value. What the papers say of themselves comes last. */
export function boardCsv(facts: PaperFacts): string {
  const { view: { index, board, meetings }, caption } = facts
  const days = meetings.map(meeting => meeting.on)
  const lineOf = (row: Row, figure: Figure, lead: string): (string | number)[] => {
    const { should } = explainFigure(index.plan, row, figure, board.asOf, days)
    return [
      row.target.name, areaNameOf(index, row, figure), amount(row, figure.goal), amount(row, figure.value), percent(figure.completion), percent(should), percent(figure.gap),
      figure.lamp === null ? '' : lampNameOf(row.rules, figure.lamp), figure.at ?? '', unitOf(row), lead, row.target.id,
    ]
  }
  const lines = board.rows.flatMap(row => {
    const lead = index.departments.get(index.targets.get(row.target.id)?.task.lead ?? '')?.name ?? ''
    return [row.total, ...row.cells.filter(cell => cell.asked || cell.value !== null)].map(figure => lineOf(row, figure, lead))
  })
  const foot: (string | number)[][] = [
    [], ['口径'], ['文件', `${facts.issuer}　${facts.title}　${facts.documentNumber}`], ['截至', `${caption.asOf}，${caption.knownAt}`], ['范围', caption.scope], ['审核', caption.review], ['规则', caption.rules], ['版本', caption.version], ['校验码', caption.code],
    ...notesOn(index.plan, index.targets.keys(), 400).map(note => ['注', note]),
    ...(caption.demo === '' ? [] : [['注意', caption.demo]]),
  ]
  return csvOf([heads, ...lines, ...foot])
}

/** Text inside a Markdown table: no line break, nothing that opens a column, a tag or an emphasis. */
export const markdownText = (text: string): string => withoutForbidden(text).replace(/\s+/g, ' ').replace(/[\\|`*_[\]]/g, '\\$&').replaceAll('<', '&lt;')

function cellText(row: Row, figure: Figure): string {
  const { shape, main, sub } = faceOf(row, figure, 'narrow', 46)
  // What is not reported stands as its sign alone: a goal beside it would read as a figure.
  return [shape === null ? '' : signs[shape], figure.value === null ? '' : `${main}${sub}`].filter(text => text !== '').join(' ')
}

function totalCell(row: Row): string {
  const { main, sub } = totalText(row)
  const { lamp } = row.total
  return [lamp === null ? '' : signs[lookOf(lamp).shape], `${main}${sub}`].filter(text => text !== '').join(' ')
}

/** Targets by places with sign and number, and under it the caption in one line. */
export function boardMarkdown(facts: PaperFacts): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(markdownText).join(' | ')} |`
  const names = ['编号', '目标', '全年', wholeName(facts.place), ...facts.columns.map(column => column.short)]
  const goal = (row: Row): string => (row.target.measure === 'qualitative' || row.target.measure === 'milestone' ? '' : row.total.goal === null ? '—' : `${row.target.goal.op === '<=' ? '≤' : ''}${amount(row, row.total.goal)} ${row.target.unit}`)
  const lines = facts.sections.flatMap(section => [
    line([`${section.numeral}`, `${section.chapter.title}`, '', '', ...facts.columns.map(() => '')]),
    ...[...section.figures, ...section.folded].map(({ row, number }) => line([number, row.target.name, goal(row), totalCell(row), ...facts.columns.map((_, i) => { const cell = row.cells[i]; return cell === undefined ? '' : cellText(row, cell) })])),
  ])
  const { caption } = facts
  return `${[
    `**${markdownText(`${facts.issuer} ${facts.title}`)}**`, '', ...(caption.demo === '' ? [] : [`**${caption.demo}**`, '']),
    line(names), `| --- | --- | ---: | ---: |${facts.columns.map(() => ' ---: |').join('')}`, ...lines, '', markdownText(captionLine(caption)), '', markdownText(caption.legend), ...notesOn(facts.view.index.plan, facts.view.index.targets.keys(), 400).flatMap(note => ['', markdownText(note)]),
  ].join('\n')}\n`
}
