/** Words of the slips: list, sheet, steps, proposals. */
import type { SlipState, SlipStepKind } from '../../domain/slipEvents'

export interface SlipWords {
  open: (n: number) => string, closedCount: (n: number) => string, orderBy: string, orders: Readonly<Record<'turn' | 'unit' | 'target', string>>, scope: Readonly<Record<'mine' | 'all', string>>, scopeLabel: string
  turn: Readonly<Record<'mine' | 'theirs' | 'near' | 'overdue' | 'done', string>>, turnWhy: Readonly<Record<'mine' | 'theirs' | 'near' | 'overdue' | 'done', string>>, free: string
  listLabel: string, noneTitle: string, none: string, noneOfUnit: string, back: string, pick: string, unknown: string, toList: string, keysHint: (mayCompose: boolean) => string, daysHint: string
  layers: { lamp: string, slip: string, card: string, why: string }
  levelOf: (level: string) => string, left: (n: number) => string, late: (n: number) => string, today: string, closedOn: (day: string) => string, state: Readonly<Record<SlipState, string>>
  waiting: { extension: string, reply: (n: number) => string, apply: string, verified: string, signed: string, issued: (n: number) => string, received: (day: string) => string, answered: (day: string) => string, reopened: (day: string) => string }
  turnTag: (who: string, what: string) => string, turnMine: (what: string) => string
  head: (number: string, meeting: string, issued: string) => string, numberTwice: (number: string) => string, reopenedTag: (n: number) => string, rule: (rule: string) => string, paper: string, ofMeeting: (name: string) => string
  basis: string, request: string, lead: string, assist: string, sites: string, due: string, dueWas: (day: string) => string, noLamp: string, interviews: (n: number) => string
  stamps: Readonly<Record<'issued' | 'received' | 'reopened' | 'answered' | 'applied' | 'closed' | 'today' | 'due', string>>, course: string, days: (n: number) => string, reminded: (n: number) => string, waited: (n: number) => string, notYet: string, waitsFor: Readonly<Record<'received' | 'answered' | 'applied' | 'closed', string>>
  replies: (n: number) => string, repliesWhy: string, noReply: string, returned: (why: string) => string, evidence: string, evidenceWhy: string, evidenceKnown: string
  asks: (unit: string, from: string, to: string, days: number) => string, askedOn: (day: string, before: number, nth: number) => string, reason: string, progress: string, settled: (verdict: 'granted' | 'refused', due: string) => string, extensions: string
  grant: (day: string) => string, otherDay: string, refuseAsk: string, grantWhy: (left: number) => string, otherWhy: string, refuseWhy: (day: string) => string, decision: string
  closure: (met: number, all: number) => string, closureWhy: string, acceptance: string, building: string
  step: Readonly<Record<SlipStepKind | 'issue', string>>, acts: string, actsFor: (unit: string) => string, onDay: string, send: string, cancel: string, done: (what: string) => string, hint: Readonly<Partial<Record<SlipStepKind, string>>>
  text: Readonly<Partial<Record<SlipStepKind, string>>>, newDue: string, toLevel: string, whichReply: string, way: string, ways: Readonly<Record<'site' | 'papers', string>>, verdict: string, isMet: string, isNotMet: string, metAll: string
  past: (n: number) => string, outOfTurn: string, outOfTurnWhy: string, recorded: (day: string) => string, recordedBy: (unit: string) => string, print: string, docx: string, making: string
  proposals: string, asking: string, proposalsCount: (n: number) => string, proposalsWhy: string, noProposals: string, issue: string, edit: string, decline: string, declineWhy: string, dueOn: (day: string) => string, why: string, more: (n: number) => string
  cards: string, cardsWhy: string, showCard: string, declineCard: string, liftCard: string, cardReason: string, shown: (day: string) => string, lift: (text: string) => string, suggested: string, noCards: string
  compose: string, composeWhy: string, number: string, level: string, matter: string, matterHint: string, matterFree: string, matterNone: string, clear: string, title: string, titleHint: string, requestHint: string, basisHint: string, addAssist: string, remove: (name: string) => string, dueBy: (kind: 'urgent' | 'usual' | 'most', n: number) => string, issueNow: string, issued: (number: string) => string, sitesOf: string, departments: string, places: string, office: string
}

