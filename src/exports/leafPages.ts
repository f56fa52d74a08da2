/** Print pages of one target or one township: its course, its cells, why, and where it stands in the notice. */
import type { Figure, Row } from '../domain/board'
import { goalText, percentText } from '../wording/figureText'
import { areaNameOf, zhValue } from '../wording/figureWords'
import { groupOf, lampGroups, lookOf } from '../wording/lampLook'
import { groupShortOf, lampNameOf } from '../wording/ruleWords'
import { chartSvg } from './chartSvg'
import type { OutlineChart } from './outline'
import { captionLine, zhFullDay, zhMoment } from './paperCaption'
import type { PaperCurve } from './paperCurve'
import type { PaperFacts, PaperLine, StandingLine } from './paperFacts'
import { lineOf, redItemOf } from './paperFacts'
import { xml } from './svgText'
import { dueText } from './wallLines'
import { shapeAt, shapeInk } from './wallSvgInk'

const sansPrint = "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC',SimHei,sans-serif"

export const leafStyle = (cssCaption: string): string => `@page leaf{size:210mm 297mm;margin:15mm 17mm 17mm 20mm;@bottom-left{content:${cssCaption};font:8pt ${sansPrint};color:#454B53;width:78%}@bottom-right{content:"第 " counter(page) " 页，共 " counter(pages) " 页";font:8pt ${sansPrint};color:#454B53}@top-right{content:none}}
@page leaf:left{@bottom-left{content:${cssCaption};font:8pt ${sansPrint};color:#454B53;padding:0;vertical-align:middle}}
@page leaf:right{@bottom-right{content:"第 " counter(page) " 页，共 " counter(pages) " 页";font:8pt ${sansPrint};color:#454B53;padding:0;vertical-align:middle}}
.leaf{page:leaf;break-before:page;font:10pt/1.5 ${sansPrint};color:#1A1E23;font-variant-numeric:tabular-nums lining-nums}
.leaf header{border-bottom:1.5pt solid #1A1E23;padding-bottom:6pt;margin-bottom:8pt;display:flex;justify-content:space-between;align-items:flex-end;gap:12pt}
.leaf h1{font:700 20pt/1.3 'Noto Serif CJK SC',STZhongsong,SimSun,serif;margin:0}
.leaf .sub{margin:2pt 0 0;color:#454B53}
.leaf .mark{border:.8pt dashed #656B73;border-radius:9pt;padding:1pt 8pt;white-space:nowrap;font-weight:600}
.leaf h2{font-size:11pt;margin:9pt 0 3pt;break-after:avoid}
.leaf p{margin:0}
.leaf svg.curve,.leaf figure svg{display:block;width:100%;height:auto}
.leaf figure{margin:0;break-inside:avoid}
.leaf .shape{width:8pt;height:8pt;vertical-align:-.5pt;margin-right:3pt}
.leaf table{border-collapse:collapse;width:100%;font-size:9pt;line-height:13pt}
.leaf thead{display:table-header-group}
.leaf tr{break-inside:avoid}
.leaf th{font-weight:600;text-align:left;border-bottom:1pt solid #1A1E23;padding:2pt 5pt 2pt 0;vertical-align:bottom}
.leaf td{border-bottom:.5pt solid #C9C6BE;padding:2pt 5pt 2pt 0;vertical-align:top;overflow-wrap:anywhere}
.leaf .r{text-align:right;white-space:nowrap}.leaf .n{white-space:nowrap}
.leaf tr.sev td{font-weight:600}.leaf tr.sev td.why{font-weight:400}
.leaf dl{display:grid;grid-template-columns:repeat(4,auto 1fr);gap:2pt 8pt;margin:0;align-items:baseline}
.leaf dt{color:#656B73}.leaf dd{margin:0;font-weight:600}
.leaf ul{margin:0;padding:0;list-style:none}
.leaf .cells{columns:2;column-gap:14pt}.leaf .cells td{padding:1pt 5pt 1pt 0}.leaf .cells table{break-inside:auto}
.leaf .caption{border-top:.8pt solid #1A1E23;margin-top:10pt;padding-top:4pt;font-size:7.5pt;line-height:11pt;color:#454B53;break-inside:avoid}
@media screen{.leaf{max-width:173mm;margin:0 auto;padding:18mm;border-top:1px solid #C9C6BE}}`

