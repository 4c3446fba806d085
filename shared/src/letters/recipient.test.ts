import { expect, it } from 'vitest';
import type { Dossier } from '../domain/case.ts';
import { aLetterSource } from '../fixtures/a-letter-source.ts';
import { aDossier } from '../fixtures/builders.ts';
import { testTown, testTownSettings } from '../fixtures/test-town.ts';
import { templatesFor } from './choose-templates.ts';
import { draftLetter } from './draft-letter.ts';

const [rejection] = templatesFor(testTownSettings, testTown.serviceId, 'rejected');
const home = ['Lindenstraße 4', '39576 Musterstadt'];
const proxy = { name: 'RAin Ute Sander', address: 'Markt 1, 39576 Stendal', hasPowerOfAttorney: true };
const joint = (name: string, address = '') => ({ name, address });

function draft(parties: Pick<Dossier, 'jointApplicants' | 'representedBy'>) {
  const { letter, problems } = draftLetter(rejection!, aLetterSource({ dossier: aDossier(parties) }));
  const codes = problems.map(({ code }) => code);
  return { addressee: letter.addressee, text: letter.text, codes };
}

it('goes to who has a power of attorney, for all who are represented (§ 14 Abs. 3 VwVfG)', () => {
  const { addressee, text, codes } = draft({
    representedBy: proxy,
    jointApplicants: [joint('Karl Zweit', 'Weg 2')],
  });
  expect(addressee).toEqual([
    'RAin Ute Sander',
    'als Vertretung von Erika Mustermann und Karl Zweit',
    'Markt 1',
    '39576 Stendal',
  ]);
  expect(text).toMatch(/^Guten Tag RAin Ute Sander,\n/);
  expect(codes).toEqual([]);
});

it('goes to the applicant while the power of attorney is missing', () => {
  const representedBy = { ...proxy, hasPowerOfAttorney: false };
  expect(draft({ representedBy }).addressee).toEqual(['Erika Mustermann', ...home]);
});

it('says that the address of who acts is missing, instead of taking another one', () => {
  const { addressee, codes } = draft({ representedBy: { ...proxy, address: '' } });
  expect([addressee, codes]).toEqual([['RAin Ute Sander'], ['noAddress']]);
});

it('names all who are represented in the text where they don’t fit into one line of the address', () => {
  const jointApplicants = Array.from({ length: 9 }, (_, index) => joint(`Maximiliane Musterfrau-${index}`));
  const { addressee, text } = draft({ representedBy: proxy, jointApplicants });
  expect(addressee[1]).toBe('als Vertretung von Erika Mustermann und weiteren');
  for (const { name } of jointApplicants) expect(text).toContain(name);
});

it('addresses who lives together by name, and speaks to everybody', () => {
  const jointApplicants = [joint('Jörg Mustermann'), joint('Karl Zweit', 'Weg 2, 39576 Stendal')];
  const { addressee, text } = draft({ jointApplicants });
  expect(addressee).toEqual(['Erika Mustermann', 'Jörg Mustermann', ...home]);
  expect(text).toMatch(/^Guten Tag Erika Mustermann, guten Tag Jörg Mustermann, guten Tag Karl Zweit,\n/);
});

it('speaks to all whom six lines of address can’t hold', () => {
  const jointApplicants = ['A', 'B', 'C', 'D'].map((name) => joint(`${name} Muster`, home.join('\n')));
  expect(draft({ jointApplicants: jointApplicants.slice(1) }).addressee).toHaveLength(6);
  const { addressee, text } = draft({ jointApplicants });
  expect(addressee).toEqual(['Erika Mustermann', ...home]);
  expect(text).toContain('guten Tag A Muster, guten Tag B Muster, guten Tag C Muster, guten Tag D Muster,');
});
