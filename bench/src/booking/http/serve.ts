import { epoch, municipalityId, opId } from '@amtsstube/shared/domain/ids';
import { annaBerger, testTownConfiguration } from '@amtsstube/shared/fixtures/test-town';
import { configureMunicipality } from '@amtsstube/shared/operations/settings/configure-municipality';
import { parseConfig } from '@amtsstube/sync-server/config';
import { executeServerOperation } from '@amtsstube/sync-server/execute/execute';
import { startServer } from '@amtsstube/sync-server/start-server';
import { accountOf } from './account.ts';
import { raceRules } from './race-hours.ts';

/** What it says once it can be asked. */
export interface Serving {
  readonly url: string;
  /** One for each town, in their order: lets a device in. */
  readonly codes: readonly string[];
}

/**
 * The real server with as many towns as its argument says, each with the times of `raceRules` and one clerk, a lead. Started
 * again on the same directory it has them. Says its address; ends with its standard input.
 */
const parsed = parseConfig(process.env);
if (!parsed.ok) throw new Error(parsed.sentence);
const server = await startServer(parsed.config);
const frame = testTownConfiguration.settings.filter(
  ({ kind }) => kind === 'municipality' || kind === 'department',
);
const present = new Set(await server.core.store.municipalities());
const towns = Array.from({ length: Number(process.argv[2]) }, (_, index) =>
  municipalityId.parse(`stadt-${index + 1}`),
);
for (const town of towns) {
  if (present.has(town)) continue;
  await server.core.store.createMunicipality(town, epoch.parse(`epoch-of-${town}`));
  await executeServerOperation(
    server.core,
    town,
    {
      opId: opId.parse(`found-${town}`),
      deviceId: null,
      kind: configureMunicipality.kind,
      v: configureMunicipality.v,
      payload: {
        settings: [...frame, raceRules.booking, ...raceRules.services],
        clerks: [annaBerger],
        counters: raceRules.counters,
      },
      at: server.core.now(),
    },
    { kind: 'system' },
  );
  await server.accounts.addAccount({ ...accountOf(town), municipalityId: town, clerkId: annaBerger.id });
}
const serving: Serving = {
  url: server.url,
  codes: towns.map((town) => server.workstations.newEnrolmentCode(town).code),
};
process.stdout.write(`${JSON.stringify(serving)}\n`);
process.stdin.resume().on('end', () => void server.close().then(() => process.exit()));
