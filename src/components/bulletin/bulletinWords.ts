/** Words of the bulletins' page. The papers themselves stay Chinese. */
type Form = 'bulletin' | 'report'
type Field = 'value' | 'goal' | 'completion' | 'progress' | 'pace' | 'gap'

export interface BulletinWords {
  forms: Readonly<Record<Form, string>>, formHints: Readonly<Record<Form, string>>
  list: string, count: (n: number) => string, none: string, noneLead: string, back: string, unknown: string
  make: { title: string, lead: string, form: string, snapshot: string, noSnapshot: string, freeze: string, freezing: string, freezeAct: string, number: string, numberHint: string, act: string, busy: string, day: (day: string) => string, made: string }
  state: { draft: string, issued: string, unsaved: string, behind: string, versions: (n: number) => string, asOf: (day: string) => string }
  fields: { title: string, number: string, addressee: string, annex: string }
  save: string, saved: string, issue: string, issued: string, issueSure: (n: number) => string, issueAnyway: string, cancel: string, reopen: string, reopened: string, revert: string, keptHere: string
  papers: { docx: string, pptx: string, print: string, copy: string, copied: string, byHand: string, busy: string, saved: (name: string) => string, noSnapshot: string }
  length: { title: string, of: (n: number, most: number) => string, fine: string, near: (left: number) => string, over: (over: number) => string, rule: string }
  stale: { title: (n: number) => string, none: string, against: string, now: (day: string) => string, take: string, keep: string, takeBoth: string, keepBoth: string, takeAll: string, gone: string, to: string, rebase: string, rebaseLead: string, rebased: string, show: string }
  origin: { title: string, hint: string, target: string, area: string, what: string, asOf: string, version: string, nowIs: string, whole: string, same: string, keys: string }
  hand: { title: (n: number) => string, none: string }
  versions: { title: string, issued: string, saved: string, open: string, shown: (n: number) => string, now: string }
  sheet: { edit: string, done: string, headings: string, reading: string, help: string, locked: string, heading: string, paragraph: (n: number) => string }
  field: Readonly<Record<Field, string>>
  /** What a count is over, by its key; `area` and `lamp` are names. */
  counts: { targets: string, cells: string, places: string, asked: string, reported: string, slowPlaces: string, better: string, worse: string, active: string, onPace: string, rate: string, slow: string, lamp: (name: string) => string, green: string, of: (scope: string, what: string) => string }
  slips: Readonly<Record<'issued' | 'issued:since' | 'closed' | 'closed:since' | 'open' | 'overdue' | 'waiting' | 'extended' | 'interviews' | 'late', string>>
}

