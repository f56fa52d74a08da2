/**
 * The rules of DESIGN.md that geometry can decide, as functions that run in the page. Each takes the kit and gives its defects as lines that
 * name the element and say what is wrong; an empty list is a clean page. None may use anything outside its own body but the kit.
 */

/** One run of text on the page. */
interface Run {
  text: string
  el: Element
  /** Boxes of its lines as high as the letters are (the em box), not as the line is. */
  boxes: Box[]
  /** Font size on the screen, transforms included. */
  size: number
}

interface Box { left: number, top: number, right: number, bottom: number }

export interface Kit {
  isShown(el: Element): boolean
  /** Runs of text below an element that a person can see. */
  runs(root: Element): Run[]
  all(selector: string, root?: Element): HTMLElement[]
  box(el: Element): Box
  /** "button.btn.primary "导出"": what is meant, in a few words. */
  name(el: Element): string
  /** Whether an element is in a board that is wider than its place, where columns leave the view on purpose. */
  isInWideBoard(el: Element): boolean
}

/** What all checks share. */
export function kit(): Kit {
  const hidden = '.seen-by-readers, #last, option, script, style, noscript, title, desc'
  const isShown = (el: Element): boolean => el.closest(hidden) === null && el.checkVisibility({ checkVisibilityCSS: true })
  const box = (el: Element): Box => { const { left, top, right, bottom } = el.getBoundingClientRect(); return { left, top, right, bottom } }
  /** How much transforms enlarge an element in height. */
  function scaleOf(el: Element): number {
    if (el instanceof SVGGraphicsElement) return el.getScreenCTM()?.d ?? 1
    let scale = 1
    for (let at: Element | null = el; at !== null; at = at.parentElement) {
      const { transform } = getComputedStyle(at)
      if (transform !== 'none') scale *= Math.abs(new DOMMatrix(transform).d)
    }
    return scale
  }
  function runs(root: Element): Run[] {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    const found: Run[] = []
    const range = document.createRange()
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const el = node.parentElement
      const text = (node.textContent ?? '').replace(/\s+/g, ' ').trim()
      if (text === '' || el === null || !isShown(el)) continue
      range.selectNodeContents(node)
      const size = Number.parseFloat(getComputedStyle(el).fontSize) * scaleOf(el)
      const boxes = [...range.getClientRects()].filter(rect => rect.width > 0.5).map(({ left, right, top, bottom }) => ({ left, right, top: (top + bottom - size) / 2, bottom: (top + bottom + size) / 2 }))
      if (boxes.length > 0) found.push({ text, el, boxes, size })
    }
    return found
  }
  function name(el: Element): string {
    const own = (one: Element): string => `${one.localName}${[...one.classList].slice(0, 3).map(part => `.${part}`).join('')}`
    const row = el.closest('[data-target]')?.getAttribute('data-target')
    const column = el.closest('[data-c]')?.getAttribute('data-c')
    const around = el.classList.length === 0 && el.parentElement !== null ? `${own(el.parentElement)} > ` : ''
    return `${row ? `${row}${column ? `/${column}` : ''} ` : ''}${around}${own(el)} "${(el.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 40)}"`
  }
  const isInWideBoard = (el: Element): boolean => {
    const board = el.closest('.board-scroller')
    return board !== null && board.scrollWidth > board.clientWidth + 1
  }
  return { isShown, runs, box, name, isInWideBoard, all: (selector, root = document.body) => [...root.querySelectorAll<HTMLElement>(selector)].filter(isShown) }
}

