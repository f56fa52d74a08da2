/** Words of a meeting under way; they load with it. */
export interface MeetingWords {
  label: string
  asOf: (day: string) => string, sub: (plan: string, asOf: string, since: string) => string, since: (days: number) => string, first: string
  steps: Readonly<Record<'opening' | 'followUps' | 'changes' | 'red' | 'new' | 'end', string>>, place: (place: number, of: number) => string, page: (page: number, pages: number) => string
  keys: { next: string, back: string, decide: string, wall: string, leave: string, steps: string, wallBack: string, item: string }
  promises: string, promiseCounts: (all: number, kept: number) => string, noPromises: string, agreed: (day: string, lead: string) => string, more: (n: number) => string
  changes: string, worse: (n: number) => string, better: (n: number) => string, reds: string, redCounts: (n: number) => string, noReds: string
  snapshots: string, frozen: string, number: (n: number) => string, today: string, code: string, atEnd: string, notFrozen: string
  last: string, noneLast: string, now: string, replies: string, noReply: string, extension: (from: string, to: string) => string, escalated: (word: string) => string, open: string
  newMatters: string, newLead: string, decidedHere: (n: number) => string, none: string
  bar: { label: string, hint: string, owner: string, nobody: string, departments: string, places: string, due: string, slip: string, note: string, made: (number: string, owner: string, due: string) => string, noted: string, undo: string, undone: string, readOnly: (day: string) => string, ahead: (day: string) => string, holdToday: string }
  end: { title: string, summary: (decided: number, notes: number) => string, noted: string, take: string, close: string, closing: string, closed: (day: string) => string, code: string, open: string, minutes: string, followUp: string, docx: string, print: string, copy: string, copied: string, byHand: string, making: string, made: (name: string) => string, failed: string, notHere: string, papers: string }
  unknown: string, unknownLead: string, toMeetings: string
}

export const zhMeeting: MeetingWords = {
  label: '调度会',
  asOf: day => `截至 ${day}`, sub: (plan, asOf, since) => [plan, asOf, since].filter(part => part !== '').join('，'), since: days => `距上次会议 ${days} 天；小字为较上次增减`, first: '第一次会议，没有可比的一天',
  steps: { opening: '开场', followUps: '上次定的事', changes: '会后变化', red: '红项', new: '新事项', end: '散会' }, place: (place, of) => `第 ${place} 项，共 ${of} 项`, page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
  keys: { next: '下一步', back: '上一步', decide: '记录议定', wall: '全图', leave: '退出', steps: '会议步骤', wallBack: '回到会议', item: '逐件' },
  promises: '上次定的事', promiseCounts: (all, kept) => `${all} 件，兑现 ${kept}`, noPromises: '以前的会议没有议定事项。今天定的事会出现在下次会议的这里。', agreed: (day, lead) => `约定 ${day}，${lead}`, more: n => `其余 ${n} 件见下一步`,
  changes: '会后变化', worse: n => `变差 ${n}`, better: n => `变好 ${n}`, reds: '红项', redCounts: n => `${n} 项，右列为转绿最少`, noReds: '没有红项',
  snapshots: '历次快照', frozen: '散会封存', number: n => `第${n}次`, today: '今天', code: '校验', atEnd: '散会时封存', notFrozen: '没有封存',
  last: '上次定的', noneLast: '以前没有为这一项定过事', now: '本次定的', replies: '办理', noReply: '还没有反馈', extension: (from, to) => `由 ${from} 延到 ${to}`, escalated: word => `已升为${word}`, open: '看督办单',
  newMatters: '新事项', newLead: '按 D 写一句：谁，到哪天，办成什么。写了责任单位出督办单，没有写的记入纪要。', decidedHere: n => `本次已定 ${n} 件`, none: '还没有议定事项',
  bar: {
    label: '议定', hint: '如：内坑镇 10月10日前完成选址报批', owner: '责任', nobody: '不出单，记入纪要', departments: '科室', places: '镇街', due: '时限', slip: '回车出单', note: '回车记入纪要', made: (number, owner, due) => `已出单 ${number}，${owner}，${due}`, noted: '已记入纪要', undo: '撤销', undone: '已撤销',
    readOnly: day => `会议已于 ${day} 散会，这里按当时所知显示，不再记录`, ahead: day => `会期 ${day}，还没有到；现在是预看，不记录`, holdToday: '改到今天开',
  },
  end: {
    title: '本次会议', summary: (decided, notes) => `定了 ${decided} 件，另记 ${notes} 条`, noted: '记入纪要', take: '撤下', close: '散会封存', closing: '正在封存…', closed: day => `${day} 散会，挂图已封存`, code: '校验码', open: '看快照', minutes: '会议纪要', followUp: '跟踪单（一页）', docx: '存 DOCX', print: '存打印页', copy: '复制文字', copied: '已复制', byHand: '请按 Ctrl C 复制', making: '正在生成…', made: name => `已存 ${name}`,
    failed: '没有生成，请再试一次', notHere: '这次会议的快照不在本机，文件按台账重做，校验码仍是当时的', papers: '会上文件',
  },
  unknown: '没有这次会议', unknownLead: '它可能已取消，或在另一份台账里', toMeetings: '看全部会议',
}

