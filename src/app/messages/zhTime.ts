import type { TimeWords } from '../../components/time/timeWords'

export const zhTime: TimeWords = { label: '时间轴' }
