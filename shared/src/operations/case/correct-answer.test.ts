import { describe, expect, it } from 'vitest';
import { type Clerk, clerk } from '../../domain/clerk.ts';
import { answerAt, currentAnswers, standingCorrections } from '../../domain/corrections.ts';
import type { Answers, FormDefinition } from '../../domain/form.ts';
import { caseId, type OpId } from '../../domain/ids.ts';
import { type Settings, settings } from '../../domain/settings.ts';
import { aDossier, validDogAnswers } from '../../fixtures/builders.ts';
import { codeOf, TestOffice, type Who } from '../../fixtures/test-office.ts';
import { annaBerger, berndKrueger, testTown, testTownSettings } from '../../fixtures/test-town.ts';
import { put } from '../outcome.ts';
import type { PayloadOf } from '../registry.ts';

const id = caseId.parse('case-1');
const stranger = clerk.parse({ ...berndKrueger, id: 'carla-bau', departmentIds: ['bauamt'] });
const anna = annaBerger;
const bernd = berndKrueger;

const correction = (changed: Partial<PayloadOf<'correctAnswer'>> = {}): PayloadOf<'correctAnswer'> => ({
  caseId: id,
  formVersionId: testTown.formVersionId,
  path: 'dogName',
  basedOn: [],
  value: 'Rex',
  ...changed,
});

/** As the screen does it: based on all that is in force. */
function correctAsShown(office: TestOffice, who: Clerk, value: string, path = 'dogName'): string {
  return codeOf(
    office.decide('correctAnswer', correction({ path, value, basedOn: inForce(office, path) }), who),
  );
}

function inForce(office: TestOffice, path = 'dogName'): OpId[] {
  return (standingCorrections(office.dossier()).get(path) ?? []).flatMap(({ corrections }) =>
    corrections.map(({ opId }) => opId),
  );
}

/** What is in force, with who said so. */
function shown(office: TestOffice, path = 'dogName') {
  return (standingCorrections(office.dossier()).get(path) ?? []).map(({ value, corrections }) => [
    value,
    ...corrections.map(({ byId }) => byId),
  ]);
}

/** A case made with this form and answered so. */
function officeWith(form: Partial<FormDefinition>, answers: Answers): TestOffice {
  const office = new TestOffice();
  const version = testTownSettings.find((each) => each.id === testTown.formVersionId);
  if (version?.kind !== 'formVersion') throw new Error('the test town has no form');
  const changed = settings.parse({ ...version, form: { ...version.form, ...form } });
  office.write([put('settings', changed), put('dossiers', aDossier({ answers }))]);
  return office;
}

