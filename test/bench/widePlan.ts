/** A plan as wide as they come, 200 targets by 45 townships, and a year's reports on it: all made, nothing real. */
import type { Plan, Target } from '../../src/domain/plan'

const measures = ['count', 'amount', 'rate', 'count', 'stock'] as const

function targetOf(id: string, n: number): Target {
  const measure = measures[n % measures.length]!
  return {
    id, name: `第${n + 1}项指标`, short: `指标${n + 1}`, measure, unit: measure === 'rate' ? '%' : measure === 'amount' ? '万元' : '个',
    goal: { op: '>=', value: measure === 'rate' ? 60 : 900 }, scope: 'area', source: { section: '一', figure: '' }, criteria: [], note: '',
  }
}

/** 10 chapters of 4 tasks of 5 targets. */
export function widePlan(): Plan {
  const areas = Array.from({ length: 45 }, (_, i) => ({ code: `9901${String(i + 1).padStart(2, '0')}`, name: `第${i + 1}镇`, short: `镇${i + 1}`, level: 'township' as const }))
  return {
    id: 'wide-2024', title: '2024年工作要点', issuer: '某局', documentNumber: null, issued: '2024-01-10', period: { start: '2024-01-01', end: '2024-12-31' },
    area: { code: '9901', name: '某市', level: 'city', children: areas },
    departments: [{ id: 'office', name: '办公室', short: '办', assumed: true }],
    chapters: Array.from({ length: 10 }, (_, c) => ({
      id: String(c + 1), title: `第${c + 1}章`,
      tasks: Array.from({ length: 4 }, (_none, t) => ({
        id: `${c + 1}.${t + 1}`, section: '一', title: `任务${c + 1}.${t + 1}`, lead: 'office',
        targets: Array.from({ length: 5 }, (_nothing, i) => targetOf(`${c + 1}.${t + 1}-${i + 1}`, c * 20 + t * 5 + i)),
      })),
    })),
    rulings: [],
  }
}

const hex = (n: number, length: number) => n.toString(16).padStart(length, '0')

/** `count` lines of reports in the order of their recording, every cell in turn, with a rising value. Hashes are of the right shape only. */
export function reportLines(plan: Plan, count: number): string[] {
  const targets = plan.chapters.flatMap(chapter => chapter.tasks.flatMap(task => task.targets))
  const areas = plan.area.children ?? []
  const cells = targets.length * areas.length
  return Array.from({ length: count }, (_, n) => {
    const round = Math.floor(n / cells)
    const target = targets[Math.floor(n / areas.length) % targets.length]!
    const area = areas[n % areas.length]!
    const at = new Date(Date.parse(`${plan.period.start}T00:00:00Z`) + (15 + round * 30) * 86_400_000).toISOString().slice(0, 10)
    const device = `dev-${hex(n % 45, 16)}`
    const payload = target.measure === 'rate' ? { numerator: round + 1 + (n % 7), denominator: 20 } : { value: round * 2 + (n % 5) }
    return JSON.stringify({
      v: 1, id: `01900000-0000-7000-8000-${hex(n, 12)}`, plan: plan.id, type: 'report', at, recordedAt: `${at}T02:00:00.000Z/${hex(n % 65536, 4)}/${device}`, device,
      by: { name: '张三', unit: 'office' }, data: { target: target.id, area: area.code, ...payload }, prev: hex(n, 64), hash: hex(n + 1, 64),
    })
  })
}
