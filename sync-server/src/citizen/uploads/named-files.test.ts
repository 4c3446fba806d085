import { sewerConnection } from '@amtsstube/shared/services/property/sewer-connection';
import { expect, it } from 'vitest';
import { namedFiles, uploadFieldAt } from './named-files.ts';

it('says of each file whether its field takes so many', () => {
  const most = uploadFieldAt(sewerConnection.form, 'sitePlan')?.maximumCount ?? 0;
  const typed = new Map([most - 1, most, 99].map((index) => [`sitePlan.${index}.hash`, 'a'.repeat(64)]));
  expect(namedFiles(sewerConnection.form, typed).map(({ isTaken }) => isTaken)).toEqual([true, false, false]);
});
