import { assertNever } from '@amtsstube/shared/domain/assert-never';
import { formatInstant } from '@amtsstube/shared/domain/time';
import type { RefusedEntry } from '../data/desk.ts';
import { de } from '../texts/de.ts';
import type { NameOf } from './names.ts';

/** Why something was refused, as a clerk reads it: no full stop, to stand after a colon. Every code has its sentence. */
export function refusalSentence(reason: RefusedEntry['reason'], nameOf: NameOf): string {
  const text = de.refusal;
  switch (reason.code) {
    case 'alreadyDecided':
      return text.alreadyDecided(nameOf(reason.byId), formatInstant(reason.at));
    case 'alreadyAssigned':
      return text.alreadyAssigned(nameOf(reason.toId));
    case 'notAssigned':
      return reason.toId === null ? text.notAssignedToAnyone : text.notAssignedToOther(nameOf(reason.toId));
    case 'invalidAnswers':
      return text.invalidAnswers(reason.errors.length);
    case 'malformed':
    case 'internal':
    case 'notAllowed':
    case 'noSuchCase':
    case 'noSuchClerk':
    case 'noSuchService':
    case 'formVersionGone':
    case 'alreadyExists':
    case 'reasonRequired':
    case 'textRequired':
    case 'otherText':
      return text[reason.code];
    default:
      return assertNever(reason);
  }
}
