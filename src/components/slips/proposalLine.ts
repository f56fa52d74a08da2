/** A proposal as the column shows it. */
import type { Lamp } from '../../domain/board'
import type { SlipLevel } from '../../domain/rulePack'

export interface ProposalLine { key: string, kind: 'issue' | 'escalate' | 'interview', level: SlipLevel, from: SlipLevel | null, unit: string, title: string, lamp: Lamp | null, why: string, due: string, href: string }

export interface CardLine { key: string, unit: string, word: string, ink: 'amber' | 'red', state: 'proposed' | 'shown', why: string, lift: string }