/** 1: text that something cuts off, that leaves the window, or that ends in dots; also placeholders longer than their field. */
export function clippedText({ runs, all, box, name, isInWideBoard }: Kit): string[] {
  const found: string[] = []
  /** The boxes that clip an element, from the inside out; a scroller ends the list in the direction in which it scrolls. */
  function clipsOf(el: Element): { by: Element, x: boolean, y: boolean }[] {
    const clips: { by: Element, x: boolean, y: boolean }[] = []
    let x = true
    let y = true
    let position = getComputedStyle(el).position
    for (let at = el.parentElement; at !== null && at !== document.documentElement && position !== 'fixed'; at = at.parentElement) {
      const style = getComputedStyle(at)
      const isHolder = style.position !== 'static' || style.transform !== 'none'
      if (position === 'absolute' && !isHolder) continue
      if (style.overflowX !== 'visible' && style.display !== 'inline') {
        if (/auto|scroll/.test(style.overflowX) && at.scrollWidth > at.clientWidth + 1) x = false
        if (/auto|scroll/.test(style.overflowY) && at.scrollHeight > at.clientHeight + 1) y = false
        clips.push({ by: at, x, y })
      }
      if (isHolder) position = style.position
    }
    return clips
  }
  const cache = new Map<Element, ReturnType<typeof clipsOf>>()
  for (const { text, el, boxes, size } of runs(document.body)) {
    let clips = cache.get(el)
    if (clips === undefined) {
      const own = getComputedStyle(el)
      clips = [...(own.overflowX !== 'visible' && own.display !== 'inline' ? [{ by: el, x: !(/auto|scroll/.test(own.overflowX) && el.scrollWidth > el.clientWidth + 1), y: !/auto|scroll/.test(own.overflowY) }] : []), ...clipsOf(el)]
      cache.set(el, clips)
    }
    const isFree = isInWideBoard(el)
    // The tails of these letters hang below the em box of a Chinese font.
    const tail = /[gjpqy]/.test(text) ? 0.12 * size : 0
    for (const one of boxes) {
      const cut = clips.find(({ by, x, y }) => {
        const edge = box(by)
        return (x && (one.right > edge.right + 1 || one.left < edge.left - 1)) || (y && (one.bottom + tail > edge.bottom + 1 || one.top < edge.top - 1))
      })
      if (cut !== undefined) found.push(`"${text.slice(0, 40)}" in ${name(el)} is cut off by ${name(cut.by)}`)
      else if (!isFree && (one.right > innerWidth + 1 || one.left < -1)) found.push(`"${text.slice(0, 40)}" in ${name(el)} leaves the window`)
      else continue
      break
    }
  }
  for (const el of all('body *')) {
    const style = getComputedStyle(el)
    if (style.textOverflow === 'ellipsis' && style.overflowX !== 'visible' && el.scrollWidth > el.clientWidth + 1) found.push(`${name(el)} ends in dots (${el.clientWidth} of ${el.scrollWidth} px)`)
    if (/auto|scroll/.test(style.overflowX) && el.scrollWidth > el.clientWidth + 1 && !el.matches('.board-scroller')) found.push(`${name(el)} scrolls sideways (${el.clientWidth} of ${el.scrollWidth} px)`)
  }
  const pen = document.createElement('canvas').getContext('2d')!
  for (const el of all('input')) {
    const field = el as HTMLInputElement
    const style = getComputedStyle(field)
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    const need = pen.measureText(field.value === '' ? field.placeholder : field.value).width
    const room = field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
    if (need > room + 1) found.push(`${name(field)} has no room for "${field.value === '' ? field.placeholder : field.value}" (${Math.round(room)} of ${Math.round(need)} px)`)
  }
  return found
}

/** 1b: in board cells text stays in its cell and clear of the lamp's shape. */
export function cellText({ runs, all, box, name }: Kit): string[] {
  const found: string[] = []
  /** Right edge of what is drawn for the lamp: a pseudo-element, a painted dot. */
  function shapeEnd(el: HTMLElement): number {
    const { left } = box(el)
    const before = getComputedStyle(el, '::before')
    const dot = getComputedStyle(el)
    if (before.content !== 'none' && before.position === 'absolute') return left + Number.parseFloat(before.left) + Number.parseFloat(before.width)
    return el.matches('.m-dot') ? left + Number.parseFloat(dot.getPropertyValue('--dot-at') || '9') + 3.4 : left
  }
  for (const cell of all('.board td.cell')) {
    const edge = box(cell)
    const holder = cell.matches('.x') ? cell : cell.querySelector<HTMLElement>('.x')
    const shapes = [...cell.querySelectorAll('.s')].map(box)
    const end = holder === null ? edge.left : shapeEnd(holder)
    const parts = runs(cell)
    for (const { text, boxes } of parts) for (const one of boxes) {
      if (one.right > edge.right + 1 || one.left < edge.left - 1) found.push(`"${text}" sticks out of its cell ${name(cell)} by ${Math.max(one.right - edge.right, edge.left - one.left).toFixed(1)} px`)
      if (one.left < end - 0.5 || shapes.some(shape => one.left < shape.right - 0.5 && one.right > shape.left + 0.5)) found.push(`"${text}" lies on the lamp of ${name(cell)}`)
    }
    const spread = parts.flatMap(part => part.boxes).sort((a, b) => a.left - b.left)
    if (spread.some((one, i) => i > 0 && spread[i - 1]!.right > one.left + 1)) found.push(`the parts of ${name(cell)} lie on one another`)
  }
  return found
}

