/** The words of the read-only file. */
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useMessages } from '../../components/messages'
import type { ReviewFilter } from '../../domain/snapshot'
import { zhFullDay, zhMoment } from '../../exports/paperCaption'
import type { HelpText } from '../../views/help/helpText'

export interface SnapshotWords {
  snapshot: string
  strip: string
  asOf: (day: string) => string
  /** A day, or an instant in UTC; the year of the snapshot's own day goes without saying. */
  knownAt: (moment: string, asOf: string) => string
  code: (code: string) => string
  readOnly: string
  review: Readonly<Record<ReviewFilter, string>>
  safe: string
  later: (asked: string, last: string) => string
  menu: string
  copy: string
  look: string
  back: (day: string) => string
  empty: string
  emptyWhy: string
  refused: string
  refusedLead: string
  tabs: Readonly<Record<'label' | 'board' | 'changes' | 'report', string>>
  help: HelpText
}

const zh: SnapshotWords = {
  snapshot: '快照', strip: '这份快照', asOf: day => `截至${zhFullDay(day)}`, knownAt: (moment, asOf) => `${moment.slice(0, 4) === asOf.slice(0, 4) ? '' : `${moment.slice(0, 4)}年`}${zhMoment(moment)}所知`, code: code => `校验码 ${code}`, readOnly: '只读',
  review: { all: '含未审的填报', accepted: '只算已审的填报', accepted_twice: '只算两级都审过的填报' }, safe: '不含姓名和说明', later: (asked, last) => `快照只到${last}，看不了${asked}`,
  menu: '导出', copy: '另存一份', look: '显示', back: day => `回到${day}`, empty: '还没有填报', emptyWhy: '到这一天，台账里还没有一条填报。没有填的格不算 0，也不算正常。',
  refused: '这份快照打不开', refusedLead: '内容与封存时不一致，或者文件不完整。不对的地方逐处列在下面；在查清以前，一个数也不显示。',
  tabs: { label: '看什么', board: '挂图', changes: '变化', report: '未报' },
  help: {
    title: '这个文件怎么看', lead: '会前封存的一张挂图，带着全部台账，存在这一个文件里。双击就能打开，不用联网，也不用装别的。', print: '打印说明', back: '回到挂图',
    parts: [
      { title: '封存的是什么', lines: [
        '上方一条写着快照的名称、截至哪一天、哪一刻所知、算哪些填报，以及校验码。同一份快照导出的幻灯片、专报、工作簿上是同一个校验码；校验码相同，数就相同。',
        '打开时先从台账把每个数重算一遍，与封存时不一致就不显示，并写明哪一处不对。',
        '文件里没有填报、收表、审核和计划设置，什么也改不了，也不在这台电脑上留下记录。',
      ] },
      { title: '看', lines: [
        '一行是一项目标，一列是一个地方，格里是完成数和亮灯。空白格是没有任务；○ 是该报没报，不算 0。',
        '形状比颜色可靠：✓ 完成，● 正常，◆ 临期，▲ 滞后，■ 严重滞后或逾期，△ 滞后补齐，‖ 免考核或暂缓。',
        '点一格看亮灯依据；点行首的目标名、列头的地名进各自的页面。图例既是统计也是筛选。',
      ] },
      { title: '看过去哪一天', lines: ['拖动“截至”标签，或用左右方向键；[ 和 ] 在会议之间跳。时间轴到快照那天为止，以后的日子没有。过去某天可选“当时所知”或“现在所知”。', '“对比”把两天摆在一起：灯怎么变、为什么变。'] },
      { title: '另存、打印、投屏', lines: ['“导出”里的“另存一份”存下与这个完全一样的文件；“打印挂图”是 A3 横排。按 P 投屏。'] },
    ],
    keysTitle: '快捷键',
    keyGroups: [
      { title: '看', keys: [
        { keys: ['↑ ↓ ← →'], what: '在格间移动' }, { keys: ['Enter'], what: '看亮灯依据，再按进目标页' }, { keys: ['Shift Enter'], what: '进这个地方的页面' }, { keys: ['Esc'], what: '关闭' },
        { keys: ['V'], what: '完成、差额、会后变化轮换' }, { keys: ['[', ']'], what: '前一次、后一次会议' }, { keys: ['T'], what: '回到快照那天' }, { keys: ['Ctrl K', '/'], what: '搜目标、地方' }, { keys: ['?'], what: '快捷键' },
      ] },
      { title: '切面、投屏、回看', keys: [{ keys: ['C', 'D', 'A'], what: '只看本章、本科室、本地方' }, { keys: ['P'], what: '投屏' }, { keys: ['Shift ]'], what: '播放、停' }] },
    ],
  },
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const enDay = (day: string): string => `${Number(day.slice(8, 10))} ${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`
/** In UTC+8. */
function enMoment(moment: string): string {
  if (moment.length === 10) return enDay(moment)
  const time = new Date(Date.parse(moment.slice(0, 24)) + 8 * 3_600_000).toISOString()
  return `${enDay(time)} ${time.slice(11, 16)}`
}

const en: SnapshotWords = {
  snapshot: 'Snapshot', strip: 'This snapshot', asOf: day => `As of ${enDay(day)}`, knownAt: moment => `Known at ${enMoment(moment)}`, code: code => `Code ${code}`, readOnly: 'Read only',
  review: { all: 'Unreviewed reports count', accepted: 'Only reviewed reports count', accepted_twice: 'Only reports reviewed twice count' }, safe: 'Without names and notes', later: (asked, last) => `The snapshot ends on ${last}: ${asked} is not in it`,
  menu: 'Export', copy: 'Save a copy', look: 'Display', back: day => `Back to ${day}`, empty: 'No reports yet', emptyWhy: 'By this day nobody had reported anything. What is not reported counts neither as 0 nor as on pace.',
  refused: 'This snapshot cannot be opened', refusedLead: 'It is not what was frozen, or the file is not whole. Below is every place that is wrong; until that is settled no figure is shown.',
  tabs: { label: 'What to look at', board: 'Board', changes: 'Changes', report: 'Missing' },
  help: {
    title: 'How to read this file', lead: 'One wall chart frozen for a meeting, with its whole ledger, in this one file. It opens by a double click, without a network and without anything else installed.', print: 'Print this', back: 'Back to the board',
    parts: [
      { title: 'What was frozen', lines: [
        'The line at the top says the name of the snapshot, its day, what was known, which reports count, and its code. Slides, reports and workbooks made from the same snapshot carry the same code: same code, same figures.',
        'When it opens, every figure is reckoned again from the ledger. What differs from what was frozen is named, and nothing is shown.',
        'There is no reporting, collecting, reviewing or setting up in this file. Nothing can be changed, and nothing is left on this computer.',
      ] },
      { title: 'Reading', lines: [
        'A row is a target, a column is a place; a cell holds what is done and its lamp. A blank cell has no task; ○ is a missing report, not 0.',
        'Shapes say more than colours: ✓ done, ● on pace, ◆ near due, ▲ behind, ■ far behind or overdue, △ late but done, ‖ exempt or paused.',
        'Click a cell to see why its lamp is lit; names of targets and places lead to their pages. The legend counts and filters.',
      ] },
      { title: 'Earlier days', lines: ['Drag the flag or use the arrow keys; [ and ] go from meeting to meeting. The strip ends on the day of the snapshot: there are no later days. An earlier day is shown as known then or as known now.', 'Compare puts two days side by side: what changed and why.'] },
      { title: 'Copy, print, big screen', lines: ['Export, Save a copy, writes a file that is the same as this one; Print is A3 landscape. P opens the big screen.'] },
    ],
    keysTitle: 'Keys',
    keyGroups: [
      { title: 'Reading', keys: [
        { keys: ['↑ ↓ ← →'], what: 'from cell to cell' }, { keys: ['Enter'], what: 'why this lamp; again: the page of the target' }, { keys: ['Shift Enter'], what: 'the page of the place' }, { keys: ['Esc'], what: 'close' },
        { keys: ['V'], what: 'done, gap, changes' }, { keys: ['[', ']'], what: 'the meeting before, after' }, { keys: ['T'], what: 'the day of the snapshot' }, { keys: ['Ctrl K', '/'], what: 'find' }, { keys: ['?'], what: 'keys' },
      ] },
      { title: 'Cuts, big screen, playing', keys: [{ keys: ['C', 'D', 'A'], what: 'only this chapter, department, place' }, { keys: ['P'], what: 'big screen' }, { keys: ['Shift ]'], what: 'play, stop' }] },
    ],
  },
}

/** Stands alone in the window until the snapshot is checked. */
export const opening = '正在核对快照……'

/** The words in the language chosen. */
export function useSnapshotWords(): ComputedRef<SnapshotWords> {
  const messages = useMessages()
  return computed(() => (messages.value.language === 'en' ? en : zh))
}

/** Stands in for `views/help/useHelp`: the manual of this file. */
export function useHelp(): ComputedRef<HelpText> {
  const words = useSnapshotWords()
  return computed(() => words.value.help)
}
