/** The plan files that come with the app: whole, true to their notices, and in our own words. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkPlan, checkPlans, readListing } from '../tools/checkData.ts'
import { childrenOf, sectionsOf } from '../tools/noticeSections.ts'
import { dataFolder, projectFolder } from '../tools/projectFiles.ts'

const beside = join(projectFolder, '../shared/sources')
// The notices are not part of the project; where they stand beside it, the plans are held against them.
const sources = existsSync(beside) ? beside : undefined

describe(sources === undefined ? 'without the notices' : 'against the notices', () => {
  it.each([...checkPlans(sources)])('%s has no problem', (_name, { problems }) => {
    expect(problems).toEqual([])
  })

  it('the five plans of the first release, in order', () => {
    expect(readListing().map(one => one.id)).toEqual(['quanzhou-tsz-2023', 'zhengxiang-2022', 'jinjiang-2020', 'jiangsu-2023', 'xiamen-2022'])
  })
})

describe('the check itself', () => {
  const listing = readListing()[2]!
  const text = readFileSync(join(dataFolder, listing.file), 'utf8')
  const firstTarget = /"id": "1\.1-1"/
  const notice = '二、2020年\n(一)完善民生保障。一是做好帮扶12个。二是再做3次。\n(二)提升养老品质。一是新建20个\n服务站。'

  it('cuts a notice at its numbers', () => {
    const sections = sectionsOf(notice)
    expect([...sections.keys()]).toEqual(['二', '二(一)', '二(一)一', '二(一)二', '二(二)', '二(二)一'])
    expect(sections.get('二(一)一')).toBe('一是做好帮扶12个。')
    expect(sections.get('二(二)')).toBe('(二)提升养老品质。一是新建20个服务站。')
    expect(childrenOf(sections, '二')).toEqual(['二(一)', '二(二)'])
    expect(childrenOf(sectionsOf('一、甲\n1.子\n2.丑10.5个\n二、乙\n3.寅'), '一')).toEqual(['一1', '一2'])
  })

  it('finds a figure, an item and a sentence that are not as they should be', () => {
    const { problems } = checkPlan(text, listing, notice)
    expect(problems.some(problem => problem.includes('does not stand in section'))).toBe(true)
    expect(problems.some(problem => problem.startsWith('chapters: the notice has'))).toBe(true)
    const copied = checkPlan(text, listing, (JSON.parse(text) as { rulings: { question: string }[] }).rulings.map(ruling => ruling.question.repeat(3)).join('\n'))
    expect(copied.problems.some(problem => problem.includes('copies 30 characters'))).toBe(true)
  })

  it('finds a repeated number and a plan of another name', () => {
    expect(text).toMatch(firstTarget)
    expect(checkPlan(text.replace(/"id": "1\.2-1"/, '"id": "1.1-1"'), listing).problems.join()).toContain('1.1-1')
    expect(checkPlan(text, { ...listing, id: 'other' }).problems).toHaveLength(1)
  })
})
