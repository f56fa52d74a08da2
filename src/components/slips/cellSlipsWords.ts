/** Words of the slips on a lamp card. */
export interface CellSlipsWords { open: (n: number) => string, start: string, left: (n: number) => string, late: (n: number) => string, rivals: (n: number) => string }

export const zhCellSlips: CellSlipsWords = { open: n => `督办单 ${n}`, start: '开督办单', left: n => `剩 ${n} 天`, late: n => `逾期 ${n} 天`, rivals: n => `各报各的 ${n}，去裁定` }
export const enCellSlips: CellSlipsWords = { open: n => `${n} open slips`, start: 'New slip', left: n => `${n} d left`, late: n => `${n} d late`, rivals: n => `${n} told differently: settle` }
