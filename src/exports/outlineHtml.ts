/** An official paper as HTML for print, in the look of GB/T 9704: A4, 22 lines, odd page numbers right and even ones left, annexes on landscape pages. */
import { chartSvg } from './chartSvg'
import type { Block, Outline, OutlineCell, OutlineTable, Run } from './outline'
import { captionLine } from './paperCaption'
import { xml } from './svgText'

const song = "FZXiaoBiaoSong-B05S,STZhongsong,'Noto Serif CJK SC','Source Han Serif SC',SimSun,serif"
const fangsong = "FangSong_GB2312,FangSong,STFangsong,'Noto Serif CJK SC','Source Han Serif SC',SimSun,serif"
const hei = "SimHei,'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei',sans-serif"
const kai = "KaiTi_GB2312,KaiTi,STKaiti,'Noto Serif CJK SC','Source Han Serif SC',serif"

/** Text within quotes of CSS: everything but plain letters as code points. */
export const cssText = (text: string): string => `"${[...text].map(sign => (/[\w\u4e00-\u9fff，。：、（） ]/u.test(sign) ? sign : `\\${sign.codePointAt(0)!.toString(16)} `)).join('')}"`

/** Sizes of 三号 and 四号; a line is 225 mm / 22. */
export function outlineStyle({ mark, redHead }: Pick<Outline, 'mark' | 'redHead'>): string {
  // The red head stands in one line of 156 mm.
  const redSize = Math.max(20, Math.min(44, Math.floor(430 / Math.max(1, [...redHead ?? ''].length) / 1.06)))
  const top = mark === '' ? '' : `@top-right{content:${cssText(mark)};font:10.5pt ${fangsong};vertical-align:bottom;padding-bottom:6mm}`
  const number = `content:"— " counter(page) " —";font:14pt SimSun,'Noto Serif CJK SC',serif;vertical-align:top;padding-top:5mm`
  return `@page{size:210mm 297mm;margin:37mm 26mm 35mm 28mm;${top}}
@page :right{@bottom-right{${number};padding-right:14pt}}
@page :left{@bottom-left{${number};padding-left:14pt}}
@page annex{size:297mm 210mm;margin:28mm 37mm 26mm 35mm;${top}}
@page annex:right{@bottom-right{${number};padding-right:14pt}}
@page annex:left{@bottom-left{${number};padding-left:14pt}}
html,body{margin:0;background:#fff;color:#000}
.paper{font:16pt/28.98pt ${fangsong};letter-spacing:-.21pt;text-align:justify;overflow-wrap:anywhere;line-break:strict}
.paper h1{font:700 22pt/34pt ${song};text-align:center;letter-spacing:0;margin:0 0 28.98pt;break-after:avoid}
.paper h1 span{display:block}
.paper .first-mark{display:none}
.paper .red-head{color:#d0021b;font:700 ${redSize}pt/60pt ${song};text-align:center;letter-spacing:.05em;white-space:nowrap;margin:0 0 29pt}
.paper .doc-number{text-align:center;margin:0;border-bottom:2pt solid #d0021b;padding-bottom:4mm;margin-bottom:29pt}
.paper .plain-number{text-align:center;margin:-14pt 0 29pt}
.paper p{margin:0;text-indent:2em;orphans:2;widows:2}
.paper p.flush{text-indent:0}
.paper h2,.paper h3,.paper h4{font-size:16pt;font-weight:400;line-height:28.98pt;margin:0;text-indent:2em;break-after:avoid}
.paper h2{font-family:${hei}}.paper h3{font-family:${kai}}.paper h4{font-weight:700}
.paper figure{margin:6pt 0;break-inside:avoid}
.paper figure svg{display:block;width:100%;height:auto}
.paper figcaption,.paper .table-name{font:12pt/22pt ${hei};text-align:center;text-indent:0;break-after:avoid;margin:0}
.paper .after-table{height:8pt}
.paper table{border-collapse:collapse;width:100%;table-layout:fixed;font-size:10.5pt;line-height:15.5pt;letter-spacing:0;text-align:left}
.paper thead{display:table-header-group}
.paper tr{break-inside:avoid}
.paper th,.paper td{border:.6pt solid #000;padding:1.8pt 2.2pt;font-weight:400;vertical-align:middle}
.paper th{font-family:${hei};text-align:center;background:#f2f2f2}
.paper td.center{text-align:center}.paper td.right{text-align:right}
.paper td.sev{font-weight:700}
.paper .note{font-size:10.5pt;line-height:16pt;text-indent:0}
.paper .signed{margin-top:29pt;text-align:right;text-indent:0;padding-right:4em;break-inside:avoid;break-before:avoid}
.paper .signed span{display:inline-block;text-align:center}
.paper .copies{border-top:.8pt solid #000;border-bottom:.8pt solid #000;font-size:14pt;line-height:24pt;margin-top:58pt;break-inside:avoid}
.paper .copies div+div{border-top:.5pt solid #000}
.paper .copies div{display:flex;justify-content:space-between;padding:0 1em}
.paper .origin{font-size:9pt;line-height:13pt;text-indent:0;margin-top:14pt;letter-spacing:0;break-inside:avoid}
.paper+.paper{break-before:page}
.annex{page:annex;break-before:page}
.annex .annex-mark{font:16pt/28pt ${hei};text-indent:0}
.annex h2{font:700 18pt/30pt ${song};text-align:center;text-indent:0;margin:0 0 6pt}
.annex table{font-size:10.5pt;line-height:15pt}
@media screen{.paper,.annex{max-width:156mm;margin:0 auto;padding:20mm}.annex{max-width:225mm}.paper .first-mark{display:block;text-align:right;font-size:10.5pt}}`
}

