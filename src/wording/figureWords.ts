/** A figure in Chinese words for papers: where it is, what was reached of what. */
import type { Figure, Row } from '../domain/board'
import type { PlanIndex } from '../domain/plan'
import { shortNameOf } from '../domain/plan'
import { ownLevelName } from './columnGroups'
import { stageText, unitText, valueText } from './figureText'

/** Short name of the figure's area; 市本级 of a target of the whole, the whole's name of a total. */
export function areaNameOf(index: PlanIndex, row: Row, figure: Figure): string {
  if (figure.area !== null) return shortNameOf(index.areas.get(figure.area)?.area ?? { name: figure.area })
  return row.target.scope === 'whole' ? ownLevelName(index.plan.area.name) : index.plan.area.name
}

/** 未填报, the stage of a single site, or value / goal unit. */
export function zhValue(row: Row, figure: Figure): string {
  if (figure.value === null) return '未填报'
  const goal = figure.goal === null || row.target.measure === 'qualitative' || row.target.measure === 'milestone' ? '' : valueText(row.target, figure.goal)
  const unit = unitText(row.target)
  return stageText(row.target, figure) ?? `${valueText(row.target, figure.value)}${goal === '' ? '' : ` / ${goal}`}${unit === '' ? '' : ` ${unit}`}`
}
