/** The words of the page of places: ranking, tiles, the office's own map. They load with the page. */
import type { Area } from '../../domain/plan'

export interface PlacesWords {
  title: Record<Area['level'], string>
  /** So many places, by their level. */
  some: (n: number, level: Area['level']) => string
  comma: string
  board: string
  modes: { label: string, rank: string, tiles: string, map: string }
  by: { label: string, rate: string }
  peers: { label: string, all: string, apart: string }
  head: { place: string, name: string, rate: string, target: string, lamps: string, lamp: string, gap: string, moved: (day: string | null) => string }
  rank: {
    kicker: string, how: string, howTarget: string, aside: (n: number) => string, noTask: string, idle: string, notLit: string, silent: string, none: string, stability: string
    first: string, middle: string, last: string, tied: (n: number) => string, better: (n: number) => string, worse: (n: number) => string, points: (n: number) => string, wasLamp: (from: string, to: string) => string, place: (rank: number, isTied: boolean) => string
    label: (name: string, rate: string, of: string, place: string) => string, notRanked: string, tickRate: string, tickPace: string, whole: string, toTarget: string
    findingRate: (all: string, first: string, last: string) => string, findingSame: (all: string, rate: string) => string, and: (name: string, n: number) => string
    findingLate: (late: number, all: string, worst: string) => string, findingFine: (all: string) => string, source: (events: number) => string, unitRate: string, unitTarget: (unit: string) => string
    colour: string, colourTarget: string, bars: string, barsTarget: string
  }
  tiles: {
    kicker: string, notMap: string, arranged: string, grid: string, keys: string, touch: string, arrange: string, done: string, reset: string, save: string, load: string, png: string, svg: string, noPng: string, moved: (name: string, column: number, row: number) => string, edge: string
    loaded: string, refused: string, fileName: (area: string) => string
  }
  map: {
    kicker: string, lead: string, here: string, choose: string, drop: string, busy: string, refused: (n: number) => string, shown: (shown: number, total: number) => string, needs: readonly string[], matched: (n: number, all: string) => string, byCode: (n: number) => string, byName: (n: number) => string
    missing: (all: string) => string, leftover: (n: number) => string, leftoverMore: (n: number) => string, others: (n: number) => string, from: (file: string) => string, another: string, remove: string, removeSure: string, cancel: string, source: string, where: string, why: string, fix: string, drawing: string, noPart: string
  }
}

const zhNouns: Partial<Record<Area['level'], string>> = { city: '市', county: '区县', district: '区县', zone: '区县', township: '镇街', village: '村社' }
const enNouns: typeof zhNouns = { city: 'cities', county: 'districts', district: 'districts', zone: 'districts', township: 'townships', village: 'villages' }

