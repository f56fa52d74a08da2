/** Words of the page 规则包. Chinese; their shape is what English fills in. */
const lampWhen = { behind: '严重滞后', slightly_behind: '滞后', on_pace: '正常', ahead: '超前' }
const whens = { near_due: '临期', slightly_behind: '滞后', behind: '严重滞后', overdue: '逾期', no_data: '未填报' }

export const zhRules = {
  comma: '，', stop: '。',
  import: '导入', export: '导出草稿', imported: (name: string) => `已读入 ${name}，作草稿`, exported: (name: string) => `已存 ${name}`, fileMark: '演示数据-', fileName: '规则包',
  back: '退一步', restart: '放弃草稿', restarted: '草稿已放弃，回到现行规则',
  refused: (name: string, n: number) => `${name} 不能用：${n} 处问题，整份没有读入，草稿和现行规则不变`, shown: (n: number, total: number) => `列出前 ${n} 处，共 ${total} 处`, close: '知道了', unreadable: '文件读不出来', tooLarge: '文件大于 1 MB，不是规则包',
  path: '位置', why: '问题', fix: '怎么改',
  samples: '地方样本', samplesLead: (n: number) => `${n} 个，取来改`, samplesHow: '竖线为时序，左为落后，右为超前', present: '本局', presentSince: (version: number, day: string) => `v${version} 现行，${day}起`, presentDefault: 'v1 现行', coming: (version: number, day: string) => `v${version} ${day}起`, take: '取作草稿', taken: (name: string) => `已取 ${name} 作草稿`,
  leftOpen: (n: number) => `原文没说的 ${n} 处`, hasGap: '原文有空档', byRatio: '按比值', loadFailed: '样本没有读全，先用现行规则', loading: '正在读入样本…', basis: '依据', default: '产品默认',
  draft: '亮灯规则草稿', from: (name: string, isChanged: boolean) => `从 ${name} 取来${isChanged ? '，改过' : '，没有改动'}`, stays: '存在本机，刷新不丢', notKept: '本机不能保存，刷新会丢', modes: '差距怎么量', pp: '百分点', ratio: '比值', modeWhy: { pp: '差 = 实际进度 − 时序，单位百分点', ratio: '差 = （实际进度 − 时序）÷ 时序，单位 %' },
  now: '现行', next: '草稿', none: '没有灯', gap: (text: string) => `空档 ${text}`, overlap: (text: string) => `重叠 ${text}`, span: (from: string | null, to: string | null) => (from === null ? `${to ?? ''} 以上` : to === null ? `${from} 起` : `${from} 至 ${to}`), ahead: (text: string) => `超前 ${text}`, behindMore: (text: string) => `落后 ${text} 以上`, pace: '时序', aheadEnd: (text: string) => `超前 ${text}`,
  spread: '现有各格离时序多远', turning: '蓝柱会变灯', spreadAria: (n: number, turning: number) => `${n} 格按差距亮灯，其中 ${turning} 格会变`, aside: (n: number) => `另有 ${n} 格不看差距（完成、逾期、未填报等）`,
  inGap: (n: number) => `${n} 格落在这里`, inOverlap: (n: number) => `${n} 格两条都管`, give: (lamp: string) => `归 ${lamp}`, order: '次序或首尾颠倒', fine: '没有空档，没有重叠，每一段差距恰有一盏灯',
  list: '从上到下，先中先亮', listLead: '免、停最先；形状固定，字和门槛可改', shape: '形', word: '字', when: '条件', cells: '试算格数', wordOf: (lamp: string) => `${lamp}叫什么`,
  whenOf: { done: '到期前达到目标', caught_up_late: '到期后才达到目标', overdue: '过了期限没有达到', no_data: '该报没报，算进分母，不算零', not_due: '时序还没有开始', near: ['期限前', '天以内，没有完成'] as [string, string] },
  behind: '落后', over: '落后超过', to: '至', overOrAt: '落后满', within: '落后不超过', below: '落后不到', aheadLess: '，超前不到', aheadFrom: '超前', orMore: '以上', add: '加上这盏灯', drop: '不用', notUsed: '不亮', dropped: (lamp: string) => `不用${lamp}`, end: (lamp: string, end: string) => `${lamp}的${end}`, ends: { from: '起点', to: '终点' },
  edges: '恰在线上的算', edge: (at: string) => `恰 ${at}`, nearDays: '临期天数', staleDays: '数据陈旧天数', staleHow: ['超过', '天没有更新的数，标为陈旧'] as [string, string], inks: '换颜色', ink: (group: string) => `${group}的颜色`, usualInk: '照常',
  inkNames: { red: '红', orange: '橙', amber: '黄', blue: '蓝', green: '绿', grey: '灰' }, inkGroups: { done: '完成', ok: '正常', due: '临期', lag: '滞后', sev: '严重滞后' },
  problems: (n: number) => `${n} 处不对，改好才能启用`, sections: '其余各节', sectionsLead: '一份规则包管这些；点开可改', own: '有改动', wrong: (n: number) => `${n} 处不对`, addRow: '加一行', removeRow: (n: number) => `删去第 ${n} 行`, unknown: (text: string) => `认不得：${text}`, nothing: '没有', never: '不设',
  head: { names: '名称', slips: '督办单', cards: '亮牌', period: '逐月灯', calendar: '日历', score: '评分' },
  sum: { slips: (levels: string, ways: number) => `${levels}；升级 ${ways} 条`, cards: (words: string) => (words === '' ? '不亮牌' : words), period: (text: string) => text, calendar: (cutoff: number, submit: number) => `截至每月 ${cutoff} 日，${submit} 日前报`, noScore: '不计分，只按达序率排名', score: (rules: number) => `${rules} 条计分` },
  field: {
    id: '编号', name: '名称', summary: '摘要', slipName: '单子叫', bulletinName: '通报叫', levels: '各级（由轻到重）', word: '字', mark: '一字', ink: '颜色', isEntry: '可直接发', escalation: '什么时候升级', from: '从', to: '升到', when: '因为', days: '满几天', skips: '可跳级', proposals: '什么时候拟单', lamp: '灯', lasting: '持续几天', level: '拟哪一级', dueDays: '限几天办结',
    urgent: '急件几天', usual: '一般几天', most: '最长几天', numberPattern: '编号式样', interviewAfter: '连续几次没按期就约谈', closure: '销号要件', item: '要件', least: '满几个', lift: '摘牌条件', by: '月份怎么算', missed: '一月没完成', missedQuarter: '一季没完成', months: '连续几月', missedRunning: '连续没完成', madeUp: '后来补齐', cutoff: '每月截至几日', submit: '几日前报', shift: '遇休息日', bulletinDay: '几日出通报',
    useScore: '计分', start: '起评分', ties: '并列', overCap: '超额最多算到 %', rules: '计分规则', scope: '按什么算', formula: '式子', min: '每项最少', max: '每项最多', floor: '合计下限', cap: '合计上限', evidence: '看什么', exempt: '不算的灯', groups: '分组', group: '组', areas: '地方（用、隔开）', grades: '等次', grade: '等次', fromPoints: '满几分', gradeCaps: '什么情况最高只到', best: '最高', useVeto: '一票否决', vetoBasis: '依据（必填）', useLists: '红黑榜', top: '红榜前几名', bottom: '黑榜后几名',
  },
  inksOfSlips: { plain: '不着色', blue: '蓝', amber: '黄', orange: '橙', red: '红' }, whenSlip: { unreceived: '没有签收', unanswered: '签收没有反馈', overdue: '到期没有申请销号' }, whens, cardWhen: { overdue_slips: '逾期的单', open_slips: '在办的单', behind_cells: '严重滞后的格', missed_months: '没完成的月' }, limitWhen: { overdue_slips: '逾期的单', red_cells: '严重滞后或逾期的格' },
  periodBy: { pace: '月底当天的灯', month: '当月的份额' }, shifts: { none: '不动', before: '提前', after: '顺延' }, tieKinds: { shared: '1-1-3', dense: '1-1-2' }, scopes: { area: '按地方', cell: '按格' },
  formulaReads: (text: string) => `读作 ${text}`, formulaWords: '可用的词', patternHow: '可用 {year} {n} {nn} {nnn} {level}', vetoHow: '没有文件依据不要用', onlyPlaces: '只给地方计分，不给人计分',
  effect: '会变什么', effectLead: (day: string, isMended: boolean) => `${isMended ? '按建议修法' : ''}试算，截至 ${day}`, same: '不变', summary: (all: number, turned: number, better: number, worse: number) => `${all} 格中 ${turned} 格变灯：变好 ${better}，变差 ${worse}。`, sideways: (n: number, one: string, other: string) => `另有 ${n} 格只在${one}、${other}之间换。`, onlyTried: '只是试算，没有写入。', colon: '：', still: (all: number) => `${all} 格都没有变好变差。`, cannot: '先改好空档、重叠和有误的地方，才能试算。', noChange: '草稿与现行规则相同。改一处，或取一个样本，这里就列出哪些格会变，只试算，不写入。',
  worse: (n: number) => `变差 ${n}`, better: (n: number) => `变好 ${n}`, rest: (n: number) => `其余 ${n}`, fold: '收起', whole: '合计', lag: (text: string) => `落后 ${text}`, lead: (text: string) => `超前 ${text}`, turned: (from: string, to: string) => `${from}变${to}`,
  moreSlips: (n: number) => (n > 0 ? `会多拟 ${n} 件督办单` : n < 0 ? `会少拟 ${-n} 件督办单` : '拟单件数不变'), slipsNote: '拟单都由人决定发不发', ranks: '名次变动大的', rank: (name: string, from: string, to: string) => `${name} ${from} → ${to}`, tie: (rank: number) => `并${rank}`, unranked: '不排', miniNow: '现行', miniNext: '试算，加框的变灯',
  adopt: '从哪天起用', adoptLead: '过去的日子仍用当天的规则，已开的会、已发的单不变', day: '启用日', basisPlaceholder: '会议或文件，如“第4次调度会议定”', adoptNow: (version: number) => `启用 v${version}`, adopted: (name: string, version: number, day: string) => `${name} 定为 v${version}，${day}起用`, today: (day: string) => `今天 ${day}`, v: (version: number, text: string) => `v${version} ${text}`, since: (day: string) => `${day}起`, first: '从年初', timeline: '各版规则起用的日子', meetingAt: (number: number, day: string) => `第 ${number} 次会议，${day}`,
  inForce: (name: string, version: number, day: string, basis: string) => `${name.includes(`v${version}`) ? name : `${name}（v${version}）`}，${day}起用，${basis}`, undoHow: 'Ctrl Z 撤销', equal: '草稿与现行规则相同，不用启用', needBasis: '写上依据才能启用', needDay: (day: string) => `启用日从 ${day} 起选`, ready: '可以启用', unfit: (parts: string) => `台账里这份规则的 ${parts} 用不了，按默认规则`,
  fresh: { card: '黄牌', rule: '达序', evidence: '挂图' },
  ownName: (version: number) => `本局 v${version}`, ownSummary: (name: string) => `从 ${name} 取来改`, lampWhen,
}

export type RulesWords = typeof zhRules