/** 2: no text lies on another in bars, strips, heads, rows, lists and dialogs; what a list has scrolled away lies nowhere. */
export function overlaps({ runs, all, box, name, isInWideBoard }: Kit): string[] {
  const found: string[] = []
  for (const region of all('.top, .strip, .status, .phone-date, .phone-tabs, .phone-sum, .phone-list, .sheet, .board-panel, .board thead, .board-row, .board-chapter, .help, .plans-view, [role="dialog"]')) {
    if (isInWideBoard(region)) continue
    const parts = runs(region).flatMap(run => {
      let [top, bottom] = [-Infinity, Infinity]
      for (let at = run.el.parentElement; at !== null && at !== region && region.contains(at); at = at.parentElement) {
        if (!/auto|scroll/.test(getComputedStyle(at).overflowY)) continue
        const edge = box(at)
        top = Math.max(top, edge.top)
        bottom = Math.min(bottom, edge.bottom)
      }
      return run.boxes.map(one => ({ left: one.left, right: one.right, top: Math.max(one.top, top), bottom: Math.min(one.bottom, bottom), run })).filter(one => one.bottom > one.top)
    }).sort((a, b) => a.top - b.top)
    parts.forEach((one, i) => {
      for (let k = i + 1; k < parts.length && parts[k]!.top < one.bottom - 1; k++) {
        const other = parts[k]!
        if (Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 && Math.min(one.bottom, other.bottom) - other.top > 1) found.push(`"${one.run.text.slice(0, 30)}" and "${other.run.text.slice(0, 30)}" lie on one another in ${name(region).slice(0, 60)}`)
      }
    })
  }
  return found
}

/** 3: 汉字 from 12 px, anything else from 11 px, as they stand on the screen. */
export function smallText({ runs, name }: Kit): string[] {
  return runs(document.body).filter(({ text, size }) => size < (/\p{Script=Han}/u.test(text) ? 12 : 11) - 0.05).map(({ el, size }) => `${name(el)} is ${size.toFixed(1)} px`)
}

/** 4: names of places over the columns, whole and inside their cell. */
export function placeNames({ runs, all, box, name }: Kit): string[] {
  return all('.board thead .names th:not(.name, .department, .goal, .bar, .total)').flatMap(th => {
    const edge = box(th)
    const [run, ...more] = runs(th)
    const full = th.title
    if (run === undefined || more.length > 0) return [`${name(th)} has no single name`]
    const isPart = [...run.text].every(sign => full.includes(sign))
    return [
      ...(isPart && run.text.length >= Math.min(2, full.length) ? [] : [`"${run.text}" is no name of ${full}`]),
      ...(run.boxes.length === 1 && run.boxes[0]!.left >= edge.left && run.boxes[0]!.right <= edge.right ? [] : [`"${run.text}" does not fit over its column`]),
    ]
  })
}

/** 5: a bar says what its lamp says: short of the tick where it is late, full where it is done. */
export function barsAgree({ all, box, name }: Kit): string[] {
  const bars = [
    ...all('.bullet').map(bar => ({ bar, tones: bar.className, of: bar.closest<HTMLElement>('[data-target], li, .node, .chain, .lamp-card') ?? bar })),
    ...all('.x .base').map(bar => ({ bar, tones: bar.closest('.x')!.className, of: bar.closest<HTMLElement>('td')! })),
  ]
  return bars.flatMap(({ bar, tones, of }) => {
    const fill = bar.querySelector('i')
    const tick = bar.querySelector('u')
    if (fill === null) return []
    const track = box(bar)
    const end = box(fill).right
    const pace = tick === null ? null : (box(tick).left + box(tick).right) / 2
    if (/\b(lag|sev)\b/.test(tones) && pace !== null && end > pace - 0.25) return [`${name(of)} is late but its bar reaches the tick (${end.toFixed(1)}, ${pace.toFixed(1)})`]
    if (/\bdone\b/.test(tones) && end < track.right - 1) return [`${name(of)} is done but its bar is not full`]
    // Within five points of the pace: a bar further short than that would look late.
    if (/\bok\b/.test(tones) && pace !== null && end < pace - 0.06 * (track.right - track.left) - 1) return [`${name(of)} is on pace but its bar ends far from the tick`]
    return []
  })
}

