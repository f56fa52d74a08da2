/** Returned files for journeys: what townships and departments would send back, made in memory. */
export interface ReturnedEntry { target: string, area: string, at: string, input: string }
export interface ReturnedFile { name: string, mimeType: string, buffer: Buffer }

/** A list with one figure a row, as text. */
export function returnedList(name: string, entries: readonly ReturnedEntry[]): ReturnedFile {
  const lines = ['指标编号,镇街,截至日期,累计', ...entries.map(one => [one.target, one.area, one.at, one.input].join(','))]
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`) }
}
