/** Snapshots for the tests of papers: the demo of a plan, and one as long and as hostile as they come. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoEvents, eventSealer } from '../../src/domain/demo.ts'
import { demoDay } from '../../src/domain/demoDay.ts'
import type { LedgerEvent } from '../../src/domain/event.ts'
import type { Plan, Target } from '../../src/domain/plan.ts'
import { indexPlan } from '../../src/domain/plan.ts'
import { freeze } from '../../src/domain/snapshot.ts'
import type { Snapshot, SnapshotAsk } from '../../src/domain/snapshot.ts'
import { seededEvents } from '../components/seededEvents.ts'
import { projectFolder } from '../tools/projectFiles.ts'

export const planOf = (id: string): Plan => JSON.parse(readFileSync(join(projectFolder, 'data', 'plans', `${id}.json`), 'utf8')) as Plan

const ask: SnapshotAsk = { name: '第4次调度会', asOf: '', knownAt: '', review: 'all', madeAt: '2020-09-15T08:20:00.000Z', madeBy: { unit: 'bangongshi' }, version: '0.5.0' }

/** The demo of a plan as it stands on its day, known by the last entry. */
export function demoSnapshot(id = 'jinjiang-2020', more: Partial<SnapshotAsk> = {}): Snapshot {
  const plan = planOf(id)
  const events = eventSealer()(demoEvents(indexPlan(plan)))
  const last = events.at(-1)!.recordedAt.slice(0, 24)
  return freeze({ plan, events, demo: true }, { ...ask, asOf: demoDay(plan), knownAt: last, ...more })
}

/** Nobody has reported anything. */
export function emptySnapshot(id = 'jinjiang-2020'): Snapshot {
  const plan = planOf(id)
  return freeze({ plan, events: [], demo: false }, { ...ask, asOf: demoDay(plan), knownAt: demoDay(plan) })
}

/** Texts that break papers: formulas, markup, controls, marks of direction, rare and four-byte characters. */
export const hostileNames = ['=cmd|\'/c calc\'!A1', '<b>"引号"&\'单引号\'</b>', '控制\u0001\u000b字符\ufffe', '\u202e右向左\u202c', '表情😀站点', '㙍田〇号𠮷村', '@SUM(1+1)*cmd', '$& $1 %s {{x}}', '-2+3', 'a'.repeat(30)]

export interface LongShape { targets: number, areas: number, reds?: 'none' | 'many' }

/** As wide as it gets: targets in 8 chapters, townships with names of 30 characters and hostile ones among them. */
export function longSnapshot({ targets, areas, reds = 'many' }: LongShape): Snapshot {
  const nameOf = (i: number, base: string): string => (hostileNames[i] ?? `${base}${i}`.padEnd(30, '长名').slice(0, 30))
  const target = (i: number): Target => ({
    id: `${Math.floor(i / 25) + 1}.${i % 25 + 1}-1`, name: nameOf(i, '建设事项'), measure: i % 5 === 0 ? 'rate' : 'count', unit: i % 5 === 0 ? '%' : '个', goal: { op: '>=', value: i % 5 === 0 ? 95 : 20 + i * 3 }, scope: i % 9 === 8 ? 'whole' : 'area',
    source: { section: '一', figure: '20个' }, criteria: [], note: '',
  })
  const chapters = Array.from({ length: Math.ceil(targets / 25) }, (_, chapter) => ({
    id: String(chapter + 1), title: `第${chapter + 1}章${hostileNames[chapter % 3]!.slice(0, 20)}`,
    tasks: Array.from({ length: Math.min(25, targets - chapter * 25) }, (_, i) => ({ id: `${chapter + 1}.${i + 1}`, section: '一', title: nameOf(i + 2, '任务'), lead: 'bangongshi', targets: [target(chapter * 25 + i)] })),
  }))
  const plan: Plan = {
    id: 'long-2020', title: '很长的工作要点'.repeat(4), issuer: '测试市民政局', documentNumber: null, issued: '2020-01-10', period: { start: '2020-01-01', end: '2020-12-31' },
    area: { code: 'root', name: '测试市', level: 'county', children: Array.from({ length: areas }, (_, i) => ({ code: `a${i}`, name: `${nameOf(i, '乡镇').slice(0, 29)}镇`, short: `镇${i}`, level: 'township' as const })) },
    departments: [{ id: 'bangongshi', name: '局办公室', short: '办' }], chapters, rulings: [{ targets: [chapters[0]!.tasks[0]!.targets[0]!.id], question: '原文标题与正文不一致', decision: '', status: 'open' }],
  }
  const index = indexPlan(plan)
  const until = reds === 'none' ? '2020-01-31' : '2020-06-30'
  const events = seededEvents(index, until).map(event => ({ ...event, plan: plan.id, data: { ...event.data, ...(event.type === 'report' && { note: hostileNames[event.id.length % hostileNames.length] }) } }))
  return freeze({ plan, events: eventSealer()(events as LedgerEvent[]), demo: false }, { ...ask, asOf: reds === 'none' ? '2020-01-31' : '2020-10-20', knownAt: '2020-10-20' })
}
