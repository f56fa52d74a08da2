/** What can be wrong with a file that comes back, in plain words; English hangs on the code (app/messages/enProblemsFiles). */
import type { FileProblem } from './fileRead'

const words = {
  file_empty: ['文件是空的', '重新保存一份再选'],
  file_too_large: ['文件超过 20 MB', '删去图片和无关的表，另存后再选'],
  file_word: ['这是 Word 或 WPS 文字文档，不是表格', '把表格复制到 Excel 或 WPS 表格，存成 .xlsx'],
  file_wps: ['这是旧的 WPS 表格格式（.et），或不认识的旧格式文件', '用 WPS 打开，另存为 .xlsx'],
  file_pdf: ['这是 PDF，不是表格', '向对方要原表（.xlsx、.xls 或 .csv）'],
  file_picture: ['这是图片，不是表格', '向对方要原表（.xlsx、.xls 或 .csv）'],
  file_archive: ['这是压缩包，不是表格', '先解压，再选里面的表格'],
  file_web_page: ['这是网页，只是取了表格的名字', '用 Excel 或 WPS 打开，另存为 .xlsx'],
  file_ods: ['这是 .ods 表格', '用原来的软件打开，另存为 .xlsx'],
  file_xlsb: ['这是二进制工作簿（.xlsb）', '用 Excel 打开，另存为 .xlsx'],
  file_encrypted: ['文件有打开密码', '用密码打开，去掉密码另存后再选'],
  file_damaged: ['文件不完整或已损坏，读不出来', '用 Excel 或 WPS 打开修复并另存，或让对方重新发送'],
  file_unsafe: ['压缩内容异常（条目过多、互相重叠、路径越界或带外部定义），可能有害', '不要打开；用 Excel 新建一份，把数值粘过去'],
  file_bomb: ['解开后大得不正常（超过 200 MB，或压缩比超过 200 倍）', '不要打开；用 Excel 新建一份，把数值粘过去'],
  file_timeout: ['10 秒内没有读完', '删去无关的表和空行，另存后再选'],
  file_not_text: ['文字编码认不出，或不是表格', '用 Excel 或 WPS 打开，另存为 .xlsx'],
  file_cancelled: ['已取消', '需要时重新选这个文件'],
  file_worker_missing: ['这个浏览器不能在后台读大文件（超过 2 MB）', '换新版 Chrome、Edge 或 Firefox，或把文件拆小'],
  sheet_too_many_rows: ['这张表超过 2 万行或 200 列，只读了前面的部分', '删去多余的行列；其余部分另存一份'],
  text_bad_bytes: ['有些字节不是文字，已显示为 �', '检查这一行的名称，或另存为 .xlsx'],
  cell_error: ['公式出错', '改正公式，或直接填数'],
  cell_date: ['这里要填数，却是日期', '把单元格格式改为“常规”，重新填数'],
  cell_overflow: ['数太大，或不是有限的数', '检查位数和单位'],
  cell_text_long: ['文字超过 2000 字，只取了前面', '缩短说明'],
  rate_half: ['分子、分母只填了一个', '两个都填，如 45 和 60'],
  stage_date: ['节点完成日期认不出', '写成 2020-09-15'],
  site_stage_unknown: ['没有这个项目阶段', '从下拉列表里选'],
  fill_other_plan: ['这是别的计划的表', '选这个计划的填报表'],
  fill_other_year: ['这是别的年度的表', '选本年度的填报表'],
  fill_unknown_target: ['编号里的指标不在计划里', '用最新的填报表'],
  fill_unknown_area: ['编号里的镇街不在计划里，或不在这一级填', '用最新的填报表'],
  fill_twice: ['同一格填了两次，都没有采用', '只留一行'],
  fill_no_column: ['找不到“本次累计”这一栏', '恢复表头“编号”和“本次累计”'],
} as const

export type FileProblemCode = keyof typeof words
export const fileProblemCodes = Object.keys(words) as FileProblemCode[]

/** A problem of a file; `said` takes the place of its first words where more is known. */
export function fileProblem(code: FileProblemCode, file: string, place: { sheet?: string, cell?: string } = {}, said?: string): FileProblem {
  return { code, why: said ?? words[code][0], fix: words[code][1], file, ...place }
}

/** Ends the reading of a file with the problem. */
export class Refusal extends Error {
  constructor(readonly code: FileProblemCode, readonly said?: string) { super(code) }
}

/** `C7` of zero-based row and column. */
export function cellName(row: number, column: number): string {
  let name = ''
  for (let at = column + 1; at > 0; at = Math.floor((at - 1) / 26)) name = String.fromCharCode(65 + (at - 1) % 26) + name
  return `${name}${row + 1}`
}
