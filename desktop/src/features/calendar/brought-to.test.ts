import type { Service } from '@amtsstube/shared/domain/settings';
import { testTown, testTownSettings } from '@amtsstube/shared/fixtures/test-town';
import { expect, it } from 'vitest';
import { broughtTo } from './brought-to.ts';

const service = testTownSettings.find((each): each is Service => each.id === testTown.serviceId) as Service;

it('is what the service says, and what its form asks for besides, each once', () => {
  const found = broughtTo(service, testTownSettings);
  expect(found.slice(0, service.description?.needs.length)).toEqual(service.description?.needs);
  expect(new Set(found).size).toBe(found.length);
  const [first] = found;
  const form = testTownSettings.find(
    (each) => each.kind === 'formVersion' && each.id === service.formVersionId,
  );
  if (form?.kind !== 'formVersion' || first === undefined) throw new Error('the test town changed');
  const asked = [
    { key: 'one', label: first },
    { key: 'two', label: 'Vollmacht' },
  ];
  const changed = { ...form, form: { ...form.form, supportingDocuments: asked as never } };
  const others = testTownSettings.map((each) => (each.id === form.id ? changed : each));
  expect(broughtTo(service, others)).toEqual([...(service.description?.needs ?? []), 'Vollmacht']);
});

it('is nothing where nothing is said', () => {
  const { description: _, ...silent } = service;
  expect(broughtTo({ ...silent, formVersionId: null }, [])).toEqual([]);
});
