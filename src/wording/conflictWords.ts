/** What the conflict finder asks, in our own short words. The Chinese question is the one that is recorded and printed. */
import type { Conflict, ConflictFigure, ConflictKind } from '../domain/planConflicts'
import { numberText } from './figureText'

const cut = (text: string, longest = 400): string => (text.length <= longest ? text : `${text.slice(0, longest - 1)}…`)
const named = ({ name, figure }: ConflictFigure): string => `${name}${figure === '' ? '' : `（${figure}）`}`
const monthly = ({ value, unit }: ConflictFigure): string => (value !== null && unit.includes('年') ? `合每月约 ${numberText(Math.round((value / 12) * 100) / 100)}` : '')
const number = (fact: string | number | undefined): string => (typeof fact === 'number' ? numberText(fact) : fact ?? '')

/** 2023年3月15日. */
const fullDay = (fact: string | number | undefined): string => { const [year, month, day] = String(fact).split('-'); return `${year}年${Number(month)}月${Number(day)}日` }

const zhWhere: Readonly<Record<string, string>> = { figure: '原数', title: '任务标题', name: '指标名称', notice: '原文另一处' }
const enWhere: Readonly<Record<string, string>> = { figure: 'The figure as printed', title: 'The title', name: 'The name', notice: 'The notice elsewhere' }

/** `planName` of a figure's plan, for two plans. */
export function zhQuestion({ kind, figures, facts }: Conflict, planName: (plan: string) => string = plan => plan): string {
  const [first, second] = figures
  const of = (figure: ConflictFigure): string => `${figure.plan === null ? '' : `${planName(figure.plan)}的`}${named(figure)}`
  const both = first === undefined || second === undefined ? '' : `${of(first)}与${of(second)}`
  const unit = first?.unit ?? ''
  switch (kind) {
    case 'twice': return cut(`${both}像是同一件事写了两处，是否同一批？是就只填一次、只考核一项。`)
    case 'heading': return cut(`${first!.name}：${zhWhere[String(facts.where)] ?? String(facts.where)}是 ${number(facts.other)}${unit}，挂图按 ${number(facts.goal)}${unit}，以哪个为准？`)
    case 'month_year': return cut(second === undefined ? `${named(first!)}与标准里的 ${facts.other} 一按月、一按年，按哪个考核？` : `${both}一按月、一按年${[first!, second].map(monthly).filter(text => text !== '').map(text => `（${text}）`).join('')}，各按原单位，还是换成同一单位？`)
    case 'increment_stock': return cut(`${both}一个是新增、一个是总数，基数没有写：新增达到而总数未到时按哪个？`)
    case 'pair': return cut(facts.base === undefined ? `${both}成对，基数没有写：基数是否 ${number(facts.needed)}${unit}？不足时以哪个为准？` : `${both}成对，但基数 ${number(facts.base)} 加新增得 ${number(facts.sum)}${unit}，与总数不合，以哪个为准？`)
    case 'stock_below_baseline': return cut(`${named(first!)}低于基数 ${number(facts.base)}${unit}，是否已经达到，还是写的是新增数？`)
    case 'due': return cut(`${first!.name}有一个日子（${fullDay(facts.day)}）在计划期外，或与前后节点颠倒，以哪天为准？`)
    case 'late_issue': return cut(`计划从${fullDay(facts.start)}算起，${fullDay(facts.issued)}才印发：时序从年初起，还是从印发日起？以前完成的算不算？`)
    case 'sum': return cut(`${first!.name}分到各地合计 ${number(facts.sum)}${unit}，与全年 ${number(facts.goal)}${unit} 不等，以哪个为准？`)
    case 'vague': return cut(`${named(first!)}不是一个确数，到多少算完成？`)
    case 'unit': return cut(`${both}是同一件事，计量单位不同，按哪个单位统计？`)
    case 'lower': return cut(`${both}：后者低于前者，是有意调低，还是口径不同？`)
  }
}

export function enQuestion({ kind, figures, facts }: Conflict, planName: (plan: string) => string = plan => plan): string {
  const [first, second] = figures
  const of = (figure: ConflictFigure): string => `${figure.plan === null ? '' : `${planName(figure.plan)}: `}${named(figure)}`
  const both = first === undefined || second === undefined ? '' : `${of(first)} and ${of(second)}`
  switch (kind) {
    case 'twice': return `${both} look like one thing in two places. The same ones? Then only one is reported and counted.`
    case 'heading': return `${first!.name}: ${(enWhere[String(facts.where)] ?? String(facts.where))} says ${number(facts.other)}, the board goes by ${number(facts.goal)}. Which holds?`
    case 'month_year': return second === undefined ? `${named(first!)} is by one time, ${facts.other} by another. Which counts?` : `${both}: one by the month, one by the year. Each in its own unit, or both in one?`
    case 'increment_stock': return `${both}: one is an increase, one a total, and the base is not given. Which counts if only one is reached?`
    case 'pair': return facts.base === undefined ? `${both} are a pair without a base. Is it ${number(facts.needed)}? Which holds if not?` : `${both} are a pair, but the base ${number(facts.base)} and the increase make ${number(facts.sum)}. Which holds?`
    case 'stock_below_baseline': return `${named(first!)} is below the base of ${number(facts.base)}. Already reached, or an increase?`
    case 'due': return `${first!.name}: the day ${facts.day} is outside the period or out of order. Which day holds?`
    case 'late_issue': return `The plan runs from ${facts.start} but was issued on ${facts.issued}. From which day does pace run, and does earlier work count?`
    case 'sum': return `${first!.name}: the shares add up to ${number(facts.sum)}, the goal is ${number(facts.goal)}. Which holds?`
    case 'vague': return `${named(first!)} is no exact number. From how many on is it reached?`
    case 'unit': return `${both} are one thing in two units. Which unit is counted?`
    case 'lower': return `${both}: the latter is lower. On purpose, or counted differently?`
  }
}

export const zhConflictKinds: Readonly<Record<ConflictKind, string>> = { twice: '一事两写', heading: '前后数不同', month_year: '按月按年', increment_stock: '新增与总数', pair: '成对不合', stock_below_baseline: '低于基数', due: '日子不合', late_issue: '印发迟', sum: '合计不合', vague: '不是确数', unit: '单位不同', lower: '低于前者' }
export const enConflictKinds: Readonly<Record<ConflictKind, string>> = { twice: 'said twice', heading: 'two figures', month_year: 'month or year', increment_stock: 'increase or total', pair: 'pair does not fit', stock_below_baseline: 'below the base', due: 'day does not fit', late_issue: 'issued late', sum: 'sum does not fit', vague: 'no exact number', unit: 'two units', lower: 'lower than before' }
