/** May a slip be issued, may a step be taken? The reasons in words; the rules themselves stand in {@link stepRefusal}. */
import type { History, Knowing } from './history'
import type { Problem } from './problem'
import type { SlipCommand } from './slipEvents'
import { isDay } from './days'
import { furtherOf } from './further'
import { missingOf, slipsOf, stepRefusal } from './slip'
import type { Slip } from './slip'

const refuse = (code: string, why: string, fix: string): Problem => ({ code, why, fix })
const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === ''

/** Null where the command may be recorded. */
export function refusalOfSlip(history: History, command: SlipCommand, present: Knowing): Problem | null {
  if (command.at > present.today) return refuse('slip_day_future', `${command.at} 还没有到`, '写今天或以前的日子')
  switch (command.kind) {
    case 'slip': return orderRefusal(history, command, present)
    case 'slip_step': return takenRefusal(history, command, present)
    case 'slip_declined': return isBlank(command.reason) ? refuse('slip_reason', '不发要写一句原因', '写一句，记入台账') : null
    case 'card':
      if (!isUnit(history, command.unit, present.limit)) return refuse('slip_unit', `计划里没有单位 ${command.unit}`, '选计划里的科室或乡镇')
      return isBlank(command.reason) ? refuse('slip_reason', '亮牌和摘牌要写明理由', '写一句，如“逾期 3 件，第4次调度会议定”') : null
  }
}

function orderRefusal(history: History, order: Extract<SlipCommand, { kind: 'slip' }>, present: Knowing): Problem | null {
  const { index } = history
  if (isBlank(order.title)) return refuse('slip_title', '没有写事项', '写一句要办的事')
  if (isBlank(order.request)) return refuse('slip_request', '没有写办理要求', '写清到哪天办成什么')
  if (isBlank(order.number)) return refuse('slip_number', '没有编号', '按本办的编号规则写')
  if (!isDay(order.due)) return refuse('slip_due', '没有写时限', '选一个日期')
  if (order.due < order.at) return refuse('slip_due_before', `时限 ${order.due} 早于交办日 ${order.at}`, '时限写在交办日或以后')
  if (isBlank(order.lead)) return refuse('slip_lead', '没有选牵头单位', '选一个科室或乡镇')
  const stranger = [order.lead, ...order.assist].find(id => !isUnit(history, id, present.limit))
  if (stranger !== undefined) return refuse('slip_unit', `计划里没有单位 ${stranger}`, '选计划里的科室或乡镇；新科室先在「计划」里加')
  if (order.target !== undefined && !index.targets.has(order.target)) return refuse('target_unknown', `计划里没有指标 ${order.target}`, '刷新页面；计划文件可能换过')
  if (order.area !== undefined && !index.areas.has(order.area)) return refuse('area_unknown', `计划里没有区域 ${order.area}`, '刷新页面；计划文件可能换过')
  const level = order.levels.find(one => one.id === order.level)
  if (level === undefined) return refuse('slip_level', '规则包里没有这一级', '选规则包里的一级')
  if (!level.isEntry) return refuse('slip_level_entry', `${level.word}只能逐级升到，不能直接发`, '先发低一级的单')
  const others = slipsOf(history, { asOf: '9999-12-31', limit: present.limit })
  if (others.some(slip => slip.order.id === order.id)) return refuse('slip_known', '这张单已经发过', '刷新后再看')
  if (others.some(slip => slip.order.number === order.number)) return refuse('slip_number_twice', `编号 ${order.number} 已经用过`, '换下一个号')
  return null
}

/** A place of the plan, a department of it, or one that the office has added. */
const isUnit = (history: History, id: string, limit: string): boolean =>
  history.index.areas.has(id) || history.index.departments.has(id) || furtherOf(history, 'department', limit).some(event => event.data.id === id)

const stateWords: Readonly<Record<Slip['state'], string>> = { issued: '未签收', received: '已签收', answered: '已反馈', applied: '已申请销号', verified: '已核验', signed: '已签字', closed: '已销号', published: '已公示', withdrawn: '已撤销' }

function takenRefusal(history: History, command: Extract<SlipCommand, { kind: 'slip_step' }>, present: Knowing): Problem | null {
  const slip = slipsOf(history, { asOf: '9999-12-31', limit: present.limit }).find(one => one.order.id === command.slip)
  if (slip === undefined) return refuse('slip_unknown', '台账里没有这张单', '刷新后再试')
  if (command.at < slip.issued) return refuse('slip_day_before', `${command.at} 早于交办日 ${slip.issued}`, '写交办日或以后的日子')
  if ('reason' in command && isBlank(command.reason) && !(command.step === 'settle_extension' && command.verdict === 'granted')) return refuse('slip_reason', '要写明理由', '写一句理由')
  if ((command.step === 'reply' || command.step === 'verify' || command.step === 'apply' || command.step === 'sign') && isBlank(command.text)) return refuse('slip_text', '没有写内容', '写一句办了什么、看到什么')
  if ((command.step === 'ask_extension' || command.step === 'reopen' || (command.step === 'settle_extension' && command.verdict === 'granted')) && !isDay(command.due)) return refuse('slip_due', '没有写新的时限', '选一个日期')
  switch (stepRefusal(slip, command, command.at)) {
    case null: break
    case 'before': return refuse('slip_day_order', `${command.at} 早于上一步 ${slip.past.at(-1)!.at}`, '写上一步那天或以后的日子')
    case 'late': return refuse('slip_extension_late', `时限 ${slip.due} 已过，不能再申请延期`, '延期要在到期前申请；现在请先反馈，由办公室决定')
    case 'due': return refuse('slip_extension_due', command.step === 'reopen' ? '新时限早于重开那天' : '新时限要晚于原时限，也不早于当天', '选更晚的日子')
    case 'pending': return refuse('slip_extension_pending', '上一次延期申请还没有答复', '等办公室答复')
    case 'unknown': return refuse('slip_step_unknown', '要答复的那一条已经处理过', '刷新后再看')
    case 'level': return refuse('slip_level_skip', '只能升一级；跳级要规则包写明', '升到高一级')
    case 'unverified': return refuse('slip_unverified', '没有核验签字，不能销号', '先申请、核验、签字，再销号')
    case 'closure': return refuse('slip_closure', `销号要件还差：${missingOf(slip).join('、')}`, '退回重新核验，齐了再签字')
    case 'state': return refuse('slip_state', command.step === 'reply' && !['issued'].includes(slip.state) ? `这张单${stateWords[slip.state]}，不再收反馈` : `这张单${stateWords[slip.state]}，不能做这一步`, slip.state === 'issued' ? '先签收' : '看单上的办理记录')
  }
  if (command.step === 'apply' && needsAcceptance(history, slip) && isBlank(command.acceptance)) return refuse('slip_acceptance', '建设类事项要验收后才能销号，建成不算', '写明验收单位、日期和文号')
  return null
}

/** Building work: the target counts sites that climb a ladder (semantics.md 15). */
export function needsAcceptance(history: History, slip: Slip): boolean {
  return slip.order.target !== undefined && history.index.targets.get(slip.order.target)?.target.ladder !== undefined
}
