/** Devices as people know them: this one, and of the others the unit that entered there last. */
import type { DeviceLine } from '../../components/safekeeping/LossTable.vue'
import { deviceOf } from '../../domain/clock'
import { useWorkspace } from '../../stores/workspace'

export interface DeviceLines {
  unitOf: (device: string) => string
  isOwn: (device: string) => boolean
  back: (list: readonly { device: string, count: number }[]) => DeviceLine[]
  missing: (list: readonly { device: string, expected: number, found: number }[]) => DeviceLine[]
}

export function useDeviceLines(): () => DeviceLines {
  const workspace = useWorkspace()
  return () => {
    const ledger = workspace.openLedger()
    const units = new Map<string, string>()
    for (const event of ledger?.events ?? []) if (event.by?.unit !== undefined) units.set(deviceOf(event.recordedAt), event.by.unit)
    const unitOf = (device: string): string => {
      const id = units.get(device)
      return id === undefined ? '' : workspace.index?.departments.get(id)?.name ?? workspace.index?.areas.get(id)?.area.name ?? id
    }
    const isOwn = (device: string): boolean => device === ledger?.device
    return {
      unitOf, isOwn,
      back: list => list.map(({ device, count }) => ({ device, unit: unitOf(device), isOwn: isOwn(device), numbers: [count] })),
      missing: list => list.map(({ device, expected, found }) => ({ device, unit: unitOf(device), isOwn: isOwn(device), numbers: [expected, found, Math.max(0, expected - found)] })),
    }
  }
}
