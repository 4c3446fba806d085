import { describe, expect, it } from 'vitest';
import { blobHash } from '../../domain/blob.ts';
import { keyOf, ref } from '../../domain/documents.ts';
import { caseId, formVersionId, serviceId, trackingCode } from '../../domain/ids.ts';
import { type Service, type Settings, settings } from '../../domain/settings.ts';
import { instant } from '../../domain/time.ts';
import { validDogAnswers } from '../../fixtures/builders.ts';
import { codeOf, TestOffice, type Who } from '../../fixtures/test-office.ts';
import { annaBerger, berndKrueger, testTown, testTownSettings } from '../../fixtures/test-town.ts';
import { put } from '../outcome.ts';
import type { PayloadOf } from '../registry.ts';
import { submitApplication } from './submit-application.ts';

const code = (letter: string) => trackingCode.parse(`${letter.repeat(5)}-BBBBB-CCCCC`);
const anApplication = (
  changed: Partial<PayloadOf<'submitApplication'>> = {},
): PayloadOf<'submitApplication'> => ({
  caseId: caseId.parse('new-case'),
  trackingCode: code('A'),
  serviceId: testTown.serviceId,
  formVersionId: testTown.formVersionId,
  answers: validDogAnswers(),
  ...changed,
});

function settingOf<K extends Settings['kind']>(kind: K): Extract<Settings, { kind: K }> {
  return testTownSettings.find((each) => each.kind === kind) as Extract<Settings, { kind: K }>;
}
const service: Service = settingOf('service');
const formVersion = settingOf('formVersion');

