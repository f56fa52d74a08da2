/** Lines and names of a preview in the words of the screen. */
import { numberText } from '../../wording/figureText'
import type { Messages } from '../../components/messages'
import type { PasteLine, PasteName } from '../../components/paste/pasteLine'
import type { PasteWords } from '../../components/paste/pasteWords'
import type { PlanIndex } from '../../domain/plan'
import type { DoubtfulName } from '../../intake/blockMatch'
import type { PastePreview } from './pastePreview'
import { placeOf } from './pastePreview'

/** Doubts of a single entry, whose advice is to press Enter again. */
const byEnter = new Set(['not_asked', 'over_whole', 'far_over_goal'])

export function linesOf(preview: PastePreview, index: PlanIndex, messages: Messages, words: PasteWords): PasteLine[] {
  const alike = new Map<string, number>()
  for (const line of preview.lines) if (line.state === 'doubt') alike.set(line.problem!.code, (alike.get(line.problem!.code) ?? 0) + 1)
  return preview.lines.map(line => {
    const shows = line.state === 'bad' || line.state === 'doubt'
    const said = shows && line.problem !== null ? messages.problemText(line.problem) : { why: '', fix: '' }
    const isShare = line.share !== undefined
    return {
      key: line.key, ...placeOf(index, line), copied: line.cell.text.trim() === line.input || line.input === '-' ? '' : line.cell.text.trim(), input: isShare && line.share === null && !shows ? words.noTask : line.input,
      before: line.before === null ? '' : numberText(line.before), after: !shows && line.figure?.lamp ? messages.lamp[line.figure.lamp] : '', state: line.state, ...said, ...(line.state === 'doubt' && byEnter.has(line.problem!.code) && { fix: words.sure }), fixes: line.fixes, note: line.note,
      wantsReason: line.problem?.code === 'falls_without_reason' || (line.state !== 'same' && line.note !== '' && line.cell.note === null), alike: line.state === 'doubt' ? alike.get(line.problem!.code)! : 0,
    }
  })
}

/** With a name, the ones it may be first, then all of its kind. */
export function namesOf(names: readonly DoubtfulName[], index: PlanIndex): PasteName[] {
  const areas = [...index.areas.values()].map(({ area }) => ({ id: area.code, name: area.name }))
  const targets = [...index.targets.values()].map(({ target }) => ({ id: target.id, name: `${target.id} ${target.name}` }))
  return names.map(name => {
    const all = name.kind === 'area' ? areas : targets
    const likely = name.candidates.flatMap(id => all.find(one => one.id === id) ?? [])
    return { key: name.key, kind: name.kind, text: name.text, chosen: name.chosen ?? '', isNear: name.chosen !== null && name.isOpen, cells: name.cells, likely, others: all.filter(one => !likely.includes(one)) }
  })
}
