/** The ranking as text to paste and as CSV, each with the day, the rules, and that the figures are made up where they are. */
import type { RankGroup, RankLine } from '../../components/ranking/rankingModel'
import type { RankingWords } from '../../components/ranking/rankingWords'
import type { Messages } from '../../components/messages'
import { csvOf, safeFileName } from '../../wording/safeText'

export interface RankingTable { groups: readonly RankGroup[], aside: readonly RankLine[], hasScore: boolean, kind: string, caption: string, title: string }

type Cell = string | number

function rowsOf({ groups, aside, hasScore, kind }: RankingTable, words: RankingWords, messages: Messages): Cell[][] {
  const hasGroups = groups.length > 1
  const head = [...hasGroups ? [words.terms.groups] : [], words.head.rank, kind, words.head.band, words.word('onPace'), `${words.head.rate}%`, ...hasScore ? [words.head.total, words.head.grade] : [], '']
  const remark = (line: RankLine): string => [line.reason, line.list === null ? '' : words.lists[line.list], line.band !== null && !line.band.isRobust ? words.unsure : '', line.few === null ? '' : words.few(line.few)].filter(part => part !== '').join(' ')
  const row = (line: RankLine, group: string): Cell[] => [
    ...hasGroups ? [group] : [], line.rank === null ? '' : line.isTied ? messages.head.tie(line.rank) : line.rank, line.name, line.band === null || line.band.best === line.band.worst ? '' : line.band.text, line.active === 0 ? '' : words.items(line.onPace, line.active),
    line.rate === null ? '' : Number(line.rate), ...hasScore ? [line.total === null ? '' : Number(line.total.replace('−', '-')), line.grade ?? ''] : [], remark(line),
  ]
  return [head, ...groups.flatMap(group => group.lines.map(line => row(line, group.name ?? words.noGroup))), ...aside.map(line => row(line, ''))]
}

export const rankingText = (table: RankingTable, words: RankingWords, messages: Messages): string =>
  [table.title, table.caption, ...rowsOf(table, words, messages).map(row => row.join('\t').replace(/\t+$/, ''))].join('\n')

export const rankingCsv = (table: RankingTable, words: RankingWords, messages: Messages): string => csvOf([[table.title], [table.caption], ...rowsOf(table, words, messages)])

export const rankingFileName = (area: string, day: string, mark: string | null, words: RankingWords): string => safeFileName(`${mark === null ? '' : `${mark}-`}${area}-${words.fileName}-${day}.csv`)
