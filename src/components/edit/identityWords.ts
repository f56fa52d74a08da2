/** Who can be at work here besides the departments of the plan, and the words of the question; they load with it. */
export interface IdentityWords {
  departments: string
  places: string
  others: string
  opensMine: string
  opensMineWhy: string
  /** Asked for the way to what is mine, not for an entry. */
  way: { title: string, why: string, save: string, cancel: string }
}

/** Units that no plan lists. They stand in the ledger as they are read. */
export const otherUnits = ['办公室', '领导'] as const

export const zhIdentity: IdentityWords = {
  departments: '科室', places: '镇街', others: '其他', opensMine: '打开时直接看我的', opensMineWhy: '科室先看自己的各行，镇街先看自己一页；从地址或书签打开的不变。',
  way: { title: '哪个单位', why: '问一次，记在这台电脑上；填报时也用它。右上角可以改。', save: '看我的', cancel: '看全部' },
}
export const enIdentity: IdentityWords = {
  departments: 'Departments', places: 'Townships', others: 'Others', opensMine: 'Open at what is mine', opensMineWhy: 'A department starts with its rows, a township with its page. Addresses and bookmarks open as they are.',
  way: { title: 'Which unit', why: 'Asked once and kept on this device; entries carry it too. Change it at the top right.', save: 'Show mine', cancel: 'Show all' },
}
