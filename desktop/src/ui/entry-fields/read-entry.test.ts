import { checkEntry } from '@amtsstube/shared/domain/entered-answers';
import { formDefinition } from '@amtsstube/shared/domain/form';
import { describe, expect, it } from 'vitest';
import { readEntry, withInputsAt, withoutEmptyEntries } from './read-entry.ts';

const form = formDefinition.parse({
  sections: [
    {
      title: 'Antrag',
      fields: [
        { id: 'applicant', type: 'person', label: 'Name', required: true, asks: ['bornOn'] },
        { id: 'address', type: 'address', label: 'Anschrift', required: true },
        { id: 'iban', type: 'iban', label: 'IBAN', required: true },
        { id: 'remarks', type: 'longText', label: 'Bemerkungen', required: false, maxLength: 100 },
        {
          id: 'children',
          type: 'group',
          label: 'Kinder',
          entryTitle: 'Kind',
          addLabel: 'Weiteres Kind',
          minimumCount: 0,
          maximumCount: 5,
          fields: [{ id: 'bornOn', type: 'date', label: 'Geboren am', required: true }],
        },
      ],
    },
  ],
  applicantNameFields: ['applicant'],
});

describe('an entry as it is typed', () => {
  it('an empty one: everything the form demands is missing, and nothing is wrong', () => {
    const { missing, errors, asWritten } = readEntry(form, {}, []);
    expect(missing).toEqual(['applicant', 'address', 'iban']);
    expect([errors, asWritten]).toEqual([[], []]);
  });

  it('keeps what the paper has in part as it stands there, and takes the name from it', () => {
    const typed = {
      'applicant.lastName': 'Weiß',
      'address.street': 'Am Markt',
      'address.place': 'Musterstadt',
    };
    const read = readEntry(form, typed, []);
    expect(read.asWritten).toEqual([
      { path: 'applicant', text: 'Weiß' },
      { path: 'address', text: 'Am Markt Musterstadt' },
    ]);
    expect(read.missing).toEqual(['iban']);
    expect(checkEntry(form, read.answers, read.asWritten)).toMatchObject({ ok: true, applicantName: 'Weiß' });
  });

  it('what is wrong stays wrong until it is confirmed, and then stands beside the answers', () => {
    const typed = { iban: 'DE02 1203 0000 0000 2020 52' };
    const before = readEntry(form, typed, []);
    expect(before.errors).toEqual([{ path: 'iban', code: 'notAnIban' }]);
    const after = readEntry(form, typed, ['iban']);
    expect(after.errors).toEqual([]);
    expect(after.answers).not.toHaveProperty('iban');
    expect(after.asWritten).toEqual([{ path: 'iban', text: 'DE02 1203 0000 0000 2020 52' }]);
    // put right since, the confirmation says nothing any more
    const mended = readEntry(form, { iban: 'DE02 1203 0000 0000 2020 51' }, ['iban']);
    expect([mended.asWritten, mended.answers['iban']]).toEqual([[], 'DE02120300000000202051']);
  });

  it('leaves out lines of a table in which nothing stands; those behind them move up', () => {
    const typed = { children: '3', 'children.1.bornOn': 'Mai 2020' };
    const inputs = withoutEmptyEntries(form, typed);
    expect(inputs).toEqual({ children: '1', 'children.0.bornOn': 'Mai 2020' });
    expect(readEntry(form, inputs, ['children.0.bornOn']).asWritten).toEqual([
      { path: 'children.0.bornOn', text: 'Mai 2020' },
    ]);
  });

  it('typing into one field leaves the others alone, also where their names begin alike', () => {
    const typed = { 'address.street': 'Am Markt', addressOld: 'x' };
    expect(withInputsAt(typed, 'address', { place: 'Musterstadt' })).toEqual({
      addressOld: 'x',
      'address.place': 'Musterstadt',
    });
  });
});
