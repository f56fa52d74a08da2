/** The words of the offer of a newer version. */
export interface OfflineWords {
  offer: string
  follow: string
  later: string
  othersBusy: string
}

export const zhOffline: OfflineWords = { offer: '有新版本，点这里换上', follow: '别的页签已换上新版本，点这里跟上', later: '以后再说', othersBusy: '别的页签里还开着填报，先存下或关掉再换' }
export const enOffline: OfflineWords = { offer: 'A new version is ready: use it now', follow: 'Another tab uses a new version: follow', later: 'Later', othersBusy: 'An entry is open in another tab: save or close it first' }
