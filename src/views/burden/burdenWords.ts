/** Words of 减负账. The rules are named by their titles; no sentence of them is quoted. */
export interface BurdenWords {
  title: (month: number, year: number) => string
  sub: string
  print: string
  counting: string
  facts: Readonly<Record<'cells' | 'minutes' | 'forms' | 'twice' | 'saved' | 'worked', string>>
  units: Readonly<Record<'cells' | 'minutes' | 'forms', string>>
  year: (cells: string) => string
  /** For those who inspect: what is asked, of how many, how long it takes, what is not asked. */
  sentence: (of: { plan: string, month: number, cells: number, forms: number, minutes: number, most: number, twice: number, worked: number, yearCells: number, yearMinutes: number }) => string
  saying: string
  basis: string
  byMonth: string
  byDepartment: string
  byArea: string
  head: Readonly<Record<'month' | 'cells' | 'minutes' | 'forms' | 'twice' | 'entered' | 'unchanged' | 'together' | 'worked' | 'unit' | 'present' | 'gathers' | 'year', string>>
  monthName: (month: number) => string
  all: string
  worked: (of: { totals: number, rates: number, increases: number }) => string
  how: string
  notes: readonly string[]
}

/** The rules that ask for fewer forms, by their titles (practice.md L2, L1), which have no other language. */
export const ruleTitles = '《整治形式主义为基层减负若干规定》《政务移动互联网应用程序规范化管理办法》'

export const zhBurden: BurdenWords = {
  title: (month, year) => `减负账　${year} 年 ${month} 月`, sub: '这个计划向各单位要了多少数，花多少时间，少要了多少。', print: '打印', counting: '正在点数…',
  facts: { cells: '本期要填', minutes: '逐格填约需', forms: '表', twice: '同一格问两次', saved: '没有逐格敲', worked: '算出来、不用填' },
  units: { cells: '格', minutes: '分钟', forms: '张' },
  year: cells => `今年到现在 ${cells}`,
  sentence: of => `“${of.plan}”${of.month} 月向 ${of.forms} 个单位各要一张表，共 ${of.cells} 格，逐格填约 ${of.minutes} 分钟，最多的单位 ${of.most} 格；同一格问两个单位的有 ${of.twice} 格；合计、百分率和增量 ${of.worked} 个由系统算出，不向下要。今年到现在共 ${of.yearCells} 格，约 ${of.yearMinutes} 分钟。照片和佐证一律自愿，不记在线时长，不给个人排名。`,
  saying: '对上说明', basis: '依据：',
  byMonth: '按月', byDepartment: '按科室', byArea: '按镇街',
  head: { month: '月', cells: '格', minutes: '分钟', forms: '表', twice: '问两次', entered: '两家都填', unchanged: '无变化', together: '成批写入', worked: '算出', unit: '单位', present: '本期格', gathers: '经它汇总', year: '今年格' },
  monthName: month => `${month} 月`, all: '合计',
  worked: ({ totals, rates, increases }) => `合计 ${totals}，百分率 ${rates}，增量 ${increases}`,
  how: '怎么点的',
  notes: [
    '格：这一期仍要报的数。免予考核、暂停、以前已经完成且不会回落的不算。',
    '分钟：一个数 10 秒，一个阶段 6 秒，一组节点日期 20 秒，一份点位清单 30 秒，是估计；粘贴、收表和无变化更快。',
    '问两次：同一格同时向两个单位要，应当是 0。两家都填：台账里同一格同一期有两个单位的数，说明有人白填。',
    '无变化：和上一期相同的数，点一下即可。成批写入：同一时刻和别的格一起写入，来自粘贴、收表或整批无变化。',
  ],
}
export const enBurden: BurdenWords = {
  title: (month, year) => `Burden, ${year}-${String(month).padStart(2, '0')}`, sub: 'How much this plan asks of its units, how long it takes, and what it does not ask.', print: 'Print', counting: 'Counting…',
  facts: { cells: 'Asked this period', minutes: 'Typed one by one', forms: 'Sheets', twice: 'Asked twice', saved: 'Not typed singly', worked: 'Worked out, not asked' },
  units: { cells: 'cells', minutes: 'min', forms: '' },
  year: cells => `${cells} this year so far`,
  sentence: of => `In month ${of.month} “${of.plan}” asks ${of.forms} units for one sheet each: ${of.cells} cells, about ${of.minutes} minutes typed one by one, ${of.most} cells for the busiest unit. Cells asked of two units: ${of.twice}. ${of.worked} totals, percentages and increases are worked out and not asked. This year so far: ${of.yearCells} cells, about ${of.yearMinutes} minutes. Photos and evidence are always voluntary; no time online is kept, no person is ranked.`,
  saying: 'For inspectors', basis: 'Basis, by title: ',
  byMonth: 'By month', byDepartment: 'By department', byArea: 'By township',
  head: { month: 'Month', cells: 'Cells', minutes: 'Min', forms: 'Sheets', twice: 'Asked twice', entered: 'Entered twice', unchanged: 'No change', together: 'In one go', worked: 'Worked out', unit: 'Unit', present: 'This period', gathers: 'Gathers', year: 'This year' },
  monthName: month => String(month), all: 'All',
  worked: ({ totals, rates, increases }) => `${totals} totals, ${rates} percentages, ${increases} increases`,
  how: 'How it is counted',
  notes: [
    'Cells: figures still to be reported in the period. Exempt and paused ones, and what was done for good before, are left out.',
    'Minutes: 10 seconds a figure, 6 a stage, 20 a set of stage days, 30 a list of sites. An estimate; pasting, returned workbooks and “no change” are quicker.',
    'Asked twice: the same cell asked of two units, which must be 0. Entered twice: the ledger holds figures of two units for one cell and period, so one of them was work for nothing.',
    'No change: the figure of the period before, one click. In one go: written at the same moment as other cells, by paste, returned workbook or “no change” for many.',
  ],
}
