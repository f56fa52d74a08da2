/** 会议纪要: what the last meetings promised and what came of it, the items looked at, what was decided, what was noted. Pure: from the snapshot of the meeting. */
import { chineseNumeral } from '../wording/boardSections'
import { zhDay } from '../wording/zhWhy'
import type { MeetingPaper, PromiseLine } from './meetingPaper'
import type { Block, Outline, OutlineTable, Run } from './outline'
import { zhFullDay } from './paperCaption'
import type { PaperFacts, PaperLine } from './paperFacts'
import { reportDemoMark } from './reportOutline'
import { titleLines } from './reportTitle'
import { counted, placeOf, runsOf, tight } from './reportWords'

const paragraph = (...runs: readonly Run[]): Block => ({ kind: 'paragraph', runs: runsOf(runs) })

function numbered(parts: readonly { title: string, blocks: readonly Block[] }[]): Block[] {
  return parts.filter(part => part.blocks.length > 0).flatMap(({ title, blocks }, i): Block[] => [{ kind: 'heading', level: 1, text: `${chineseNumeral(i + 1)}、${title}` }, ...blocks])
}

const unitsOf = ({ lead, assist }: PromiseLine): string => (assist === '' ? lead : `${lead}（${assist}协办）`)

function promiseTable(caption: string, lines: readonly PromiseLine[], isDecided: boolean): OutlineTable {
  return {
    caption, note: '',
    columns: [
      { head: '序号', width: 6.6, align: 'center' }, { head: '编号', width: 12, align: 'center' }, { head: '事项', width: isDecided ? 42 : 34, align: 'left' }, { head: '责任单位', width: 19, align: 'left' }, { head: '时限', width: 12, align: 'center' },
      ...(isDecided ? [] : [{ head: '办理结果', width: 14, align: 'center' as const }]),
    ],
    rows: lines.map((line, i) => [
      { text: String(i + 1) }, { text: line.number }, { text: line.matter }, { text: unitsOf(line) }, { text: zhDay(line.due) },
      ...(isDecided ? [] : [{ text: line.stateText, ...(line.state.kind === 'overdue' && { tone: 'sev' as const }) }]),
    ]),
  }
}

function followUpBlocks({ followUps }: MeetingPaper): Block[] {
  if (followUps.length === 0) return []
  const of = (kind: PromiseLine['state']['kind']): number => followUps.filter(line => line.state.kind === kind).length
  const parts = ([['applied', '待核销'], ['overdue', '逾期'], ['left', '未到期']] as const).filter(([kind]) => of(kind) > 0)
  return [
    paragraph('前次会议议定事项', counted(followUps.length, 'promises:all'), '件，已兑现', counted(of('kept'), 'promises:kept'), '件', ...parts.flatMap(([kind, word]): Run[] => [`，${word}`, counted(of(kind), `promises:${kind}`), '件']), '。'),
    { kind: 'table', table: promiseTable('表1　前次议定事项办理情况', followUps, false) },
  ]
}

/** 内坑镇“新建居家养老服务站”; quotes within quotes are single. */
const itemName = (facts: PaperFacts, line: PaperLine): string => `${placeOf(facts, line)}“${line.name.replaceAll('“', '‘').replaceAll('”', '’')}”`

/** A red item with why it is red, the least to green, and what was decided on it. */
function itemParagraph(paper: MeetingPaper, line: PaperLine, place: number): Block {
  const { facts, decisions, notes } = paper
  const isHere = (about: { target?: string | null | undefined, area?: string | null | undefined }): boolean => about.target === line.figure.target && (about.area ?? null) === line.figure.area
  const said = [...decisions.filter(({ slip }) => isHere(slip.order)).map(one => `${one.request.replace(/[。；;]+$/u, '')}（${one.lead}，${zhDay(one.due)}，${one.number}）`), ...notes.filter(isHere).map(note => note.text.replace(/[。；;]+$/u, ''))]
  return paragraph(
    `${place}．${itemName(facts, line)}：`, { text: tight(line.why).replaceAll('「', '“').replaceAll('」', '”'), origin: { target: line.figure.target, area: line.figure.area, field: 'gap' } }, '。',
    ...(line.toGreen === '' ? [] : ['转绿最少：', { text: tight(line.toGreen).replaceAll('「', '“').replaceAll('」', '”'), origin: { target: line.figure.target, area: line.figure.area, field: 'toGreen' as const } }, '。']),
    ...(said.length === 0 ? [] : [`议定：${said.join('；')}。`]),
  )
}

/** Names of the items on which nothing was decided: as many as a paragraph bears, the rest counted. */
const mostNames = 20

function itemBlocks(paper: MeetingPaper): Block[] {
  const { facts: { red }, decisions, notes } = paper
  if (red.length === 0) return [paragraph('会议逐项过了进度，没有严重滞后和逾期的任务。')]
  const key = (target: string | null | undefined, area: string | null | undefined): string => `${target ?? ''}/${area ?? ''}`
  const decided = new Set([...decisions.map(({ slip: { order } }) => key(order.target, order.area)), ...notes.map(note => key(note.target, note.area))])
  const isDecided = ({ figure }: PaperLine): boolean => decided.has(key(figure.target, figure.area))
  const first = red.filter(isDecided)
  const others = red.filter(line => !isDecided(line))
  return [
    paragraph('会议逐项研究严重滞后和逾期的任务', counted(red.length, 'cells:sev'), '项。'), ...first.map((line, i) => itemParagraph(paper, line, i + 1)),
    ...(others.length === 0 ? [] : [paragraph(first.length === 0 ? '' : '其余', counted(others.length, 'red:undecided'), '项按转绿最少推进：', others.slice(0, mostNames).map(line => itemName(paper.facts, line)).join('、'), others.length > mostNames ? '等，见会议快照。' : '。')]),
  ]
}

function decisionBlocks({ decisions, followUps, pack }: MeetingPaper): Block[] {
  if (decisions.length === 0) return [paragraph('会议没有议定新的事项。')]
  return [
    paragraph('会议议定', counted(decisions.length, 'decisions:all'), `件，逐件出${pack.names.slip}，到期核验销号。`),
    { kind: 'table', table: promiseTable(`表${followUps.length === 0 ? 1 : 2}　议定事项`, decisions, true) },
  ]
}

export function minutesOutline(paper: MeetingPaper): Outline {
  const { facts, name, day, notes } = paper
  const { seal } = facts.view.snapshot
  const plan = `《${facts.title.replace(/^《|》$/gu, '')}》`
  return {
    title: titleLines([facts.issuer, name, '会议纪要']), redHead: null, documentNumber: '', addressee: '',
    blocks: [
      paragraph(`${zhFullDay(day)}，${facts.issuer}召开${name}，调度${plan}推进情况。议定事项如下。`),
      ...numbered([
        { title: '前次议定事项办理情况', blocks: followUpBlocks(paper) }, { title: '研究的事项', blocks: itemBlocks(paper) }, { title: '议定事项', blocks: decisionBlocks(paper) },
        { title: '其他', blocks: notes.filter(note => note.target === null).map((note, i, all) => paragraph(`${all.length > 1 ? `${i + 1}．` : ''}${note.text.replace(/[。；;]*$/u, '。')}`)) },
      ]),
    ],
    annexes: [], office: facts.issuer, date: zhFullDay(day), copies: null, mark: seal.demo ? reportDemoMark : '', caption: facts.caption,
  }
}
