/** File names of papers: 晋江市-2020-第4次调度会-截至0915-挂图.pptx. */
import type { Snapshot } from '../domain/snapshot'
import { safeFileName } from '../wording/safeText'
import type { PaperFormat } from './paper'

const endings: Readonly<Record<PaperFormat, string>> = {
  pptx: '挂图.pptx', docx: '进度专报.docx', xlsx: '工作簿.xlsx', print: '报告（打印）.html', poster: '挂图海报（打印）.html', page: '快照.html', svg: '挂图.svg', png: '挂图.png',
  csv: '挂图数据.csv', markdown: '挂图表.md', snapshot: '快照数据.json', board: 'board.json',
}

/** What stands before the format's own word: place, year, name, day; 演示数据 first where they are demo figures. */
export function paperStem({ seal, plan }: Pick<Snapshot, 'seal' | 'plan'>): string {
  const parts = [plan.area.name, plan.period.start.slice(0, 4), seal.name, `截至${seal.asOf.slice(5, 7)}${seal.asOf.slice(8)}`]
  return (seal.demo ? ['演示数据', ...parts] : parts).map(part => safeFileName(part).slice(0, 30)).join('-')
}

export const paperName = (snapshot: Pick<Snapshot, 'seal' | 'plan'>, format: PaperFormat): string => `${paperStem(snapshot)}-${endings[format]}`
