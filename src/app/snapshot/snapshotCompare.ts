/** Stands in for the words of the comparison: the last day is the snapshot's, not today. */
import { enCompare as enWhole } from '../../components/compare/enCompare'
import { zhCompare as zhWhole } from '../../components/compare/zhCompare'
import type { CompareWords } from '../../components/compare/compareWords'

export const zhCompare: CompareWords = { ...zhWhole, today: '快照' }
export const enCompare: CompareWords = { ...enWhole, today: 'Snapshot' }
