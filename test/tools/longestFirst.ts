/** The order in which Vitest starts files: the long ones first, so that all workers end together. */
import { BaseSequencer } from 'vitest/node'
import type { TestSpecification } from 'vitest/node'

/** The long files of either project, longest first. */
const long = [
  'ledger/convergence.test', 'domain/demo.test', 'domain/laws.test',
  'kills', 'walkDesk', 'walkPhone', 'snapshotPage', 'walkWall', 'walkEnglish', 'wallChart', 'overview', 'journeys', 'smoke', 'papers', 'faults', 'meetingPapers', 'intake', 'cuts', 'posterPrint', 'otherPlans', 'wall', 'collect', 'snapshots',
]

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => { const at = long.findIndex(name => moduleId.includes(`/${name}.`)); return at < 0 ? long.length : at }
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}
