/** Started once, after the first board is painted: what runs beside every screen so that nothing is lost. */
import { useSharedFolder } from '../../stores/sharedFolder'

export function keepSafe(): void {
  void useSharedFolder().start()
}
