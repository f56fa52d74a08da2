/** The text of a figure in prose: the draft prints it and every later look asks it again, so both are one. As official papers set it: no blank before a unit. */
import type { Figure } from '../domain/board'
import type { BulletinSources } from '../domain/bulletinCounts'
import { countOf, figureIn, slipCountOf } from '../domain/bulletinCounts'
import type { TokenOrigin } from '../domain/meetingEvents'
import type { Target } from '../domain/plan'
import { numberText, percentText, shortfallOf, unitText, valueText } from './figureText'

type FigureField = Extract<TokenOrigin, { of: 'figure' }>['field']

const amount = (target: Target, value: number | null): string => (value === null ? '—' : `${valueText(target, value)}${unitText(target)}`)

/** 应: the pace that the lamp's gap is measured from (of small counts whole units), as on the card. */
export const shouldOf = ({ progress, gap, pace }: Pick<Figure, 'progress' | 'gap' | 'pace'>): number | null => (progress !== null && gap !== null ? progress - gap : pace)

const whole = (share: number | null): string => (share === null ? '—' : `${Math.round(share * 100)}%`)

export function figureTokenText(target: Target, figure: Figure, field: FigureField): string {
  switch (field) {
    case 'value': return figure.value === null ? '未填报' : amount(target, figure.value)
    case 'goal': return amount(target, figure.goal)
    case 'completion': return figure.completion === null ? '—' : `${percentText(figure.completion)}%`
    case 'progress': return whole(figure.progress)
    case 'pace': return whole(shouldOf(figure))
    case 'gap': {
      const short = shortfallOf(target, figure)
      if (short !== null) return `${numberText(short)}${target.unit}`
      return figure.gap === null ? '—' : `${Math.max(0, Math.round(-figure.gap * 100))}个百分点`
    }
  }
}

/** What a token says now; null where there is no such figure any more. */
export function valueOfToken(origin: TokenOrigin, sources: BulletinSources): string | null {
  if (origin.of === 'figure') {
    const found = figureIn(sources.board, origin.target, origin.area)
    return found === null ? null : figureTokenText(found.row.target, found.figure, origin.field)
  }
  const count = origin.of === 'slips' ? slipCountOf(origin.count, sources) : countOf(origin.count, sources)
  if (count === null) return null
  return origin.count.endsWith(':rate') ? `${percentText(count)}%` : numberText(count)
}

/** 第4期: the number of a bulletin, as papers print it. */
export const issueNumber = (n: number): string => `第${n}期`
