import { parseConfig } from '../config.ts';
import { CannotStart } from '../start-server-listening.ts';
import { StoreUnavailable } from '../store/store.ts';
import { administer } from './admin.ts';

/** `npm run server:admin`: one command, one answer; a mistake is a sentence and 1. */
const settings = parseConfig(process.env);
try {
  if (!settings.ok) throw new CannotStart(settings.sentence);
  for (const line of await administer(process.argv.slice(2), settings.config)) console.log(line);
} catch (error) {
  if (!(error instanceof CannotStart || error instanceof StoreUnavailable)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
