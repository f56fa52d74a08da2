/** Below the wall chart's rows: 口径, 亮灯规则, 注, and the code with which anybody checks the sheet. Pixels. */
import type { PaperFacts } from './paperFacts'
import { bandPhrases, lampNameOf } from '../wording/ruleWords'
import { qrPath, qrText } from './qrCode'
import { linesOf, someLines, textAt, tidy, widthOf } from './svgText'
import type { WallSheet } from './wallSheets'
import { below, margin } from './wallSheets'
import { ink, shapeAt, shapeInk } from './wallSvgInk'

const lineHeight = 18
const mostLines = 4

/** Scope, review, versions: what the figures are. */
function scopeText({ caption, view: { board } }: PaperFacts, unsaid: string): string {
  const isUnshared = board.rows.some(row => row.cells.some(cell => cell.lamp === null && cell.value === null && cell.asked))
  return `${unsaid}${isUnshared ? '“未分”即任务没有分解到这里。' : ''}${caption.scope}；${caption.review}；${caption.knownAt}；${caption.version}。时序按计划曲线，有环节的按环节折算。达序率为完成、正常、临期占应考核格的比例，向下取整。`
}

/** The rules with their shapes: parts of text and shapes in turn. */
function rulesText({ view: { board: { rules } } }: PaperFacts): string {
  const signs = { ahead: '●', on_pace: '●', slightly_behind: '▲', behind: '■' } as const
  const bands = bandPhrases(rules, { within: '以内', to: '至' })
  const said = bands.map(({ lamp, text }) => `${text}${lamp === 'behind' ? '或逾期' : ''}为${signs[lamp]}${lampNameOf(rules, lamp)}`)
  if (!bands.some(one => one.lamp === 'behind')) said.push(`逾期为■${lampNameOf(rules, 'overdue')}`)
  return `${said.map(text => text.replace(/([\d%])(为|或)/, '$1 $2')).join('；')}；${rules.nearDueDays} 天内到期未完为◆${lampNameOf(rules, 'near_due')}；达到目标为✓，过期才达到为△；应报未报为○；暂缓免考‖、未到期·不计入。`
}

const drawn: Readonly<Record<string, readonly ['dot' | 'triangle' | 'square' | 'diamond' | 'check' | 'ring' | 'hollow' | 'bars' | 'point', 'ok' | 'lag' | 'sev' | 'due' | 'done' | 'none']>> = {
  '●': ['dot', 'ok'], '▲': ['triangle', 'lag'], '■': ['square', 'sev'], '◆': ['diamond', 'due'], '✓': ['check', 'done'], '○': ['ring', 'none'], '△': ['hollow', 'done'], '‖': ['bars', 'none'], '·': ['point', 'none'],
}

/** Shapes in a line of text are drawn, since fonts draw them each in their own way. */
function ruleLine(text: string, x: number, y: number): string {
  const parts = text.split(/([●▲■◆✓○△‖·])/u)
  let at = x
  return parts.map(part => {
    const shape = drawn[part]
    const from = at
    at += shape === undefined ? widthOf(part, 12) : 14
    return shape === undefined ? textAt(from, y, part, { size: 12, fill: ink.second }) : shapeAt(shape[0], from + 7, y - 4.2, 8.5, shapeInk(shape[1]))
  }).join('')
}

/** Questions on the notice, decided ones first: what they ask and how they were decided. */
export function rulingsText({ view: { index }, sections }: PaperFacts): string {
  const { rulings } = index.plan
  if (rulings.length === 0) return '原文没有需要裁定的问题。'
  const numbers = new Map(sections.flatMap(section => [...section.figures, ...section.folded]).map(line => [line.row.target.id, line.number]))
  const numberOf = (targets: readonly string[]): string => `${targets.slice(0, 3).map(target => numbers.get(target) ?? target).join('、')}${targets.length > 3 ? '等' : ''}`
  const decided = rulings.filter(ruling => ruling.status === 'decided')
  const open = rulings.filter(ruling => ruling.status === 'open')
  const list = [...decided.map(ruling => `${numberOf(ruling.targets)} ${ruling.question}按：${ruling.decision}`), ...open.map(ruling => `${numberOf(ruling.targets)} ${ruling.question}`)]
  const head = `标“注”的有 ${rulings.length} 处要对原文作出裁定，${open.length > 0 ? `${open.length} 处未定` : '都已定'}：`
  return head + list.join('；').replace(/([。；？?！])；/gu, '$1') + (/[。？?！]$/u.test(list.at(-1)!) ? '' : '。')
}

/** The foot; `y` is its top, `unsaid` what the legend had no room for. */
export function footAt(facts: PaperFacts, sheet: WallSheet, y: number, unsaid: string): string {
  const right = sheet.width - margin.x
  const { caption, view: { snapshot } } = facts
  const codeRoom = 268
  const gap = 32
  const width = (right - margin.x - codeRoom - 3 * gap) / 3
  const parts = [`<path d="M${margin.x} ${tidy(y)}H${right}" stroke="${ink.text}" stroke-width="2"/>`]
  const head = (i: number, text: string): void => { parts.push(textAt(margin.x + i * (width + gap), y + 23, text, { size: 13, weight: 700 })) }
  const lineAt = (i: number): number => y + 23 + (i + 1) * lineHeight
  const block = (i: number, title: string, lines: readonly string[]): void => {
    head(i, title)
    lines.forEach((line, j) => parts.push(textAt(margin.x + i * (width + gap), lineAt(j), line, { size: 12, fill: ink.second })))
  }
  block(0, '口径', someLines(scopeText(facts, unsaid), 12, width, mostLines + 1))
  head(1, '亮灯规则')
  linesOf(rulesText(facts), 12, width).slice(0, mostLines + 1).forEach((line, j) => parts.push(ruleLine(line, margin.x + width + gap, lineAt(j))))
  block(2, '注', someLines(rulingsText(facts), 12, width, mostLines))
  const side = below - 28
  const { size, path } = qrPath(qrText(snapshot))
  parts.push(`<path transform="translate(${tidy(right - side)} ${tidy(y + 10)}) scale(${Number((side / size).toFixed(4))})" d="${path}" fill="${ink.text}" fill-rule="evenodd" shape-rendering="crispEdges"/>`)
  const textRight = right - side - 12
  const note = (i: number, text: string, isStrong = false): void => { parts.push(textAt(textRight, y + 23 + i * lineHeight, text, { size: isStrong ? 14 : 12, anchor: 'end', weight: isStrong ? 700 : 400, ...(!isStrong && { fill: ink.second }) })) }
  note(0, `校验码 ${caption.code}`, true)
  note(1, caption.asOf)
  note(2, caption.knownAt)
  note(3, '扫码或输入校验码，')
  note(4, '可核对本图数据')
  return parts.join('')
}
