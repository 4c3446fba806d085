import type { Actor } from '@amtsstube/shared/domain/actor';
import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import type { CaseId, Epoch } from '@amtsstube/shared/domain/ids';
import { auditTime, distinctUntilChanged, firstValueFrom, map, type Observable, share } from 'rxjs';
import { HostFailure } from '../../host/host.ts';
import type { CaseRow, Shown } from '../desk.ts';
import { type LineView, whenConnected } from '../sync/line.ts';
import type { BlobLine } from './blob-line.ts';
import { BlobTransfer, type BlobTransferOptions, type Wanted } from './blob-transfer.ts';
import { type CaseFiles, type CaseFilesOptions, createCaseFiles } from './case-files.ts';
import { KnownEpoch } from './known-epoch.ts';

const lookAheadMilliseconds = 1_000;

export interface OpenFilesOptions
  extends Omit<BlobTransferOptions, 'line' | 'ahead' | 'isNamed' | 'isPending'>,
    Pick<CaseFilesOptions, 'attach'> {
  readonly blobLine: BlobLine;
  readonly actor: Actor;
  readonly rows$: Observable<readonly CaseRow[] | undefined>;
  readonly watchDossier: (id: CaseId) => Observable<Shown<Dossier> | undefined>;
  readonly line$: Observable<LineView>;
  /** The server's present epoch, as the journal knows it. */
  readonly epoch: () => Epoch | null;
  /** The server may lack what it had: restored. It may have been before this desk was opened, too. */
  readonly forgot$: Observable<unknown>;
}

export interface OpenedFiles {
  readonly files: CaseFiles;
  wake(): void;
  /** Resolves once nothing runs any more, after `signal` was aborted. */
  readonly ended: Promise<void>;
}

/** Puts the desk's files together, and begins to carry them. */
export function openFiles(options: OpenFilesOptions): OpenedFiles {
  const transfer = new BlobTransfer({
    ...options,
    line: options.blobLine,
    ahead: () => filesAhead(options),
    isNamed: async ({ caseId, hash }) => {
      const dossier = await firstValueFrom(options.watchDossier(caseId));
      return dossier?.document.attachments?.some((attachment) => attachment.hash === hash) ?? false;
    },
    isPending: (hash) => known.isPending(hash),
  });
  const back = whenConnected(options.line$).subscribe(() => transfer.wake());
  // going through all cases must not be part of each "gespeichert"
  const calm$ = options.rows$.pipe(auditTime(lookAheadMilliseconds), share());
  const more = calm$
    .pipe(
      map((rows) =>
        ownOpen(options.actor, rows ?? [])
          .map(({ id, eventCount }) => `${id} ${eventCount}`)
          .join(),
      ),
      distinctUntilChanged(),
    )
    .subscribe(() => transfer.lookAhead());
  const known: KnownEpoch = new KnownEpoch(options.box, options.epoch, transfer, () =>
    options.environment.now(),
  );
  // a disk that is full or fails now is no bug: what wasn't noted is looked at again with the next page, or start
  const unlessDisk = (error: unknown) => {
    if (!(error instanceof HostFailure)) options.report(error);
  };
  const check = () => known.check().catch(unlessDisk);
  const restored = options.forgot$.subscribe(() => void known.forget().catch(unlessDisk));
  // pages come in: what a case names now may not have been here when it was looked for
  restored.add(calm$.subscribe(() => void check()));
  void check();
  return {
    files: createCaseFiles({ ...options, transfer }),
    wake: () => transfer.wake(),
    ended: transfer.run().finally(() => {
      back.unsubscribe();
      more.unsubscribe();
      restored.unsubscribe();
    }),
  };
}

/** Files of the clerk's own open cases: she will open them, and perhaps without a line. */
async function filesAhead({
  actor,
  rows$,
  watchDossier,
}: Pick<OpenFilesOptions, 'actor' | 'rows$' | 'watchDossier'>): Promise<readonly Wanted[]> {
  const wanted: Wanted[] = [];
  for (const { id } of ownOpen(actor, (await firstValueFrom(rows$)) ?? [])) {
    const dossier = await firstValueFrom(watchDossier(id));
    for (const { hash, name, size, withheld } of dossier?.document.attachments ?? [])
      if (withheld === undefined) wanted.push({ caseId: id, hash, name, size });
  }
  return wanted;
}

function ownOpen(actor: Actor, rows: readonly CaseRow[]): readonly Case[] {
  if (actor.kind !== 'clerk') return [];
  return rows
    .map(({ caseRecord }) => caseRecord)
    .filter(({ assigneeId, status }) => assigneeId === actor.clerkId && status !== 'decided');
}
