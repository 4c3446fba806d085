import { describe, expect, it } from 'vitest';
import { keyOf, ref } from '../../domain/documents.ts';
import { formVersionId } from '../../domain/ids.ts';
import type { FormVersion, Service } from '../../domain/settings.ts';
import { codeOf, TestOffice } from '../../fixtures/test-office.ts';
import { doraRitter, testTown } from '../../fixtures/test-town.ts';

const { serviceId } = testTown;
const versionId = (name: string) => formVersionId.parse(`${serviceId}.${name}`);

describe('a new version of a form', () => {
  const documentOf = <T>(office: TestOffice, id: string) =>
    office.documents.get(keyOf(ref('settings', id as never))) as T;
  const publish = (office: TestOffice, as: string, formerMayFinish: boolean) => {
    const { formVersionId: basedOn } = documentOf<Service>(office, serviceId);
    const { form } = documentOf<FormVersion>(office, basedOn ?? '');
    const payload = {
      action: 'publish',
      serviceId,
      formVersionId: versionId(as),
      basedOn,
      form,
      formerMayFinish,
    };
    return codeOf(office.decideUnchecked('putForm', payload, doraRitter));
  };

  it('tells who published it; the former one stays as it was, and may be sent or not', () => {
    const office = new TestOffice();
    const before = documentOf<FormVersion>(office, testTown.formVersionId);
    expect(publish(office, 'zwei', true)).toBe('accepted');
    expect(documentOf(office, versionId('zwei'))).toMatchObject({
      publishedById: doraRitter.id,
      state: 'published',
    });
    expect(documentOf(office, testTown.formVersionId)).toEqual(before);
    expect(publish(office, 'drei', false)).toBe('accepted');
    expect(documentOf<FormVersion>(office, versionId('zwei')).state).toBe('withdrawn');
    expect(documentOf<FormVersion>(office, testTown.formVersionId).form).toEqual(before.form);
  });

  it('of a form whose conditions go in a circle is refused, whoever sends it', () => {
    const office = new TestOffice();
    const { form } = documentOf<FormVersion>(office, testTown.formVersionId);
    const [section] = form.sections;
    const circle = section?.fields.slice(0, 2).map((field, index, all) => ({
      ...field,
      showWhen: { fieldId: all[1 - index]?.id ?? '', answered: true },
    }));
    const payload = {
      action: 'publish',
      serviceId,
      formVersionId: versionId('kreis'),
      basedOn: testTown.formVersionId,
      form: { ...form, sections: [{ ...section, fields: circle }] },
      formerMayFinish: true,
    };
    expect(codeOf(office.decideUnchecked('putForm', payload, doraRitter))).toBe('malformed');
  });
});
