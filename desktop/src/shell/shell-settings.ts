import { z } from '@amtsstube/shared/domain/zod';
import type { SmallFiles } from '../host/host.ts';
import { serverAddress } from './server-address.ts';
import { windowBounds } from './window-bounds.ts';

const settingsFile = 'shell-settings';

/** What the shell remembers on this PC. Nothing personal: it is readable without a password. */
const shellSettings = z.object({
  bounds: windowBounds.optional().catch(undefined),
  /** Of the sync server; where the installation sets one, that one counts. */
  server: serverAddress.optional().catch(undefined),
});
export type ShellSettings = z.infer<typeof shellSettings>;

export interface RememberedSettings {
  readonly now: () => ShellSettings;
  /** Waits until it is on disk. */
  change(change: Partial<ShellSettings>): Promise<void>;
}

/** A damaged file counts as none: the window opens where it usually does. */
export async function rememberSettings(files: SmallFiles): Promise<RememberedSettings> {
  const bytes = await files.read(settingsFile);
  let settings: ShellSettings = bytes === undefined ? {} : settingsOf(bytes);
  return {
    now: () => settings,
    async change(change) {
      settings = { ...settings, ...change };
      await files.write(settingsFile, new TextEncoder().encode(JSON.stringify(settings)));
    },
  };
}

function settingsOf(bytes: Uint8Array): ShellSettings {
  try {
    return shellSettings.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return {};
  }
}
