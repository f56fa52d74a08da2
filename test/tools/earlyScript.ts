/**
 * What runs before the first paint, as ES5 text: the theme, one plain sentence where the browser is too old for the modules, the picture
 * of the board as it was left (src/app/lastView.ts), and the start of the programme.
 * Kept as text because it must not pass through the bundler: old browsers read it too.
 */
export const earlyScript = `(function () {
  var root = document.documentElement, me = document.currentScript;
  function read(key) { try { return localStorage.getItem(key) || ''; } catch (refused) { return ''; } }
  var theme = read('guatu.theme');
  var isDark = theme === 'dark' || (theme !== 'light' && window.matchMedia && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-theme', isDark ? 'dark' : 'light');
  var able = 'noModule' in document.createElement('script') && [].findLast && Object.hasOwn && window.CSS && CSS.supports && CSS.supports('height', '1dvh');
  if (!able) {
    document.addEventListener('DOMContentLoaded', function () { document.getElementById('old').removeAttribute('hidden'); });
    return;
  }

  // What the page will ask for first, asked for while its scripts still load: the list of plans, and the plan opened last.
  var early = window.guatuEarly = {};
  function ask(file) {
    if (/^[\\w./-]+$/.test(file) && file.indexOf('..') < 0) (early[file] = fetch('./data/' + file, { cache: 'no-cache' })).catch(function () { delete early[file]; });
  }
  if (location.protocol !== 'file:') ['index.json', read('guatu.lastFile')].forEach(function (file) { if (file) ask(file); });

  // The build names the module to start here; it is started after the picture is painted, which would have to wait for it otherwise.
  var entry = me && me.getAttribute('data-entry'), isStarted = false;
  function start() {
    if (!entry || isStarted) return;
    isStarted = true;
    var script = document.createElement('script');
    script.type = 'module';
    script.crossOrigin = '';
    script.src = entry;
    document.body.appendChild(script);
  }

  var tags = /^(div|span|table|colgroup|col|thead|tbody|tr|th|td|b|i|s|u|em|sup|svg|path|rect|circle|line|header|main|section|aside|article|nav|footer|ul|li|h1|h2|h3|p|dl|dt|dd|a|button|input|kbd|label|q|strong)$/;
  var later = [];
  function draw(one) {
    if (typeof one === 'string' || !tags.test(one[0])) return document.createTextNode(typeof one === 'string' ? one : '');
    var element = /^(svg|path|rect|circle|line)$/.test(one[0]) ? document.createElementNS('http://www.w3.org/2000/svg', one[0]) : document.createElement(one[0]);
    if (one[1]) element.setAttribute('class', one[1]);
    for (var key in one[2] || {}) { if (key === 'style') element.style.cssText = one[2].style; else element.setAttribute(key, one[2][key]); }
    // Bars and panel around the board wait for the frame after.
    if (/^(top|strip|board-panel|status|phone-tabs)( |$)/.test(one[1])) later.push(function () { fill(element, one[3]); });
    else fill(element, one[3]);
    return element;
  }
  function fill(element, parts) { for (var i = 0; i < parts.length; i++) element.appendChild(draw(parts[i])); }
  /** Shown only where nothing it shows can have changed; the same name is made in src/app/lastView.ts. */
  function picture() {
    var kept = JSON.parse(read('guatu.lastView') || 'null'), plan = read('guatu.lastPlan'), hash = location.hash;
    if (!kept) return null;
    if (hash === '' || hash === '#/') hash = '#/plan/' + plan;
    var day = new Date(Date.now() + 288e5).toISOString().slice(0, 10);
    var build = location.protocol === 'file:' ? document.lastModified : entry || '';
    var name = [hash, innerWidth + 'x' + innerHeight, build, day, read('guatu.language'), read('guatu.workspace:' + plan), read('guatu-real:marker:' + plan), read('guatu-demo:marker:' + plan)].join('\\n');
    if (kept.name !== name || location.search !== '') return null;
    var last = document.createElement('div');
    last.id = 'last';
    last.setAttribute('aria-hidden', 'true');
    last.setAttribute('inert', '');
    last.appendChild(draw(kept.drawn));
    return last;
  }
  var last = null;
  try { last = picture(); } catch (unreadable) { last = null; }
  if (!last || document.visibilityState === 'hidden') return start();
  document.body.appendChild(last);
  // The figures first; bars and panel around them in the next frame, then the programme itself.
  requestAnimationFrame(function () { setTimeout(function () { later.splice(0).forEach(function (rest) { rest(); }); requestAnimationFrame(function () { setTimeout(start, 0); }); }, 0); });
  setTimeout(start, 1000);
})();
`

/** The same for the read-only file, which remembers nothing and asks for nothing: only the sentence for browsers that are too old. */
export const oldBrowserScript = `(function () {
  var able = 'noModule' in document.createElement('script') && [].findLast && Object.hasOwn && window.CSS && CSS.supports && CSS.supports('height', '1dvh') && window.DecompressionStream;
  if (!able) document.addEventListener('DOMContentLoaded', function () { document.getElementById('old').removeAttribute('hidden'); });
})();
`