describe('submitApplication', () => {
  it.each<[string, Who, string]>([
    ['a citizen', 'citizen', 'accepted'],
    ['a clerk', berndKrueger, 'notAllowed'],
    ['a lead', annaBerger, 'notAllowed'],
    ['the system', 'system', 'notAllowed'],
  ])('by %s: %s', (_, who, expected) => {
    const office = new TestOffice([]);
    const before = new Map(office.documents);
    expect(codeOf(office.decide('submitApplication', anApplication(), who))).toBe(expected);
    if (expected !== 'accepted') expect(office.documents).toEqual(before);
  });

  const withdrawn = settings.parse({ ...formVersion, state: 'withdrawn' });
  const ofAnother = settings.parse({ ...formVersion, id: 'other.1', serviceId: 'other' });
  it.each<[string, Partial<PayloadOf<'submitApplication'>>, Settings[], string]>([
    ['a service the town doesn’t have', { serviceId: serviceId.parse('nope') }, [], 'noSuchService'],
    [
      'something that is no service',
      { serviceId: serviceId.parse(testTown.departmentId) },
      [],
      'noSuchService',
    ],
    ['a form the town doesn’t have', { formVersionId: formVersionId.parse('nope') }, [], 'formVersionGone'],
    [
      'something that is no form',
      { formVersionId: formVersionId.parse(testTown.serviceId) },
      [],
      'formVersionGone',
    ],
    ['a withdrawn form', {}, [withdrawn], 'formVersionGone'],
    [
      'another service’s form',
      { formVersionId: formVersionId.parse('other.1') },
      [ofAnother],
      'formVersionGone',
    ],
    ['an answer that is missing', { answers: validDogAnswers({ breed: '' }) }, [], 'invalidAnswers'],
  ])('for %s', (_, changed, written, expected) => {
    const office = new TestOffice([]);
    office.write(written.map((each) => put('settings', each)));
    const before = new Map(office.documents);
    expect(codeOf(office.decide('submitApplication', anApplication(changed), 'citizen'))).toBe(expected);
    expect(office.documents).toEqual(before);
  });

  it('tells all that is wrong with the answers', () => {
    const answers = validDogAnswers({ breed: ' ', bornOn: '31.02.2024', chip: '1', elsewhere: 'x' });
    expect(new TestOffice([]).decide('submitApplication', anApplication({ answers }), 'citizen')).toEqual({
      outcome: 'refused',
      reason: {
        code: 'invalidAnswers',
        errors: [
          { path: 'elsewhere', code: 'unknownField' },
          { path: 'breed', code: 'required' },
          { path: 'bornOn', code: 'notADate' },
          { path: 'chip', code: 'patternMismatch' },
        ],
      },
    });
  });

  it.each<[string, unknown]>([
    ['a broken tracking code', { ...anApplication(), trackingCode: 'ABCDE' }],
    ['look-alikes in the tracking code', { ...anApplication(), trackingCode: 'AAAA0-BBBBB-CCCCC' }],
    ['nothing as answer', { ...anApplication(), answers: { breed: null } }],
    ['an answer too long for any field', { ...anApplication(), answers: { breed: 'x'.repeat(5001) } }],
    ['a field more', { ...anApplication(), status: 'decided' }],
    ['nothing', undefined],
  ])('with %s: malformed', (_, payload) => {
    expect(codeOf(new TestOffice([]).decideUnchecked('submitApplication', payload, 'citizen'))).toBe(
      'malformed',
    );
  });

  it('a case id or tracking code that is taken: alreadyExists, and the first one stays as it was', () => {
    const office = new TestOffice([]);
    office.decide('submitApplication', anApplication(), 'citizen');
    const before = new Map(office.documents);
    const sameCase = anApplication({ trackingCode: code('B') });
    const sameCode = anApplication({ caseId: caseId.parse('other-case') });
    for (const second of [sameCase, sameCode]) {
      expect(codeOf(office.decide('submitApplication', second, 'citizen'))).toBe('alreadyExists');
      expect(office.documents).toEqual(before);
    }
  });

  it('becomes a case, a dossier and what finds it again; answers in their canonical form', () => {
    const office = new TestOffice([]);
    const answers = validDogAnswers({ bornOn: '1.5.2024', breed: '  Beagle ', reductionReason: 'rescue' });
    const outcome = office.decide('submitApplication', anApplication({ answers }), 'citizen');
    const id = caseId.parse('new-case');
    expect(office.case(id)).toEqual({
      id,
      scope: 'buergerservice/active',
      fileReference: 'HST-2026-00001',
      serviceId: testTown.serviceId,
      departmentId: testTown.departmentId,
      channel: 'web',
      status: 'received',
      applicantName: 'Erika Mustermann',
      submittedAt: office.decidedAt,
      deadlineOn: '2026-12-23',
      assigneeId: null,
      assignedAt: null,
      decision: null,
      eventCount: 1,
      lastEventAt: office.decidedAt,
    });
    // the reason of a reduction that was not asked for is dropped
    expect(office.dossier(id)).toMatchObject({
      answers: validDogAnswers({ bornOn: '2024-05-01', breed: 'Beagle' }),
      contactEmail: 'erika.mustermann@example.org',
      trackingCode: code('A'),
      events: [{ kind: 'submitted', opId: 'decision-1', at: office.decidedAt }],
    });
    expect(office.dossier(id).answers).not.toHaveProperty('reductionReason');
    expect(office.documents.get(keyOf(ref('trackings', code('A'))))).toMatchObject({ caseId: id });
    expect(outcome).toMatchObject({
      effects: [{ kind: 'mail', template: 'received', to: 'erika.mustermann@example.org', caseId: id }],
    });
  });

  it.each([
    ['counted from the local day, not the one in UTC', 32, '2026-12-31T23:10:00.000Z', '2027-02-02'],
    ['a weekend counts', 9, '2026-11-23T08:00:00.000Z', '2026-12-02'],
    ['it doesn’t end on a Saturday (§ 31 Abs. 3 VwVfG)', 5, '2026-11-23T08:00:00.000Z', '2026-11-30'],
    ['nor on a holiday of Saxony-Anhalt', 44, '2026-11-23T08:00:00.000Z', '2027-01-07'],
    ['none where the service names no time', null, '2026-11-23T08:00:00.000Z', null],
  ])('has a deadline: %s', (_, decisionWithinDays, decidedAt, expected) => {
    const office = new TestOffice([]);
    office.write([put('settings', { ...service, decisionWithinDays })]);
    office.decidedAt = instant.parse(decidedAt);
    office.decide('submitApplication', anApplication(), 'citizen');
    expect(office.case(caseId.parse('new-case')).deadlineOn).toBe(expected);
  });

  it.each([
    ['to the day of the same number', 3, '2026-11-23T08:00:00.000Z', '2027-02-23'],
    ['longer than 90 days where the months are', 3, '2027-02-04T08:00:00.000Z', '2027-05-04'],
    [
      'to the last of a month that has no such day (§ 188 Abs. 3 BGB)',
      1,
      '2028-01-31T08:00:00.000Z',
      '2028-02-29',
    ],
    ['not on a Sunday (§ 193 BGB)', 3, '2026-11-30T08:00:00.000Z', '2027-03-01'],
  ])('has a deadline in months: %s', (_, decisionWithinMonths, decidedAt, expected) => {
    const office = new TestOffice([]);
    office.write([put('settings', { ...service, decisionWithinDays: null, decisionWithinMonths })]);
    office.decidedAt = instant.parse(decidedAt);
    office.decide('submitApplication', anApplication(), 'citizen');
    expect(office.case(caseId.parse('new-case')).deadlineOn).toBe(expected);
  });

  it('numbers count up within a year of Saxony-Anhalt, and begin anew at its midnight', () => {
    const office = new TestOffice([]);
    let count = 0;
    const submitAt = (decidedAt: string) => {
      count += 1;
      const id = caseId.parse(`case-at-${count}`);
      // the office decides a second later
      office.decidedAt = instant.parse(decidedAt);
      office.decide(
        'submitApplication',
        anApplication({ caseId: id, trackingCode: code('ABCDEFGH'.charAt(count)) }),
        'citizen',
      );
      return office.case(id).fileReference;
    };
    expect(submitAt('2026-12-31T22:59:00.000Z')).toBe('HST-2026-00001');
    expect(submitAt('2026-12-31T22:59:58.000Z')).toBe('HST-2026-00002');
    expect(submitAt('2026-12-31T22:59:59.000Z')).toBe('HST-2027-00001');
    expect(submitAt('2027-06-01T10:00:00.000Z')).toBe('HST-2027-00002');
  });

  it('a refused one takes no number', () => {
    const office = new TestOffice([]);
    office.decide('submitApplication', anApplication({ answers: {} }), 'citizen');
    office.decide('submitApplication', anApplication(), 'citizen');
    expect(office.case(caseId.parse('new-case')).fileReference).toBe('HST-2026-00001');
  });

  it('the longest ids and names that settings allow still make a case', () => {
    const longId = `s${'x'.repeat(79)}`;
    const part = (id: string) => ({ id, type: 'text', label: id, required: true, maxLength: 500 });
    const longService = settings.parse({ ...service, id: longId, formVersionId: 'long.1' });
    const longForm = settings.parse({
      ...formVersion,
      id: 'long.1',
      serviceId: longId,
      form: {
        sections: [{ title: 'Name', fields: ['a', 'b', 'c', 'd'].map(part) }],
        applicantNameFields: ['a', 'b', 'c', 'd'],
      },
    });
    const office = new TestOffice([]);
    office.write([put('settings', longService), put('settings', longForm)]);
    const name = 'N'.repeat(500);
    const application = anApplication({
      serviceId: serviceId.parse(longId),
      formVersionId: formVersionId.parse('long.1'),
      answers: { a: name, b: name, c: name, d: name },
    });
    expect(codeOf(office.decide('submitApplication', application, 'citizen'))).toBe('accepted');
    expect(office.case(caseId.parse('new-case')).applicantName).toBe([name, name, name, name].join(' '));
    expect(office.dossier(caseId.parse('new-case')).contactEmail).toBeNull();
  });
});