describe('correctAnswer', () => {
  it.each<[string, Who, string]>([
    ['a clerk of the department', bernd, 'accepted'],
    ['a lead', anna, 'accepted'],
    ['a clerk of another department', stranger, 'notAllowed'],
    ['a citizen', 'citizen', 'notAllowed'],
    ['the system', 'system', 'notAllowed'],
  ])('by %s: %s', (_, who, code) => {
    const office = new TestOffice();
    const before = new Map(office.documents);
    expect(codeOf(office.decide('correctAnswer', correction(), who))).toBe(code);
    if (code !== 'accepted') expect(office.documents).toEqual(before);
  });

  it('leaves what was entered, and adds one line to the history with who and when', () => {
    const office = new TestOffice();
    office.decide('correctAnswer', correction({ value: '  Rex ' }), bernd);
    expect(office.dossier().answers).toEqual(validDogAnswers());
    expect(office.dossier().events.slice(1)).toEqual([
      {
        kind: 'answerCorrected',
        opId: 'decision-1',
        at: office.decidedAt,
        byId: bernd.id,
        path: 'dogName',
        value: 'Rex',
        basedOn: [],
      },
    ]);
    expect(office.case().eventCount).toBe(2);
    expect(currentAnswers(office.dossier())).toEqual(validDogAnswers({ dogName: 'Rex' }));
  });

  it.each<[string, object, string]>([
    ['an answer that was never given', { path: 'phone', value: '03900 1234' }, 'accepted'],
    ['an answer taken away', { path: 'phone', value: null }, 'accepted'],
    ['an answer taken away that the form demands', { value: null }, 'invalidAnswers required'],
    ['an answer of blanks that the form demands', { value: '  ' }, 'invalidAnswers required'],
    ['a field that the form doesn’t have', { path: 'catName' }, 'invalidAnswers unknownField'],
    ['a field of Object’s own', { path: 'toString' }, 'invalidAnswers unknownField'],
    ['an entry of what is no group', { path: 'dogName.0.bornOn' }, 'invalidAnswers unknownField'],
    ['a date that isn’t one', { path: 'bornOn', value: '31.02.2024' }, 'invalidAnswers notADate'],
    ['an option that isn’t one', { path: 'sex', value: 'purple' }, 'invalidAnswers notAChoice'],
    ['another version of the form', { formVersionId: 'hundesteuer-anmelden.9' }, 'formVersionGone'],
    ['a path that leads nowhere', { path: 'a..b' }, 'malformed'],
    ['a value of a page', { value: 'x'.repeat(5001) }, 'malformed'],
    ['a case that isn’t there', { caseId: 'nowhere' }, 'noSuchCase'],
  ])('%s', (_, wrong, code) => {
    const office = new TestOffice();
    const payload = { ...correction(), ...wrong };
    const outcome = office.decideUnchecked('correctAnswer', payload, bernd);
    const why =
      outcome.outcome === 'refused' && outcome.reason.code === 'invalidAnswers'
        ? outcome.reason.errors.map((error) => error.code)
        : [];
    expect([codeOf(outcome), ...why].join(' ')).toBe(code);
  });

  it('of a form version that was withdrawn stands; of one that is gone is refused', () => {
    const office = new TestOffice();
    const version = testTownSettings.find((each) => each.id === testTown.formVersionId) as Settings;
    office.write([put('settings', settings.parse({ ...version, state: 'withdrawn' }))]);
    expect(codeOf(office.decide('correctAnswer', correction(), bernd))).toBe('accepted');
    office.write([{ collection: 'settings', id: version.id, document: null }]);
    expect(codeOf(office.decide('correctAnswer', correction(), bernd))).toBe('formVersionGone');
  });

  it('of a repeated group: in an entry that was entered, and in no other', () => {
    const office = officeWith(
      {
        sections: [
          {
            title: 'Kinder',
            fields: [
              { id: 'name', type: 'text', label: 'Name', required: true, maxLength: 40 },
              {
                id: 'children',
                type: 'group',
                label: 'Kinder',
                entryTitle: 'Kind',
                addLabel: 'Weiteres Kind',
                minimumCount: 1,
                maximumCount: 5,
                fields: [
                  { id: 'bornOn', type: 'date', label: 'Geboren am', required: true },
                  {
                    id: 'passport',
                    type: 'upload',
                    label: 'Pass',
                    required: false,
                    accepts: ['pdf'],
                    maximumCount: 1,
                  },
                ],
              },
            ],
          },
        ],
        applicantNameFields: ['name'],
        contactEmailField: undefined,
        summaryFields: [],
        supportingDocuments: [],
      },
      { name: 'Weiß', children: [{ bornOn: '2020-01-01' }, { bornOn: '2022-02-02' }] },
    );
    const of = (path: string, value: string | null = '3.3.2023') =>
      codeOf(office.decide('correctAnswer', correction({ path, value }), bernd));
    expect(of('children.1.bornOn')).toBe('accepted');
    for (const path of ['children', 'children.2.bornOn', 'children.1.name', 'children.1.passport'])
      expect(of(path), path).toBe('invalidAnswers');
    const current = currentAnswers(office.dossier());
    expect(current['children']).toEqual([{ bornOn: '2020-01-01' }, { bornOn: '2023-03-03' }]);
    expect(answerAt(office.dossier().answers, 'children.1.bornOn')).toBe('2022-02-02');
  });

  it('of the name and the e-mail address: list and mails go by it; while it is disputed, by what stood alone before', () => {
    const office = new TestOffice();
    const email = (value: string, who: Clerk) =>
      office.decide('correctAnswer', correction({ path: 'email', value }), who);
    office.decide('correctAnswer', correction({ path: 'lastName', value: 'Musterfrau' }), bernd);
    email('e.musterfrau@example.org', bernd);
    expect(office.case().applicantName).toBe('Erika Musterfrau');
    expect(office.dossier().contactEmail).toBe('e.musterfrau@example.org');
    email('erika@example.org', anna);
    expect(office.dossier().contactEmail).toBe('erika.mustermann@example.org');
    correctAsShown(office, anna, 'erika@example.org', 'email');
    expect(office.dossier().contactEmail).toBe('erika@example.org');
    // both know that the former one was wrong, so no mail goes there
    const basedOn = inForce(office, 'email');
    for (const [value, who] of [
      ['erika@neu.example', bernd],
      ['erika@anders.example', anna],
    ] as const)
      office.decide('correctAnswer', correction({ path: 'email', value, basedOn }), who);
    expect(shown(office, 'email')).toHaveLength(2);
    expect(office.dossier().contactEmail).toBe('erika@example.org');
  });
});