export const zhPlaces: PlacesWords = {
  title: { province: '地区排名', city: '各市排名', prefecture: '地区排名', county: '区县排名', district: '区县排名', zone: '区县排名', township: '镇街排名', village: '村社排名' },
  some: (n, level) => `${n} 个${zhNouns[level] ?? '地方'}`,
  comma: '，',
  board: '挂图',
  modes: { label: '看法', rank: '排名', tiles: '瓦片图', map: '地图' },
  by: { label: '按什么排', rate: '达序率（全部目标）' },
  peers: { label: '同类比较', all: '全部', apart: '分组' },
  head: { place: '名次', name: '地方', rate: '达序率', target: '进度', lamps: '拖后的灯', lamp: '灯', gap: '差', moved: day => (day === null ? '较上次会议' : `较 ${day}会议`) },
  rank: {
    kicker: '排名', how: '达序率是有任务的格子里完成、正常和临期的比例；同率并列。', howTarget: '按与时序的差距从大到小；没有差距可比的排在后面。', aside: n => `不参评 ${n} 个`, noTask: '无任务', idle: '未到期或免停', notLit: '不亮灯', silent: '还没有填报，先不排名次', none: '没有可排的地方',
    stability: '名次稳不稳，点开各地的页面看。', first: '最高', middle: '中位', last: '最低', tied: n => `${n} 个并列`, better: n => `升 ${n} 名`, worse: n => `降 ${n} 名`, points: n => `${n > 0 ? '+' : '−'}${Math.abs(n)} 个百分点`, wasLamp: (from, to) => `${from}→${to}`, place: (rank, isTied) => `${isTied ? '并列' : ''}第 ${rank} 名`,
    label: (name, rate, of, place) => `${name}，达序率 ${rate}，${of} 项，${place}`, notRanked: '不排名', tickRate: '上次会议', tickPace: '时序', whole: '这一项由本级承担，不分到各地，没有排名。', toTarget: '看这一项',
    findingRate: (all, first, last) => `${all}：${first}最高，${last}最低`, findingSame: (all, rate) => `${all}的达序率都是 ${rate}`, and: (name, n) => `${name}等 ${n} 个`,
    findingLate: (late, all, worst) => `${all}里 ${late} 个落后，差距最大的是${worst}`, findingFine: all => `${all}都没有落后`, source: events => `台账 ${events} 条`, unitRate: '% 和项数', unitTarget: unit => (unit === '' ? '%' : `%、${unit}`),
    colour: '颜色和形状取这个地方最重的一盏灯，大字是达序率。', colourTarget: '颜色和形状是这一项在这个地方的灯。', bars: '灰段是达序率，点段未填报，斜纹滞后，红段严重滞后或逾期；竖线是上次会议时的达序率。', barsTarget: '条是进度，竖线是时序。',
  },
  tiles: {
    kicker: '瓦片图', notMap: '这不是地图：瓦片现在按代码和类别排，不代表方位。', arranged: '这不是地图：瓦片按本机排过的位置放，大小和边界不代表实际。', grid: '瓦片图', keys: '方向键选，Shift+方向键挪，Enter 打开', touch: '拖动瓦片到新的位置；压在别的瓦片上就互换',
    arrange: '调整排布', done: '排好了', reset: '恢复原样', save: '导出布局', load: '导入布局', png: '存 PNG', svg: '存 SVG', noPng: '这个浏览器画不出 PNG，请存 SVG', moved: (name, column, row) => `${name}在第 ${row} 行第 ${column} 列`, edge: '已经到边，不能再挪', loaded: '布局已换上', refused: '布局没有换上，原因如下', fileName: area => `${area}-瓦片布局.json`,
  },
  map: {
    kicker: '地图', lead: '挂图不带任何行政区划边界。要看真的地图，请选本单位自己的边界文件。', here: '只在这台电脑上读，不上传，存在这个浏览器里，随时可以移去。', choose: '选边界文件', drop: '或把文件拖到这个窗口', busy: '正在读边界文件…',
    refused: n => `边界文件没有用，${n} 处不对`, shown: (shown, total) => `共 ${total} 处，先列 ${shown} 处。`, needs: ['GeoJSON 格式，不超过 20 兆', '坐标是经纬度', '每个地方一个面，属性里有区划代码（如 adcode）或名称'],
    matched: (n, all) => `${all}对上 ${n} 个`, byCode: n => `按代码 ${n} 个`, byName: n => `按名称 ${n} 个`, missing: all => `文件里没有的 ${all}`, leftover: n => `文件里用不上的 ${n} 个面`, leftoverMore: n => `…还有 ${n} 个`, others: n => `点、线和空的 ${n} 个没有画`,
    from: file => `边界来自 ${file}`, another: '换一个文件', remove: '移去边界', removeSure: '移去这台电脑上存的边界？原文件不受影响。', cancel: '不移', source: '本单位提供的边界文件', where: '位置', why: '哪里不对', fix: '怎么改', drawing: '正在画…', noPart: '画地图的程序没有读到（网络断了，或服务器刚换了新版），请刷新页面再试',
  },
}

