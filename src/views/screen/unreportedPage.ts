/** The last page of the big screen: where figures are missing, by place. */
import type { Board } from '../../domain/board'
import { attentionOf } from '../../domain/changes'
import type { PlanIndex } from '../../domain/plan'
import type { Messages } from '../../components/messages'
import { lettersOf } from '../../components/screen/wallLayout'
import type { UnreportedContent } from '../../components/screen/wallContent'
import type { WallWords } from '../../components/screen/wallWords'
import { areaNameOf } from '../../wording/figureWords'

/** Lines that fit the page, and letters that fit a line. */
const mostLines = 19
const mostLetters = 56

/** As many names as fit, then how many there are in all. */
function namesThatFit(names: readonly string[], comma: string, words: WallWords): string {
  let text = ''
  for (const [i, name] of names.entries()) {
    const next = i === 0 ? name : `${text}${comma}${name}`
    if (i > 0 && lettersOf(next) > (i === names.length - 1 ? mostLetters : mostLetters - 6)) return `${text} ${words.unreported.more(names.length)}`
    text = next
  }
  return text
}

export function unreportedOf(index: PlanIndex, board: Board, messages: Messages, words: WallWords): UnreportedContent {
  const rows = new Map(board.rows.map(row => [row.target.id, row]))
  const places = new Map<string, { name: string, targets: string[] }>()
  for (const figure of attentionOf(board)) {
    if (figure.lamp !== 'no_data') continue
    const row = rows.get(figure.target)!
    const place = places.get(figure.area ?? '') ?? { name: areaNameOf(index, row, figure), targets: [] }
    place.targets.push(row.target.short ?? row.target.name)
    places.set(figure.area ?? '', place)
  }
  const all = [...places].map(([key, { name, targets }]) => ({ key, name, count: targets.length, targets: namesThatFit(targets, messages.language === 'en' ? ', ' : '、', words) })).sort((a, b) => b.count - a.count)
  const lines = all.length <= mostLines + 1 ? all : all.slice(0, mostLines)
  const rest = all.slice(lines.length)
  return { places: all.length, cells: all.reduce((sum, one) => sum + one.count, 0), lines: [...lines, ...(rest.length === 0 ? [] : [{ key: 'rest', name: words.between(rest.length), count: rest.reduce((sum, one) => sum + one.count, 0), targets: '' }])] }
}
