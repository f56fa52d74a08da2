/** Words of the page 调度会: the year's meetings and their dates. */
import type { PromiseState } from '../../domain/meetingRecord'
import type { SlipStepKind } from '../../domain/slipEvents'
import { zhSlipSteps } from '../../wording/slipWords'

export interface MeetingsWords {
  calendar: string, calendarNote: string, cutoff: string, submit: string, bulletin: string, meeting: (number: number) => string, today: string
  all: (n: number) => string, none: string, noneLead: string, name: (number: number) => string
  state: Readonly<Record<'ended' | 'open' | 'today' | 'ahead', string>>, inDays: (days: number) => string, comma: string
  decided: (n: number) => string, decidedNone: string, kept: (kept: number, all: number) => string, overdue: (n: number) => string, code: string
  hold: string, openIt: string, look: string, minutes: string, move: string, moveTo: string, callOff: string, save: string, cancel: string
  plan: string, planLead: string, on: string, number: string, title: string, submitPlan: string
  planned: (name: string, day: string) => string, moved: (name: string, day: string) => string, calledOff: (name: string) => string
  numberTaken: (number: number) => string, dayTaken: string, outside: string
  undo: string
}

export const zhMeetings: MeetingsWords = {
  calendar: '全年日历', calendarNote: '会议，以及截数、报送、通报的日子', cutoff: '截数', submit: '报送', bulletin: '通报', meeting: number => `第${number}次会`, today: '今天',
  all: n => `${n} 次会议`, none: '还没有排会议', noneLead: '在右边填一个日子，排第一次调度会。到那天打开它：先看上次定的事，再看会后变化和红项，当场定的事出成督办单。', name: number => `第${number}次调度会`,
  state: { ended: '已散会', open: '没有散会', today: '今天开', ahead: '未开' }, inDays: days => `还有 ${days} 天`, comma: '，',
  decided: n => `定了 ${n} 件`, decidedNone: '没有议定事项', kept: (kept, all) => `兑现 ${kept}/${all}`, overdue: n => `逾期 ${n}`, code: '校验码',
  hold: '开会', openIt: '打开', look: '预看', minutes: '看纪要', move: '改期', moveTo: '改到', callOff: '取消会议', save: '保存', cancel: '不改',
  plan: '排一次会议', planLead: '会期进挂图的时间轴；转绿最少按下一次会期计算', on: '会期', number: '第几次', title: '名称', submitPlan: '排上',
  planned: (name, day) => `${name}排在 ${day}`, moved: (name, day) => `${name}改到 ${day}`, calledOff: name => `${name}已取消`,
  numberTaken: number => `第${number}次已经排过，换一个数`, dayTaken: '这一天已有会议', outside: '会期要在计划期内',
  undo: '撤销',
}

export const enMeetings: MeetingsWords = {
  calendar: 'The year', calendarNote: 'meetings, and the days of cut-off, submitting and bulletin', cutoff: 'cut-off', submit: 'submit', bulletin: 'bulletin', meeting: number => `meeting ${number}`, today: 'today',
  all: n => `${n} meetings`, none: 'No meeting is planned', noneLead: 'Set a day on the right and plan the first meeting. Open it on that day: what was promised comes first, then changes and red items; what is decided becomes a slip at once.', name: number => `Meeting ${number}`,
  state: { ended: 'ended', open: 'not ended', today: 'today', ahead: 'ahead' }, inDays: days => `in ${days} days`, comma: ', ',
  decided: n => `${n} decided`, decidedNone: 'nothing decided', kept: (kept, all) => `kept ${kept}/${all}`, overdue: n => `${n} overdue`, code: 'Code',
  hold: 'Hold it', openIt: 'Open', look: 'Look ahead', minutes: 'Minutes', move: 'Move', moveTo: 'Move to', callOff: 'Call off', save: 'Save', cancel: 'Keep',
  plan: 'Plan a meeting', planLead: 'Its day stands on the time strip; the least to green counts to the next meeting', on: 'Day', number: 'Number', title: 'Name', submitPlan: 'Plan it',
  planned: (name, day) => `${name} is planned for ${day}`, moved: (name, day) => `${name} moved to ${day}`, calledOff: name => `${name} is called off`,
  numberTaken: number => `Number ${number} is taken`, dayTaken: 'There is a meeting on that day', outside: 'The day must lie in the plan’s period',
  undo: 'Undo',
}

/** 已兑现 … in English; Chinese comes from the wording that papers share. */
export function promiseInEnglish(state: PromiseState): string {
  switch (state.kind) {
    case 'kept': return 'kept'
    case 'applied': return 'to be closed'
    case 'overdue': return `${state.days} days overdue`
    case 'left': return state.days === 0 ? 'due today' : `${state.days} days left`
    case 'withdrawn': return 'withdrawn'
  }
}

/** What each step of a slip's course is called, in a line of it. */
export type StepWords = Readonly<Record<'issue' | SlipStepKind, string>>

export const zhSteps: StepWords = zhSlipSteps
export const enSteps: StepWords = {
  issue: 'issued', receive: 'received', reply: 'reply', return_reply: 'reply returned', remind: 'reminded', ask_extension: 'asks for more time', settle_extension: 'answered', escalate: 'raised', interview: 'interview', apply: 'applies for closure', verify: 'verified', sign: 'signed', close: 'closed', publish: 'published', send_back: 'sent back', reopen: 'reopened', withdraw: 'withdrawn',
}
