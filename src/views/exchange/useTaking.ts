/** 收取: the files that were brought, what each would do, and taking those that are chosen. Nothing is written before that. */
import { computed, ref, shallowRef } from 'vue'
import type { Said, TakeRow } from '../../components/exchange/exchangeModel'
import { useExchangeWords } from '../../components/exchange/useExchangeWords'
import { useMessages } from '../../components/messages'
import { usePackages } from '../../stores/packages'
import type { PackageReading, TakenPackage } from '../../stores/packages'
import { momentText } from '../collect/incomingPage'

interface Item { id: string, name: string, bytes: Uint8Array | null, failure: readonly [why: string, fix: string] | null, reading: PackageReading | null, isChosen: boolean, isBusy: boolean, passphrase: string | null, taken: TakenPackage | null }

const largestFile = 200 * 1024 * 1024
const shownReasons = 20

export function useTaking(ask: () => Promise<boolean>, unitName: (unit: string | null) => string) {
  const packages = usePackages()
  const messages = useMessages()
  const words = useExchangeWords()
  const items = shallowRef<readonly Item[]>([])
  const isTaking = ref(false)
  const said = shallowRef<readonly Said[]>([])
  let last = 0
  let reading: Promise<void> = Promise.resolve()

  const change = (id: string, to: Partial<Item>): void => { items.value = items.value.map(item => (item.id === id ? { ...item, ...to } : item)) }
  const isReady = ({ reading: found, taken }: Item): boolean => found?.state === 'ready' && taken?.ok !== true
  const isReading = computed(() => items.value.some(item => item.reading === null && item.failure === null))

  /** Two files of one name are two files. */
  function freeName(name: string): string {
    const used = new Set(items.value.map(item => item.name))
    let free = name
    for (let n = 2; used.has(free); n++) free = `${name} (${n})`
    return free
  }

  /** Looks into files together: what one of them brings is known when the next is judged. */
  async function look(list: readonly Item[]): Promise<void> {
    const known = list.filter(item => item.bytes !== null)
    const found = await packages.read(known.map(({ name, bytes }) => ({ name, bytes: bytes! })), new Map(known.flatMap(({ name, passphrase }) => (passphrase === null ? [] : [[name, passphrase] as const]))))
    for (const [i, item] of known.entries()) {
      const one = found[i]!
      change(item.id, { reading: one, isBusy: false, isChosen: one.state === 'ready' && one.takenAt === null && (item.reading === null || item.reading.state === 'passphrase' || item.isChosen) })
    }
  }

  async function add(files: readonly File[]): Promise<void> {
    said.value = []
    const added: Item[] = []
    for (const file of files) {
      const item: Item = { id: `f${++last}`, name: freeName(file.name), bytes: null, failure: null, reading: null, isChosen: false, isBusy: false, passphrase: null, taken: null }
      items.value = [...items.value, item]
      added.push(item)
    }
    for (const [i, file] of files.entries()) {
      const { id } = added[i]!
      if (file.size > largestFile) { change(id, { failure: words.value.take.tooLarge }); continue }
      try {
        change(id, { bytes: new Uint8Array(await file.arrayBuffer()) })
      } catch {
        change(id, { failure: words.value.take.unreadable })
      }
    }
    const ids = new Set(added.map(item => item.id))
    reading = reading.then(() => look(items.value.filter(item => ids.has(item.id))))
    await reading
  }

  async function open(id: string, passphrase: string): Promise<void> {
    change(id, { passphrase, isBusy: true })
    await look(items.value.filter(item => item.id === id))
  }

  async function take(): Promise<void> {
    const chosen = items.value.filter(item => item.isChosen && isReady(item))
    if (isTaking.value || chosen.length === 0 || !await ask()) return
    isTaking.value = true
    said.value = []
    const taken = await packages.take(chosen.map(item => item.reading!))
    for (const [i, item] of chosen.entries()) change(item.id, { taken: taken[i]!, ...(taken[i]!.ok && { bytes: null, isChosen: false }) })
    // What is left is looked at anew: part of it may be here by now.
    await look(items.value.filter(isReady))
    isTaking.value = false
    const good = taken.filter(one => one.ok)
    const failed = taken.length - good.length
    said.value = [...(good.length > 0 ? [{ tone: 'good' as const, text: words.value.take.done(good.length, good.reduce((sum, one) => sum + one.fresh, 0)), fix: words.value.take.noUndo }] : []), ...(failed > 0 ? [{ tone: 'bad' as const, text: words.value.take.failed(failed), fix: '' }] : [])]
  }

  const when = (instant: string): string => momentText(messages.value, Date.parse(instant))

  function notesOf({ reading: found, taken }: Item): string[] {
    if (found === null || found.state !== 'ready' || taken?.ok === true) return []
    const { take: said } = words.value
    const { manifest, preview, evidence, breaks, takenAt, rivals } = found
    return [
      ...(takenAt === null ? [] : [said.takenBefore(when(takenAt))]), ...(manifest === null ? [said.noReceipt] : []), ...(takenAt === null && preview !== null && preview.fresh + preview.ahead + evidence.fresh === 0 ? [said.nothingNew] : []),
      ...(evidence.fresh + evidence.known > 0 ? [said.evidence(evidence.fresh, evidence.known)] : []), ...(rivals > 0 ? [said.rivals(rivals)] : []), ...(preview === null ? [] : [
        ...(preview.ahead > 0 ? [said.ahead(preview.ahead)] : []), ...(preview.early > 0 ? [said.early(preview.early)] : []), ...(preview.conflicts > 0 ? [said.conflicts(preview.conflicts)] : []), ...(preview.foreign > 0 ? [said.foreign(preview.foreign)] : []),
      ]), ...(breaks.length > 0 ? [said.breaks(breaks.length)] : []),
    ]
  }

  function whyOf({ failure, reading: found, taken }: Item): readonly [why: string, fix: string] {
    const problem = taken?.problem ?? found?.problem ?? null
    if (failure !== null) return failure
    if (problem === null) return ['', '']
    const { why, fix } = messages.value.problemText(problem)
    return [why, fix]
  }

  const rows = computed((): TakeRow[] => items.value.map((item): TakeRow => {
    const { reading: found, taken, failure } = item
    const { take: said } = words.value
    const manifest = found?.manifest ?? null
    const [why, fix] = whyOf(item)
    const state = taken?.ok === true ? 'taken' : failure !== null ? 'refused' : found?.state ?? 'reading'
    return {
      id: item.id, file: item.name, state, unit: manifest !== null ? unitName(manifest.by.unit ?? null) : state === 'ready' || state === 'taken' ? said.plainFile : '', who: manifest?.by.name ?? '', made: manifest === null ? '' : when(manifest.made),
      counts: found === null || found.preview === null || state === 'refused' ? null : { fresh: found.preview.fresh, known: found.preview.known, rivals: found.rivals, aside: found.preview.aside, ahead: found.preview.ahead },
      tags: manifest === null ? [] : [said.unsigned, ...(found!.isSealed ? [said.sealed] : []), ...(manifest.demo ? [said.demo] : [])], notes: notesOf(item), why, fix,
      details: (found?.preview?.problems ?? []).slice(0, shownReasons).map(problem => `${problem.path ?? ''} ${messages.value.problemText(problem).why}`.trim()),
      isChosen: item.isChosen, isBusy: item.isBusy, result: taken?.ok !== true ? '' : taken.takenBefore === null ? said.taken(taken.fresh) : said.again(when(taken.takenBefore)), code: taken?.receipt?.code ?? null,
    }
  }))
  const waiting = computed(() => items.value.filter(item => item.reading?.state === 'passphrase' || isReady(item) && item.reading?.takenAt === null).length)
  const receipts = computed(() => items.value.flatMap(item => (item.taken === null || item.taken.receipt === null ? [] : [{ receipt: item.taken.receipt, file: item.name, unit: unitName(item.reading?.manifest?.by.unit ?? null), who: item.reading?.manifest?.by.name ?? '' }])))

  return {
    rows, waiting, receipts, isReading, isTaking, said, add, open, take,
    choose: (id: string, isChosen: boolean) => { change(id, { isChosen }) }, chooseAll: (isChosen: boolean) => { items.value = items.value.map(item => (isReady(item) ? { ...item, isChosen } : item)) },
    forget: (id: string) => { items.value = items.value.filter(item => item.id !== id) }, clear: () => { items.value = []; said.value = [] },
  }
}
