import type { PlanWords } from '../../components/plans/planWords'

export const zhPlans: PlanWords = { title: '计划' }
