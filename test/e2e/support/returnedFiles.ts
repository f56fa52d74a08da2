/** Returned workbooks for journeys: what townships and departments would send back, made in memory. */
export interface ReturnedEntry { target: string, area: string, at: string, input: string }
export interface ReturnedFile { name: string, mimeType: string, buffer: Buffer }

export async function returnedFile(name: string, unit: string, entries: readonly ReturnedEntry[]): Promise<ReturnedFile> {
  return { name, mimeType: '', buffer: Buffer.from(`#${unit}\n${entries.map(one => `${one.target},${one.area},${one.at},${one.input}`).join('\n')}`) }
}
