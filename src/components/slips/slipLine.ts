/** One slip as the list shows it, ready to read. */
import type { Lamp } from '../../domain/board'
import type { SlipLevel } from '../../domain/rulePack'
import type { Slip } from '../../domain/slip'

export interface SlipLine { slip: Slip, level: SlipLevel, unit: string, target: string, lamp: Lamp | null, waiting: string, date: string }

export interface SlipLineGroup { key: string, title: string, why: string, lines: readonly SlipLine[] }
