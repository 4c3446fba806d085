// Before the first paint, so that nobody is dazzled by a white page: the colours and the density chosen on this device.
// A classic script, because it must have run before the body is drawn. The rule itself is src/ui/appearance.ts, and a
// test holds this file to it.
(() => {
  const root = document.documentElement;
  let chosen = {};
  try {
    chosen = JSON.parse(localStorage.getItem('amtsstube.appearance') ?? '{}') ?? {};
  } catch {
    // no storage, or damaged: as the system is
  }
  const system = (query) => matchMedia(query).matches;
  const isDark =
    chosen.scheme === 'dark' || (chosen.scheme !== 'light' && system('(prefers-color-scheme: dark)'));
  const isContrast = chosen.scheme === 'contrast' || system('(prefers-contrast: more)');
  const ground = isDark ? 'dark' : 'light';
  root.dataset.scheme = isContrast ? (isDark ? 'contrastDark' : 'contrastLight') : ground;
  root.dataset.density = chosen.density === 'compact' ? 'compact' : 'comfortable';
})();