const lampHtml = ({ rules }: Row, lamp: Figure['lamp']): string => {
  if (lamp === null) return ''
  const { shape, tone } = lookOf(lamp)
  return `<svg class="shape" viewBox="0 0 10 10" aria-hidden="true">${shapeAt(shape, 5, 5, 10, shapeInk(tone))}</svg>${xml(lampNameOf(rules, lamp))}`
}
const percent = (share: number | null): string => (share === null ? '' : `${share}%`)
const isSevere = (figure: Figure): boolean => figure.lamp !== null && groupOf(figure.lamp) === 'sev'
const dataOf = (figure: Figure): string => ` data-target="${xml(figure.target)}" data-area="${xml(figure.area ?? '')}" data-lamp="${figure.lamp ?? ''}" data-value="${figure.value ?? ''}"`

const captionHtml = (facts: PaperFacts): string => `<p class="caption">${xml(captionLine(facts.caption))}。${xml(facts.caption.rules)}。${xml(facts.caption.legend)}。</p>`

function headHtml(facts: PaperFacts, title: string, sub: string): string {
  return `<header><div><h1>${xml(title)}</h1><p class="sub">${xml(sub)}</p></div>${facts.caption.demo === '' ? '' : `<span class="mark">${xml(facts.caption.demo)}</span>`}</header>`
}

export function curveChart(curve: PaperCurve, caption: string): OutlineChart {
  const series = [{ name: '时序', values: curve.should }, { name: '实际', values: curve.actual }, { name: '推算', values: curve.forecast }].filter(one => one.values.some(value => value !== null))
  return { caption, kind: 'lines', unit: curve.unit, categories: curve.names, series, top: curve.goal }
}

/** Red figures by target, the worst target first. */
export function redByTarget(facts: PaperFacts): { row: Row, lines: readonly PaperLine[] }[] {
  const rows = new Map<string, { row: Row, lines: PaperLine[] }>()
  for (const line of facts.red) {
    const known = rows.get(line.row.target.id)
    if (known === undefined) rows.set(line.row.target.id, { row: line.row, lines: [line] })
    else known.lines.push(line)
  }
  return [...rows.values()]
}