export const enPlaces: PlacesWords = {
  title: { province: 'Places ranked', city: 'Cities ranked', prefecture: 'Places ranked', county: 'Districts ranked', district: 'Districts ranked', zone: 'Districts ranked', township: 'Townships ranked', village: 'Villages ranked' },
  some: (n, level) => `${n} ${n === 1 ? 'place' : enNouns[level] ?? 'places'}`,
  comma: ', ',
  board: 'Wall chart',
  modes: { label: 'View', rank: 'Ranking', tiles: 'Tiles', map: 'Map' },
  by: { label: 'Rank by', rate: 'On-pace rate (all targets)' },
  peers: { label: 'Peers', all: 'All', apart: 'By kind' },
  head: { place: 'Rank', name: 'Place', rate: 'On pace', target: 'Progress', lamps: 'Behind', lamp: 'Lamp', gap: 'Short by', moved: day => (day === null ? 'Since the meeting' : `Since ${day}`) },
  rank: {
    kicker: 'Ranking', how: 'The on-pace rate is the share of cells with a task that are done, on pace or near due; equal rates share a rank.', howTarget: 'By the gap to the pace, largest first; places with no gap to compare come last.', aside: n => `Not ranked: ${n}`, noTask: 'no task', idle: 'not due, or exempt', notLit: 'no lamp', silent: 'Nothing reported yet, so no ranks', none: 'No place to rank',
    stability: 'How firm a rank is stands on the page of each place.', first: 'Highest', middle: 'Median', last: 'Lowest', tied: n => `${n} tied`, better: n => `up ${n}`, worse: n => `down ${n}`, points: n => `${n > 0 ? '+' : '−'}${Math.abs(n)} points`, wasLamp: (from, to) => `${from} → ${to}`, place: (rank, isTied) => `${isTied ? 'tied ' : ''}rank ${rank}`,
    label: (name, rate, of, place) => `${name}: on pace ${rate}, ${of}, ${place}`, notRanked: 'not ranked', tickRate: 'Last meeting', tickPace: 'Pace', whole: 'This target is not shared out to places, so there is no ranking.', toTarget: 'Open the target',
    findingRate: (all, first, last) => `${all}: ${first} highest, ${last} lowest`, findingSame: (all, rate) => `${all}, all at ${rate}`, and: (name, n) => `${name} and ${n - 1} more`,
    findingLate: (late, all, worst) => `${late} of ${all} behind, the widest gap in ${worst}`, findingFine: all => `None of ${all} is behind`, source: events => `${events} ledger records`, unitRate: '% and targets', unitTarget: unit => (unit === '' ? '%' : `%, ${unit}`),
    colour: 'Colour and shape are the worst lamp of the place, the large figure is its on-pace rate.', colourTarget: 'Colour and shape are the lamp of this target in the place.', bars: 'Grey is the on-pace rate, dotted not reported, hatched behind, red far behind or overdue; the tick is the rate at the last meeting.', barsTarget: 'The bar is the progress, the tick the pace.',
  },
  tiles: {
    kicker: 'Tiles', notMap: 'This is not a map: tiles stand by code and kind, not where the places lie.', arranged: 'This is not a map: tiles stand as arranged on this device; sizes and borders are not real.', grid: 'Tiles', keys: 'Arrows select, Shift+arrows move, Enter opens', touch: 'Drag a tile to its new place; put on another tile, the two swap',
    arrange: 'Arrange', done: 'Done', reset: 'Reset', save: 'Export layout', load: 'Import layout', png: 'PNG', svg: 'SVG', noPng: 'This browser cannot draw a PNG: please save the SVG', moved: (name, column, row) => `${name} is in row ${row}, column ${column}`, edge: 'At the edge: no further', loaded: 'Layout replaced', refused: 'Layout not replaced; the reasons:', fileName: area => `${area}-tiles.json`,
  },
  map: {
    kicker: 'Map', lead: 'Guatu ships no administrative boundaries. For a real map, choose the boundary file of your office.', here: 'It is read on this computer only, never uploaded, kept in this browser, and can be removed at any time.', choose: 'Choose a boundary file', drop: 'or drop it on this window', busy: 'Reading the boundary file…',
    refused: n => `The boundary file was not used: ${n} ${n === 1 ? 'reason' : 'reasons'}`, shown: (shown, total) => `${total} in all, the first ${shown} are listed.`, needs: ['GeoJSON, at most 20 MB', 'Coordinates in longitude and latitude', 'One area for each place, with its division code (such as adcode) or its name'],
    matched: (n, all) => `${n} of ${all} matched`, byCode: n => `${n} by code`, byName: n => `${n} by name`, missing: all => `Not in the file: ${all}`, leftover: n => `Areas of the file that are not used: ${n}`, leftoverMore: n => `… and ${n} more`, others: n => `Points, lines and empty features, not drawn: ${n}`,
    from: file => `Boundaries from ${file}`, another: 'Another file', remove: 'Remove boundaries', removeSure: 'Remove the boundaries kept on this computer? The file itself is not touched.', cancel: 'Keep', source: 'boundary file of the office', where: 'Where', why: 'What is wrong', fix: 'What to do', drawing: 'Drawing…', noPart: 'The part that draws maps could not be loaded (no network, or a new version on the server): please reload',
  },
}
