/** What a plan can get wrong although every field has its right shape: references, trees, dates, ladders. Pure; no schema library. */
import type { Area, Plan, Target } from './plan'
import type { Problem } from './problem'

interface Found { code: string, path: string, why: string, fix: string }

/** Every contradiction inside a plan, in the order of the file. */
export function planProblems(plan: Plan): Problem[] {
  const found: Found[] = []
  const say = (code: string, path: string, why: string, fix: string) => { found.push({ code, path, why, fix }) }
  if (plan.period.start >= plan.period.end) say('period_reversed', 'period', '起始日不早于结束日', '对调或改正两个日期')

  const codes = new Set<string>()
  const walk = (area: Area, path: string) => {
    if (codes.has(area.code)) say('area_repeated', path, `区域编码 ${area.code} 出现两次（区域必须是一棵树）`, '每个区域用自己的编码；不要把上级写进下级')
    codes.add(area.code)
    area.children?.forEach((child, i) => walk(child, `${path}.children[${i}]`))
  }
  walk(plan.area, 'area')
  if ((plan.area.children ?? []).length === 0) say('area_without_children', 'area.children', '没有下级区域，挂图没有可画的列', '列出乡镇、区县或设区市')

  const departments = new Set<string>()
  plan.departments.forEach((department, i) => {
    if (departments.has(department.id)) say('department_repeated', `departments[${i}].id`, `科室编号 ${department.id} 重复`, '改成不同的编号')
    departments.add(department.id)
  })

  const ids = new Set<string>()
  const targets = new Set(plan.chapters.flatMap(chapter => chapter.tasks.flatMap(task => task.targets.map(target => target.id))))
  plan.chapters.forEach((chapter, c) => {
    if (plan.chapters.findIndex(other => other.id === chapter.id) !== c) say('chapter_repeated', `chapters[${c}].id`, `章编号 ${chapter.id} 重复`, '改成不同的编号')
    chapter.tasks.forEach((task, t) => {
      const path = `chapters[${c}].tasks[${t}]`
      if (ids.has(`task ${task.id}`)) say('task_repeated', `${path}.id`, `任务编号 ${task.id} 重复`, '改成不同的编号')
      ids.add(`task ${task.id}`)
      for (const department of [task.lead, ...task.assist ?? []])
        if (!departments.has(department)) say('department_unknown', `${path}.lead`, `科室 ${department} 不在科室表里`, '在 departments 里加上它，或改正编号')
      task.targets.forEach((target, i) => {
        const at = `${path}.targets[${i}]`
        if (ids.has(target.id)) say('target_repeated', `${at}.id`, `指标编号 ${target.id} 重复`, '改成不同的编号')
        ids.add(target.id)
        targetProblems(plan, target, at, codes, targets, say)
      })
    })
  })
  plan.rulings.forEach((ruling, i) => ruling.targets.forEach(target => {
    if (!targets.has(target)) say('ruling_target_unknown', `rulings[${i}].targets`, `口径裁定提到不存在的指标 ${target}`, '改正指标编号')
  }))
  return found
}

function targetProblems(plan: Plan, target: Target, at: string, codes: ReadonlySet<string>, targets: ReadonlySet<string>, say: (code: string, path: string, why: string, fix: string) => void): void {
  const { measure, ladder, stages, schedule } = target
  for (const code of [...target.areas ?? [], ...Object.keys(target.allocation ?? {})])
    if (!codes.has(code)) say('area_unknown', `${at}.areas`, `区域 ${code} 不在区域表里`, '改正区域编码')
  if (ladder !== undefined && measure !== 'count') say('ladder_not_count', `${at}.ladder`, '只有计数指标可以按项目点跟踪', '删去 ladder，或把 measure 改成 count')
  if (ladder !== undefined && new Set(ladder.map(stage => stage.id)).size < ladder.length) say('ladder_repeated', `${at}.ladder`, '环节编号重复', '改成不同的编号')
  if (target.countsAt !== undefined && !(ladder ?? []).some(stage => stage.id === target.countsAt))
    say('counts_at_unknown', `${at}.countsAt`, `计数环节 ${target.countsAt} 不在 ladder 里`, '改成 ladder 里的一个环节')
  if (stages !== undefined && measure !== 'milestone' && measure !== 'qualitative') say('stages_not_staged', `${at}.stages`, '只有节点或定性指标有 stages', '删去 stages，或改 measure')
  if (stages !== undefined && new Set(stages.map(stage => stage.id)).size < stages.length) say('stage_repeated', `${at}.stages`, '阶段编号重复', '改成不同的编号')
  if (measure === 'qualitative' && stages !== undefined && !stages.some(stage => stage.share === 1) && stages.some(stage => stage.share !== undefined))
    say('stage_never_done', `${at}.stages`, '没有一个阶段的份额是 1，永远完不成', '把最后一个阶段的 share 写成 1')
  if (target.goal.op === '<=' && (measure === 'milestone' || measure === 'qualitative')) say('ceiling_not_number', `${at}.goal.op`, '没有数字的任务不能是上限', '改成 ">="')
  if (target.pair !== undefined && !targets.has(target.pair)) say('pair_unknown', `${at}.pair`, `成对指标 ${target.pair} 不存在`, '改正指标编号')
  if (target.due !== undefined && target.due < plan.period.start) say('due_before_period', `${at}.due`, '期限早于计划起始日', '改正日期')
  if (schedule !== undefined && schedule !== 'step') {
    const shares = 'points' in schedule ? [...schedule.points].sort((a, b) => (a.at < b.at ? -1 : 1)).map(point => point.share)
      : 'monthly' in schedule ? schedule.monthly : schedule.quarterly
    if (shares.some((share, i) => i > 0 && share < shares[i - 1]!)) say('schedule_falls', `${at}.schedule`, '时序进度往回走', '写累计份额，只增不减')
  }
}
