import { z } from '@amtsstube/shared/domain/zod';
import { DeviceSetting } from './device-setting.ts';

export const schemeChoices = ['system', 'light', 'dark', 'contrast'] as const;
export const densityChoices = ['comfortable', 'compact'] as const;

// each for itself: one that a newer version wrote doesn't cost the other
const appearanceSchema = z.object({
  scheme: z.enum(schemeChoices).catch('system'),
  density: z.enum(densityChoices).catch('comfortable'),
});
export type Appearance = z.infer<typeof appearanceSchema>;

/** The colour schemes that are drawn; each of the two grounds has one with the highest contrast. */
export type DrawnScheme = 'light' | 'dark' | 'contrastLight' | 'contrastDark';

/** What the operating system asks for. */
export interface SystemWishes {
  readonly dark: boolean;
  readonly moreContrast: boolean;
}

/** High contrast keeps the ground the system has, and comes also without being chosen where the system asks for it. */
export function drawnScheme({ scheme }: Appearance, system: SystemWishes): DrawnScheme {
  const isDark = scheme === 'dark' || (scheme !== 'light' && system.dark);
  const isContrast = scheme === 'contrast' || system.moreContrast;
  if (isContrast) return isDark ? 'contrastDark' : 'contrastLight';
  return isDark ? 'dark' : 'light';
}

/** How the desk looks on this device. public/first-paint.js reads the same before anything is drawn. */
export const appearance = new DeviceSetting<Appearance>('amtsstube.appearance', appearanceSchema, {
  scheme: 'system',
  density: 'comfortable',
});