describe('name and e-mail address of a form that asks for them only sometimes', () => {
  const fields: FormDefinition['sections'][number]['fields'] = [
    { id: 'name', type: 'text', label: 'Name', required: true, maxLength: 40 },
    { id: 'byMail', type: 'yesNo', label: 'Per E-Mail?', required: true },
    {
      id: 'email',
      type: 'email',
      label: 'E-Mail',
      required: true,
      showWhen: { fieldId: 'byMail', equals: true },
    },
  ];

  it('go by what is asked, as when an application is sent', () => {
    const office = officeWith(
      {
        sections: [{ title: 'Wer', fields }],
        applicantNameFields: ['name'],
        contactEmailField: 'email',
        summaryFields: [],
        supportingDocuments: [],
      },
      { name: 'Weiß', byMail: true, email: 'weiss@example.org' },
    );
    const email = (path: string, value: string | boolean) => {
      expect(codeOf(office.decide('correctAnswer', correction({ path, value }), bernd))).toBe('accepted');
      return office.dossier().contactEmail;
    };
    expect(email('name', 'Weiss')).toBe('weiss@example.org');
    expect(office.case().applicantName).toBe('Weiss');
    expect(email('byMail', false)).toBeNull();
    expect(email('email', 'neu@example.org')).toBeNull();
    expect(currentAnswers(office.dossier())['email']).toBe('neu@example.org');
  });
});

describe('a correction of what was entered from a paper', () => {
  /** A person without the day of birth the form asks for stands on the paper only. */
  function paper(): TestOffice {
    const office = officeWith(
      {
        sections: [
          {
            title: 'Wer',
            fields: [
              { id: 'applicant', type: 'person', label: 'Antragsteller', required: true, asks: ['bornOn'] },
              { id: 'wish', type: 'text', label: 'Wunsch', required: false, maxLength: 100 },
            ],
          },
        ],
        applicantNameFields: ['applicant'],
        contactEmailField: undefined,
        summaryFields: [],
        supportingDocuments: [],
      },
      { wish: 'Platz' },
    );
    const asWritten = [{ path: 'applicant', text: 'Erna Müller' }];
    office.write([put('dossiers', aDossier({ answers: { wish: 'Platz' }, asWritten }))]);
    return office;
  }

  it('leaves the name that stands on it, until that is corrected itself', () => {
    const office = paper();
    expect(correctAsShown(office, bernd, 'Hort', 'wish')).toBe('accepted');
    expect(office.case().applicantName).toBe('Erna Müller');
    const value = { firstName: 'Erna', lastName: 'Möller', bornOn: '1950-05-05' };
    expect(codeOf(office.decide('correctAnswer', correction({ path: 'applicant', value }), bernd))).toBe(
      'accepted',
    );
    expect(office.case()).toMatchObject({ applicantName: 'Erna Möller', applicantBornOn: '1950-05-05' });
    expect(office.dossier().asWritten).toEqual([{ path: 'applicant', text: 'Erna Müller' }]);
  });
});