/** 6: columns stand where the head says: frozen ones at their place, and the line of a whole row where the cells begin. */
export function placesHold({ all, box, name, isInWideBoard }: Kit): string[] {
  return all('.board-row').flatMap(row => {
    const starts = all('.name, .department, .goal, .bar, .total', row)
    const ends = starts.map(cell => box(cell).right)
    const [whole] = all('.whole', row)
    const [chain] = all('.chain', row)
    return [
      ...starts.slice(1).filter((cell, i) => Math.abs(box(cell).left - ends[i]!) > 1).map(cell => `${name(cell)} is not where the column before it ends`),
      ...(whole !== undefined && chain !== undefined && !isInWideBoard(row) && Math.abs(box(chain).left - box(whole).left) > 1 ? [`${name(chain)} begins ${Math.round(box(chain).left - box(whole).left)} px after its row's cells`] : []),
    ]
  })
}

/** 7: figures of one column end at one line: the number of 全年, 完成, and cells that hold nothing but a number. */
export function figuresAlign({ runs, all }: Kit): string[] {
  const ends = new Map<string, Map<number, string[]>>()
  const note = (column: string, end: number, text: string): void => {
    const group = ends.get(column) ?? new Map<number, string[]>()
    const key = [...group.keys()].find(one => Math.abs(one - end) <= 1) ?? end
    group.set(key, [...group.get(key) ?? [], text])
    ends.set(column, group)
  }
  const isNumber = (text: string): boolean => /^[−+≥≤]?[\d.,]+$/.test(text)
  for (const row of all('.board-row')) {
    const goal = row.querySelector('td.goal')
    for (const run of goal === null ? [] : runs(goal)) if (isNumber(run.text)) note('全年', run.boxes[0]!.right, run.text)
    const total = row.querySelector('td.total b')
    const parts = total === null ? [] : runs(total)
    if (parts.length > 0 && isNumber(parts[0]!.text)) note('完成', parts.at(-1)!.boxes[0]!.right, parts.map(part => part.text).join(''))
    if (parts.length === 2 && parts[1]!.text === '%') note('完成 %', parts[0]!.boxes[0]!.right, parts[0]!.text)
    for (const cell of row.querySelectorAll<HTMLElement>('td.cell.x.narrow:not(.turned)')) {
      const inside = runs(cell)
      if (inside.length === 1 && isNumber(inside[0]!.text)) note(`column ${cell.dataset.c}`, inside[0]!.boxes[0]!.right, inside[0]!.text)
    }
  }
  return [...ends].filter(([, group]) => group.size > 1).map(([column, group]) => `the figures of ${column} end at different lines: ${[...group].map(([end, texts]) => `${end.toFixed(1)} (${texts.slice(0, 4).join(' ')}${texts.length > 4 ? ` and ${texts.length - 4} more` : ''})`).join(', ')}`)
}

/** 8: what a finger must hit is 44 px high, its hit area counted; 40 px do for words in a list. */
export function touchTargets({ all, box, name }: Kit): string[] {
  return all('button, a[href], input, select, textarea, [role="slider"]').flatMap(el => {
    const own = box(el)
    const after = getComputedStyle(el, '::after')
    const pad = after.content !== 'none' && after.position === 'absolute' ? { top: Number.parseFloat(after.top), bottom: Number.parseFloat(after.bottom), left: Number.parseFloat(after.left), right: Number.parseFloat(after.right) } : { top: 0, bottom: 0, left: 0, right: 0 }
    const label = el.matches('input, select, textarea') ? el.closest('label') : null
    const height = Math.max(own.bottom - own.top - Math.min(0, pad.top) - Math.min(0, pad.bottom), label === null ? 0 : box(label).bottom - box(label).top)
    const width = own.right - own.left - Math.min(0, pad.left) - Math.min(0, pad.right)
    const least = el.closest('li, dd, p, h3') === null ? 44 : 40
    return height < least - 0.5 || width < 24 ? [`${name(el)} is ${Math.round(width)} x ${Math.round(height)} px to the finger`] : []
  })
}

const checks = { 'clipped': clippedText, 'cell': cellText, 'overlap': overlaps, 'small': smallText, 'place': placeNames, 'bar': barsAgree, 'column': placesHold, 'figures': figuresAlign, 'touch': touchTargets }

/** A script that runs in the page and gives every defect, each with the name of its check. */
export function looksScript(isTouch: boolean): string {
  const list = Object.entries(checks).filter(([name]) => isTouch || name !== 'touch').map(([name, check]) => `[${JSON.stringify(name)}, ${check.toString()}]`)
  return `(() => { const kit = (${kit.toString()})(); return [${list.join(',')}].flatMap(([name, check]) => [...new Set(check(kit))].map(line => name + ': ' + line)) })()`
}
