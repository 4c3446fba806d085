import { describe, expect, it } from 'vitest';
import { keyOf, ref } from '../../domain/documents.ts';
import { codeOf, TestOffice, type Who } from '../../fixtures/test-office.ts';
import { annaBerger, berndKrueger, testTownClerks, testTownSettings } from '../../fixtures/test-town.ts';

const renamed = { ...berndKrueger, name: 'Bernd Krüger-Lenz' };

describe('configureMunicipality', () => {
  it.each<[string, Who, string]>([
    ['the system', 'system', 'accepted'],
    ['a lead', annaBerger, 'notAllowed'],
    ['a clerk', berndKrueger, 'notAllowed'],
    ['a citizen', 'citizen', 'notAllowed'],
  ])('by %s: %s', (_, who, code) => {
    const office = new TestOffice();
    const before = new Map(office.documents);
    expect(codeOf(office.decide('configureMunicipality', { settings: [], clerks: [renamed] }, who))).toBe(
      code,
    );
    if (code === 'accepted') expect(office.documents.get(keyOf(ref('clerks', renamed.id)))).toEqual(renamed);
    else expect(office.documents).toEqual(before);
  });

  it('writes whole documents and leaves the others as they are', () => {
    const office = new TestOffice();
    const before = new Map(office.documents);
    office.decide('configureMunicipality', { settings: [], clerks: [renamed] }, 'system');
    before.set(keyOf(ref('clerks', renamed.id)), renamed);
    expect(office.documents).toEqual(before);
    office.decide(
      'configureMunicipality',
      { settings: [...testTownSettings], clerks: [...testTownClerks] },
      'system',
    );
    before.set(keyOf(ref('clerks', berndKrueger.id)), berndKrueger);
    expect(office.documents).toEqual(before);
  });

  const [municipality, department, service, formVersion] = testTownSettings;
  if (formVersion?.kind !== 'formVersion') throw new Error('the town has no form');
  const { form } = formVersion;
  const withForm = (changed: object) => ({ ...formVersion, form: { ...form, ...changed } });
  const oneField = (field: object) =>
    withForm({ sections: [{ title: 'Angaben', fields: [...(form.sections[0]?.fields ?? []), field] }] });
  const more = { id: 'more', label: 'Mehr', required: true, type: 'text', maxLength: 10 };

  it.each<[string, unknown]>([
    ['a clerk without a name', { settings: [], clerks: [{ ...berndKrueger, name: '' }] }],
    ['a role that doesn’t exist', { settings: [], clerks: [{ ...berndKrueger, role: 'mayor' }] }],
    ['a field that nobody knows', { settings: [{ ...municipality, logo: 'x' }], clerks: [] }],
    ['a department without a name', { settings: [{ ...department, name: '' }], clerks: [] }],
    ['a reference without capitals', { settings: [{ ...service, referencePrefix: 'hst' }], clerks: [] }],
    ['no clerks', { settings: [] }],
    ['a form without sections', { settings: [withForm({ sections: [] })], clerks: [] }],
    // what the form interpreter would otherwise meet at each citizen's application
    [
      'a pattern that is none',
      { settings: [oneField({ ...more, pattern: { expression: '(', says: 'x' } })], clerks: [] },
    ],
    ['two fields of one name', { settings: [oneField({ ...more, id: 'email' })], clerks: [] }],
    [
      'a name from a field it lacks',
      { settings: [withForm({ applicantNameFields: ['nickname'] })], clerks: [] },
    ],
    ['mails to what is no address', { settings: [withForm({ contactEmailField: 'breed' })], clerks: [] }],
    [
      'a condition on a field it lacks',
      { settings: [oneField({ ...more, showWhen: { fieldId: 'x', equals: true } })], clerks: [] },
    ],
    [
      'a condition on itself',
      { settings: [oneField({ ...more, showWhen: { fieldId: 'more', equals: 'x' } })], clerks: [] },
    ],
  ])('%s: malformed, and nothing is written', (_, payload) => {
    const office = new TestOffice();
    const before = new Map(office.documents);
    expect(codeOf(office.decideUnchecked('configureMunicipality', payload, 'system'))).toBe('malformed');
    expect(office.documents).toEqual(before);
  });

  it('takes an administrator without a department: a new municipality has none yet', () => {
    const payload = { settings: [], clerks: [{ ...berndKrueger, role: 'admin', departmentIds: [] }] };
    expect(codeOf(new TestOffice().decideUnchecked('configureMunicipality', payload, 'system'))).toBe(
      'accepted',
    );
  });

  it('accepts the same field beside them', () => {
    const harmless = {
      ...more,
      pattern: { expression: '\\d+', says: 'x' },
      showWhen: { fieldId: 'email', equals: 'x' },
    };
    const payload = { settings: [oneField(harmless)], clerks: [] };
    expect(codeOf(new TestOffice().decideUnchecked('configureMunicipality', payload, 'system'))).toBe(
      'accepted',
    );
  });
});