export const zhBulletin: BulletinWords = {
  forms: { bulletin: '通报', report: '专报' }, formHints: { bulletin: '下发，点名慢的单位和事项，4000 字以内', report: '上报，只写要点，5000 字以内' },
  list: '通报和专报', count: n => `${n} 份`, none: '还没有通报', noneLead: '从一份快照起草：数都从快照来，每个数带着出处，起草后随便改。', back: '全部', unknown: '台账里没有这份通报，可能撤销了。',
  make: { title: '起草', lead: '按规则写出初稿', form: '文种', snapshot: '用哪份快照', noSnapshot: '本机还没有快照', freeze: '封存今天', freezing: '正在封存', freezeAct: '封存今天并起草', number: '期号', numberHint: '第 4 期，可不填', act: '起草', busy: '正在起草', day: day => `通报日 ${day}`, made: '已起草，已存' },
  state: { draft: '草稿', issued: '已印发', unsaved: '有未存的改动', behind: '别处已存了新的一版；你的改动未存，存下就是再下一版', versions: n => `第 ${n} 版`, asOf: day => `截至 ${day}` },
  fields: { title: '标题', number: '期号或文号', addressee: '主送', annex: '附慢于时序的明细表' },
  save: '保存', saved: '已存', issue: '印发', issued: '已印发，这一版锁定', issueSure: n => `还有 ${n} 句里的数变了`, issueAnyway: '仍印发', cancel: '先不', reopen: '收回修改', reopened: '已收回，可以改', revert: '放弃改动', keptHere: '没存的改动记在这台电脑上，离开或刷新都在',
  papers: { docx: '下载 DOCX', pptx: '汇报页 PPTX', print: '打印稿', copy: '复制全文', copied: '已复制', byHand: '按 Ctrl C 复制', busy: '正在生成', saved: name => `已下载 ${name}`, noSnapshot: '本机没有这份通报的快照，附件做不出来。先在“快照”里打开当时的快照文件存下，再下载。' },
  length: { title: '字数', of: (n, most) => `${n} / ${most}`, fine: '在上限内', near: left => `快到上限，还可写 ${left} 字`, over: over => `超出 ${over} 字`, rule: '不含附件和空格' },
  stale: { title: n => `${n} 句里的数变了`, none: '文中的数与对照一致', against: '对照', now: day => `现在的台账，截至 ${day}`, take: '用新数', keep: '保留', takeBoth: '整句用新数', keepBoth: '整句保留', takeAll: '全部用新数', gone: '已没有这个数', to: '变为', rebase: '改用新快照', rebaseLead: '附件和出处仍按起草时的快照；改用新快照后附件随之更新，文中的日期请自己改。', rebased: '已换成新快照，记得保存', show: '看这句' },
  origin: { title: '数的出处', hint: '点文中带底色的数，看它从哪来。', target: '项目', area: '地方', what: '内容', asOf: '截至', version: '版本', nowIs: '对照', whole: '合计', same: '一致', keys: '← → 到前后一个数' },
  hand: { title: n => `手改 ${n} 处`, none: '没有手改的数' },
  versions: { title: '版本', issued: '印发', saved: '存', open: '看', shown: n => `正在看第 ${n} 版，不能改`, now: '回到最新' },
  sheet: { edit: '改', done: '好', headings: '小标题', reading: '正文', help: '点段落就能改，回车分段，清空即删。没碰到的数仍带出处。', locked: '已印发，不能改', heading: '小标题', paragraph: n => `第 ${n} 段` },
  field: { value: '完成数', goal: '目标数', completion: '完成率', progress: '实际进度', pace: '应有进度', gap: '差距' },
  counts: { targets: '任务', cells: '任务格', places: '地方数', asked: '应报', reported: '已报', slowPlaces: '有慢项的地方数', better: '会后变好', worse: '会后变差', active: '计入达序率的', onPace: '达到时序的', rate: '达序率', slow: '慢于时序的', lamp: name => `亮“${name}”的`, green: '转绿最少', of: (scope, what) => `${scope}：${what}` },
  slips: { issued: '督办单：发出', 'issued:since': '督办单：会后新发', closed: '督办单：已销号', 'closed:since': '督办单：会后销号', open: '督办单：在办', overdue: '督办单：逾期', waiting: '督办单：待核验销号', extended: '督办单：已同意延期', interviews: '督办单：约谈次数', late: '督办单：逾期天数' },
}

