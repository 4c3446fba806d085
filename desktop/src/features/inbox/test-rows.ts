import { caseRecord } from '@amtsstube/shared/domain/case';
import { aCase } from '@amtsstube/shared/fixtures/builders';
import type { CaseRow } from '../../data/desk.ts';

/** For tests: a row of the list; name only what the test is about. */
export function aRow(changed: Readonly<Record<string, unknown>> = {}): CaseRow {
  return { caseRecord: caseRecord.parse({ ...aCase(), ...changed }), waiting: [] };
}
