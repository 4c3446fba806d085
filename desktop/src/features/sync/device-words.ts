import { de } from '../../texts/de.ts';
import type { SyncNotice } from './sync-words.ts';

export interface StorageUse {
  readonly usedBytes: number;
  readonly quotaBytes: number | undefined;
}

/** From here on the clerk is told, while there is still room to do something about it. */
const warnsFrom = 0.7;
const isUrgentFrom = 0.95;

const figure = new Intl.NumberFormat('de-DE', { maximumFractionDigits: 1 });
const units = ['KB', 'MB', 'GB', 'TB'] as const;

/** `3,4 MB`, `123 MB`: more digits would say no more. */
export function bytesInWords(bytes: number): string {
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${figure.format(value >= 10 ? Math.round(value) : value)} ${units[unit]}`;
}

export function storageWords({ usedBytes, quotaBytes }: StorageUse): string {
  return de.sync.device.used(
    bytesInWords(usedBytes),
    quotaBytes === undefined ? undefined : bytesInWords(quotaBytes),
  );
}

/** Nothing below 70 %, or where nobody knows how much there is. */
export function storageNotice({ usedBytes, quotaBytes }: StorageUse): SyncNotice | undefined {
  if (quotaBytes === undefined || quotaBytes <= 0) return undefined;
  const share = usedBytes / quotaBytes;
  if (share < warnsFrom) return undefined;
  return {
    severity: share < isUrgentFrom ? 'warning' : 'error',
    short: de.sync.short.nearlyFull,
    text: de.sync.device.nearlyFull(Math.floor(share * 100)),
  };
}
