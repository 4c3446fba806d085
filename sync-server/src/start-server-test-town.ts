import { rmSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { opId } from '@amtsstube/shared/domain/ids';
import { instant } from '@amtsstube/shared/domain/time';
import { neighbourTowns } from '@amtsstube/shared/fixtures/neighbour-towns';
import { testTown, testTownAccounts, testTownConfiguration } from '@amtsstube/shared/fixtures/test-town';
import { configureMunicipality } from '@amtsstube/shared/operations/settings/configure-municipality';
import { type Config, parseConfig } from './config.ts';
import { executeServerOperation } from './execute/execute.ts';
import { type Dependencies, type RunningServer, startServer } from './start-server.ts';

/** Makes of the test town what is not there yet (a first start may have been cut off); true: it is new. */
export async function setUpTestTown({
  core,
  accounts,
}: Pick<RunningServer, 'core' | 'accounts'>): Promise<boolean> {
  const { municipalityId } = testTown;
  const isNew = !(await core.store.has(municipalityId));
  if (isNew) await core.store.createMunicipality(municipalityId, core.newEpoch());
  await executeServerOperation(
    core,
    municipalityId,
    {
      opId: opId.parse('test-town'),
      deviceId: null,
      kind: configureMunicipality.kind,
      v: configureMunicipality.v,
      payload: testTownConfiguration,
      // fixed, so that every start sends the same operation
      at: instant.parse('2026-01-01T00:00:00.000Z'),
    },
    { kind: 'system' },
  );
  for (const account of testTownAccounts) {
    if (!(await accounts.hasAccount(account.email)))
      await accounts.addAccount({ ...account, municipalityId });
  }
  return isNew;
}

/** The test town's neighbours, for choosing among municipalities; what is there already stays as it is. */
export async function setUpNeighbourTowns(core: RunningServer['core']): Promise<void> {
  for (const { municipalityId, settings, clerks } of neighbourTowns) {
    if (!(await core.store.has(municipalityId)))
      await core.store.createMunicipality(municipalityId, core.newEpoch());
    await executeServerOperation(
      core,
      municipalityId,
      {
        opId: opId.parse('neighbour-town'),
        deviceId: null,
        kind: configureMunicipality.kind,
        v: configureMunicipality.v,
        payload: { settings, clerks },
        at: instant.parse('2026-01-01T00:00:00.000Z'),
      },
      { kind: 'system' },
    );
  }
}

export interface TestTownServer extends RunningServer {
  readonly dataDirectory: string;
}

let prepared: Promise<string> | undefined;

/** A data directory with the test town in it, made once: most of a start is Argon2 over the clerks' passwords. */
function preparedDirectory(): Promise<string> {
  prepared ??= (async () => {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'amtsstube-prepared-'));
    process.once('exit', () => rmSync(dataDirectory, { recursive: true, force: true }));
    await (await startTestTown({ dataDirectory })).close();
    return dataDirectory;
  })();
  return prepared;
}

/** A real server with the test town on a free loopback port; its temporary directory, if none is given, goes with `close`. */
export async function startTestTown(
  config: Partial<Config> = {},
  overrides: Partial<Dependencies> = {},
): Promise<TestTownServer> {
  const dataDirectory = config.dataDirectory ?? (await mkdtemp(join(tmpdir(), 'amtsstube-')));
  // other dependencies (a clock, a first epoch) have a say from the first start on
  if (config.dataDirectory === undefined && Object.keys(overrides).length === 0)
    await cp(await preparedDirectory(), dataDirectory, { recursive: true });
  const defaults = parseConfig({
    AMTSSTUBE_DATA: dataDirectory,
    AMTSSTUBE_PORT: '0',
    AMTSSTUBE_LOG_LEVEL: 'silent',
  });
  if (!defaults.ok) throw new Error(defaults.sentence);
  const server = await startServer({ ...defaults.config, ...config }, overrides);
  await setUpTestTown(server);
  return {
    ...server,
    dataDirectory,
    close: async () => {
      await server.close();
      if (config.dataDirectory === undefined) await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}
