import type { Case, Dossier } from '../domain/case.ts';
import { currentAnswers } from '../domain/corrections.ts';
import { creditorReference } from '../domain/fees/creditor-reference.ts';
import { type FeeSums, openCents } from '../domain/fees/fee.ts';
import { formatCents } from '../domain/fees/money.ts';
import { paymentSlipOf } from '../domain/fees/payment-slip.ts';
import type { FormDefinition } from '../domain/form.ts';
import { describeAnswer, summaryOf } from '../domain/forms/describe-answers.ts';
import type { AnswerWords } from '../domain/forms/kinds/kind.ts';
import { fileReferenceLabel, type Letter, letter } from '../domain/letter.ts';
import type { LetterTemplate } from '../domain/letter-template.ts';
import {
  answerPrefix,
  type CommonPlaceholder,
  fillParagraphs,
  fillPlaceholders,
  unknownPlaceholders,
} from '../domain/placeholders.ts';
import type { MunicipalitySettings } from '../domain/settings.ts';
import { formatLocalDate, type LocalDate, localDateOf } from '../domain/time.ts';
import { recipientOf } from './recipient.ts';

/** What a letter is made of beside its template. */
export interface LetterSource {
  readonly caseRecord: Case;
  readonly dossier: Dossier;
  readonly form: FormDefinition;
  readonly municipality: MunicipalitySettings;
  readonly serviceName: string;
  readonly departmentName: string;
  readonly clerkName: string;
  /** Of her own, as far as an administrator has entered them; '' or absent: none. */
  readonly clerkPhone?: string | undefined;
  readonly clerkRoom?: string | undefined;
  readonly today: LocalDate;
  readonly reason: string;
  readonly answerWords: AnswerWords;
  /** As it will be once the letter counts; absent: nothing is charged. */
  readonly fee?: FeeSums | undefined;
}

/** What the clerk changed of what the template gives; gaps in it are filled like those of the template. */
export interface LetterChanges {
  readonly addressee?: readonly string[];
  readonly subject?: string;
  readonly text?: string;
}

export type LetterProblem =
  | { readonly code: 'noAddress' | 'noSubject' | 'noText' | 'tooLong' }
  | { readonly code: 'unknownPlaceholder'; readonly name: string };

export interface LetterDraft {
  /** As far as it is: with problems, something to look at and not to be saved. */
  readonly letter: Letter;
  readonly problems: readonly LetterProblem[];
}

/** Said instead of a signature; in these words since § 37 Abs. 5 VwVfG asks for none on what a machine makes. */
const needsNoSignature = 'Dieses Schreiben wurde maschinell erstellt und ist ohne Unterschrift gültig.';

/** A letter as it would go out now. Pure: the same case, template and day give the same letter. */
export function draftLetter(
  template: LetterTemplate,
  source: LetterSource,
  changes: LetterChanges = {},
): LetterDraft {
  const { municipality, caseRecord } = source;
  const values = valuesFrom(source);
  const fill = (text: string) => fillPlaceholders(text, values);
  const addressee = (changes.addressee ?? recipientOf(source).addressee)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const address = linesOf(municipality.address);
  const subject = changes.subject ?? template.subject;
  const text = changes.text ?? template.text;
  // not every letter of a case asks for money: a decision does, and one whose template names the sum
  const asksForMoney =
    template.decisionKinds.length > 0 || /\{\{\s*(?:Gebühr|Offener Betrag)\s*\}\}/.test(template.text);
  const payment = asksForMoney
    ? paymentSlipOf(caseRecord.fileReference, source.fee, municipality)
    : undefined;
  const drafted = {
    templateId: template.id,
    templateVersion: template.version,
    sender: {
      name: municipality.name,
      lines: [source.departmentName, ...address, ...waysOf(municipality)].slice(0, 8),
      foot: footOf(municipality).slice(0, 6),
      returnAddress: [municipality.name, ...address].join(' · ').slice(0, 160),
    },
    addressee,
    information: [
      { label: fileReferenceLabel, value: caseRecord.fileReference },
      { label: 'Bearbeitet von', value: source.clerkName },
      { label: 'Zimmer', value: source.clerkRoom ?? '' },
      { label: 'Telefon', value: source.clerkPhone || municipality.phone },
      { label: 'E-Mail', value: municipality.email },
      { label: 'Datum', value: formatLocalDate(source.today) },
    ].filter(({ value }) => value !== ''),
    subject: fill(subject).trim(),
    text: fillParagraphs(text, values),
    legalRemedy: fillParagraphs(template.legalRemedy, values),
    closing: fill(template.closing).trim(),
    signature:
      template.signature === 'none'
        ? { kind: 'none', sentence: needsNoSignature }
        : { kind: 'byHand', name: municipality.signatory || source.clerkName },
    ...(payment && { payment }),
  } as const;
  const problems: LetterProblem[] = [subject, text, template.legalRemedy, template.closing]
    .flatMap((each) => unknownPlaceholders(each, (name) => values.has(name)))
    .map(({ name }) => ({ code: 'unknownPlaceholder', name }));
  // a name alone is no address
  if (addressee.length < 2) problems.push({ code: 'noAddress' });
  if (drafted.subject === '') problems.push({ code: 'noSubject' });
  if (drafted.text === '') problems.push({ code: 'noText' });
  const isLetter = letter.safeParse(drafted).success;
  if (problems.length === 0 && !isLetter) problems.push({ code: 'tooLong' });
  return { letter: drafted as unknown as Letter, problems };
}

