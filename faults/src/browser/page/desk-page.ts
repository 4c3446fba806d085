import type { OpenedDesk } from '@amtsstube/desktop/data/create-desk';
import { openDesk } from '@amtsstube/desktop/data/open-desk';
import { systemEnvironment } from '@amtsstube/desktop/data/system-environment';
import { createBrowserHost } from '@amtsstube/desktop/host/browser-host';
import { openVault } from '@amtsstube/desktop/vault/open-vault';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Kind, PayloadOf } from '@amtsstube/shared/operations/registry';
import { attach } from '../../attach.ts';
import type { DeskCommand, DeskSetup } from '../../desk-messages.ts';
import { DeskWatch, rowsOf } from '../../desk-watch.ts';

interface Present {
  readonly desk: OpenedDesk;
  readonly watch: DeskWatch;
}

let present: Present | undefined;
let token = '';

/** Put together and sealed as the product does it, with the keys she would get from her password. */
async function open(setup: DeskSetup): Promise<void> {
  const reported: string[] = [];
  for (const name of ['error', 'unhandledrejection'] as const) {
    addEventListener(name, (event) => {
      const error: unknown =
        event instanceof ErrorEvent ? event.error : (event as PromiseRejectionEvent).reason;
      reported.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    });
  }
  token = setup.token;
  const host = await createBrowserHost({ directory: 'amtsstube' });
  const key = Uint8Array.from(setup.keyFile.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
  const who = { municipalityId: testTown.municipalityId, clerk: setup.clerk };
  const vault = await openVault(who, '', key, key.slice(0, 32), host.files, systemEnvironment.randomBytes);
  const desk = await openDesk({ host, vault, serverUrl: '', token: async () => token });
  // what createDesk makes and openDesk shows less of
  const opened = desk as OpenedDesk;
  present = { desk: opened, watch: new DeskWatch(opened, setup.tallyId, reported) };
}

/** What was saved comes back with its id and payload, for the ledger outside. */
async function perform(command: DeskCommand): Promise<unknown> {
  if (command.command === 'open') return open(command.setup);
  if (present === undefined) throw new Error('the desk is not open');
  const { desk, watch } = present;
  switch (command.command) {
    case 'do': {
      const kind = command.kind as Kind;
      const saved = await desk.do(kind, command.payload as PayloadOf<typeof kind>);
      return saved.result === 'saved'
        ? { result: saved.result, opId: saved.opId, payload: command.payload }
        : { result: saved.result };
    }
    case 'enter': {
      const { leased: _, ...entered } = command.payload;
      const saved = await desk.enter(entered);
      return saved.result === 'saved'
        ? { result: saved.result, opId: saved.opId, payload: entered }
        : { result: saved.result };
    }
    case 'attach':
      return attach(desk, command.caseId, command.name, command.size);
    case 'state':
      return watch.state();
    case 'replicas':
      return rowsOf(desk);
    case 'token':
      token = command.token;
      desk.syncNow();
      return undefined;
    case 'clock':
      throw new Error('a browser’s clock is its machine’s');
  }
}

const deskPage = { perform };

declare global {
  interface Window {
    faultDesk: typeof deskPage;
  }
}
window.faultDesk = deskPage;
