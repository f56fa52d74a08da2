/** Words of 报送与收取. */
import type { FolderFace, ScopeKey } from './exchangeModel'
import type { Strength } from './passphraseStrength'

type Pair = readonly [what: string, more: string]

export interface ExchangeWords {
  comma: string
  entries: (n: number) => string
  glance: { label: string, unsent: Pair, unsentInFolder: string, waiting: Pair, incoming: Pair, outbox: Pair, noFolder: string, unit: Readonly<Record<'entries' | 'packages' | 'files', string>> }
  send: {
    title: string, lead: string, demo: string, scope: string, scopes: Readonly<Record<ScopeKey, string>>, scopeNotes: { all: string, unit: (unit: string) => string, noUnit: string, since: (when: string) => string, never: string }
    evidence: string, evidenceNote: (files: number, size: string) => string, noEvidence: string, seal: string, sealNote: string, cannotSeal: string, first: string, second: string, strengths: Readonly<Record<Strength, string>>, differ: string, same: string, lost: string
    make: string, making: string, made: (name: string, n: number) => string, missing: (n: number) => string, next: string
  }
  sent: { title: string, lead: (waiting: number) => string, none: string, head: Readonly<Record<'made' | 'scope' | 'count' | 'code' | 'state', string>>, waiting: string, received: (when: string, by: string) => string, ofUnit: (unit: string) => string, more: (n: number) => string, less: string }
  receipt: { label: string, hint: string, check: string, good: (n: number, made: string, by: string) => string, empty: string }
  take: {
    title: string, lead: string, choose: string, place: string, over: string, how: readonly string[], head: Readonly<Record<'from' | 'file' | 'made' | 'fresh' | 'known' | 'rivals' | 'aside' | 'ahead' | 'note', string>>
    plainFile: string, noReceipt: string, unsigned: string, sealed: string, demo: string, evidence: (fresh: number, known: number) => string, breaks: (n: number) => string, early: (n: number) => string, ahead: (n: number) => string, rivals: (n: number) => string, foreign: (n: number) => string, conflicts: (n: number) => string
    takenBefore: (when: string) => string, asideTitle: (n: number) => string, nothingNew: string, reading: (n: number, all: number) => string, waits: string, refused: string, passphrase: string, passphraseOf: (file: string) => string, open: string, tooLarge: Pair, unreadable: Pair
    all: string, pick: (file: string) => string, forget: string, forgetOf: (file: string) => string, take: (files: number, fresh: number) => string, taking: string, nothing: string, before: string, taken: (n: number) => string, again: (when: string) => string, done: (files: number, n: number) => string, failed: (n: number) => string, noUndo: string, conflictsPage: string
    receipts: (n: number) => string, receiptsLead: string, copy: string, copied: string, byHand: string, saveText: string, saveTable: string, receiptName: string, table: readonly string[], unsignedWhy: string
  }
  folder: {
    title: string, states: Readonly<Record<FolderFace, string>>, stateNotes: Readonly<Record<FolderFace, string>>, choose: string, allow: string, look: string, looking: string, forget: string, forgetSure: string, forgetNote: string, looked: (when: string) => string, neverLooked: string, moved: (when: string, sent: number, taken: number) => string, outbox: (n: number) => string
    devices: (n: number) => string, noDevices: string, deviceHead: Readonly<Record<'unit' | 'device' | 'count' | 'last' | 'seen', string>>, seenOf: (m: number, n: number) => string, troubles: (n: number) => string, troubleHead: Readonly<Record<'file' | 'why' | 'fix', string>>
    byHand: string, byHandLead: string, steps: readonly [Pair, Pair, Pair], carry: (n: number) => string, nothingToCarry: string, chooseFolder: string, chooseFiles: string, carried: (name: string) => string, takenIn: (n: number) => string, office: string
  }
}

