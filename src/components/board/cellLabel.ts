/** A cell read aloud: "内坑镇，新建居家养老服务站，严重滞后，0 / 3 个，应 2 个". */
import type { Figure, Row } from '../../domain/board'
import { changeOf } from '../../domain/changes'
import { fairPace } from '../../domain/pace'
import type { Messages } from '../messages'
import { numberText, stageText, unitText, valueText } from '../../wording/figureText'

/** `shown`: what the cell prints. The name holds it as printed, so that speech can follow the eye. */
export function cellLabel(messages: Messages, row: Row, figure: Figure, area: string, before?: Figure, shown = ''): string {
  const { target } = row
  const { cell } = messages
  if (!figure.asked && figure.value === null) return cell.label(area, target.name, cell.blank, '', '')
  const lamp = figure.lamp === null ? (figure.goal === null ? cell.open : '') : messages.lamp[figure.lamp]
  const goal = target.measure === 'qualitative' || target.measure === 'milestone' || figure.goal === null ? '' : valueText(target, figure.goal)
  const value = figure.value === null ? (goal === '' ? '' : cell.value('—', goal, unitText(target))) : stageText(target, figure) ?? cell.value(valueText(target, figure.value), goal, unitText(target))
  const comma = messages.language === 'zh-CN' ? '，' : ', '
  const extra = [figure.stale && figure.value !== null ? cell.stale : '', (changeOf(before, figure)?.turn ?? 'same') === 'same' ? '' : messages.board.notch].filter(part => part !== '')
  const label = [cell.label(area, target.name, lamp, value, shouldText(messages, row, figure)), ...extra].join(comma)
  if (shown === '' || label.includes(shown)) return label
  const spaced = shown.replace('/', ' / ')
  return label.includes(spaced) ? label.replace(spaced, shown) : `${label}${comma}${shown}`
}

function shouldText(messages: Messages, row: Row, figure: Figure): string {
  if (figure.pace === null || figure.goal === null) return ''
  const { target } = row
  const share = fairPace(target, figure.goal, figure.pace)
  const isSum = target.measure === 'count' || target.measure === 'amount' || target.measure === 'stock' || target.measure === 'frequency'
  if (!isSum) return messages.cell.should(`${Math.round(share * 100)}%`)
  return messages.cell.should(`${numberText(target.measure === 'count' ? Math.round(share * figure.goal) : share * figure.goal)} ${target.unit}`)
}