export const zhSlips: SlipWords = {
  open: n => `在办 ${n}`, closedCount: n => `已销号 ${n}`, orderBy: '排法', orders: { turn: '按谁该办', unit: '按单位', target: '按指标' }, scope: { mine: '我的', all: '全部' }, scopeLabel: '看哪些',
  turn: { mine: '待我办', theirs: '待对方', near: '临期', overdue: '逾期', done: '已销号' }, turnWhy: { mine: '等这边拿主意', theirs: '已发出，等对方', near: '3 天内到期', overdue: '过了限期，没有申请销号', done: '核验签字后归档' }, free: '不对应指标',
  listLabel: '督办单', noneTitle: '还没有督办单', none: '从右边的规则提议发一张，或按 C 开新单。', noneOfUnit: '没有要本单位办的单。', back: '返回列表', pick: '从左边选一张，或按 C 开新单。', unknown: '台账里没有这张单，可能已撤回。', toList: '看列表', keysHint: mayCompose => `J K 上下　Enter 打开${mayCompose ? '　C 开新单' : ''}　数字做那一步`, daysHint: '时限：黑底为逾期，黑框为 3 天内',
  layers: { lamp: '灯看进度', slip: '单看这件事', card: '牌看单位', why: '三层互不牵连：灯按规则自动算，单由人发、由人销，牌由会议定。' },
  levelOf: level => `级别 ${level}`, left: n => `剩 ${n} 天`, late: n => `逾期 ${n} 天`, today: '今天到期', closedOn: day => `${day}销号`, state: { issued: '未签收', received: '已签收', answered: '已反馈', applied: '待核验', verified: '待签字', signed: '待销号', closed: '已销号', published: '已公示', withdrawn: '已撤销' },
  waiting: { extension: '申请延期，待决定', reply: n => `反馈待看 ${n} 份`, apply: '申请销号，待核验', verified: '已核验，待签字', signed: '已签字，待销号', issued: n => `发出 ${n} 天未签收`, received: day => `${day}签收`, answered: day => `${day}反馈`, reopened: day => `${day}重新打开` },
  turnTag: (who, what) => `待${who}：${what}`, turnMine: what => `待我办：${what}`,
  head: (number, meeting, issued) => `${number} 号　一事一单　${issued}交办${meeting === '' ? '' : `　${meeting}`}`, numberTwice: number => `编号 ${number} 有两张单在用：两台电脑各发了一张。撤销其中一张，另开新号。`, reopenedTag: n => `回头看 ${n} 次`, rule: rule => `按规则“${rule}”提议`, paper: '督办单', ofMeeting: name => `${name}议定`,
  basis: '依据', request: '要求', lead: '牵头', assist: '协办', sites: '项目点', due: '限期', dueWas: day => `原限 ${day}`, noLamp: '无灯', interviews: n => `约谈 ${n} 次`,
  stamps: { issued: '交办', received: '签收', reopened: '重开', answered: '反馈', applied: '办结', closed: '销号', today: '今天', due: '限' }, course: '办理进程', days: n => (n === 0 ? '当天' : `${n} 天`), reminded: n => `催办 ${n} 次`, waited: n => (n === 0 ? '' : `已等 ${n} 天`), notYet: '未到', waitsFor: { received: '待签收', answered: '待反馈', applied: '待申请', closed: '核验签字后' },
  replies: n => `反馈 ${n} 份`, repliesWhy: '佐证自愿附，照片不作要求', noReply: '还没有反馈', returned: why => `已退回：${why}`, evidence: '佐证', evidenceWhy: '可不填；链接或材料名，一行一条', evidenceKnown: '这一格已有',
  asks: (unit, from, to, days) => `${unit}申请延期：${from} → ${to}（${days} 天）`, askedOn: (day, before, nth) => `${day}提出，到期前 ${before} 天，第 ${nth} 次`, reason: '理由', progress: '已完成', settled: (verdict, due) => (verdict === 'granted' ? `同意，限期改到 ${due}` : '不同意，限期不变'), extensions: '延期',
  grant: day => `同意至 ${day}`, otherDay: '另定日期', refuseAsk: '不同意', grantWhy: left => `到那天还有 ${left} 天`, otherWhy: '比申请的早或晚都可以，要晚于原限期', refuseWhy: day => `限期不变，仍是 ${day}；到期未办结按规则提议升级，不自动发`, decision: '答复延期',
  closure: (met, all) => `${met}/${all}，齐了才能销号；谁验收谁负责`, closureWhy: '销号要件', acceptance: '验收', building: '建设类事项凭验收销号，建成不算',
  step: { issue: '交办', receive: '签收', reply: '反馈', return_reply: '退回反馈', remind: '催办', ask_extension: '申请延期', settle_extension: '答复延期', escalate: '升级', interview: '约谈', apply: '申请销号', verify: '核验', sign: '签字', close: '销号', publish: '公示', send_back: '退回重办', reopen: '重新打开', withdraw: '撤销单' },
  acts: '可以做', actsFor: unit => `替${unit}记`, onDay: '日期', send: '记入台账', cancel: '取消', done: what => `${what}，已记入台账`,
  hint: { receive: '签收只表示收到', remind: '催办记一次，进程上写明', interview: '约谈的是单位这件事，不评人', reopen: '回头看发现没有办好时重新打开，前面的记录都留着', withdraw: '撤销后编号不再用', close: '核验、签字都有了才能销号', send_back: '退回后回到“已签收”', ask_extension: '到期前申请，写明理由和已完成的' },
  text: { reply: '办了什么、还差什么', return_reply: '退回的理由', remind: '催办的话', interview: '约谈记录', apply: '办结情况', verify: '看到什么', sign: '签字的人或文号', publish: '公示在哪里', send_back: '退回的理由', withdraw: '撤销的理由', reopen: '重新打开的理由', escalate: '升级的理由' }, newDue: '新限期', toLevel: '升到', whichReply: '哪一份', way: '怎样核验', ways: { site: '到场看', papers: '查材料' }, verdict: '结论', isMet: '办好了', isNotMet: '没办好，退回', metAll: '要件',
  past: n => `全过程 ${n} 步`, outOfTurn: '没有按次序的记录', outOfTurnWhy: '两台电脑各记了一步，或记的日子早于上一步。留着备查，不算数。', recorded: day => `记于 ${day}`, recordedBy: unit => `${unit}代记`, print: '打印单', docx: 'DOCX', making: '正在写文件',
  proposals: '规则提议', asking: '正在对照规则', proposalsCount: n => `${n} 件，均未发出`, proposalsWhy: '点“发出”才算数；不发要写一句原因，记入台账。', noProposals: '没有要提议的：够条件的都已有单，或已写明不发。', issue: '发出', edit: '改', decline: '不发', declineWhy: '不发的原因', dueOn: day => `限 ${day}`, why: '为何', more: n => `另有 ${n} 件`,
  cards: '亮牌', cardsWhy: '看单位，不看单件；由会议定，不自动亮', showCard: '记为已亮', declineCard: '不亮', liftCard: '摘牌', cardReason: '依据，如“第4次调度会议定”', shown: day => `${day}亮`, lift: text => `摘牌条件：${text}`, suggested: '提议，未亮', noCards: '没有单位够条件。',
  compose: '开新单', composeWhy: '一事一单', number: '编号', level: '级别', matter: '事项', matterHint: '搜指标和镇街，如“服务站 内坑”', matterFree: '不对应指标', matterNone: '没有对上的格子', clear: '换一格', title: '单名', titleHint: '一句话写清办什么', requestHint: '到哪天，办成什么', basisHint: '文件、会议或要点的章节', addAssist: '加协办单位', remove: name => `去掉${name}`, dueBy: (kind, n) => `${{ urgent: '急', usual: '平', most: '最长' }[kind]} ${n} 天`, issueNow: '发出', issued: number => `${number} 号已发出`, sitesOf: '哪几处', departments: '科室', places: '镇街', office: '局办公室',
}
