/** The report's tables and its chart: main tasks, slow figures one by one, on-pace rates of places. All slow first. */
import type { Row } from '../domain/board'
import { severityOf } from '../domain/changes'
import { isActiveLamp, isOnPaceLamp } from '../domain/lamp'
import { goalText } from '../wording/figureText'
import { lookOf } from '../wording/lampLook'
import { notesOn, notesText } from '../wording/rulingNotes'
import { zhDay } from '../wording/zhWhy'
import type { Field, OutlineCell, OutlineChart, OutlineTable } from './outline'
import { lineOf } from './paperFacts'
import type { PaperFacts, PaperLine } from './paperFacts'
import { placeOf, placeWord, reachedText, shapeMark, stepText, tight, unitWord } from './reportWords'

/** Rows of 表1: about a page. */
export const mostTasks = 24
/** Rows of the annex: some thirty pages. The workbook has them all. */
export const mostSlow = 600
/** Bars of one chart: more would not leave room for their figures. */
const mostBars = 25

const plain = (text: string): OutlineCell => ({ text })

const from = ({ figure }: PaperLine, field: Field, text: string): OutlineCell => ({ text, origin: { target: figure.target, area: figure.area, field } })

const toned = (line: PaperLine, cells: readonly OutlineCell[]): OutlineCell[] => {
  const { tone } = lookOf(line.lamp)
  return tone === 'sev' || tone === 'lag' ? cells.map(cell => ({ ...cell, tone })) : [...cells]
}

const percent = (share: number | null): string => (share === null ? '—' : `${share}%`)
const lampText = (line: PaperLine): string => `${shapeMark(lookOf(line.lamp).shape)} ${line.lampName}`

/** Rows by their own total, slow first; without those that nobody is asked for. Tasks without a figure stand among them only while they are off pace. */
export function slowestRows(facts: PaperFacts): PaperLine[] {
  const { view } = facts
  return view.board.rows.filter(({ target, total }) => total.lamp !== null && (target.measure !== 'qualitative' || (isActiveLamp(total.lamp) && !isOnPaceLamp(total.lamp))))
    .sort((a, b) => severityOf(b.total.lamp) - severityOf(a.total.lamp) || (a.total.gap ?? 0) - (b.total.gap ?? 0))
    .map(row => lineOf(view, row, row.total))
}

const goalOf = ({ target }: Row): string => { const { number, unit } = goalText(target); return number === '' ? '—' : `${number}${unit}` }

/** What was decided about the figure stands as a note below its table. */
const notesFor = ({ view: { index } }: PaperFacts, lines: readonly PaperLine[]): string => notesText(notesOn(index.plan, lines.map(line => line.row.target.id)))

/** 表1: the slowest tasks. */
export function taskTable(facts: PaperFacts, lines: readonly PaperLine[], caption: string): OutlineTable {
  return {
    caption,
    columns: [
      { head: '序号', width: 5.4, align: 'center' }, { head: '工作任务', width: 27, align: 'left' }, { head: `牵头${unitWord(facts)}`, width: 13, align: 'center' },
      { head: '全年目标', width: 12, align: 'center' }, { head: '实际完成', width: 13.2, align: 'center' }, { head: '形象', width: 7, align: 'center' }, { head: '灯', width: 13, align: 'center' },
    ],
    rows: lines.slice(0, mostTasks).map((line, i) => toned(line, [
      plain(String(i + 1)), plain(line.name + line.mark), plain(line.department), from(line, 'goal', goalOf(line.row)), from(line, 'value', reachedText(line.row, line.figure)),
      from(line, 'progress', line.figure.value === null ? '—' : percent(line.actual)), plain(lampText(line)),
    ])),
    note: (lines.length > mostTasks ? `有数量指标和拖后的任务共${lines.length}项，列最慢的${mostTasks}项。` : '') + notesFor(facts, lines.slice(0, mostTasks)),
  }
}

/** The annex: every figure that is off pace or not reported, worst first. The day of the steps stands in the head where it is one for all. */
export function slowTable(facts: PaperFacts): OutlineTable {
  const days = new Set(facts.slow.flatMap(line => (line.explanation.toGreen === null ? [] : [`${zhDay(line.explanation.toGreen.by)}前`])))
  const day = days.size === 1 ? [...days][0]! : ''
  const unit = facts.columns.length === 0 ? '项' : '格'
  return {
    caption: '',
    columns: [
      { head: '序号', width: 620, align: 'center' }, { head: '地方', width: 980, align: 'center' }, { head: '工作任务', width: 2150, align: 'left' }, { head: `牵头${unitWord(facts)}`, width: 1240, align: 'center' },
      { head: '完成/目标', width: 1600, align: 'center' }, { head: '应', width: 600, align: 'center' }, { head: '实', width: 600, align: 'center' }, { head: '差距', width: 1650, align: 'center' },
      { head: '灯', width: 1280, align: 'center' }, { head: `转绿最少${day === '' ? '' : `（${day}）`}`, width: 1760, align: 'left' }, { head: '备注', width: 1300, align: 'left' },
    ],
    rows: facts.slow.slice(0, mostSlow).map((line, i): OutlineCell[] => {
      const [name, lamp] = toned(line, [plain(line.name + line.mark), plain(lampText(line))])
      return [
        plain(String(i + 1)), plain(placeOf(facts, line)), name!, plain(line.department), from(line, 'value', tight(line.value)),
        from(line, 'should', percent(line.should)), from(line, 'progress', line.figure.value === null ? '—' : percent(line.actual)), from(line, 'gap', tight(line.short)),
        lamp!, from(line, 'toGreen', stepText(line.toGreen, day)), plain(line.note),
      ]
    }),
    note: (facts.slow.length > mostSlow ? `共${facts.slow.length}${unit}，列最慢的${mostSlow}${unit}，全部见工作簿。` : '') + notesFor(facts, facts.slow.slice(0, mostSlow)),
  }
}

/** 图1: on-pace rates, best first; places without anything to compare are left out. More places than a chart holds make more charts of one figure. */
export function rateCharts(facts: PaperFacts): OutlineChart[] {
  const lines = facts.standings.filter(line => line.rate !== null)
  if (lines.length < 2) return []
  const hasDark = lines.some(line => line.counts.sev > 0)
  const parts = Math.ceil(lines.length / mostBars)
  const size = Math.ceil(lines.length / parts)
  const caption = `各${placeWord(facts.columns)}达序率（%${hasDark ? '，深色的有严重滞后或逾期' : ''}）`
  return Array.from({ length: parts }, (_, part): OutlineChart => {
    const some = lines.slice(part * size, (part + 1) * size)
    return {
      caption: part === 0 ? `图1　${caption}` : `图1（续）　${caption}`, kind: 'bars', unit: '%', categories: some.map(line => line.short), top: 100,
      series: [{ name: '达序率', values: some.map(line => line.rate), dark: some.map(line => line.counts.sev > 0) }],
    }
  })
}
