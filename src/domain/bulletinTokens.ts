/**
 * Figures in prose that know where they come from (practice.md §4, 10). The clerk edits freely: a figure outside the changed stretch stays alive,
 * one whose text was touched becomes plain. After a revision the sentences that became wrong are listed; nothing is ever replaced by itself.
 */
import type { BulletinBlock, BulletinRun, BulletinText, BulletinToken, TokenOrigin } from './meetingEvents'

/** What a figure is now, as text; null: there is no such figure any more. */
export type TextNow = (origin: TokenOrigin) => string | null

export const textOfRuns = (runs: readonly BulletinRun[]): string => runs.map(run => (typeof run === 'string' ? run : run.text)).join('')

/** Neighbouring plain texts become one, empty ones fall out. */
export function tidyRuns(runs: readonly BulletinRun[]): BulletinRun[] {
  const tidy: BulletinRun[] = []
  for (const run of runs) {
    const last = tidy.at(-1)
    if (run === '') continue
    if (typeof run === 'string' && typeof last === 'string') tidy[tidy.length - 1] = last + run
    else tidy.push(run)
  }
  return tidy
}

const isLowHalf = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text.charAt(at))
/** Beside a figure these make it another one. */
const isOfNumber = (character: string): boolean => /[\d.%‰]/.test(character)