/** Gaps whose value may change after the text was written: filled when it is printed. */
const filledLast = [
  'Begründung',
  'Gebühr',
  'Offener Betrag',
  'Zahlbar bis',
  'Kassenzeichen',
  'Aktenzeichen',
  'Datum',
] as const;

/** A template's text for somebody to go on writing: what is said elsewhere, or may be another by then, stays a gap. */
export function prefill(text: string, source: LetterSource): string {
  const values = new Map(valuesFrom(source));
  for (const name of filledLast) values.set(name, `{{${name}}}`);
  return fillParagraphs(text, values);
}

/**
 * A text block as it goes into a reason: filled at once, since a reason is also read where nothing fills gaps. One that
 * nobody knows stays, for the clerk to see.
 */
export function fillBlock(text: string, source: LetterSource): string {
  const values = new Map(valuesFrom(source));
  // a reason can't be part of itself
  values.delete('Begründung');
  return fillPlaceholders(text, values);
}

function valuesFrom(source: LetterSource): ReadonlyMap<string, string> {
  const { caseRecord, dossier, form, municipality, answerWords } = source;
  const answers = currentAnswers(dossier);
  const name = caseRecord.applicantName;
  const common: Readonly<Record<CommonPlaceholder, string>> = {
    Anrede: recipientOf(source).salutation,
    Name: name,
    Aktenzeichen: caseRecord.fileReference,
    Zugangscode: dossier.trackingCode,
    Leistung: source.serviceName,
    Antragsdatum: formatLocalDate(localDateOf(caseRecord.submittedAt)),
    Angaben: summaryOf(form, answers, answerWords),
    Begründung: source.reason.trim(),
    ...feeValues(source),
    Datum: formatLocalDate(source.today),
    Sachbearbeitung: source.clerkName,
    Amt: source.departmentName,
    Gemeinde: municipality.name,
    Gemeindeanschrift: linesOf(municipality.address).join(', '),
    Telefon: municipality.phone,
    Durchwahl: source.clerkPhone ?? '',
    Zimmer: source.clerkRoom ?? '',
    'E-Mail': municipality.email,
  };
  const answered = form.sections
    .flatMap(({ fields }) => fields)
    .map(({ id }) => {
      const value = Object.hasOwn(answers, id) ? (answers[id] ?? null) : null;
      const described =
        Array.isArray(value) && typeof value[0] === 'object' ? undefined : describe(id, value);
      return [`${answerPrefix}${id}`, described ?? ''] as const;
    });
  function describe(id: string, value: (typeof answers)[string] | null): string | undefined {
    return describeAnswer(form, id, value, answerWords)?.text;
  }
  return new Map([...Object.entries(common), ...answered]);
}

function feeValues({ fee, caseRecord }: LetterSource) {
  const isOpen = fee !== undefined && openCents(fee) > 0;
  const owed = fee ? fee.amountCents - fee.waivedCents : 0;
  return {
    Gebühr: owed > 0 ? formatCents(owed) : '',
    'Offener Betrag': isOpen ? formatCents(openCents(fee)) : '',
    'Zahlbar bis': isOpen ? formatLocalDate(fee.dueOn) : '',
    Kassenzeichen: isOpen ? (creditorReference(caseRecord.fileReference) ?? '') : '',
  };
}

function waysOf({ phone, email, web }: MunicipalitySettings): readonly string[] {
  return [phone === '' ? '' : `Telefon ${phone}`, email, web ?? ''].filter((line) => line !== '');
}

function footOf({ bankLine, openingHours }: MunicipalitySettings): readonly string[] {
  const hours = linesOf(openingHours ?? '').join(' · ');
  return [bankLine ?? '', hours === '' ? '' : `Öffnungszeiten: ${hours}`].filter((line) => line !== '');
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
