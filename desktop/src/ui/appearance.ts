import { BehaviorSubject } from 'rxjs';

export const modes = ['system', 'light', 'dark'] as const;
export const contrasts = ['normal', 'high'] as const;
export const densities = ['normal', 'compact'] as const;

/** How the desk looks and listens on this device, whoever works on it. Holds nothing about a person or a case. */
export interface Appearance {
  readonly mode: (typeof modes)[number];
  readonly contrast: (typeof contrasts)[number];
  readonly density: (typeof densities)[number];
  /** Shortcuts made of characters alone. */
  readonly characterKeys: boolean;
}

export const usualAppearance: Appearance = {
  mode: 'system',
  contrast: 'normal',
  density: 'normal',
  characterKeys: true,
};

/** Read by public/first-paint.js, too, before the app is loaded. */
export const appearanceKey = 'amtsstube.appearance';

/** What isn't known (kept by another version, or by hand) is as usual. */
export function parseAppearance(kept: string | null): Appearance {
  const found = objectOf(kept);
  return {
    mode: modes.find((mode) => mode === found['mode']) ?? usualAppearance.mode,
    contrast: contrasts.find((contrast) => contrast === found['contrast']) ?? usualAppearance.contrast,
    density: densities.find((density) => density === found['density']) ?? usualAppearance.density,
    characterKeys: found['characterKeys'] !== false,
  };
}

function objectOf(text: string | null): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text ?? '{}');
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

/** The appearance now, kept on this device for the next start. Without storage it lasts as long as the page. */
export class KeptAppearance {
  readonly #storage: () => Pick<Storage, 'getItem' | 'setItem'>;
  readonly #now: BehaviorSubject<Appearance>;

  constructor(storage: () => Pick<Storage, 'getItem' | 'setItem'>) {
    this.#storage = storage;
    this.#now = new BehaviorSubject(parseAppearance(this.#read()));
  }

  get value(): Appearance {
    return this.#now.value;
  }

  get change$() {
    return this.#now.asObservable();
  }

  change(changed: Partial<Appearance>): void {
    const next = { ...this.value, ...changed };
    this.#now.next(next);
    try {
      this.#storage().setItem(appearanceKey, JSON.stringify(next));
    } catch {
      // full or forbidden: it lasts as long as the page, and nobody's work hangs on it
    }
  }

  #read(): string | null {
    try {
      return this.#storage().getItem(appearanceKey);
    } catch {
      return null;
    }
  }
}

/** This window's. */
export const appearance = new KeptAppearance(() => globalThis.localStorage);
