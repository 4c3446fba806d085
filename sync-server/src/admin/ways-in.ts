import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import type { Config } from '../config.ts';
import { openAccountsDatabase } from '../sign-in/accounts-database.ts';
import { Invitations } from '../sign-in/invitations.ts';
import { shownCode } from '../sign-in/secret.ts';
import { Workstations } from '../sign-in/workstations.ts';

/** Invitations and devices, also while the server runs. */
export function withAccounts<T>(
  config: Config,
  work: (parts: { readonly workstations: Workstations; readonly invitations: Invitations }) => T,
): T {
  const database = openAccountsDatabase(config.dataDirectory);
  const now = () => instantOf(Date.now());
  try {
    return work({
      workstations: new Workstations(database, now),
      invitations: new Invitations(database, now),
    });
  } finally {
    database.close();
  }
}

export function codeLine(workstations: Workstations, municipality: MunicipalityId): string {
  return `Device code (one device, one day): ${shownCode(workstations.newEnrolmentCode(municipality).code)}`;
}

export function invitationLine(config: Config, token: string): string {
  return `Link (once, seven days): ${linkOf(config, token)}`;
}

export function linkOf(config: Config, token: string): string {
  return `${publicUrl(config)}/einladung/${token}`;
}

export function publicUrl({ publicUrl: given, host, port }: Config): string {
  return given ?? `http://${host}:${port}`;
}
