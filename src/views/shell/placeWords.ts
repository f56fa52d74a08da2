/** Words of the line under the top bar that says what this place does not give. */
import type { PlaceKind, PlaceLimit } from './placeLimits'

export interface PlaceWords { lead: Readonly<Record<PlaceKind, string>>, off: Readonly<Record<PlaceLimit, string>>, between: string, rest: string, help: string, close: string }

export const zhPlace: PlaceWords = {
  lead: { web: '这个浏览器里', http: '这是普通 http 网址，', disk: '这是从本机打开的单个文件，', refused: '这个浏览器窗口不留数据，' },
  off: { folder: '不能选共享文件夹', passphrase: '不能做带口令的报送包', offline: '不能离线打开', persist: '不能请求长期保存', update: '不会提示新版本' },
  between: '、', rest: '；填报、导入、导出照常。', help: '怎么办', close: '知道了',
}
export const enPlace: PlaceWords = {
  lead: { web: 'In this browser: ', http: 'At a plain http address: ', disk: 'In the single file from disk: ', refused: 'In this window, which keeps nothing: ' },
  off: { folder: 'no shared folder', passphrase: 'no package with a passphrase', offline: 'no opening without a network', persist: 'no promise to keep the data', update: 'no word of new versions' },
  between: ', ', rest: '. Entering, importing and exporting work. ', help: 'What to do', close: 'Understood',
}
