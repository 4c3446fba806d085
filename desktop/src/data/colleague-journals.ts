import { clerkId, type DeviceId, deviceId, municipalityId } from '@amtsstube/shared/domain/ids';
import { z } from '@amtsstube/shared/domain/zod';
import { type Host, HostFailure } from '../host/host.ts';
import type { OpenVault } from '../vault/open-vault.ts';
import { fromBase64, seal, toBase64, unseal } from '../vault/sealed-bytes.ts';
import type { Environment } from './environment.ts';
import { webCipher } from './journal/cipher.ts';
import { openJournal } from './journal/journal.ts';
import { isFileOf } from './journal/journal-options.ts';
import { decodeOwner } from './journal/record-codec.ts';
import { scan } from './journal/record-format.ts';
import type { HeaderOwner } from './journal/records.ts';
import { Drain } from './sync/drain.ts';
import { EpochChange } from './sync/epoch-change.ts';
import { Line } from './sync/line.ts';
import type { Transport } from './sync/transport.ts';

/** What a clerk leaves for her colleagues: her journal can be handed over with it, under the workstation's key. */
const leftBehind = z.strictObject({
  municipalityId,
  clerkId,
  deviceId,
  journalKey: z.base64(),
  /** Good for handing over this journal, and nothing else (J7). */
  credential: z.string(),
  /** For her files that wait here. Absent where an older program left it. */
  blobKeys: z.strictObject({ content: z.base64(), names: z.base64() }).optional(),
});
export type LeftBehind = z.infer<typeof leftBehind>;

const purpose = 'colleague-journal';
const fileNameOf = (clerk: string) => `colleague.${clerk.toLowerCase()}`;

/** Leaves what colleagues need to hand this journal over. */
export async function leaveForColleagues(
  { host, vault }: { readonly host: Host; readonly vault: OpenVault },
  journal: DeviceId,
  credential: string,
  environment: Pick<Environment, 'randomBytes'>,
): Promise<void> {
  const { municipalityId: municipality, clerk } = vault.who;
  const content: LeftBehind = {
    municipalityId: municipality,
    clerkId: clerk.id,
    deviceId: journal,
    journalKey: toBase64(vault.journalKeyFile),
    credential,
    blobKeys: { content: toBase64(vault.blobKeyFile), names: toBase64(vault.blobs.nameKey) },
  };
  const plain = new TextEncoder().encode(JSON.stringify(content));
  const sealed = await seal(vault.colleague, environment.randomBytes(12), purpose, plain);
  await host.files.write(fileNameOf(clerk.id), sealed);
}

/**
 * Hands over what a colleague's journal on this device still holds; she need not be there. Nothing of it is shown.
 * @returns how many operations still wait; undefined: she left no right to hand them over, or not for her present journal
 */
export async function handOverFor(
  colleague: string,
  { host, vault }: { readonly host: Host; readonly vault: OpenVault },
  lineFor: (credential: string) => Pick<Transport, 'handOver'>,
  environment: Environment,
  signal: AbortSignal,
): Promise<number | undefined> {
  const left = await readLeft(host, vault, colleague);
  if (left === undefined) return undefined;
  const names = (await host.journals.list()).filter((name) => isFileOf(left.deviceId, name));
  // opening would make a journal where there is none
  if (names.length === 0) return (await hasAnother(host, left)) ? undefined : 0;
  const journal = await openJournal({
    // this one alone: the present clerk's own is open
    files: { ...host.journals, list: async () => names },
    cipher: await webCipher(fromBase64(left.journalKey)),
    environment,
    identity: { municipalityId: left.municipalityId, clerkId: left.clerkId },
  });
  try {
    if (journal.toHandOver.length > 0 && journal.deviceId === left.deviceId) {
      const drain = new Drain({
        transport: lineFor(left.credential),
        journal,
        line: new Line(() => environment.now()),
        epochs: new EpochChange(journal),
        signal,
        isLent: true,
      });
      // nothing is pulled for her here: asked again, it sends what the server lacks, which takes nothing twice (S2)
      if ((await drain.run()) === 'pullFirst') await drain.run();
    }
    return journal.open.length;
  } finally {
    await journal.close();
  }
}

/** Her journal goes on under another identity, for which she has left no right yet: what waits in it, nobody can tell. */
async function hasAnother({ journals }: Pick<Host, 'journals'>, left: LeftBehind): Promise<boolean> {
  for (const name of await journals.list()) {
    const owner = await ownerOf(journals, name);
    if (owner?.clerkId === left.clerkId && owner.municipalityId === left.municipalityId) return true;
  }
  return false;
}

/** undefined: in use, so it is the present clerk's own, or unreadable. */
async function ownerOf(journals: Host['journals'], name: string): Promise<HeaderOwner | undefined> {
  try {
    const file = await journals.open(name);
    try {
      const [header] = scan(await file.read()).bodies;
      return header && decodeOwner(header);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof HostFailure) return undefined;
    throw error;
  }
}

/** What this colleague left here; undefined: nothing, or nothing that this device's key opens. */
export async function readLeft(
  host: Pick<Host, 'files'>,
  vault: Pick<OpenVault, 'colleague'>,
  clerk: string,
): Promise<LeftBehind | undefined> {
  const sealed = await host.files.read(fileNameOf(clerk));
  const plain = sealed && (await unseal(vault.colleague, purpose, sealed));
  if (plain === undefined) return undefined;
  return leftBehind.safeParse(JSON.parse(new TextDecoder().decode(plain))).data;
}
