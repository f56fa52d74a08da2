/** What will come out, reckoned once a snapshot is open: pages by part, sheets, posters; the courses of red items follow in idle turns. */
import { computed, shallowRef, watch } from 'vue'
import type { Ref, ShallowRef } from 'vue'
import type { CheckFace, PageFace, PictureFace } from '../../components/papers/paperFaces'
import { sheetNames } from '../../exports/bookSheets'
import { deckPages } from '../../exports/deckPages'
import { paperFormats, paperParts } from '../../exports/paper'
import type { PaperChoice, PaperFormat, PaperPart } from '../../exports/paper'
import type { PaperFacts } from '../../exports/paperFacts'
import { posterPages } from '../../exports/posterFile'
import { curvePicture, pageFaces, picturesOf } from './paperFaces'
import type { PapersWords } from './papersWords'

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
  const faces = computed((): PageFace[] => pageFaces(pages.value, pictures.value, choice.value.omit))
  const deckCount = computed(() => faces.value.filter(face => face.number !== null).length)

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
      case 'snapshot': return words.value.events(of.view.snapshot.events.length)
      default: return ''
    }
  }
  const formatLines = computed((): CheckFace[] => paperFormats.map(format => ({ value: format, ...words.value.formatNames[format], count: facts.value === null ? '' : countOf(format, facts.value), isOn: formats.value.has(format) })))

  return { faces, deckCount, isDeck, partLines, formatLines }
}
