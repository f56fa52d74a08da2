/** The list of changes as a text to paste and as a CSV file that Excel opens; demo figures say so in both. */
import type { LineGroup } from '../../components/compare/compareFace'
import type { CompareWords } from '../../components/compare/compareWords'
import type { Messages } from '../../components/messages'
import { csvField } from '../../wording/safeText'

/** UTF-8 with BOM and CRLF, so that Excel reads it. */
export function changesCsv(groups: readonly LineGroup[], heads: readonly string[], words: CompareWords, messages: Messages): string {
  const lampName = (lamp: keyof Messages['lamp'] | null) => (lamp === null ? words.off : messages.lamp[lamp])
  const lines = groups.flatMap(({ key, lines: list }) => list.map(line => [
    words.groups[key].name, lampName(line.from), lampName(line.to), line.areaName, line.number, line.name, line.old, line.value, line.why, words.cause[line.cause].name, line.at, line.recordedOn, line.by, line.event,
  ]))
  return `\ufeff${[...heads.map(head => [head]), words.file.columns, ...lines].map(line => line.map(csvField).join(',')).join('\r\n')}\r\n`
}

export function changesText(groups: readonly LineGroup[], heads: readonly string[], words: CompareWords, messages: Messages): string {
  const lampName = (lamp: keyof Messages['lamp'] | null) => (lamp === null ? words.off : messages.lamp[lamp])
  const blocks = groups.filter(({ lines }) => lines.length > 0).map(({ key, lines }) => [
    `${words.groups[key].name} ${lines.length}`,
    ...lines.map(line => [`${line.areaName} ${line.name}`, line.from === line.to ? lampName(line.to) : `${lampName(line.from)}→${lampName(line.to)}`, line.old === '' ? line.value : `${line.old}→${line.value}`, line.why].filter(part => part !== '').join('　')),
  ].join('\n'))
  return [heads.join('\n'), ...blocks].join('\n\n')
}

const compact = (day: string): string => day.slice(5).replaceAll('-', '')

export function csvName(area: string, days: readonly [string, string], isDemo: boolean, words: CompareWords, mark: string): string {
  const stem = `${words.file.name}-${area}-${days[0].slice(0, 4)}-${compact(days[0])}-${compact(days[1])}.csv`.replace(/[\\/:*?"<>|]/g, '')
  return isDemo ? `${mark}-${stem}` : stem
}