export const zhExchange: ExchangeWords = {
  comma: '，', entries: n => `${n} 条`,
  glance: { label: '现在', unsent: ['还没送出', '这台电脑记的，没进过报送包'], unsentInFolder: '共享文件夹里都已有', waiting: ['等回执', '报送了，对方没说收到'], incoming: ['等着收下', '已拿进来，还没有写入'], outbox: ['文件夹待写', '还没写进共享文件夹'], noFolder: '没有连共享文件夹', unit: { entries: '条', packages: '份', files: '份' } },
  send: {
    title: '送出', lead: '做成一个文件，用 U 盘、OA、微信带过去', demo: '演示数据不出这台电脑的演示：做出的包标明“演示数据”，只能收进演示，进不了正式台账。', scope: '带哪些记录',
    scopes: { since: '上次以来', unit: '本单位', all: '全部' }, scopeNotes: { all: '本机台账里的每一条，含收下的', unit: unit => `${unit}记的`, noUnit: '这台电脑还没说明是哪个单位', since: when => `${when} 报送以后的；没回执的旧包里的也再带`, never: '还没报送过，等于全部' },
    evidence: '附佐证', evidenceNote: (files, size) => `本机 ${files} 份，${size}；只带所选记录提到的`, noEvidence: '本机没有佐证文件', seal: '设口令', sealNote: '不设口令，拿到文件的人都能看', cannotSeal: '这个页面是用普通 http 打开的，浏览器不提供加密，设不了口令。要设口令，用 https 打开，或双击单个文件 guatu.html；不设口令照常能报送。',
    first: '口令', second: '再输一遍', strengths: { none: '至少 8 个字，几个不相干的词连起来最好记', short: '太短，至少 8 个字', weak: '能用，容易猜', fair: '还行', good: '好' }, differ: '两遍不一样', same: '两遍一样', lost: '口令不存在任何地方，忘了就打不开。另用电话告诉对方，别和文件一起发。',
    make: '生成报送包', making: '正在生成', made: (name, n) => `已生成 ${name}，${n} 条`, missing: n => `${n} 份佐证的文件不在这台电脑上，没有带上`, next: '从浏览器的“下载”里取出，发给对方；对方收下后把回执发回来，贴在下面核对。',
  },
  sent: { title: '报送过的', lead: waiting => (waiting === 0 ? '都有回执' : `${waiting} 份等回执`), none: '还没有报送过。生成的报送包记在这里，贴上回执就知道对方收到没有。', head: { made: '哪天', scope: '带了', count: '条', code: '校验码', state: '到了没有' }, waiting: '已报送', received: (when, by) => `收到 ${when}${by === '' ? '' : ` ${by}`}`, ofUnit: unit => unit, more: n => `还有 ${n} 份`, less: '收起' },
  receipt: { label: '贴回执', hint: '把对方发来的回执整段贴进来，或只贴回执码', check: '核对', good: (n, made, by) => `对得上：${made} 报送的 ${n} 条，${by === '' ? '对方' : by}收到了`, empty: '先贴回执' },
  take: {
    title: '收取', lead: '先看，后收下', choose: '选文件', place: '把报送包（.guatu）或台账（.jsonl）拖到本页，多少份都行，先后不论，重复也不要紧', over: '松手就看：.guatu .jsonl，或整个共享文件夹', how: ['先看每份是谁的、几条新、几条冲突；按“收下”之前什么都不写。', '一份要么整份收下，要么一条不写；坏的不挡好的。', '收下后把回执发回去，对方就知道“已报送”已经“收到”。'],
    head: { from: '单位', file: '文件', made: '做于', fresh: '新', known: '已有', rivals: '相冲突', aside: '读不懂', ahead: '时钟超前', note: '说明' },
    plainFile: '台账文件', noReceipt: '没有报送单，不出回执', unsigned: '未签名', sealed: '有口令', demo: '演示数据', evidence: (fresh, known) => (known === 0 ? `佐证 ${fresh} 份` : fresh === 0 ? `佐证 ${known} 份都已有` : `佐证新 ${fresh} 份，已有 ${known} 份`), breaks: n => `${n} 处前后接不上，收下并标出`, early: n => `${n} 条的时钟快了 10 分钟以上，照收`, ahead: n => `${n} 条的时钟快了一天以上，先放一边，等人认可`, rivals: n => `${n} 格与别的单位报的不同，两个数都留，收下后去裁`, foreign: n => `${n} 条是别的计划的，不收`, conflicts: n => `${n} 条编号相同、内容不同，两条都留`,
    takenBefore: when => `${when} 已收过`, asideTitle: n => `读不懂的 ${n} 条，原样另存`, nothingNew: '没有新的', reading: (n, all) => `正在看 ${n} 份，共 ${all} 份`, waits: '正在看', refused: '不收', passphrase: '要口令', passphraseOf: file => `${file} 的口令`, open: '打开', tooLarge: ['文件太大（200 MB 以内）', '请对方分单位报送，或不带佐证'], unreadable: ['文件读不出来', '可能被移走或占用，重新选一次'],
    all: '全选', pick: file => `收下 ${file}`, forget: '去掉', forgetOf: file => `从本页去掉 ${file}`, take: (files, fresh) => `收下 ${files} 份，新 ${fresh} 条`, taking: '正在写入', nothing: '没有选中要收的', before: '还没有写入任何一条', taken: n => `已收下 ${n} 条`, again: when => `已收过（${when}），没有再写`, done: (files, n) => `已收下 ${files} 份，新 ${n} 条`, failed: n => `${n} 份没有收下，原因写在那一行`, noUndo: '收下的记录不能撤销，不同意的在“冲突与核对”里处理。', conflictsPage: '去冲突与核对',
    receipts: n => `回执 ${n} 份`, receiptsLead: '发回给报送的单位', copy: '复制回执', copied: '已复制，去微信或 OA 粘贴', byHand: '浏览器不让复制：已选中，按 Ctrl+C', saveText: '存 .txt', saveTable: '存 .csv', receiptName: '挂图回执', table: ['单位', '姓名', '文件', '包号', '记录', '指纹', '回执码', '收到', '收件'], unsignedWhy: '未签名：能查出传送中有没有坏，查不出是不是本人做的。',
  },
  folder: {
    title: '共享文件夹',
    states: { unsupported: '不能直连', demo: '演示不用', none: '没有选', asking: '等您点一下', ready: '连着', lost: '够不着' },
    stateNotes: {
      unsupported: '这个浏览器或打开方式（如普通 http）不能直接读写文件夹。用下面三步，照样用同一个文件夹。', demo: '演示数据从不离开这台电脑，所以演示不连共享文件夹。', none: '选一次办公室的共享文件夹（如网络盘），以后各台电脑自己往里写、自己往外读，不用再发文件。',
      asking: '浏览器重新打开以后，要您点一次才能再读写这个文件夹。', ready: '每台电脑只写自己的文件，只读别人的。', lost: '网络盘断开或文件夹被移走。记录都在本机，会自动再试。',
    },
    choose: '选文件夹', allow: '重新允许', look: '现在看一次', looking: '正在看', forget: '断开', forgetSure: '确定断开', forgetNote: '只是不再看它，里面的文件不动', looked: when => `上次看 ${when}`, neverLooked: '还没有看过', moved: (when, sent, taken) => `${when} 写出 ${sent} 条，收进 ${taken} 条`, outbox: n => (n === 0 ? '本机的都已写进' : `还有 ${n} 条没写进`),
    devices: n => `看到 ${n} 台电脑`, noDevices: '文件夹里还没有别的电脑', deviceHead: { unit: '单位', device: '电脑', count: '它的记录', last: '最近一条', seen: '见过我的' }, seenOf: (m, n) => `${m}/${n} 条`, troubles: n => `${n} 个文件有问题，别的不受影响`, troubleHead: { file: '文件', why: '为什么', fix: '怎么办' },
    byHand: '不用直连，手工搬', byHandLead: '三步，和直连的电脑可以混着用',
    steps: [['下载带走', '把本机还没进文件夹的记录存成一个压缩包'], ['解开放进去', '在共享文件夹里解压缩，里面的目录和文件名都不要改'], ['拿进来', '把共享文件夹整个拖到本页，或点下面选；看过的不会重复']],
    carry: n => (n === 0 ? '下载带走' : `下载带走 ${n} 条`), nothingToCarry: '没有要带走的', chooseFolder: '选整个文件夹', chooseFiles: '选几个文件', carried: name => `已存 ${name}，解开放进共享文件夹`, takenIn: n => `看完了，新 ${n} 条`, office: '办公室',
  },
}
