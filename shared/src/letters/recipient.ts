import type { Case, Dossier, Representative } from '../domain/case.ts';
import { currentAnswers } from '../domain/corrections.ts';
import type { FormDefinition } from '../domain/form.ts';
import { mostAddressLines } from '../domain/letter.ts';
import { addresseeOf } from './addressee.ts';

export interface Recipient {
  /** Line by line, by DIN 5008; fewer than two where no address is known. */
  readonly addressee: readonly string[];
  /** Whom the letter speaks to, as its first line: it names all whom the address zone can't hold. */
  readonly salutation: string;
}

interface RecipientSource {
  readonly caseRecord: Case;
  readonly dossier: Dossier;
  readonly form: FormDefinition;
}

/**
 * Whom letters of a case go to. Who has a power of attorney gets them for everybody (§ 14 Abs. 3 VwVfG); otherwise the
 * applicant and who applies with her, in one address where they have the same one or none of their own is known.
 */
export function recipientOf({ caseRecord, dossier, form }: RecipientSource): Recipient {
  const { jointApplicants = [], representedBy } = dossier;
  const joint = jointApplicants.map(({ name }) => name);
  const names = [caseRecord.applicantName, ...joint].filter((name) => name !== '');
  if (representedBy?.hasPowerOfAttorney) return proxyOf(representedBy, names);
  const [applicant, ...place] = addresseeOf(form, currentAnswers(dossier), caseRecord.applicantName);
  const atOnePlace = jointApplicants.filter(
    ({ address }) => address === '' || isSamePlace(placeOf(address), place),
  );
  const inAddress = [applicant ?? '', ...atOnePlace.map(({ name }) => name)];
  const isRoom = inAddress.length + place.length <= mostAddressLines;
  return {
    addressee: applicant === undefined ? [] : [...(isRoom ? inAddress : [applicant]), ...place],
    salutation: salutationOf(names),
  };
}

/** The longest line that an address takes. */
const longestLine = 120;

function proxyOf({ name, address }: Representative, represented: readonly string[]): Recipient {
  const [first = '', ...others] = represented;
  const place = placeOf(address);
  const whole = `als Vertretung von ${listOf(represented)}`;
  const isWhole = whole.length <= longestLine;
  const line = isWhole ? whole : `als Vertretung von ${first}${others.length > 0 ? ' und weiteren' : ''}`;
  return {
    // a name alone is no address, and the clerk is told so
    addressee: place.length === 0 ? [name] : [name, line.slice(0, longestLine), ...place],
    salutation: isWhole
      ? salutationOf([name])
      : `${salutationOf([name])}\n\nSie vertreten ${listOf(represented)}.`,
  };
}

/** In words that name no sex, each by name. */
function salutationOf([first, ...others]: readonly string[]): string {
  if (first === undefined) return 'Sehr geehrte Damen und Herren,';
  return [`Guten Tag ${first},`, ...others.map((name) => `guten Tag ${name},`)].join(' ');
}

function listOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} und ${names.at(-1)}`;
}

/** As a clerk types an address: in lines, or in one with a comma before the postcode. */
function placeOf(address: string): readonly string[] {
  return address
    .split(/\n|,\s*(?=\d{5}\b)/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function isSamePlace(one: readonly string[], other: readonly string[]): boolean {
  const plain = (lines: readonly string[]) => lines.join(' ').replaceAll(/\s+/g, ' ').toLowerCase();
  return plain(one) === plain(other);
}
