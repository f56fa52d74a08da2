/** What will come out, reckoned once a snapshot is open: pages by part, sheets, posters; the courses of red items follow in idle turns. */
import { computed, shallowRef, watch } from 'vue'
import type { Ref, ShallowRef } from 'vue'
import type { CheckFace, OutlineFace, PageFace, PictureFace } from '../../components/papers/paperFaces'
import { sheetNames } from '../../exports/bookSheets'
import { deckPages } from '../../exports/deckPages'
import { paperFormats, paperParts } from '../../exports/paper'
import type { PaperChoice, PaperFormat, PaperPart } from '../../exports/paper'
import type { PaperFacts } from '../../exports/paperFacts'
import { posterPages } from '../../exports/posterFile'
import { reportOutline } from '../../exports/reportOutline'
import { curvePicture, pageFaces, picturesOf, wallPicture } from './paperFaces'
import type { PapersWords } from './papersWords'

/** Pictures and data of the board: listed apart from papers. */
const dataFormats: readonly PaperFormat[] = ['svg', 'png', 'csv', 'markdown', 'snapshot', 'board']

const pause = (): Promise<void> => new Promise(resolve => { setTimeout(resolve, 0) })

export function usePaperPreview(facts: Ref<PaperFacts | null>, choice: Ref<PaperChoice>, formats: Ref<ReadonlySet<PaperFormat>>, words: Ref<PapersWords>) {
  const allPages = computed(() => (facts.value === null ? [] : deckPages(facts.value, { ...choice.value, parts: new Set(paperParts), omit: new Set() })))
  const pages = computed(() => (facts.value === null ? [] : deckPages(facts.value, { ...choice.value, omit: new Set() })))
  const isDeck = computed(() => formats.value.has('pptx'))

  const curves: ShallowRef<readonly PictureFace[]> = shallowRef([])
  let turn = 0
  /** Only for pages that are shown, a few at a time. */
  async function reckon(): Promise<void> {
    const own = ++turn
    const of = facts.value
    const wanted = of === null || !isDeck.value ? 0 : Math.min(of.red.length, pages.value.filter(page => page.look === 'curve').length)
    const made: PictureFace[] = []
    curves.value = []
    for (let i = 0; of !== null && i < wanted; i++) {
      await pause()
      if (own !== turn) return
      made.push(curvePicture(of, of.red[i]!))
      if (i % 12 === 11 || i === wanted - 1) curves.value = [...made]
    }
  }
  watch([facts, isDeck, () => choice.value.parts.has('red')], reckon, { immediate: true })

  const pictures = computed(() => (facts.value === null ? [] : picturesOf({ facts: facts.value, curves: curves.value }, pages.value)))
  const faces = computed((): PageFace[] => pageFaces(pages.value, pictures.value, choice.value.omit, words.value))
  /** As the writer counts: a deck is never without a page. */
  const deckCount = computed(() => (facts.value === null ? 0 : deckPages(facts.value, choice.value).length))

  const partLines = computed((): CheckFace[] => paperParts.map((part: PaperPart) => {
    const { title, sub } = words.value.parts[part]
    const count = allPages.value.filter(page => page.part === part).length
    const changes = facts.value?.changes
    const more = part === 'changes' && changes ? words.value.moved(changes.better.length, changes.worse.length) : part === 'annex' && facts.value !== null ? words.value.off(facts.value.slow.length) : sub
    return { value: part, title, sub: more, count: facts.value === null ? '' : String(count), isOn: choice.value.parts.has(part) }
  }))
  const countOf = (format: PaperFormat, of: PaperFacts): string => {
    switch (format) {
      case 'pptx': return words.value.pages(deckCount.value)
      case 'xlsx': return words.value.sheets(sheetNames(of).length)
      case 'poster': return words.value.posters(posterPages(of))
      default: return ''
    }
  }
  const linesOf = (list: readonly PaperFormat[]): CheckFace[] => list.map(format => ({ value: format, ...words.value.formatNames[format], count: facts.value === null ? '' : countOf(format, facts.value), isOn: formats.value.has(format) }))
  const formatLines = computed(() => linesOf(paperFormats.filter(one => !dataFormats.includes(one))))
  const dataLines = computed(() => linesOf(dataFormats))

  const hasAny = (...wanted: readonly PaperFormat[]): boolean => wanted.some(one => formats.value.has(one))
  const outline = computed((): OutlineFace[] => {
    if (facts.value === null || !hasAny('docx', 'print')) return []
    const { title, blocks, annexes } = reportOutline(facts.value, choice.value)
    const { figureOf } = words.value
    return [
      { level: 0, text: title.join(''), mark: '' },
      ...blocks.flatMap((block): OutlineFace[] => (block.kind === 'heading' ? [{ level: block.level, text: block.text, mark: '' }] : block.kind === 'table' ? [{ level: 3, text: block.table.caption, mark: figureOf.table }] : block.kind === 'chart' ? [{ level: 3, text: block.chart.caption, mark: figureOf.chart }] : [])),
      ...annexes.map(({ name }): OutlineFace => ({ level: 1, text: name, mark: figureOf.annex })),
    ]
  })
  const annexes = computed(() => outline.value.filter(line => line.mark === words.value.figureOf.annex).length)
  const wall = computed(() => (facts.value === null || !hasAny('poster', 'svg', 'png') ? [] : wallPicture(facts.value)))
  const sheets = computed(() => (facts.value === null || !hasAny('xlsx') ? [] : sheetNames(facts.value)))
  const pagesOf = computed(() => (facts.value === null ? null : (part: PaperPart) => allPages.value.filter(page => page.part === part).length))

  return { faces, deckCount, isDeck, partLines, formatLines, dataLines, outline, annexes, wall, sheets, pagesOf }
}
