/** The order in which Vitest starts files: the long ones first, so that all workers end together. */
import { BaseSequencer } from 'vitest/node'
import type { TestSpecification } from 'vitest/node'

/** The long real-browser files, longest first. */
const long = ['walkDesk', 'wallChart', 'faults', 'walkEnglish', 'walkPhone', 'overview', 'cuts', 'journeys', 'walkWall', 'wall', 'otherPlans', 'compare', 'places', 'smoke']

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => { const at = long.findIndex(name => moduleId.endsWith(`/${name}.e2e.ts`)); return at < 0 ? long.length : at }
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}
