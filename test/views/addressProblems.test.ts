/** Addresses edited by hand: what is wrong, and that the nearest address has nothing wrong left. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { indexPlan } from '../../src/domain/plan'
import type { Address } from '../../src/views/addressProblems'
import { checkAddress } from '../../src/views/addressProblems'
import { makePlan, makeTarget } from '../domain/makers'

const index = indexPlan(makePlan([makeTarget({ id: '1.1-1' }), makeTarget({ id: '1.1-2' })]))
const plan = index.plan.id
const at = (query: Record<string, string>, path = '', params: Record<string, string> = {}): Address => ({ path: `/plan/${plan}${path}`, params: { plan, ...params }, query })
const codes = (address: Address): string[] => checkAddress(address, index).problems.map(problem => problem.code)

it('takes every good address as it is', () => {
  expect(codes(at({ at: '2020-09-15', lamp: 'sev', view: 'gap', known: 'then', cell: '1.1-1/a', chapter: '1', department: 'yanglao', group: '镇', my: '1' }))).toEqual([])
  expect(codes(at({ area: 'a' }))).toEqual([])
  expect([...codes(at({ unit: 'a' }, '/inbox')), ...codes(at({ unit: 'yanglao' }, '/inbox')), ...codes(at({ unit: '' }, '/inbox'))]).toEqual([])
  expect(codes(at({ at: '2021-03-31' }, '/target/1.1-2', { target: '1.1-2' }))).toEqual([])
  expect(codes(at({ from: '2020-05-31', to: '2020-09-30', fromKnown: 'then', only: 'late', order: 'back', sides: '1', target: '1.1-1', area: 'a' }, '/compare'))).toEqual([])
})

it('names what is wrong', () => {
  expect(codes(at({ at: '2020-13-45' }))).toEqual(['address_day'])
  expect(codes(at({ from: '0001-01-01', to: '9999-12-31' }, '/compare'))).toEqual(['address_day_far', 'address_day_far'])
  expect(codes(at({ from: '2020-09-30', to: '2020-05-31' }, '/compare'))).toEqual(['address_days_turned'])
  expect(codes(at({ target: '9.9-9', area: 'zz', only: 'none' }, '/compare'))).toEqual(['address_target', 'address_area', 'address_choice'])
  expect(codes(at({ cell: '9.9-9/a' }))).toEqual(['address_cell'])
  expect(codes(at({ cell: '1.1-1/zz' }))).toEqual(['address_cell'])
  expect(codes(at({ lamp: 'purple', chapter: '9', department: 'nobody' }))).toEqual(['address_chapter', 'address_department', 'address_choice'])
  expect(codes(at({ unit: 'nobody' }, '/inbox'))).toEqual(['address_unit'])
  expect(codes(at({ group: '乡', area: 'root', my: '2' }))).toEqual(['address_area', 'address_group', 'address_choice'])
  expect(codes(at({}, '/target/1.1-9', { target: '1.1-9' }))).toEqual(['address_target'])
  expect(codes(at({}, '/area/zz', { area: 'zz' }))).toEqual(['address_area'])
})

it('offers the nearest view', () => {
  const nearest = (address: Address): string => checkAddress(address, index).nearest
  expect(nearest(at({ at: 'soon' }, '/target/1.1-9', { target: '1.1-9' }))).toBe(`#/plan/${plan}/target/1.1-1`)
  expect(nearest(at({ at: '1999-01-01', lamp: 'sev' }))).toBe(`#/plan/${plan}?at=2020-01-01&lamp=sev`)
  expect(nearest(at({ from: '2020-09-30', to: '2020-05-31' }, '/compare'))).toBe(`#/plan/${plan}/compare?from=2020-05-31&to=2020-09-30`)
})

it('whatever is typed, the nearest address has nothing wrong', () => {
  const word = fc.oneof(fc.string({ maxLength: 60 }), fc.constantFrom('2020-02-30', '0001-01-01', 'then', '1', 'a', '1.1-1', '1.1-1/a', '1.1-1/zz'))
  const query = fc.dictionary(fc.constantFrom('at', 'from', 'to', 'cell', 'chapter', 'department', 'area', 'lamp', 'view', 'known', 'demo', 'tab', 'mode', 'group', 'my', 'unit'), word)
  fc.assert(fc.property(query, word, (wanted, target) => {
    const { nearest } = checkAddress(at(wanted, `/target/${encodeURIComponent(target)}`, { target }), index)
    const [path = '', text = ''] = nearest.slice(1).split('?')
    const found = /\/target\/(.+)$/.exec(path)?.[1]
    expect(codes({ path, params: { plan, ...(found !== undefined && { target: decodeURIComponent(found) }) }, query: Object.fromEntries(new URLSearchParams(text)) })).toEqual([])
  }), { numRuns: 500 })
})
