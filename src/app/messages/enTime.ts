import type { TimeWords } from '../../components/time/timeWords'

export const enTime: TimeWords = { label: 'Timeline' }