const originOf = (run: Exclude<Run, string>): string => {
  const { origin } = run
  return 'count' in origin ? ` data-count="${xml(origin.count)}"` : ` data-target="${xml(origin.target)}" data-area="${xml(origin.area ?? '')}" data-field="${origin.field}"`
}

const runHtml = (run: Run): string => (typeof run === 'string' ? xml(run) : `<span${originOf(run)}>${xml(run.text)}</span>`)

function cellHtml(cell: OutlineCell, align: string): string {
  const classes = [align === 'left' ? '' : align, cell.tone === 'sev' ? 'sev' : ''].filter(Boolean).join(' ')
  const { origin } = cell
  return `<td${classes === '' ? '' : ` class="${classes}"`}${origin === undefined ? '' : originOf({ text: '', origin })}>${xml(cell.text)}</td>`
}

/** A table with its head repeated on every page, widths as classes of `<col>` would need styles: they stand as attributes. */
function tableHtml(table: OutlineTable): string {
  const sum = table.columns.reduce((total, column) => total + column.width, 0)
  const columns = table.columns.map(column => `<col width="${(column.width / sum * 100).toFixed(2)}%">`).join('')
  const rows = table.rows.map(row => `<tr>${row.map((cell, i) => cellHtml(cell, table.columns[i]?.align ?? 'left')).join('')}</tr>`).join('')
  return `${table.caption === '' ? '' : `<p class="table-name">${xml(table.caption)}</p>`}<table><colgroup>${columns}</colgroup><thead><tr>${table.columns.map(column => `<th>${xml(column.head)}</th>`).join('')}</tr></thead><tbody>${rows}</tbody></table>${table.note === '' ? '' : `<p class="note">${xml(table.note)}</p>`}`
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading': return `<h${block.level + 1}>${xml(block.text)}</h${block.level + 1}>`
    case 'paragraph': return `<p>${block.runs.map(runHtml).join('')}</p>`
    case 'table': return `${tableHtml(block.table)}<div class="after-table"></div>`
    case 'chart': return `<figure>${chartSvg(block.chart, { width: 590, height: block.chart.kind === 'bars' ? 230 : 250 })}<figcaption>${xml(block.chart.caption)}</figcaption></figure>`
  }
}

/** The body of a paper; its styles are {@link outlineStyle}. */
export function outlineHtml(outline: Outline): string {
  const { redHead, documentNumber, copies } = outline
  const head = [
    outline.mark === '' ? '' : `<p class="first-mark flush">${xml(outline.mark)}</p>`,
    redHead === null ? '' : `<div class="red-head">${xml(redHead)}</div>`,
    redHead === null ? '' : `<p class="doc-number flush">${xml(documentNumber === '' ? '　' : documentNumber)}</p>`,
    `<h1>${outline.title.map(line => `<span>${xml(line)}</span>`).join('')}</h1>`,
    redHead === null && documentNumber !== '' ? `<p class="plain-number flush">${xml(documentNumber)}</p>` : '',
    outline.addressee === '' ? '' : `<p class="flush">${xml(outline.addressee)}</p>`,
  ]
  const names = outline.annexes.map(({ name }, i) => `<p>${i === 0 ? '附件：' : '　　　'}${outline.annexes.length > 1 ? `${i + 1}．` : ''}${xml(name)}</p>`).join('')
  const signed = outline.office === '' && outline.date === '' ? '' : `<p class="signed"><span>${xml(outline.office)}<br>${xml(outline.date)}</span></p>`
  const printed = copies === null ? '' : `<div class="copies">${copies.to === '' ? '' : `<div><span>抄送：${xml(copies.to)}</span></div>`}<div><span>${xml(copies.by)}</span><span>${xml(copies.on)}</span></div></div>`
  const { caption, foot = [] } = outline
  const said = caption === null ? foot.join('　') : `${captionLine(caption)}。${caption.rules}。${caption.legend}。`
  const origin = said === '' ? '' : `<p class="origin">${xml(said)}</p>`
  const annexes = outline.annexes.map(({ name, table }, i) => `<section class="paper annex"><p class="annex-mark">附件${outline.annexes.length > 1 ? i + 1 : ''}</p><h2>${xml(name)}</h2>${tableHtml({ ...table, caption: '' })}${origin}</section>`).join('')
  return `<article class="paper">${head.join('')}${outline.blocks.map(blockHtml).join('')}${names === '' ? '' : `<br>${names}`}${signed}${printed}${origin}</article>${annexes}`
}
