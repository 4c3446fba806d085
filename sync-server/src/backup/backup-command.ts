import { CannotStart } from '../start-server-listening.ts';
import { makeBackup } from './make-backup.ts';

const usage = 'usage: npm run server:backup -- DATA_DIRECTORY TARGET';

/** `npm run server:backup -- DATA_DIRECTORY TARGET`: what to tell the administrator, line by line. */
export async function backupCommand(argv: readonly string[], now: Date): Promise<readonly string[]> {
  const [directory, target, ...more] = argv;
  if (directory === undefined || target === undefined || more.length > 0) throw new CannotStart(usage);
  const { municipalities, files } = await makeBackup(directory, target, now);
  const megabytes = files.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6;
  return [
    ...municipalities.map(({ municipality, seq }) => `${municipality}: ${seq} decisions`),
    `Backup ${target} is whole: ${files.length} files, ${megabytes.toFixed(1)} MB.`,
  ];
}

if (import.meta.main) {
  try {
    for (const line of await backupCommand(process.argv.slice(2), new Date())) console.log(line);
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