/** How much is the same at the beginning and at the end. The caret stands where typing, pasting or deleting ended: what lies behind it is as it was. */
function sameEnds(old: string, now: string, caret: number): { head: number, tail: number } {
  let tail = 0
  while (tail < Math.min(old.length, now.length - caret) && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1
  let head = 0
  while (head < Math.min(old.length, now.length) - tail && old[head] === now[head]) head += 1
  while (tail < Math.min(old.length, now.length) - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1
  if (head > 0 && (isLowHalf(old, head) || isLowHalf(now, head))) head -= 1
  if (tail > 0 && (isLowHalf(old, old.length - tail) || isLowHalf(now, now.length - tail))) tail -= 1
  return { head, tail }
}

/**
 * A paragraph after its text was edited by hand: the text is `newText`. Every figure before or behind the changed stretch stays alive; inside it
 * (two places changed at once) one that stands between the same characters (before marks any) as before. One that was touched, or that a digit was typed against,
 * becomes plain. `caret`: where the cursor stands after the edit, where that is known; it tells apart what was taken out of equal texts.
 */
export function editParagraph(runs: readonly BulletinRun[], newText: string, caret = 0): BulletinRun[] {
  const old = textOfRuns(runs)
  const { head, tail } = sameEnds(old, newText, Math.min(caret, newText.length))
  const shift = newText.length - old.length
  const placed: { from: number, token: BulletinToken }[] = []
  let at = 0
  let free = head
  for (const run of runs) {
    const from = at
    at += typeof run === 'string' ? run.length : run.text.length
    if (typeof run === 'string' || run.text === '') continue
    const to = old.length - tail
    const context = old.slice(Math.max(0, from - 2), /[，。；、：！？）]/u.test(old.charAt(at)) ? at : at + 1)
    const found = at <= head ? from : from >= to ? from + shift : newText.indexOf(context, Math.max(0, free - 2))
    const place = found < 0 || at <= head || from >= to ? found : found + from - Math.max(0, from - 2)
    const isInside = at > head && from < to
    if (place < 0 || (isInside && (place < free || place + run.text.length > newText.length - tail))) continue
    const touches = (character: string, was: string): boolean => isOfNumber(character) && character !== was
    if (touches(newText.charAt(place - 1), old.charAt(from - 1)) || touches(newText.charAt(place + run.text.length), old.charAt(at))) continue
    placed.push({ from: place, token: run })
    free = place + run.text.length
  }
  const edited: BulletinRun[] = []
  let done = 0
  for (const { from, token } of placed) {
    edited.push(newText.slice(done, from), token)
    done = from + token.text.length
  }
  return tidyRuns([...edited, newText.slice(done)])
}

/** A paragraph with line breaks as paragraphs without; empty ones are left out. */
export function linesOf(runs: readonly BulletinRun[]): BulletinRun[][] {
  const lines: BulletinRun[][] = [[]]
  for (const run of runs) {
    const [first, ...more] = typeof run === 'string' ? run.split('\n') : [run]
    lines.at(-1)!.push(first!)
    for (const one of more) lines.push([one])
  }
  return lines.map(tidyRuns).filter(line => textOfRuns(line).trim() !== '')
}

/** A piece of a paragraph up to and with its full stop. `from` and `to` are places in the paragraph's text. */
export interface Sentence { from: number, to: number, text: string, tokens: readonly BulletinToken[] }

/** The sentences of a paragraph: they end with 。！？; and so does a half-sentence with ； */
export function sentencesOf(runs: readonly BulletinRun[]): Sentence[] {
  const text = textOfRuns(runs)
  const sentences: { from: number, to: number, text: string, tokens: BulletinToken[] }[] = []
  let from = 0
  for (const piece of text.match(/[^。！？；]*(?:[。！？；]|$)/gu) ?? []) {
    if (piece === '') continue
    sentences.push({ from, to: from + piece.length, text: piece, tokens: [] })
    from += piece.length
  }
  let at = 0
  for (const run of runs) {
    const length = typeof run === 'string' ? run.length : run.text.length
    if (typeof run !== 'string') sentences.find(one => at >= one.from && at < one.to)?.tokens.push(run)
    at += length
  }
  return sentences
}

/** A figure that is no longer what was printed. `token` is its place among the block's runs. */
export interface StaleToken { run: number, was: string, now: string | null, origin: TokenOrigin }
/** A sentence that became wrong. `block` is its place in the text. */
export interface StaleSentence { block: number, sentence: string, from: number, tokens: readonly StaleToken[] }

/** The sentences whose figures are no longer what they were printed as; one that the clerk chose to keep is silent until it changes once more. */
export function staleSentences(text: Pick<BulletinText, 'blocks'>, textNow: TextNow): StaleSentence[] {
  return text.blocks.flatMap((block, place): StaleSentence[] => {
    if (block.kind !== 'paragraph') return []
    const stale = new Map<BulletinRun, StaleToken>()
    for (const [run, one] of block.runs.entries()) {
      if (typeof one === 'string') continue
      const now = textNow(one.origin)
      if (now !== one.text && (one.kept === undefined || one.kept !== (now ?? ''))) stale.set(one, { run, was: one.text, now, origin: one.origin })
    }
    if (stale.size === 0) return []
    return sentencesOf(block.runs).flatMap(sentence => {
      const tokens = sentence.tokens.flatMap(token => stale.get(token) ?? [])
      return tokens.length === 0 ? [] : [{ block: place, sentence: sentence.text, from: sentence.from, tokens }]
    })
  })
}

/** The text with some stale figures settled: `take` prints what they are now, `keep` leaves what was printed and remembers it. A figure that is gone can only be kept. */
export function settleTokens(text: BulletinText, block: number, tokens: readonly StaleToken[], way: 'take' | 'keep'): BulletinText {
  const settled = new Map(tokens.map(token => [token.run, token]))
  const blocks = text.blocks.map((one, place): BulletinBlock => {
    if (place !== block || one.kind !== 'paragraph') return one
    return { ...one, runs: one.runs.map((run, i) => {
      const token = settled.get(i)
      if (token === undefined || typeof run === 'string') return run
      return way === 'take' && token.now !== null ? { text: token.now, origin: run.origin } : { text: run.text, origin: run.origin, kept: token.now ?? '' }
    }) }
  })
  return { ...text, blocks }
}

const tokensOf = (text: Pick<BulletinText, 'blocks'>): BulletinToken[] => text.blocks.flatMap(block => (block.kind === 'paragraph' ? block.runs.filter((run): run is BulletinToken => typeof run !== 'string') : []))

/** 手改: figures of the first version that are no longer alive in this one, because their text was touched or taken away. */
export function handEdited(first: Pick<BulletinText, 'blocks'>, now: Pick<BulletinText, 'blocks'>): BulletinToken[] {
  const keyOf = ({ origin }: BulletinToken): string => JSON.stringify(origin)
  const alive = new Map<string, number>()
  for (const token of tokensOf(now)) alive.set(keyOf(token), (alive.get(keyOf(token)) ?? 0) + 1)
  return tokensOf(first).filter(token => {
    const left = alive.get(keyOf(token)) ?? 0
    alive.set(keyOf(token), left - 1)
    return left <= 0
  })
}
