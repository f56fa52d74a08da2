/** Twenty texts that try to run something, and a plan with a ledger that holds one in every field that people write. */
import { eventSealer, demoEvents } from '../../src/domain/demo'
import type { LedgerEvent } from '../../src/domain/event'
import type { Plan } from '../../src/domain/plan'
import { indexPlan } from '../../src/domain/plan'

/** Each calls `xss()` where it runs; short enough for a name. */
export const payloads = [
  '<script>xss()</script>', '<img src=x onerror=xss()>', '<svg onload=xss()>', 'javascript:xss()', 'java\nscript:xss()', 'data:,<svg onload=xss()>', "{{_c.constructor('xss()')()}}", '"onmouseover="xss()', "'onfocus='xss()'autofocus='",
  '</style><svg onload=xss()>', '}*{x:url(javascript:xss())}', '<b onclick=xss()>x</b>', '&#60;svg onload=xss()&#62;', ']]><svg onload=xss()>', '<!--><svg onload=xss()>', "=cmd|'/c xss()'!A1", '[x](javascript:xss())', '"><svg/onload=xss()>', '</textarea><svg onload=xss()>', '<a href=javascript:xss()>x</a>',
] as const

/** Gives another payload at each call, from the `rotation`th on, cut to the field's length; the next call on another field has the next payload. */
export function payloadsFrom(rotation: number): (longest?: number) => string {
  let field = rotation
  return (longest = 400) => payloads[field++ % payloads.length]!.slice(0, longest)
}

/** The plan with a payload in every text; codes, days and numbers stay. */
export function poisonedPlan(plan: Plan, rotation: number): Plan {
  const next = payloadsFrom(rotation)
  const area = (one: Plan['area']): Plan['area'] => ({ ...one, name: next(30), ...(one.short !== undefined && { short: next(4) }), ...(one.children !== undefined && { children: one.children.map(area) }) })
  return {
    ...plan, title: next(60), issuer: next(60), documentNumber: next(60), area: area(plan.area),
    departments: plan.departments.map(one => ({ ...one, name: next(30), ...(one.short !== undefined && { short: next(2) }) })),
    chapters: plan.chapters.map(chapter => ({
      ...chapter, title: next(40), section: next(30),
      tasks: chapter.tasks.map(task => ({
        ...task, section: next(30), title: next(40),
        targets: task.targets.map(target => ({
          ...target, name: next(30), ...(target.short !== undefined && { short: next(12) }), unit: target.measure === 'rate' ? target.unit : next(12), source: { section: next(30), figure: next(60) }, note: next(),
          criteria: target.criteria.map(one => ({ ...one, name: next(30), figure: next(60), unit: next(20) })),
          ...(target.stages !== undefined && { stages: target.stages.map(one => ({ ...one, name: next(30) })) }), ...(target.ladder !== undefined && { ladder: target.ladder.map(one => ({ ...one, name: next(12) })) }),
        })),
      })),
    })),
    rulings: plan.rulings.map(one => ({ ...one, question: next(), decision: next() })),
  }
}

/** Fields of events that people write; the others are ids, days and words of a list. */
const written = new Set(['note', 'reason', 'name', 'title', 'basis', 'request', 'text', 'acceptance', 'progress', 'number', 'question', 'decision', 'conflict', 'result', 'addressee', 'closure', 'met'])

function poisoned(value: unknown, key: string, next: () => string): unknown {
  if (typeof value === 'string') return written.has(key) ? next() : value
  if (Array.isArray(value)) return value.map(one => poisoned(one, key, next))
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, poisoned(one, name, next)])) : value
}

/** The demonstration's year as real entries of people with such names: every kind of event the app knows, a payload in every field that is written. */
export function poisonedLedger(plan: Plan, rotation: number): LedgerEvent[] {
  const next = payloadsFrom(rotation)
  const made = demoEvents(indexPlan(plan))
  const last = made.at(-1)!
  const report = made.find(event => event.type === 'report')!
  const [target, area] = [String(report.data.target), String(report.data.area)]
  const further = (type: string, data: Record<string, unknown>, i: number): LedgerEvent => ({ ...last, id: `further${i}`, recordedAt: last.recordedAt.replace(/\/\w{4}\//, `/${(0xff00 + i).toString(16)}/`), type, data })
  const more = [
    further('evidence', { target, area, form: 'link', name: 'x', text: 'javascript:xss()' }, 1), further('evidence', { target, area, form: 'note', name: 'x', text: 'x' }, 2), further('evidence', { target, area, form: 'link', name: 'x', text: 'data:text/html,<script>xss()</script>' }, 3),
    further('checked', { rule: 'falls', target, area, result: 'x' }, 4), further('department', { id: 'new', name: 'x', short: 'x' }, 5), further('ruling', { ruling: 0, decision: 'x', status: 'decided' }, 6),
    further('submit', { unit: 'bangong', period: '2020-08', cells: 3 }, 7), further('finding', { key: 'k', conflict: 'x', targets: [target], question: 'x', decision: 'x', status: 'open' }, 8),
    further('bulletin', { id: 'b1', form: 'bulletin', title: 'x', number: 'x', addressee: 'x', snapshot: 'a'.repeat(64), asOf: '2020-08-31', knownAt: '2020-08-31', blocks: [{ kind: 'heading', level: 1, text: 'x' }, { kind: 'paragraph', runs: ['x', { text: 'x', origin: { of: 'count', count: 'x' } }] }], hasAnnex: false, isIssued: false }, 9),
    further('card', { unit: 'bangong', card: 'yellow', reason: 'x', state: 'shown' }, 10), further('slip_declined', { key: 'k', rule: 'x', reason: 'x' }, 11), further('meeting_note', { id: 'n1', meeting: 'm3', text: 'x', target, area }, 12),
    further('<svg onload=xss()>', { text: 'x' }, 13), further('assign', { task: plan.chapters[0]!.tasks[0]!.id, lead: 'new', assist: [] }, 14),
  ]
  const links = new Map([['further1', 'javascript:xss()'], ['further3', 'data:text/html,<script>xss()</script>']])
  return eventSealer()([...made, ...more].map(event => {
    const data = poisoned(event.data, '', next) as Record<string, unknown>
    const link = links.get(event.id)
    return { ...event, by: { ...(event.by?.unit !== undefined && { unit: event.by.unit }), name: next() }, data: link === undefined ? data : { ...data, text: link } }
  }))
}
