import type { Annex, PersonMatch } from '@amtsstube/shared/domain/annex';
import type { Case } from '@amtsstube/shared/domain/case';
import type { CaseRow } from '../../../data/desk.ts';

export interface PersonCases {
  /** A clerk said it is the same person. */
  readonly confirmed: readonly { readonly caseId: string; readonly match: PersonMatch }[];
  /** The same name, nobody has said yet; with the same day of birth first. */
  readonly suggested: readonly { readonly caseRecord: Case; readonly isSameBirth: boolean }[];
  /** The same name, and a clerk said it is somebody else. */
  readonly rejected: readonly { readonly caseId: string; readonly match: PersonMatch }[];
}

/**
 * What is known and what may be concluded: two days of birth that differ are two people; where one is missing the name
 * alone suggests, and says so.
 */
export function personCases(
  openCase: Case,
  namesakes: readonly CaseRow[],
  annex: Pick<Annex, 'persons'> | undefined,
): PersonCases {
  const persons = annex?.persons ?? [];
  const said = new Set<string>(persons.map(({ caseId }) => caseId));
  const { applicantBornOn: bornOn } = openCase;
  const suggested = namesakes
    .map(({ caseRecord }) => caseRecord)
    .filter(({ id }) => id !== openCase.id && !said.has(id))
    .filter(({ applicantBornOn: other }) => bornOn === undefined || other === undefined || other === bornOn)
    .map((caseRecord) => ({
      caseRecord,
      isSameBirth: bornOn !== undefined && caseRecord.applicantBornOn === bornOn,
    }))
    .toSorted((a, b) => Number(b.isSameBirth) - Number(a.isSameBirth));
  const withMatch = (same: boolean) =>
    persons.filter((match) => match.same === same).map((match) => ({ caseId: match.caseId, match }));
  return { confirmed: withMatch(true), suggested, rejected: withMatch(false) };
}