describe('an application with files', () => {
  const plan = { hash: 'a'.repeat(64), name: 'Plan.pdf', kind: 'pdf', bytes: 1000 };
  const photo = { hash: 'b'.repeat(64), name: 'Foto.jpg', kind: 'jpeg', bytes: 2000 };
  const upload = (id: string) => ({
    id,
    type: 'upload',
    label: id,
    required: false,
    accepts: ['pdf', 'jpeg'],
    maximumCount: 3,
  });
  const group = {
    id: 'children',
    type: 'group',
    label: 'Kinder',
    entryTitle: 'Kind',
    addLabel: 'Noch ein Kind',
    minimumCount: 0,
    maximumCount: 3,
    fields: [upload('proof')],
  };

  function submitted(files: object, more: Partial<PayloadOf<'submitApplication'>> = {}) {
    const office = new TestOffice([]);
    const [first, ...rest] = formVersion.form.sections;
    const sections = [{ ...first, fields: [...(first?.fields ?? []), upload('plans'), group] }, ...rest];
    office.write([
      put('settings', settings.parse({ ...formVersion, form: { ...formVersion.form, sections } })),
    ]);
    const payload = anApplication({ answers: { ...validDogAnswers(), ...files }, ...more });
    expect(codeOf(office.decide('submitApplication', payload, 'citizen'))).toBe('accepted');
    return { office, dossier: office.dossier(caseId.parse('new-case')) };
  }

  it('[B1] has them among the files of its case, each once, from nobody of the office', () => {
    const { office, dossier } = submitted({
      plans: [plan, photo],
      children: [{ proof: [{ ...plan, name: 'anders.pdf' }] }],
    });
    const common = { addedBy: null, addedAt: office.decidedAt };
    expect(dossier.attachments).toEqual([
      { hash: plan.hash, name: 'Plan.pdf', mediaType: 'application/pdf', size: 1000, ...common },
      { hash: photo.hash, name: 'Foto.jpg', mediaType: 'image/jpeg', size: 2000, ...common },
    ]);
  });

  it('has those withheld that nobody has looked through', () => {
    const { dossier } = submitted({ plans: [plan, photo] }, { inCheck: [blobHash.parse(photo.hash)] });
    expect(dossier.attachments?.map(({ withheld }) => withheld)).toEqual([undefined, 'inCheck']);
  });

  it('may have more of those than any form of today asks for', () => {
    const inCheck = Array.from({ length: 1000 }, (_, index) => index.toString(16).padStart(64, '0'));
    const { serviceId, formVersionId } = testTown;
    const ids = { caseId: 'case-1', trackingCode: 'ABCDE-FGHJK-MNPQR', serviceId, formVersionId };
    const payload = { ...ids, answers: {}, inCheck };
    expect(submitApplication.payload.safeParse(payload).success).toBe(true);
  });

  it('without files has no list of them, and remembers the language it was made in', () => {
    const { dossier } = submitted({}, { language: 'en' });
    expect(dossier).not.toHaveProperty('attachments');
    expect(dossier.language).toBe('en');
  });
});
