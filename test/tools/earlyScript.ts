/**
 * What runs before the first paint, as ES5 text: the theme, and one plain sentence where the browser is too old for the modules.
 * Kept as text because it must not pass through the bundler: old browsers read it too.
 */
export const earlyScript = `(function () {
  var root = document.documentElement, theme = null;
  try { theme = localStorage.getItem('guatu.theme'); } catch (refused) { theme = null; }
  var isDark = theme === 'dark' || (theme !== 'light' && window.matchMedia && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-theme', isDark ? 'dark' : 'light');
  var able = 'noModule' in document.createElement('script') && [].findLast && Object.hasOwn && window.CSS && CSS.supports && CSS.supports('height', '1dvh');
  if (able) {
    // What the page will ask for first, asked for while its scripts still load: the list of plans, and the plan opened last.
    var early = window.guatuEarly = {};
    try {
      if (location.protocol !== 'file:') ['index.json', localStorage.getItem('guatu.lastFile')].forEach(function (file) {
        if (file && /^[\\w./-]+$/.test(file) && file.indexOf('..') < 0) (early[file] = fetch('./data/' + file, { cache: 'no-cache' })).catch(function () { delete early[file]; });
      });
    } catch (refused) { /* asked for later */ }
    // The picture of the board as it was left, where nothing it shows can have changed; see src/app/lastView.ts, which takes it away again.
    try {
      var kept = JSON.parse(localStorage.getItem('guatu.lastView') || 'null'), plan = localStorage.getItem('guatu.lastPlan'), hash = location.hash;
      if (kept && (hash === '' || hash === '#/')) hash = '#/plan/' + plan;
      var read = function (key) { return localStorage.getItem(key) || ''; };
      var entry = document.querySelector('script[type="module"]');
      var name = kept && [hash, innerWidth + 'x' + innerHeight, entry ? (entry.src || '').split('/').pop() : '', new Date(Date.now() + 288e5).toISOString().slice(0, 10), read('guatu.language'), read('guatu.workspace:' + plan), read('guatu-real:marker:' + plan), read('guatu-demo:marker:' + plan)].join('\\n');
      if (kept && kept.name === name) {
        var tags = /^(div|span|table|colgroup|col|thead|tbody|tr|th|td|b|i|s|u|em|sup|svg|path|rect|circle|line|header|main|section|aside|article|nav|footer|ul|li|h1|h2|h3|p|dl|dt|dd|a|button|input|kbd|label|q|strong)$/;
        var draw = function (one) {
          if (typeof one === 'string') return document.createTextNode(one);
          if (!tags.test(one[0])) return document.createTextNode('');
          var element = /^(svg|path|rect|circle|line)$/.test(one[0]) ? document.createElementNS('http://www.w3.org/2000/svg', one[0]) : document.createElement(one[0]);
          if (one[1]) element.setAttribute('class', one[1]);
          for (var key in one[2] || {}) if (key === 'style') element.style.cssText = one[2].style; else element.setAttribute(key, one[2][key]);
          for (var i = 0; i < one[3].length; i++) element.appendChild(draw(one[3][i]));
          return element;
        };
        var last = document.createElement('div');
        last.id = 'last';
        last.setAttribute('aria-hidden', 'true');
        last.setAttribute('inert', '');
        last.appendChild(draw(kept.drawn));
        document.body.appendChild(last);
      }
    } catch (unreadable) { /* the board comes a moment later */ }
    return;
  }
  document.addEventListener('DOMContentLoaded', function () {
    document.getElementById('old').removeAttribute('hidden');
  });
})();
`
