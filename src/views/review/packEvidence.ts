/** 导出佐证: reads the files of this device and hands the zip to the browser. */
import { saveBlob } from '../../components/saveFile'
import { dayOfMoment } from '../../domain/days'
import { demoName } from '../../domain/demoMark'
import { evidenceOf } from '../../domain/evidence'
import type { PackedPiece } from '../../intake/evidenceZip'
import { useEvidence } from '../../stores/evidence'
import { useWorkspace } from '../../stores/workspace'

export async function packEvidence(): Promise<void> {
  const workspace = useWorkspace()
  const store = useEvidence()
  const { index } = workspace
  if (index === null) return
  const packed: PackedPiece[] = []
  for (const piece of workspace.ask((history, now) => evidenceOf(history, now.limit)) ?? []) {
    const read = piece.hash === null ? null : await store.read(piece.hash)
    packed.push({ piece, targetName: index.targets.get(piece.target)?.target.name ?? '', areaName: index.areas.get(piece.area)?.area.name ?? '', bytes: read !== null && read.ok ? read.value?.bytes ?? null : null, ending: piece.form === 'pdf' ? 'pdf' : 'jpg' })
  }
  const { evidenceZip } = await import('../../intake/evidenceZip')
  const made = dayOfMoment(Date.now())
  const { plan } = index
  const bytes = await evidenceZip({ plan: plan.id, title: plan.title, mark: workspace.demo ? demoName : null, made }, packed)
  const name = `${workspace.demo ? `${demoName}-` : ''}${plan.area.name}-${plan.period.start.slice(0, 4)}-佐证-${made.replaceAll('-', '')}.zip`
  saveBlob(name, new Blob([bytes.slice()], { type: 'application/zip' }))
}
