/** A file at a place of the layout, and the part of the message it must earn; without one it must stay green. */
export interface Sample {
  readonly path: string;
  readonly code: string;
  readonly says?: string;
}

let count = 0;

/** Each sample gets a file of its own in `folder`, so that a finding belongs to exactly one of them. */
function sample(folder: string, code: string, says?: string): Sample {
  count += 1;
  const path = /\.tsx?$/.test(folder) ? folder : `${folder}/sample-${count}.ts`;
  return says === undefined ? { path, code } : { path, code, says };
}

const effect = (source: string) => `import '${source}';`;
const features = 'desktop/src/features';

export const samples: readonly Sample[] = [
  // the layers of shared
  sample('shared/src/domain', effect('../operations/refusal.ts'), 'shared/domain imports only'),
  sample('shared/src/domain', effect('../replication/messages.ts'), 'shared/domain imports only'),
  sample('shared/src/domain', effect('../search/fold.ts'), 'shared/domain imports only'),
  sample(
    'shared/src/domain',
    `import type { A } from '../fixtures/case.ts';\nexport type B = A;`,
    'shared/domain imports only',
  ),
  sample(
    'shared/src/domain',
    `export type B = import('../operations/x.ts').A;`,
    'shared/domain imports only',
  ),
  sample(
    'shared/src/domain',
    `export const later = () => import('../operations/x.ts');`,
    'shared/domain imports only',
  ),
  sample('shared/src/domain', `export * from '../operations/x.ts';`, 'shared/domain imports only'),
  sample('shared/src/domain', effect('./ids.ts')),
  sample('shared/src/domain/thing.test.ts', effect('../fixtures/a-case.ts')),
  sample(
    'shared/src/operations/cases',
    effect('../../replication/messages.ts'),
    'shared/operations imports only',
  ),
  sample('shared/src/operations/cases', effect('../../domain/case.ts')),
  sample('shared/src/replication', effect('../fixtures/test-town.ts'), 'shared/replication imports only'),
  sample('shared/src/replication', effect('../operations/registry.ts')),
  sample('shared/src/search', effect('../operations/registry.ts'), 'shared/search imports only'),
  sample('shared/src/fixtures', effect('../replication/messages.ts')),

  // shared is pure and brings its own few packages
  sample('shared/src/domain', effect('node:crypto'), 'shared imports no package but'),
  sample('shared/src/domain', effect('rxjs'), 'shared imports no package but'),
  sample('shared/src/domain', effect('@amtsstube/desktop/data/desk'), 'shared imports no package but'),
  sample('shared/src/domain', effect('@js-joda/core')),
  sample('shared/src/domain', effect('feiertagejs')),
  sample('shared/src/domain', 'export const now = () => Date.now();', 'shared is pure'),
  sample('shared/src/domain', 'export const now = () => new Date();', 'shared is pure'),
  sample('shared/src/domain', 'export const hour = (at: Date) => at.getHours();', 'shared is pure'),
  sample('shared/src/domain', 'export const dice = () => Math.random();', 'shared is pure'),
  sample(
    'shared/src/domain',
    'export const order = (a: string, b: string) => a.localeCompare(b);',
    'shared is pure',
  ),
  sample('shared/src/domain', 'export const f = new Intl.NumberFormat();', 'global variable Intl'),
  sample('shared/src/domain', 'export const e = process.env;', 'global variable process'),
  sample('shared/src/domain', 'export const id = () => crypto.randomUUID();', 'global variable crypto'),
  sample('shared/src/domain', 'export const at = (millis: number) => new Date(millis).toISOString();'),
  sample('shared/src/domain/clock.test.ts', 'export const now = () => Date.now();'),

  // zod is configured once
  sample('shared/src/domain', `export { z } from 'zod';`, 'Import z from shared/domain/zod'),
  sample('sync-server/src', effect('zod/v4'), 'Import z from shared/domain/zod'),
  sample('desktop/src/data', effect('zod'), 'Import z from shared/domain/zod'),
  sample('shared/src/domain/zod.ts', `export { z } from 'zod';`),
  sample('desktop/src/data', effect('@amtsstube/shared/domain/zod')),

  // the packages, and the sync server inside
  sample('sync-server/src', effect('@amtsstube/desktop/data/desk'), 'Across packages'),
  sample('sync-server/src', effect('../../desktop/src/data/desk.ts'), 'Across packages'),
  sample('desktop/src/data', effect('@amtsstube/sync-server/start-server'), 'Across packages'),
  sample('desktop/src/data', effect('../../../shared/src/domain/case.ts'), 'Across packages'),
  sample('desktop/src/data', effect('../../../print/src/letter-pdf.ts'), 'Across packages'),
  sample('desktop/src/letters', effect('@amtsstube/print/letter-pdf')),

  // what is printed is the same on the desk and on the server
  sample('print/src', effect('node:fs'), 'print imports'),
  sample('print/src', effect('@amtsstube/desktop/data/desk'), 'print imports'),
  sample('print/src', effect('pdfkit/output')),
  sample('print/src', 'export const now = () => new Date();', 'shared is pure'),
  sample('sync-server/src', effect('@amtsstube/shared/domain/case')),
  sample('sim/src', effect('@amtsstube/desktop/data/desk')),
  sample('sync-server/src/store', effect('express'), 'knows no HTTP'),
  sample('sync-server/src/store', effect('node:http'), 'knows no HTTP'),
  sample('sync-server/src/store', effect('../http-errors.ts'), 'knows no HTTP'),
  sample('sync-server/src/store', effect('kysely')),
  sample('sync-server/src/citizen', effect('express')),
  sample('sync-server/src/config.ts', `export const port = process.env['PORT'];`, 'Only main.ts reads'),
  sample(
    'sync-server/src',
    `import { env } from 'node:process';\nexport const port = env['PORT'];`,
    'Only main.ts reads',
  ),
  sample('sync-server/src/main.ts', `export const port = process.env['PORT'];`),
  sample('sync-server/src/main.test.ts', `export const port = process.env['PORT'];`),

  // the desktop
  sample(`${features}/cases`, effect('../inbox/inbox-query.ts'), 'A feature imports itself'),
  sample(`${features}/cases`, effect('../../features/inbox/inbox-query.ts'), 'A feature imports itself'),
  sample(`${features}/cases`, effect('../../data/journal.ts'), 'A feature imports itself'),
  sample(`${features}/cases`, effect('../../host/host.ts'), 'A feature imports itself'),
  sample(`${features}/cases`, effect('node:fs'), 'A feature imports itself'),
  sample(`${features}/cases`, effect('../../ui/../data/journal.ts'), 'A feature imports itself'),
  sample(`${features}/cases/list`, effect('../../inbox/inbox-query.ts'), 'A feature imports itself'),
  sample(`${features}/cases/list`, effect('../../../data/journal.ts'), 'A feature imports itself'),
  sample(`${features}/cases/cases.test.ts`, effect('../inbox/inbox-query.ts'), `A feature's test`),
  sample(`${features}/cases`, 'export const load = () => fetch("/cases");', 'global variable fetch'),
  sample(`${features}/cases`, 'export const load = () => window.fetch("/cases");', 'A feature never talks'),
  sample(`${features}/cases`, effect('../../data/desk.ts')),
  sample(`${features}/cases`, effect('../../ui/lists/row.tsx')),
  sample(`${features}/cases`, effect('../../texts/de.ts')),
  sample(`${features}/cases`, effect('./list/case-row.tsx')),
  sample(`${features}/cases`, effect('@amtsstube/shared/domain/case')),
  sample(`${features}/cases`, effect('react')),
  sample(`${features}/cases/list`, effect('../case-query.ts')),
  sample(`${features}/cases/list`, effect('../../../data/desk.ts')),
  sample(`${features}/cases/desk.test.ts`, effect('../../data/test-desk.ts')),
  sample(
    'desktop/src/data',
    effect('../features/inbox/inbox-query.ts'),
    'Only desktop/src/app imports features',
  ),
  sample('desktop/src/ui/lists', effect('../../app/bootstrap.tsx'), 'Only desktop/src/app imports features'),
  sample('desktop/src/app', effect('../features/inbox/inbox-screen.tsx')),
  sample('desktop/src/host', effect('electron'), 'Only desktop/src/main and'),
  sample(`${features}/cases`, effect('electron'), 'Only desktop/src/main and'),
  sample('desktop/src/main', effect('electron')),
  sample('desktop/src/preload', effect('electron/renderer')),
  sample('desktop/src/data', effect('rxdb'), 'Only desktop/src/data/cache/rxdb-*.ts'),
  sample(`${features}/cases`, effect('rxdb/plugins/core'), 'Only desktop/src/data/cache/rxdb-*.ts'),
  sample('desktop/src/data/cache', effect('dexie'), 'Only desktop/src/data/cache/rxdb-*.ts'),
  sample('desktop/src/data/cache/rxdb-cache.ts', effect('rxdb/plugins/replication')),
  sample('desktop/src/data', effect('rxjs')),

  // everywhere
  sample('desktop/src/ui', 'export default 1;', 'default export'),
  sample('desktop/vite.config.ts', 'export default {};'),
  sample('sync-server/src/ring-a.ts', `import { b } from './ring-b.ts';\nexport const a = () => b;`, 'cycle'),
  sample('sync-server/src/ring-b.ts', `import { a } from './ring-a.ts';\nexport const b = () => a;`, 'cycle'),
];
