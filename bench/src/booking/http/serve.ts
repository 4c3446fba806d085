import { epoch, municipalityId, opId } from '@amtsstube/shared/domain/ids';
import { testTownConfiguration } from '@amtsstube/shared/fixtures/test-town';
import { configureMunicipality } from '@amtsstube/shared/operations/settings/configure-municipality';
import { parseConfig } from '@amtsstube/sync-server/config';
import { executeServerOperation } from '@amtsstube/sync-server/execute/execute';
import { startServer } from '@amtsstube/sync-server/start-server';
import { benchRules } from '../town.ts';

/**
 * The real server with as many towns as its argument says, each with fifty times a day: five counters, ten each. Started
 * again on the same directory it has them. Says its address; ends with its standard input.
 */
const parsed = parseConfig(process.env);
if (!parsed.ok) throw new Error(parsed.sentence);
const server = await startServer(parsed.config);
const rules = benchRules(5, 1, [['09:00', '11:30']]);
const frame = testTownConfiguration.settings.filter(
  ({ kind }) => kind === 'municipality' || kind === 'department',
);
const present = new Set(await server.core.store.municipalities());
for (let n = 1; n <= Number(process.argv[2]); n += 1) {
  const town = municipalityId.parse(`stadt-${n}`);
  if (present.has(town)) continue;
  await server.core.store.createMunicipality(town, epoch.parse(`epoch-${n}`));
  await executeServerOperation(
    server.core,
    town,
    {
      opId: opId.parse(`found-${n}`),
      deviceId: null,
      kind: configureMunicipality.kind,
      v: configureMunicipality.v,
      payload: {
        settings: [...frame, rules.booking, ...rules.services],
        clerks: [],
        counters: rules.counters,
      },
      at: server.core.now(),
    },
    { kind: 'system' },
  );
}
process.stdout.write(`${server.url}\n`);
process.stdin.resume().on('end', () => void server.close().then(() => process.exit()));