function redTable(lines: readonly PaperLine[], who: 'area' | 'target', numbers: ReadonlyMap<string, string>): string {
  const first = who === 'area' ? '地方' : '目标'
  const rows = lines.map(line => `<tr class="${isSevere(line.figure) ? 'sev' : ''}"${dataOf(line.figure)}><td>${xml(who === 'area' ? line.areaName : `${numbers.get(line.row.target.id) ?? ''} ${line.name}`)}</td><td class="n">${lampHtml(line.row, line.figure.lamp)}</td><td class="r">${xml(line.value)}</td><td class="r">${percent(line.should)}</td><td class="r">${percent(line.actual)}</td><td class="why">${xml([line.why, line.short.startsWith('差') ? line.short : ''].filter(text => text !== '').join('，'))}${line.toGreen === '' ? '' : `；转绿最少：${xml(line.toGreen)}`}${line.note === '' ? '' : `。填报说明：${xml(line.note)}`}</td></tr>`)
  return `<table><thead><tr><th width="${who === 'area' ? '12%' : '26%'}">${first}</th><th width="13%">灯</th><th class="r">实绩</th><th class="r">应</th><th class="r">实</th><th>亮灯依据</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
}

const numbersOf = (facts: PaperFacts): Map<string, string> => new Map(facts.sections.flatMap(section => [...section.figures, ...section.folded]).map(line => [line.row.target.id, line.number]))

/** One target with red figures. The course is that of its worst figure. */
export function targetPage(facts: PaperFacts, row: Row, lines: readonly PaperLine[]): string {
  const { view } = facts
  const { target, total } = row
  const { index } = view
  const placed = index.targets.get(target.id)
  const worst = redItemOf(view, lines[0]!)
  const goal = goalText(target)
  const numbers = numbersOf(facts)
  const rulings = index.plan.rulings.filter(ruling => ruling.targets.includes(target.id))
  const cells = row.cells.filter(cell => cell.lamp !== null || cell.value !== null)
  const half = Math.ceil(cells.length / 2)
  const cellRows = (some: readonly Figure[]): string => `<table><thead><tr><th>地方</th><th class="r">实绩</th><th class="r">完成率</th><th>灯</th></tr></thead><tbody>${some.map(cell => `<tr class="${isSevere(cell) ? 'sev' : ''}"${dataOf(cell)}><td>${xml(areaNameOf(index, row, cell))}</td><td class="r">${xml(zhValue(row, cell))}</td><td class="r">${cell.completion === null ? '' : `${percentText(cell.completion)}%`}</td><td class="n">${lampHtml(row, cell.lamp)}</td></tr>`).join('')}</tbody></table>`
  const chart = worst.curve === null ? '' : `<h2>进度与阶段计划：${xml(worst.areaName)}</h2><figure>${chartSvg(curveChart(worst.curve, `${target.name} ${worst.areaName}`), { width: 660, height: 185 })}</figure>`
  const { detail } = worst.figure
  const source = `${facts.issuer}《${facts.title}》${facts.documentNumber === '原文未载' ? '（文号原文未载）' : facts.documentNumber}，${zhFullDay(facts.issued)}${target.source.figure === '' ? '' : `；原文“${target.source.figure}”`}${target.source.section === '' ? '' : `，见${target.source.section}`}。`
  return `<section class="leaf">${headHtml(facts, `${numbers.get(target.id) ?? ''} ${target.name}`, `${placed?.chapter.title ?? ''}　${facts.place}　${facts.caption.asOf}　${view.snapshot.seal.name}`)}
<dl><dt>牵头科室</dt><dd>${xml(lines[0]!.department)}</dd><dt>全年</dt><dd>${xml(target.measure === 'qualitative' ? '定性' : `${goal.number} ${goal.unit}`)}</dd><dt>期限</dt><dd>${dueText(row.due, facts.view.index.plan.period.start.slice(0, 4))}</dd><dt>全部完成</dt><dd${dataOf(total)}>${total.lamp === null ? '' : lampHtml(row, total.lamp)} ${xml(zhValue(row, total))}</dd></dl>
<h2>严重滞后或逾期 ${lines.length} 处</h2>${redTable(lines, 'area', numbers)}${chart}${worst.forecastLines.length === 0 ? '' : `<h2>赶得上吗：${xml(worst.areaName)}</h2><ul>${worst.forecastLines.map(line => `<li>${xml(line)}</li>`).join('')}</ul>`}
${cells.length === 0 ? '' : `<h2>各地进度</h2><div class="cells">${cellRows(cells.slice(0, half))}${half < cells.length ? cellRows(cells.slice(half)) : ''}</div>`}
<h2>来源</h2><p>${xml(source)}</p>${detail === null ? '' : `<p>${xml(worst.areaName)}的数：${xml([detail.unit === null ? '' : index.departments.get(detail.unit)?.name ?? index.areas.get(detail.unit)?.area.name ?? detail.unit, detail.name ?? '', `${zhMoment(detail.recordedAt)}填报`].filter(text => text !== '').join(' '))}。</p>`}${rulings.map(ruling => `<p>注：${xml(ruling.question)}${ruling.status === 'open' ? '（未裁定）' : `按：${xml(ruling.decision)}`}</p>`).join('')}
${captionHtml(facts)}</section>`
}

/** One township: its standing, and every figure it is asked for. */
export function areaPage(facts: PaperFacts, standing: StandingLine): string {
  const { view } = facts
  const place = view.index.columns.findIndex(({ area }) => area.code === standing.code)
  const numbers = numbersOf(facts)
  const order = facts.sections.flatMap(section => [...section.figures, ...section.folded]).map(line => line.row)
  const lines = order.flatMap(row => { const figure = row.cells[place]; return figure === undefined || figure.lamp === null ? [] : [lineOf(view, row, figure)] })
  const counts = lampGroups.filter(group => standing.counts[group] > 0).map(group => `${groupShortOf(view.board.rules, group)} ${standing.counts[group]}`).join('　')
  const rank = standing.rank === null ? '不排名' : `第 ${standing.rank} 名${standing.isTied ? '（并列）' : ''}`
  const moved = standing.climbed === null || standing.climbed === 0 ? '' : `，较上次会议${standing.climbed > 0 ? '升' : '降'} ${Math.abs(standing.climbed)} 位`
  return `<section class="leaf">${headHtml(facts, standing.name, `${facts.place}　${facts.title}　${facts.caption.asOf}　${view.snapshot.seal.name}`)}
<dl><dt>达序率</dt><dd>${standing.rate === null ? '—' : `${standing.rate}%（${standing.standing.onPace}/${standing.standing.active}）`}</dd><dt>名次</dt><dd>${rank}${moved}</dd><dt>各灯</dt><dd>${counts}</dd></dl>
<h2>承担的任务 ${lines.length} 项</h2>${redTable(lines, 'target', numbers)}
${captionHtml(facts)}</section>`
}
