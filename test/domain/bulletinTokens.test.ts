/** Figures in prose under the clerk's hands: the text is always what was typed, untouched figures stay alive, wrong ones are listed and never replaced by themselves. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BulletinRun, BulletinText, BulletinToken, TokenOrigin } from '../../src/domain/meetingEvents'
import { editParagraph, handEdited, linesOf, sentencesOf, settleTokens, staleSentences, textOfRuns } from '../../src/domain/bulletinTokens'

const token = (text: string, count: string): BulletinToken => ({ text, origin: { of: 'count', count } })
const word = fc.stringMatching(/^[项格达到时序，。；😀㙍12 ]{0,6}$/u)
const paragraph: fc.Arbitrary<BulletinRun[]> = fc.array(fc.oneof(word, fc.tuple(fc.nat(200), fc.constantFrom('', '%', '个')).map(([n, unit]) => `#${n}${unit}`)), { maxLength: 9 })
  .map(parts => parts.map((part, i) => (part.startsWith('#') ? token(part.slice(1), `t${i}`) : part)))
const tokensIn = (runs: readonly BulletinRun[]) => runs.filter((run): run is BulletinToken => typeof run !== 'string')

describe('a paragraph edited by hand', () => {
  it('says what was typed, whatever was typed', () => {
    fc.assert(fc.property(paragraph, fc.oneof(fc.string(), word), (runs, typed) => { expect(textOfRuns(editParagraph(runs, typed))).toBe(typed) }), { numRuns: 1000 })
  })
  it('keeps every figure outside the changed stretch, in order, with its origin', () => {
    fc.assert(fc.property(paragraph, fc.nat(60), fc.nat(20), fc.stringMatching(/^[改，为了。甲乙]{0,5}$/u), (runs, start, length, inserted) => {
      const old = textOfRuns(runs)
      const from = Math.min(start, old.length)
      const to = Math.min(from + length, old.length)
      fc.pre(!/[\udc00-\udfff]/.test(old.charAt(from) + old.charAt(to)))
      const after = old.slice(0, from) + inserted + old.slice(to)
      const edited = editParagraph(runs, after, from + inserted.length)
      expect(textOfRuns(edited)).toBe(after)
      let at = 0
      const alive = runs.flatMap(run => {
        const [begin, end] = [at, at += textOfRuns([run]).length]
        // A figure that another digit or sign now touches says something else; that is looked at below.
        const isTouching = end === from ? /[\d.%]/.test((inserted + old.slice(to)).charAt(0)) : begin === to && /[\d.%]/.test((old.slice(0, from) + inserted).slice(-1))
        return typeof run === 'string' || run.text === '' || isTouching || !(end <= from || begin >= to) ? [] : [run]
      })
      const left = tokensIn(edited)
      for (const run of alive) expect(left).toContainEqual(run)
      expect(left.every(one => runs.includes(one))).toBe(true)
    }), { numRuns: 1000 })
  })
  it('makes a figure plain once its text was touched, or a digit typed against it', () => {
    const runs: BulletinRun[] = ['达到时序', token('42', 'onPace'), '项，达序率', token('84%', 'rate'), '。']
    expect(editParagraph(runs, '达到时序43项，达序率84%。')).toEqual(['达到时序43项，达序率', token('84%', 'rate'), '。'])
    expect(editParagraph(runs, '达到时序421项，达序率84%。')).toEqual(['达到时序421项，达序率', token('84%', 'rate'), '。'])
    expect(editParagraph(runs, '按期达到时序42项，达序率84%，较好。')).toEqual(['按期达到时序', token('42', 'onPace'), '项，达序率', token('84%', 'rate'), '，较好。'])
    expect(editParagraph(runs, '')).toEqual([])
    expect(editParagraph(runs, '滞后的有42个，达序率84%。')).toEqual(['滞后的有42个，达序率', token('84%', 'rate'), '。'])
  })
  it('falls into paragraphs at its line breaks, empty ones left out', () => {
    expect(linesOf(['甲\n\n乙', token('3', 'x'), '项\n'])).toEqual([['甲'], ['乙', token('3', 'x'), '项']])
    expect(linesOf([' '])).toEqual([])
  })
  it('tells by the caret which of two equal figures was taken out', () => {
    const runs: BulletinRun[] = ['甲（应', token('71%', 'a'), '，早）、甲（应', token('71%', 'b'), '，晚）']
    expect(editParagraph(runs, '甲（应71%，晚）', 0)).toEqual(['甲（应', token('71%', 'b'), '，晚）'])
    expect(editParagraph(runs, '甲（应71%，早）', 9)).toEqual(['甲（应', token('71%', 'a'), '，早）'])
  })
})

const textWith = (runs: readonly BulletinRun[]): BulletinText => ({ id: 'b', form: 'bulletin', title: '通报', number: '', addressee: '', snapshot: '0'.repeat(64), asOf: '2020-09-15', knownAt: '2020-09-15', blocks: [{ kind: 'heading', level: 1, text: '一、总体情况' }, { kind: 'paragraph', runs }], hasAnnex: false, isIssued: false })

describe('sentences that became wrong', () => {
  const runs: BulletinRun[] = ['共', token('50', 'targets'), '项；达到时序', token('42', 'onPace'), '项，达序率', token('84%', 'rate'), '。其余', token('8', 'slow'), '项。']
  const now = (changed: Readonly<Record<string, string | null>>) => (origin: TokenOrigin) => { const known = { targets: '50', onPace: '42', rate: '84%', slow: '8', ...changed } as Record<string, string | null>; return origin.of === 'count' ? known[origin.count]! : null }
  it('are none while every figure holds, and those alone whose figures moved', () => {
    expect(staleSentences(textWith(runs), now({}))).toEqual([])
    const stale = staleSentences(textWith(runs), now({ onPace: '43', rate: '86%' }))
    expect(stale.map(one => [one.block, one.sentence, one.tokens.map(({ was, now: to }) => [was, to])])).toEqual([[1, '达到时序42项，达序率84%。', [['42', '43'], ['84%', '86%']]]])
  })
  it('are settled one by one: the new figure taken, or the old one kept until it changes once more', () => {
    const text = textWith(runs)
    const moved = now({ onPace: '43', slow: null })
    const [first, second] = staleSentences(text, moved)
    const taken = settleTokens(text, first!.block, first!.tokens, 'take')
    expect(taken.blocks[1]).toMatchObject({ runs: ['共', token('50', 'targets'), '项；达到时序', token('43', 'onPace'), '项，达序率', token('84%', 'rate'), '。其余', token('8', 'slow'), '项。'] })
    expect(staleSentences(taken, moved).map(one => one.sentence)).toEqual(['其余8项。'])
    const kept = settleTokens(taken, second!.block, second!.tokens, 'keep')
    expect(staleSentences(kept, moved)).toEqual([])
    expect(staleSentences(kept, now({ onPace: '43', slow: '7' })).map(one => one.sentence)).toEqual(['其余8项。'])
    expect(text.blocks[1]).toEqual({ kind: 'paragraph', runs })
  })
  it('belong to the sentence they stand in, and sentences make up the paragraph', () => {
    fc.assert(fc.property(paragraph, some => {
      const sentences = sentencesOf(some)
      expect(sentences.map(one => one.text).join('')).toBe(textOfRuns(some))
      expect(sentences.flatMap(one => one.tokens)).toEqual(tokensIn(some))
    }), { numRuns: 500 })
  })
  it('figures that were touched or taken out are listed as edited by hand', () => {
    const edited = textWith(editParagraph(runs, '共50项；达到时序43项，达序率84%。'))
    expect(handEdited(textWith(runs), edited).map(one => one.text)).toEqual(['42', '8'])
    expect(handEdited(textWith(runs), textWith(runs))).toEqual([])
  })
})
