import { systemEnvironment } from '@amtsstube/desktop/data/system-environment';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import { annaBerger, berndKrueger, testTown } from '@amtsstube/shared/fixtures/test-town';
import { combineLatest, filter, firstValueFrom } from 'rxjs';
import { obey } from '../common/forked.ts';
import { noteText } from '../common/notes.ts';
import { type LinkedDesk, openLinkedDesk } from '../common/open-desk.ts';

export interface BenchDesk {
  readonly directory: string;
  readonly token: string;
  readonly clerk: 0 | 1;
  /** Nobody else works on them. */
  readonly cases: readonly CaseId[];
}

export type DesksCommand =
  | { readonly command: 'open'; readonly url: string; readonly desks: readonly BenchDesk[] }
  /** So many notes each, with the line cut. */
  | { readonly command: 'work'; readonly operations: number }
  /** The line is back: until the last outbox of this process is empty. */
  | { readonly command: 'handOver' }
  /** Until every desk shows what the server has. */
  | { readonly command: 'rest' }
  /** So many requests of each desk's that the server does nothing for. */
  | { readonly command: 'nothing'; readonly url: string; readonly requests: number };

interface Open extends LinkedDesk {
  readonly cases: readonly CaseId[];
}

const open: Open[] = [];

async function openOne(url: string, { directory, token, clerk, cases }: BenchDesk): Promise<void> {
  const { desk, line } = await openLinkedDesk({
    url,
    municipalityId: testTown.municipalityId,
    token,
    clerk: clerk === 0 ? annaBerger : berndKrueger,
    directory,
    key: systemEnvironment.randomBytes(48),
  });
  open.push({ desk, line, cases });
}

async function perform(told: DesksCommand): Promise<unknown> {
  switch (told.command) {
    case 'open':
      for (const each of told.desks) await openOne(told.url, each);
      return undefined;
    case 'work':
      return (await Promise.all(open.map((each) => work(each, told.operations)))).flat();
    case 'handOver':
      return Promise.all(open.map(handOver));
    case 'rest':
      await Promise.all(open.map(rest));
      return { refused: await refused() };
    case 'nothing':
      return Promise.all(open.map(() => askForNothing(told.url, told.requests)));
  }
}

async function work({ desk, line, cases }: Open, operations: number): Promise<string[]> {
  line.cut();
  const opIds: string[] = [];
  for (let index = 0; index < operations; index += 1) {
    const caseId = cases[index % cases.length] as CaseId;
    const saved = await desk.do('addNote', { caseId, text: noteText(index) });
    if (saved.result !== 'saved') throw new Error(`not saved: ${JSON.stringify(saved)}`);
    opIds.push(saved.opId);
  }
  return opIds;
}

async function handOver({ desk, line }: Open): Promise<void> {
  line.join();
  // as when the device says that it has a network again
  desk.syncNow();
  await firstValueFrom(desk.outbox$.pipe(filter((waiting) => waiting.length === 0)));
}

async function rest({ desk }: Open): Promise<void> {
  const calm = combineLatest([desk.overlay.view$, desk.health$]).pipe(
    filter(([{ documents }, { line }]) => documents.size === 0 && line.state === 'connected'),
  );
  await firstValueFrom(calm);
}

async function refused(): Promise<number> {
  const lists = await Promise.all(open.map(({ desk }) => firstValueFrom(desk.refused$)));
  return lists.flat().length;
}

async function askForNothing(url: string, requests: number): Promise<void> {
  for (let count = 0; count < requests; count += 1) await (await fetch(`${url}/health`)).text();
}

obey(perform, async () => {
  for (const { desk } of open) await desk.close();
});
