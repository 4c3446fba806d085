import { describe, expect, it } from 'vitest';
import { opId } from '../domain/ids.ts';
import { letter as letterSchema } from '../domain/letter.ts';
import { localDate } from '../domain/time.ts';
import { aLetterSource } from '../fixtures/a-letter-source.ts';
import { aCase, aDossier, validDogAnswers } from '../fixtures/builders.ts';
import { annaBerger, testTown, testTownSettings } from '../fixtures/test-town.ts';
import { templatesFor } from './choose-templates.ts';
import { draftLetter, fillBlock, prefill } from './draft-letter.ts';

const source = aLetterSource();
const [rejection] = templatesFor(testTownSettings, testTown.serviceId, 'rejected');
const template = rejection!;

it('a text block is filled for its case, but for the reason it goes into and for what nobody knows', () => {
  const { fileReference } = source.caseRecord;
  expect(fillBlock('Zu {{Aktenzeichen}}: {{Nmae}}, {{Begründung}}', source)).toBe(
    `Zu ${fileReference}: {{Nmae}}, {{Begründung}}`,
  );
});

describe('a letter from its template', () => {
  it('is filled, addressed and complete', () => {
    const { letter, problems } = draftLetter(template, source);
    expect(problems).toEqual([]);
    expect(letterSchema.parse(letter)).toEqual(letter);
    expect(letter.addressee).toEqual(['Erika Mustermann', 'Lindenstraße 4', '39576 Musterstadt']);
    expect(letter.text).toContain('Guten Tag Erika Mustermann,\n\nIhren Antrag vom 23.11.2026');
    expect(letter.text).toContain('Begründung:\nDie Chipnummer fehlt.');
    expect(letter.legalRemedy).toContain('Musterstadt (Altmark), Markt 1, 39576 Musterstadt');
    expect(letter.information).toContainEqual({ label: 'Aktenzeichen', value: 'HST-2026-00001' });
    expect(letter.information).toContainEqual({ label: 'Datum', value: '23.11.2026' });
    expect(JSON.stringify(letter)).not.toContain('{{');
  });

  it('goes by what counts of a corrected address', () => {
    const corrected = aDossier();
    const event = {
      kind: 'answerCorrected' as const,
      opId: opId.parse('op-2'),
      at: corrected.events[0]!.at,
      byId: annaBerger.id,
      path: 'street',
      value: 'Lindenstraße 40',
      basedOn: [],
    };
    const dossier = { ...corrected, events: [...corrected.events, event] };
    expect(draftLetter(template, { ...source, dossier }).letter.addressee).toContain('Lindenstraße 40');
  });

  it('names the ways to who writes it; what nobody entered is no line', () => {
    const text = 'Sie erreichen mich so:\nTelefon {{Durchwahl}}\nZimmer {{Zimmer}}\n\nBis bald';
    const own = { ...source, clerkPhone: '03900 123-14', clerkRoom: '2.14' };
    const { letter } = draftLetter({ ...template, text }, own);
    expect(letter.information).toContainEqual({ label: 'Telefon', value: '03900 123-14' });
    expect(letter.information).toContainEqual({ label: 'Zimmer', value: '2.14' });
    expect(letter.text).toBe('Sie erreichen mich so:\nTelefon 03900 123-14\nZimmer 2.14\n\nBis bald');
    const onlyRoom = draftLetter({ ...template, text }, { ...own, clerkPhone: '' }).letter;
    expect(onlyRoom.text).toBe('Sie erreichen mich so:\nZimmer 2.14\n\nBis bald');
    expect(onlyRoom.information).toContainEqual({ label: 'Telefon', value: source.municipality.phone });
    const neither = draftLetter({ ...template, text }, source).letter;
    expect(neither.text).toBe('Bis bald');
    expect(neither.information.map(({ label }) => label)).not.toContain('Zimmer');
  });

  it('loses a paragraph whose gaps are all empty, with the words around them', () => {
    const { letter } = draftLetter(template, { ...source, reason: '' });
    expect(letter.text).not.toContain('Begründung');
    expect(letter.text).not.toContain('Gegenstand');
  });

  it('whose text was edited still asks for the fee as it is by then, also where there was none', () => {
    const fee = {
      amountCents: 5000,
      dueOn: localDate.parse('2026-12-23'),
      chargedAt: aCase().submittedAt,
      waivedCents: 0,
      paidCents: 0,
    };
    const text = `${prefill(template.text, source)}\n\nVom {{Datum}}.`;
    expect(draftLetter(template, source, { text }).letter.text).not.toContain('Gebühr');
    const later = { ...source, fee, today: localDate.parse('2026-11-25') };
    const printed = draftLetter(template, later, { text }).letter.text.replaceAll('\u00a0', ' ');
    expect(printed).toContain('Die Gebühr beträgt 50,00 €');
    expect(printed).toContain('bis zum 23.12.2026');
    expect(printed).toContain('Vom 25.11.2026.');
    // paid in part, then in full: what is charged stays what it is
    const paid = (paidCents: number) =>
      draftLetter(template, { ...source, fee: { ...fee, paidCents } }).letter.text.replaceAll('\u00a0', ' ');
    expect(paid(2000)).toContain(
      'Die Gebühr beträgt 50,00 €.\n\nBitte zahlen Sie 30,00 € bis zum 23.12.2026',
    );
    expect(paid(5000)).toContain('Die Gebühr beträgt 50,00 €.');
    expect(paid(5000)).not.toContain('Bitte zahlen');
  });

  it('says what is missing: an address, a subject, a gap nobody knows', () => {
    const dossier = aDossier({ answers: validDogAnswers({ street: '' }) });
    expect(draftLetter(template, { ...source, dossier }).problems).toEqual([{ code: 'noAddress' }]);
    const changes = { subject: ' ', text: '{{Aktenzeichn}}', addressee: ['Erika Mustermann'] };
    expect(draftLetter(template, source, changes).problems).toEqual([
      { code: 'unknownPlaceholder', name: 'Aktenzeichn' },
      { code: 'noAddress' },
      { code: 'noSubject' },
    ]);
  });

  it('braces in what somebody else wrote are no gaps', () => {
    const { problems } = draftLetter(template, { ...source, reason: 'Siehe {{Anlage}}.' });
    expect(problems).toEqual([]);
  });

  it('a service’s own template comes before the town’s, and those that are shipped last', () => {
    const own = (id: string, forServices: string[]) =>
      ({ ...template, kind: 'template', scope: 'all', id, version: 3, forServices }) as never;
    const settings = [own('all', []), own('dogs', [testTown.serviceId])];
    const ids = (given: readonly never[], service: string) =>
      templatesFor(given, service, 'rejected').map(({ id }) => id);
    expect(ids(settings, testTown.serviceId)).toEqual(['dogs', 'all']);
    expect(ids(settings, 'other')).toEqual(['all']);
    expect(ids([], 'other')).toEqual(['standard.ablehnung']);
  });
});
