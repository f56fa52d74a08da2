/** Started once, after the first board is painted: what runs beside every screen so that nothing is lost. */
import { useBackup } from '../../stores/backup'
import { useSharedFolder } from '../../stores/sharedFolder'

export function keepSafe(): void {
  void useBackup().start()
  void useSharedFolder().start()
}
