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
  if (able) return;
  document.addEventListener('DOMContentLoaded', function () {
    document.getElementById('old').removeAttribute('hidden');
  });
})();
`