export const enMeeting: MeetingWords = {
  label: 'Meeting',
  asOf: day => `As of ${day}`, sub: (plan, asOf, since) => [plan, asOf, since].filter(part => part !== '').join(', '), since: days => `${days} days since the last meeting; small figures: change since`, first: 'the first meeting: nothing to compare with',
  steps: { opening: 'Opening', followUps: 'Promises', changes: 'Changes', red: 'Red', new: 'New', end: 'End' }, place: (place, of) => `${place} of ${of}`, page: (page, pages) => `page ${page} of ${pages}`,
  keys: { next: 'Next', back: 'Back', decide: 'Decide', wall: 'Chart', leave: 'Leave', steps: 'Steps of the meeting', wallBack: 'Back to the meeting', item: 'One by one' },
  promises: 'Promised', promiseCounts: (all, kept) => `${all}, kept ${kept}`, noPromises: 'Earlier meetings decided nothing. What is decided today stands here next time.', agreed: (day, lead) => `due ${day}, ${lead}`, more: n => `${n} more on the next screen`,
  changes: 'Since the meeting', worse: n => `${n} worse`, better: n => `${n} better`, reds: 'Red', redCounts: n => `${n}; least to green`, noReds: 'Nothing is red',
  snapshots: 'Snapshots', frozen: 'frozen at the end', number: n => `Meeting ${n}`, today: 'today', code: 'code', atEnd: 'frozen at the end', notFrozen: 'not frozen',
  last: 'Decided before', noneLast: 'Nothing was decided on this before', now: 'Decided today', replies: 'Course', noReply: 'no reply yet', extension: (from, to) => `extended from ${from} to ${to}`, escalated: word => `raised to ${word}`, open: 'Open the slip',
  newMatters: 'New matters', newLead: 'Press D and write a line: who, until when, what. With an owner it becomes a slip, without one a note of the minutes.', decidedHere: n => `${n} decided so far`, none: 'Nothing decided yet',
  bar: {
    label: 'Decide', hint: 'who, until when, what', owner: 'Owner', nobody: 'No slip, a note', departments: 'Departments', places: 'Places', due: 'Due', slip: 'Enter: slip', note: 'Enter: note', made: (number, owner, due) => `Slip ${number}: ${owner}, ${due}`, noted: 'Noted', undo: 'Undo', undone: 'Undone',
    readOnly: day => `The meeting ended on ${day}; shown as it was known then`, ahead: day => `Planned for ${day}: a look ahead, nothing is recorded`, holdToday: 'Hold it today',
  },
  end: {
    title: 'This meeting', summary: (decided, notes) => `${decided} decided, ${notes} noted`, noted: 'Notes', take: 'Take off', close: 'End and freeze', closing: 'Freezing…', closed: day => `Ended on ${day}; the board is frozen`, code: 'Code', open: 'Open the snapshot', minutes: 'Minutes', followUp: 'Follow-up (one page)', docx: 'Save DOCX', print: 'Save for print', copy: 'Copy', copied: 'Copied', byHand: 'Press Ctrl C to copy', making: 'Making…', made: name => `${name} saved`,
    failed: 'Not made; please try again', notHere: 'The snapshot is not on this device: files are made from the ledger, with the code of then', papers: 'Papers of the meeting',
  },
  unknown: 'No such meeting', unknownLead: 'It may have been called off, or stands in another ledger', toMeetings: 'All meetings',
}