describe('corrections of one answer that meet', () => {
  it('another value from the same base: both are in force, each with who said so', () => {
    const office = new TestOffice();
    office.decide('correctAnswer', correction({ value: 'Rex' }), bernd);
    office.decide('correctAnswer', correction({ value: 'Hasso' }), anna);
    expect(shown(office)).toEqual([
      ['Rex', bernd.id],
      ['Hasso', anna.id],
    ]);
    expect(currentAnswers(office.dossier())['dogName']).toBe('Bello');
  });

  it('the same value from the same base: one value, two who found it, nothing to settle', () => {
    const office = new TestOffice();
    for (const who of [bernd, anna]) office.decide('correctAnswer', correction(), who);
    expect(shown(office)).toEqual([['Rex', bernd.id, anna.id]]);
    expect(currentAnswers(office.dossier())['dogName']).toBe('Rex');
  });

  it('who saw the former correction replaces it, also back to what was entered and once more', () => {
    const office = new TestOffice();
    for (const value of ['Rex', 'Bello', 'Rex'])
      expect(correctAsShown(office, bernd, value)).toBe('accepted');
    expect(shown(office)).toEqual([['Rex', bernd.id]]);
  });

  it('a value that came back is no proof of having seen what was between', () => {
    const office = new TestOffice();
    correctAsShown(office, bernd, 'Rex');
    correctAsShown(office, bernd, 'Bello');
    // made while Bello stood as it was entered
    office.decide('correctAnswer', correction({ value: 'Hasso' }), anna);
    expect(shown(office)).toEqual([
      ['Bello', bernd.id],
      ['Hasso', anna.id],
    ]);
  });

  it('one act settles it: the value that is taken is in force alone', () => {
    const office = new TestOffice();
    office.decide('correctAnswer', correction({ value: 'Rex' }), bernd);
    office.decide('correctAnswer', correction({ value: 'Hasso' }), anna);
    expect(correctAsShown(office, anna, 'Rex')).toBe('accepted');
    expect(shown(office)).toEqual([['Rex', anna.id]]);
  });

  it('settled without knowing of a third value: that one stays beside it', () => {
    const office = new TestOffice();
    office.decide('correctAnswer', correction({ value: 'Rex' }), bernd);
    office.decide('correctAnswer', correction({ value: 'Hasso' }), anna);
    const seen = inForce(office);
    office.decide('correctAnswer', correction({ value: 'Waldi' }), bernd);
    office.decide('correctAnswer', correction({ value: 'Rex', basedOn: seen }), anna);
    expect(shown(office)).toEqual([
      ['Waldi', bernd.id],
      ['Rex', anna.id],
    ]);
  });

  it('settled at two desks to the same value is settled, to two values is disputed again', () => {
    for (const [value, count] of [
      ['Rex', 1],
      ['Hasso', 2],
    ] as const) {
      const office = new TestOffice();
      office.decide('correctAnswer', correction({ value: 'Rex' }), bernd);
      office.decide('correctAnswer', correction({ value: 'Hasso' }), anna);
      const basedOn = inForce(office);
      office.decide('correctAnswer', correction({ value: 'Rex', basedOn }), bernd);
      office.decide('correctAnswer', correction({ value, basedOn }), anna);
      expect(shown(office)).toHaveLength(count);
    }
  });
});
