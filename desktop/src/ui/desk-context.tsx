import { createContext, type ReactNode, use } from 'react';
import type { Desk } from '../data/desk.ts';
import type { Host } from '../host/host.ts';
import type { AdminClient } from './admin-client.ts';
import type { DayPlans } from './day-plans.ts';
import type { Drafts } from './drafts.ts';
import type { HallClient } from './hall-client.ts';
import type { KeptState } from './kept-state.ts';
import type { WaitingListClient } from './waiting-list-client.ts';

/** What screens ask of the device itself. */
export type Device = Pick<Host, 'storage' | 'notify' | 'askToNotify'>;

/** What every screen may rely on: an open desk, and how safe "gespeichert" is on this device. */
export interface OpenDesk {
  readonly desk: Desk;
  /** False where the browser may evict what is stored: said beside every "gespeichert". */
  readonly storageIsLasting: boolean;
  readonly device: Device;
  /** What is typed and not saved yet. */
  readonly drafts: Drafts;
  /** How the clerk left her screens. */
  readonly kept: KeptState;
  readonly dayPlans: DayPlans;
  readonly waitingList: WaitingListClient;
  readonly hall: HallClient;
  /** For administrators only. */
  readonly admin: AdminClient | undefined;
}

const DeskContext = createContext<OpenDesk | undefined>(undefined);

export function DeskProvider({
  value,
  children,
}: {
  readonly value: OpenDesk;
  readonly children: ReactNode;
}) {
  return <DeskContext value={value}>{children}</DeskContext>;
}

/** The desk of this window. Outside `DeskProvider` there is none, which is a bug and thrown. */
export function useDesk(): OpenDesk {
  const openDesk = use(DeskContext);
  if (openDesk === undefined) throw new Error('useDesk outside DeskProvider');
  return openDesk;
}
