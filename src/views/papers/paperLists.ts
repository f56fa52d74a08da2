/** The lists of 会议材料 as faces: versions, audiences, caption, files. Pure. */
import type { ChoiceFace, FileFace } from '../../components/papers/paperFaces'
import type { Snapshot } from '../../domain/snapshot'
import { codeOf } from '../../domain/snapshot'
import { audiences } from '../../exports/paper'
import type { PaperFormat, PaperPart } from '../../exports/paper'
import type { PaperCaption } from '../../exports/paperCaption'
import type { MadePaper, PaperProgress } from '../../exports/makePapers'
import { paperName } from '../../exports/paperName'
import { presets } from '../../exports/presets'
import type { Seal } from '../../domain/snapshot'
import type { PapersWords } from './papersWords'

/** So many kept snapshots are shown at first. */
const shownAtFirst = 3

export interface VersionAsk { present: string, day: string, chosen: string | null, showsAll: boolean, words: PapersWords, dayText: (day: string) => string }

/** Now, what is kept here (latest first), another day. */
export function versionFaces(cards: readonly { fingerprint: string, seal: Seal }[], { present, chosen, showsAll, words, dayText }: VersionAsk): ChoiceFace[] {
  const shown = cards.filter((card, i) => showsAll || i < shownAtFirst || card.fingerprint === chosen)
  return [
    { value: 'now', title: words.now, sub: words.nowNote(dayText(present)), note: '' },
    ...shown.map(({ fingerprint, seal }) => ({ value: fingerprint, title: seal.name, sub: words.keptNote(dayText(seal.asOf), codeOf(fingerprint)), note: words.kept })),
    ...(shown.length < cards.length ? [{ value: 'more', title: words.more(cards.length - shown.length), sub: '', note: '' }] : []),
    { value: 'day', title: words.another, sub: words.anotherNote, note: '' },
  ]
}

/** With what each comes to: pages of the deck, else files. `pagesOf` counts the pages of a part; null while nothing is open. */
export function audienceFaces(words: PapersWords, pagesOf: ((part: PaperPart) => number) | null): ChoiceFace[] {
  return audiences.map(audience => {
    const { parts, formats } = presets[audience]
    const note = formats.includes('pptx') ? (pagesOf === null ? '' : words.pages(parts.reduce((sum, part) => sum + pagesOf(part), 0))) : words.filesOf(formats.length)
    return { value: audience, ...words.audiences[audience], note }
  })
}

/** 口径栏 as it is printed: in Chinese. */
export function captionFaces(caption: PaperCaption, words: PapersWords): { name: string, text: string }[] {
  const names = words.captionLines
  return [{ name: names.at, text: `${caption.asOf}，${caption.knownAt}` }, { name: names.scope, text: `${caption.scope}；${caption.review}` }, { name: names.rules, text: caption.rules }, { name: names.version, text: caption.version }]
}

/** 1.2 MB, 34 KB. */
export const sizeText = (bytes: number): string => (bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} KB`)

interface Run { isRunning: { value: boolean }, papers: { value: readonly MadePaper[] }, progress: { value: PaperProgress | null } }

/** Each file under the name it will have; `name` stands for a snapshot that is not frozen yet. */
export function fileFaces(formats: readonly PaperFormat[], snapshot: Snapshot | null, name: string, { isRunning, papers, progress }: Run, words: PapersWords): FileFace[] {
  if (snapshot === null) return []
  const named = { plan: snapshot.plan, seal: { ...snapshot.seal, name } }
  return formats.map(format => {
    const paper = papers.value.find(one => one.format === format)
    if (paper !== undefined) return { name: paper.name, state: paper.problem === null ? 'made' : 'failed', text: paper.problem === null ? sizeText(paper.bytes.length) : words.states.failed }
    const isNow = isRunning.value && progress.value?.format === format
    return { name: paperName(named, format), state: isNow ? 'making' : 'waiting', text: isNow ? words.states.making : '' }
  })
}
