/** What is typed against what can be found: exact before beginning, beginning before initials, initials before the inside; in groups by kind. Pure. */

export const foundKinds = ['target', 'area', 'department', 'chapter', 'section', 'meeting', 'plan', 'command'] as const
export type FoundKind = typeof foundKinds[number]

/** Where an item leads: a place of the app, or a command by its name. */
export type FoundWay = { path: string, query: Readonly<Record<string, string>> } | { command: string }

export interface FoundItem {
  /** The same in every visit: what was opened lately is kept by it. */
  key: string
  kind: FoundKind
  name: string
  note: string
  /** The key that does the same on the board. */
  hint?: string
  /** What is searched, the name first; as made by {@link plainText}. */
  words: readonly string[]
  open: FoundWay
  /** With Shift and Enter. */
  second?: FoundWay
}

export interface FoundGroup { kind: FoundKind | 'recent', items: readonly FoundItem[] }

/** First and last place of the characters whose pinyin is typed, in full, in part or by initials; null where it is not. */
export type PinyinPlace = (text: string, typed: string) => readonly [from: number, to: number] | null

/** Letters in one width and case, without spaces: what is compared. */
export const plainText = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s'’“”「」《》]+/g, '')

/** More letters than that are no pinyin of a name. */
const longestPinyin = 40

/** 0 exact, 1 the beginning, 2 all of it by pinyin, 3 its beginning by pinyin, 4 inside, 5 inside by pinyin; null where nothing fits. */
export function rankOf(word: string, wanted: string, pinyin: PinyinPlace | null): number | null {
  if (word === wanted) return 0
  const place = word.indexOf(wanted)
  if (place === 0) return 1
  const sounds = pinyin === null || wanted.length > longestPinyin || !/^[a-zü]+$/.test(wanted) ? null : pinyin(word, wanted)
  if (sounds !== null && sounds[0] === 0) return sounds[1] === word.length - 1 ? 2 : 3
  return place > 0 ? 4 : sounds === null ? null : 5
}

function bestOf(item: FoundItem, wanted: string, pinyin: PinyinPlace | null): number | null {
  let best: number | null = null
  for (const word of item.words) {
    const rank = rankOf(word, wanted, pinyin)
    if (rank !== null && (best === null || rank < best)) best = rank
    if (best === 0) break
  }
  return best
}

/** Groups by their best item, items by how well they fit, then in plan order; at most `most` of a kind. */
export function findItems(items: readonly FoundItem[], typed: string, pinyin: PinyinPlace | null, most = 10): FoundGroup[] {
  const wanted = plainText(typed)
  const groups = new Map<FoundKind, { item: FoundItem, rank: number }[]>()
  for (const item of items) {
    const rank = bestOf(item, wanted, pinyin)
    if (rank === null) continue
    const group = groups.get(item.kind)
    if (group === undefined) groups.set(item.kind, [{ item, rank }])
    else group.push({ item, rank })
  }
  return [...groups].map(([kind, found]) => ({ kind, found: found.sort((a, b) => a.rank - b.rank) }))
    .sort((a, b) => a.found[0]!.rank - b.found[0]!.rank || foundKinds.indexOf(a.kind) - foundKinds.indexOf(b.kind))
    .map(({ kind, found }) => ({ kind, items: found.slice(0, most).map(({ item }) => item) }))
}

/** Before anything is typed: what was opened lately, then the commands. */
export function startItems(items: readonly FoundItem[], recent: readonly string[], most = 6): FoundGroup[] {
  const known = new Map(items.map(item => [item.key, item]))
  const lately = recent.flatMap(key => known.get(key) ?? []).slice(0, most)
  return [{ kind: 'recent' as const, items: lately }, { kind: 'command' as const, items: items.filter(item => item.kind === 'command' && !lately.includes(item)) }].filter(group => group.items.length > 0)
}
