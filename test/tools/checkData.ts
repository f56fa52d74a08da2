/** `npm run check:data [-- --sources <folder>]`: what can be proved of the plan files, with the notices at hand or without, and of the rule packs. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bandLamps, lampAt } from '../../src/domain/packBands.ts'
import { parseRulePack, serializeRulePack } from '../../src/domain/parseRulePack.ts'
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

interface RulesListing { id: string, file: string, name: string, issued: string | null, summary: string }

const readRulesListing = (): RulesListing[] => (JSON.parse(readFileSync(join(dataFolder, 'rules/index.json'), 'utf8')) as { rules: RulesListing[] }).rules

/** One rule pack: it passes the border, is written as the app writes it, and lights each distance from the pace. */
export function checkRules(text: string, listing: RulesListing): Checked {
  const parsed = parseRulePack(text)
  if (!parsed.ok) return { counts: 'refused', problems: parsed.problems.map(problem => `${problem.path ?? ''}: ${problem.why}`) }
  const { pack, file } = parsed
  const dark = Array.from({ length: 2001 }, (_, i) => (i - 1000) / 1000).filter(distance => lampAt(file.lamps.bands, distance) === null)
  return {
    counts: `${bandLamps.filter(lamp => file.lamps.bands.some(band => band.lamp === lamp)).length} bands, ${pack.slips.levels.length} levels, ${pack.undefinedBySource.length} left open`,
    problems: [
      ...(serializeRulePack(pack) === text ? [] : ['is not as the app writes it']),
      ...(pack.id === listing.id && listing.file === `rules/${pack.id}.json` ? [] : [`id ${pack.id} is not that of its file or of data/rules/index.json`]),
      ...(pack.name === listing.name && pack.summary === listing.summary && (pack.source?.issued ?? null) === listing.issued ? [] : ['name, summary or date differ from data/rules/index.json']),
      ...(pack.source === null || pack.undefinedBySource.length > 0 ? [] : ['does not say what its source leaves open']),
      ...(dark.length > 0 ? [`lights nothing at ${dark.slice(0, 5).join(', ')}`] : []),
    ],
  }
}

/** All rule packs of data/rules/index.json. */
export function checkRulePacks(): Map<string, Checked> {
  const listing = readRulesListing()
  const files = filesBelow(join(dataFolder, 'rules')).filter(file => file !== 'index.json').map(file => `rules/${file}`)
  const listed = listing.map(one => one.file)
  const strays = [...files.filter(file => !listed.includes(file)), ...listed.filter(file => !files.includes(file))]
  return new Map([['data/rules/index.json', { counts: `${listing.length} rule packs`, problems: strays.map(file => `${file} is not both there and listed`) }],
    ...listing.filter(one => files.includes(one.file)).map((one): [string, Checked] => [one.file, checkRules(readFileSync(join(dataFolder, one.file), 'utf8'), one)])])
}

export function main(rest: readonly string[]): number {
  const at = rest.indexOf('--sources')
  if (at >= 0 && rest[at + 1] === undefined) {
    console.error('--sources needs a folder')
    return 1
  }
  const checked = new Map([...checkPlans(at < 0 ? undefined : rest[at + 1]), ...checkRulePacks()])
  let wrong = 0
  for (const [name, { counts, problems }] of checked) {
    console.log(`${name}: ${counts}${problems.length > 0 ? `; ${problems.length} problems` : ''}`)
    for (const problem of problems) console.error(`  ${problem}`)
    wrong += problems.length
  }
  return wrong === 0 ? 0 : 1
}
