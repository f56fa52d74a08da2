/** Words of the conflict finder on the page of rulings. */
export interface FindingsWords {
  title: (n: number) => string, why: string, whyNotice: string, none: string, asked: (n: number) => string, between: (title: string) => string, betweenNone: string, apart: string
  with: string, noPlan: string, loading: string, failed: string, target: string, section: string, figure: string, goal: string, all: (n: number) => string, thisPlan: string
  text: string, hint: string, open: string, decide: string, decline: string, openDone: string, decideDone: string, declineDone: string, declined: (n: number) => string, again: string, noText: string
}

export const zhFindings: FindingsWords = {
  title: n => `找到的口径问题 ${n}`, why: '按指标的名称、原数和单位比对，是否成立由本办定', whyNotice: '按指标和本机打开的原文比对，是否成立由本办定', none: '没有新找到的', asked: n => `另有 ${n} 处，计划的口径栏已经在问`, between: title => `与 ${title} 对照`, betweenNone: '两个计划没有对不上的数', apart: '两个计划没有隶属关系，只比单位',
  with: '与另一计划对照', noPlan: '不对照', loading: '正在读取', failed: '没有读到这个计划', target: '指标', section: '原文', figure: '原数', goal: '挂图按', all: n => `共 ${n} 项`, thisPlan: '本计划',
  text: '裁定或理由', hint: '如：是同一批，只填 5.4', open: '记为待裁定', decide: '直接裁定', decline: '不是问题', openDone: '已记为待裁定，印作注', decideDone: '已裁定，印作注', declineDone: '已记下不是问题，不印', declined: n => `不是问题 ${n}`, again: '重新提出', noText: '先写一句裁定或理由',
}
export const enFindings: FindingsWords = {
  title: n => `Found ${n}`, why: 'names, figures and units compared; the office decides whether it is a question', whyNotice: 'compared with each other and with the notice opened here; the office decides', none: 'nothing new', asked: n => `${n} more are among the rulings of the plan already`, between: title => `Beside ${title}`, betweenNone: 'No figure of the two plans disagrees', apart: 'neither plan lies in the other: only units are compared',
  with: 'Compare with another plan', noPlan: 'none', loading: 'reading', failed: 'The plan could not be read', target: 'Target', section: 'Notice', figure: 'Figure', goal: 'Board', all: n => `${n} in all`, thisPlan: 'This plan',
  text: 'Decision or reason', hint: 'e.g. the same beds; reported under 5.4 only', open: 'Keep as open', decide: 'Decide', decline: 'No question', openDone: 'Kept as open, printed as a note', decideDone: 'Decided, printed as a note', declineDone: 'Noted as no question; not printed', declined: n => `No question: ${n}`, again: 'Ask again', noText: 'Write the decision or the reason first',
}
