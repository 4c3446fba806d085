import { verify } from '../admin/verify.ts';
import { CannotStart } from '../start-server-listening.ts';
import { type RestoreRequest, restore, sequenceJump } from './restore.ts';

const usage = `usage: npm run server:restore -- BACKUP [MIRROR] NEW_DATA_DIRECTORY [--despite-damage]
  BACKUP may be "none": from the mirror alone`;

/**
 * `npm run server:restore -- BACKUP [MIRROR] NEW_DATA_DIRECTORY`, then the proof of what was restored.
 * @returns whether it is proved
 */
export async function restoreCommand(
  argv: readonly string[],
  now: Date,
  say: (line: string) => void,
): Promise<boolean> {
  const request = requestFrom(argv);
  const restored = await restore(request, now);
  for (const { municipality, fromBackup, fromMirror, heldMails, damage } of restored) {
    say(
      `${municipality}: ${fromBackup} decisions from the backup, ${fromMirror} from the mirror; ` +
        `numbers go on ${sequenceJump} further; ${heldMails} mails held`,
    );
    if (damage !== undefined) say(`${municipality}: THE REST OF THE MIRROR IS NOT READABLE: ${damage}`);
  }
  const isProved = await verify(request.target, say);
  if (restored.some(({ heldMails }) => heldMails > 0))
    say('Mails are held: npm run server:admin -- release-mails --municipality ID --as send (or: discard)');
  say(`Now start the server with AMTSSTUBE_DATA=${request.target}`);
  return isProved;
}

function requestFrom(argv: readonly string[]): RestoreRequest {
  const despiteDamage = argv.includes('--despite-damage');
  const paths = argv.filter((word) => word !== '--despite-damage');
  const [backup, second, third, ...more] = paths;
  const target = third ?? second;
  const mirror = third === undefined ? undefined : second;
  if (
    backup === undefined ||
    target === undefined ||
    more.length > 0 ||
    paths.some((word) => word.startsWith('--'))
  )
    throw new CannotStart(usage);
  if (backup === 'none' && mirror === undefined) throw new CannotStart(usage);
  return { backup: backup === 'none' ? undefined : backup, mirror, target, despiteDamage };
}

if (import.meta.main) {
  try {
    const isProved = await restoreCommand(process.argv.slice(2), new Date(), (line) => console.log(line));
    process.exitCode = isProved ? 0 : 1;
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
