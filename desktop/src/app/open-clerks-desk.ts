import type { Host } from '../host/host.ts';
import { openDayPlans } from '../ui/day-plans.ts';
import { openDrafts } from '../ui/drafts.ts';
import { openKeptState } from '../ui/kept-state.ts';
import type { OpenVault } from '../vault/open-vault.ts';
import type { Vaults } from '../vault/vaults.ts';
import { lastPlaceKeeper, readLastPlace } from './last-place.ts';
import type { OpenSession, SessionParts, SessionState } from './session-state.ts';
import { createTokenFile } from './token-file.ts';

/** Opens what belongs to one clerk, by her keys. */
export async function openClerksDesk(
  parts: Pick<SessionParts, 'openDesk' | 'adminClient' | 'waitingListClient' | 'hallClient'>,
  host: Host,
  vaults: Vaults,
  vault: OpenVault,
): Promise<{ readonly open: OpenSession; readonly shown: Extract<SessionState, { state: 'open' }> }> {
  const { files, who } = vault;
  const token = createTokenFile(files);
  // side by side: each waits for the disk
  const [desk, drafts, kept, lastPlace] = await Promise.all([
    parts.openDesk(host, vault, token.get),
    openDrafts(files),
    openKeptState(files),
    readLastPlace(files),
  ]);
  return {
    open: { host, vaults, vault, token, desk },
    shown: {
      state: 'open',
      desk,
      who,
      device: host,
      drafts,
      kept,
      dayPlans: openDayPlans(files),
      lastPlace,
      placeKeeper: lastPlaceKeeper(files),
      waitingList: parts.waitingListClient(vault, token),
      hall: parts.hallClient(vault, token),
      admin: who.clerk.role === 'admin' ? parts.adminClient(vault, token) : undefined,
      storageIsLasting: true,
    },
  };
}