export const enBulletin: BulletinWords = {
  forms: { bulletin: 'Bulletin', report: 'Report upward' }, formHints: { bulletin: 'goes down, names slow units and items, at most 4,000 characters', report: 'goes up, the essentials only, at most 5,000 characters' },
  list: 'Bulletins and reports', count: n => `${n}`, none: 'No bulletin yet', noneLead: 'Draft one from a snapshot: every figure comes from it and keeps its origin, and the text is yours to edit.', back: 'All', unknown: 'The ledger holds no such bulletin; it may have been undone.',
  make: { title: 'Draft', lead: 'written by rule', form: 'Form', snapshot: 'From which snapshot', noSnapshot: 'No snapshot on this device yet', freeze: 'Freeze today', freezing: 'Freezing', freezeAct: 'Freeze today and draft', number: 'Number', numberHint: 'No. 4, may stay empty', act: 'Draft', busy: 'Drafting', day: day => `Bulletin day ${day}`, made: 'Drafted and saved' },
  state: { draft: 'Draft', issued: 'Issued', unsaved: 'Unsaved changes', behind: 'A newer version was saved elsewhere; saving yours makes the next one', versions: n => `Version ${n}`, asOf: day => `as of ${day}` },
  fields: { title: 'Title', number: 'Number', addressee: 'To', annex: 'With the table of what is slow' },
  save: 'Save', saved: 'Saved', issue: 'Issue', issued: 'Issued; this version is locked', issueSure: n => `Figures changed in ${n} sentences`, issueAnyway: 'Issue anyway', cancel: 'Not yet', reopen: 'Take back to edit', reopened: 'Taken back; it can be edited', revert: 'Discard changes', keptHere: 'Unsaved changes are kept on this computer, also when you leave or reload',
  papers: { docx: 'Download DOCX', pptx: 'Slides (PPTX)', print: 'Print version', copy: 'Copy the text', copied: 'Copied', byHand: 'Press Ctrl C to copy', busy: 'Making it', saved: name => `${name} downloaded`, noSnapshot: 'This device does not hold the snapshot of this bulletin, so its annex cannot be made. Open the snapshot file under Snapshots and keep it first.' },
  length: { title: 'Length', of: (n, most) => `${n} / ${most}`, fine: 'within the ceiling', near: left => `near the ceiling, ${left} left`, over: over => `${over} over the ceiling`, rule: 'without annex and blanks' },
  stale: { title: n => (n === 1 ? 'Figures changed in 1 sentence' : `Figures changed in ${n} sentences`), none: 'Every figure in the text agrees', against: 'Held against', now: day => `the ledger now, as of ${day}`, take: 'Take the new figure', keep: 'Keep', takeBoth: 'Take all in it', keepBoth: 'Keep all in it', takeAll: 'Take all new figures', gone: 'there is no such figure any more', to: 'now', rebase: 'Use a new snapshot', rebaseLead: 'Annex and origins still follow the snapshot of the draft; with a new one the annex follows. Dates in the text are yours to change.', rebased: 'Now on the new snapshot; remember to save', show: 'Show' },
  origin: { title: 'Where the figure comes from', hint: 'Click a tinted figure in the text.', target: 'Item', area: 'Place', what: 'What', asOf: 'As of', version: 'Version', nowIs: 'Now', whole: 'Total', same: 'agrees', keys: '← → to the next figure' },
  hand: { title: n => `${n} edited by hand`, none: 'No figure was edited by hand' },
  versions: { title: 'Versions', issued: 'issued', saved: 'saved', open: 'Show', shown: n => `Version ${n} is shown; it cannot be edited`, now: 'Back to the latest' },
  sheet: { edit: 'Edit', done: 'Done', headings: 'Headings', reading: 'Text', help: 'Click a paragraph to edit it; Enter splits it, an empty one goes. Figures that you do not touch keep their origin.', locked: 'Issued; it cannot be edited', heading: 'Heading', paragraph: n => `Paragraph ${n}` },
  field: { value: 'reached', goal: 'goal', completion: 'completion', progress: 'actual progress', pace: 'planned progress', gap: 'gap' },
  counts: { targets: 'Targets', cells: 'Cells', places: 'Number of places', asked: 'reports asked for', reported: 'reports in', slowPlaces: 'places with something slow', better: 'better since the meeting', worse: 'worse since the meeting', active: 'counted in the on-pace rate', onPace: 'on pace', rate: 'on-pace rate', slow: 'slow', lamp: name => `lamp “${name}”`, green: 'smallest step to green', of: (scope, what) => `${scope}: ${what}` },
  slips: { issued: 'Slips: issued', 'issued:since': 'Slips: issued since the meeting', closed: 'Slips: closed', 'closed:since': 'Slips: closed since the meeting', open: 'Slips: open', overdue: 'Slips: overdue', waiting: 'Slips: waiting for verification', extended: 'Slips: extended', interviews: 'Slips: interviews', late: 'Slips: days past the date' },
}
