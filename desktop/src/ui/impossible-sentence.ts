import { assertNever } from '@amtsstube/shared/domain/assert-never';
import { de } from '../texts/de.ts';
import type { Impossible } from './case-actions.ts';
import type { NameOf } from './names.ts';

/** Why a button is off, as a sentence beside it. */
export function impossibleSentence(impossible: Impossible, nameOf: NameOf): string {
  switch (impossible.because) {
    case 'withOther':
    case 'notYours':
      return de.cases.impossible[impossible.because](nameOf(impossible.assigneeId));
    case 'otherDepartment':
    case 'decided':
    case 'awaitingApproval':
    case 'alreadyYours':
    case 'takeOverFirst':
    case 'inInbox':
    case 'handedOver':
    case 'newerProgram':
      return de.cases.impossible[impossible.because];
    default:
      return assertNever(impossible);
  }
}
