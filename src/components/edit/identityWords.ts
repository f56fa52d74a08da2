/** Who can be at work here besides the departments of the plan, and the words of the question; they load with it. */
export interface IdentityWords {
  departments: string
  places: string
  others: string
  opensMine: string
  opensMineWhy: string
  /** Those who were at work on this device before. */
  known: string
  now: string
  forget: string
  forgetWhom: (who: string) => string
  another: string
  leader: string
  /** That choosing a unit opens nothing and closes nothing. */
  convenience: string
  /** Asked for the way to what is mine, not for an entry. */
  way: { title: string, why: string, save: string, cancel: string }
}

/** Units that no plan lists. They stand in the ledger as they are read. */
export const otherUnits = ['办公室', '领导'] as const
/** Looks before entering. */
export const leaderUnit = otherUnits[1]

export const zhIdentity: IdentityWords = {
  departments: '科室', places: '镇街', others: '其他', opensMine: '打开时直接看我的', opensMineWhy: '科室先看自己的各行，镇街先看自己一页；从地址或书签打开的不变。',
  known: '这台电脑上用过的', now: '现在', forget: '移除', forgetWhom: who => `从名单移除${who}`, another: '换成别的单位或姓名', leader: '领导先看只读的挂图；要改时按“编辑”，不拦。',
  convenience: '这里只是方便，不是权限控制：谁都能在这台电脑上换成别的单位。',
  way: { title: '哪个单位', why: '问一次，记在这台电脑上；填报时也用它。右上角可以改。', save: '看我的', cancel: '看全部' },
}
export const enIdentity: IdentityWords = {
  departments: 'Departments', places: 'Townships', others: 'Others', opensMine: 'Open at what is mine', opensMineWhy: 'A department starts with its rows, a township with its page. Addresses and bookmarks open as they are.',
  known: 'Used on this device', now: 'now', forget: 'Remove', forgetWhom: who => `Remove ${who} from the list`, another: 'Another unit or name', leader: 'A leader sees the board read-only first; “Edit” starts entering, nothing is blocked.',
  convenience: 'This is a convenience, not access control: anyone at this device can change to another unit.',
  way: { title: 'Which unit', why: 'Asked once and kept on this device; entries carry it too. Change it at the top right.', save: 'Show mine', cancel: 'Show all' },
}
