/** `npm run check:data [-- --sources <folder>]`: what can be proved of the plan files, with the notices at hand or without. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parsePlan } from '../../src/domain/parsePlan.ts'
import type { Plan } from '../../src/domain/plan.ts'
import { childrenOf, sectionsOf, withoutSpaces } from './noticeSections.ts'
import { dataFolder, filesBelow } from './projectFiles.ts'

export interface PlanListing { id: string, file: string, title: string, area: string, year: number }
export interface Checked { counts: string, problems: string[] }

/** A run this long of a notice's own words is its sentence, not ours. */
const longestRun = 30

const tasksOf = (plan: Plan) => plan.chapters.flatMap(chapter => chapter.tasks)
const targetsOf = (plan: Plan) => tasksOf(plan).flatMap(task => task.targets)

export const readListing = (): PlanListing[] => (JSON.parse(readFileSync(join(dataFolder, 'index.json'), 'utf8')) as { plans: PlanListing[] }).plans

function checkListing(listing: readonly PlanListing[]): string[] {
  const files = filesBelow(join(dataFolder, 'plans')).map(file => `plans/${file}`)
  const listed = listing.map(one => one.file)
  return [
    ...files.filter(file => !listed.includes(file)).map(file => `data/index.json does not list ${file}`),
    ...listed.filter(file => !files.includes(file)).map(file => `data/index.json lists ${file}, which is not there`),
  ]
}

function checkShape(plan: Plan, listing: PlanListing): string[] {
  const targets = new Map(targetsOf(plan).map(target => [target.id, target]))
  return [
    ...(plan.$schema === '../plan.schema.json' ? [] : ['does not name its schema']),
    ...(plan.id === listing.id && listing.file === `plans/${plan.id}.json` ? [] : [`id ${plan.id} is not that of its file or of data/index.json`]),
    ...(plan.title === listing.title && plan.area.name === listing.area && Number(plan.period.start.slice(0, 4)) === listing.year ? [] : ['title, area or year differ from data/index.json']),
    ...[...targets.values()].filter(target => target.pair !== undefined && targets.get(target.pair)?.pair !== target.id).map(target => `${target.id}: pair ${target.pair!} does not point back`),
    ...[...targets.values()].filter(target => target.measure !== 'qualitative' && (target.short ?? target.name).length > 12).map(target => `${target.id}: needs a short of at most 12 characters`),
    ...tasksOf(plan).flatMap(task => task.targets.filter(target => !target.id.startsWith(`${task.id}-`)).map(target => `${target.id}: is not numbered after its task ${task.id}`)),
    ...plan.chapters.flatMap(chapter => chapter.tasks.filter(task => !task.id.startsWith(`${chapter.id}.`)).map(task => `${task.id}: is not numbered after its chapter ${chapter.id}`)),
  ]
}

function checkFigures(plan: Plan, sections: ReadonlyMap<string, string>): string[] {
  return tasksOf(plan).flatMap(task => [
    ...(sections.has(task.section) ? [] : [`${task.id}: the notice has no section ${task.section}`]),
    ...task.targets.flatMap(target => {
      const text = sections.get(target.source.section)
      if (text === undefined) return [`${target.id}: the notice has no section ${target.source.section}`]
      return [target.source.figure, ...target.criteria.map(one => one.figure)]
        .filter(figure => !text.includes(withoutSpaces(figure)))
        .map(figure => `${target.id}: "${figure}" does not stand in section ${target.source.section}`)
    }),
  ])
}

/** Every numbered item of the notice is a task, in its order, and nothing else is. */
function checkItems(plan: Plan, sections: ReadonlyMap<string, string>): string[] {
  const chapters = plan.chapters.map(chapter => chapter.section ?? '')
  const parent = (chapters[0] ?? '').replace(/\([^)]*\)$/, '')
  const differ = (what: string, ours: readonly string[], theirs: readonly string[]) =>
    (ours.join(' ') === theirs.join(' ') ? [] : [`${what}: the notice has ${theirs.join(' ')}, the plan ${ours.join(' ')}`])
  return [
    ...differ('chapters', chapters, childrenOf(sections, parent === chapters[0] ? '' : parent)),
    ...plan.chapters.flatMap(chapter => differ(`tasks of chapter ${chapter.id}`, chapter.tasks.map(task => task.section), childrenOf(sections, chapter.section ?? ''))),
  ]
}

function stringsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => stringsOf(inner, `${path}/${key}`))
}

function checkWords(plan: Plan, notice: string): string[] {
  const text = withoutSpaces(notice)
  return stringsOf(plan).flatMap(([path, raw]) => {
    const words = withoutSpaces(raw)
    for (let i = 0; i + longestRun <= words.length; i++) if (text.includes(words.slice(i, i + longestRun))) return [`${path}: copies ${longestRun} characters of the notice: ${words.slice(i, i + longestRun)}`]
    return []
  })
}

/** One plan; with the text of its notice where there is one. */
export function checkPlan(text: string, listing: PlanListing, notice?: string): Checked {
  const parsed = parsePlan(text)
  if (!parsed.ok) return { counts: 'refused', problems: parsed.problems.map(problem => `${problem.path ?? ''}: ${problem.why}`) }
  const { plan } = parsed
  const targets = targetsOf(plan)
  const measured = targets.filter(target => target.measure !== 'qualitative')
  const problems = checkShape(plan, listing)
  if (notice !== undefined) {
    const sections = sectionsOf(notice)
    problems.push(...checkFigures(plan, sections), ...checkItems(plan, sections), ...checkWords(plan, notice))
  }
  const count = (list: readonly unknown[], word: string) => `${list.length} ${word}`
  return {
    counts: [
      count(plan.chapters, 'chapters'), count(tasksOf(plan), 'tasks'), count(targets, 'targets'), count(measured, 'with a figure or dates'),
      count(targets.flatMap(target => target.criteria), 'criteria'), count(plan.rulings, 'rulings'), count(plan.area.children ?? [], 'areas'),
    ].join(', '),
    problems,
  }
}

/** All plans of data/index.json; `sources` is a folder of `<plan-id>.txt`. */
export function checkPlans(sources?: string): Map<string, Checked> {
  const listing = readListing()
  const checked = new Map<string, Checked>([['data/index.json', { counts: `${listing.length} plans`, problems: checkListing(listing) }]])
  for (const one of listing) {
    const notice = sources === undefined ? undefined : join(sources, `${one.id}.txt`)
    if (notice !== undefined && !existsSync(notice)) checked.set(one.id, { counts: '', problems: [`the notice ${one.id}.txt is not in the folder of sources`] })
    else checked.set(one.id, checkPlan(readFileSync(join(dataFolder, one.file), 'utf8'), one, notice === undefined ? undefined : readFileSync(notice, 'utf8')))
  }
  return checked
}

export function main(rest: readonly string[]): number {
  const at = rest.indexOf('--sources')
  if (at >= 0 && rest[at + 1] === undefined) {
    console.error('--sources needs a folder')
    return 1
  }
  const checked = checkPlans(at < 0 ? undefined : rest[at + 1])
  let wrong = 0
  for (const [name, { counts, problems }] of checked) {
    console.log(`${name}: ${counts}${problems.length > 0 ? `; ${problems.length} problems` : ''}`)
    for (const problem of problems) console.error(`  ${problem}`)
    wrong += problems.length
  }
  return wrong === 0 ? 0 : 1
}
