import type { StorageManager } from '@mui/material/styles';
import { skip } from 'rxjs';
import { type Appearance, appearance, drawnScheme } from '../ui/appearance.ts';

const moreContrast = '(prefers-contrast: more)';

const draws = {
  mode: ({ scheme }: Appearance) => (scheme === 'light' || scheme === 'dark' ? scheme : 'system'),
  light: (chosen: Appearance) => onGround(chosen, false),
  dark: (chosen: Appearance) => onGround(chosen, true),
};

function onGround({ scheme, density }: Appearance, dark: boolean) {
  const asked = { scheme: scheme === 'contrast' ? scheme : ('system' as const), density };
  return drawnScheme(asked, { dark, moreContrast: matchMedia(moreContrast).matches });
}

/** Where the theme finds what was chosen on this device; it keeps nothing itself. */
export const appearanceManager: StorageManager = ({ key }) => {
  const of = key.endsWith('-light') ? draws.light : key.endsWith('-dark') ? draws.dark : draws.mode;
  return {
    get: () => of(appearance.value),
    set: () => undefined,
    subscribe(changed) {
      const chosen = appearance.value$.pipe(skip(1)).subscribe((value) => changed(of(value)));
      const system = matchMedia(moreContrast);
      const asked = () => changed(of(appearance.value));
      system.addEventListener('change', asked);
      return () => {
        chosen.unsubscribe();
        system.removeEventListener('change', asked);
      };
    },
  };
};

/** Puts the density on the page, now and with every change; the colour scheme is put there by the theme. */
export function keepDensity(): void {
  appearance.value$.subscribe(({ density }) => {
    document.documentElement.dataset.density = density;
  });
}
