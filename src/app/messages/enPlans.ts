import type { PlanWords } from '../../components/plans/planWords'

export const enPlans: PlanWords = { title: 'Plans' }
