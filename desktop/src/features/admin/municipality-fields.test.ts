import { municipalitySettings } from '@amtsstube/shared/domain/settings';
import { testTownSettings } from '@amtsstube/shared/fixtures/test-town';
import { changeMunicipality } from '@amtsstube/shared/operations/settings/change-municipality';
import { describe, expect, it } from 'vitest';
import { draftOf } from '../../ui/form-draft.ts';
import { changesOf, municipalityFields, textOf, typedDraft } from './municipality-fields.ts';

const shown = testTownSettings.find((each) => each.kind === 'municipality');
if (shown?.kind !== 'municipality') throw new Error('the test town has no municipality');

describe('the municipality’s form', () => {
  it('asks for each field of the municipality', () => {
    const asked = ['id', 'kind', 'scope', ...municipalityFields.map(({ field }) => field)];
    expect(asked.toSorted()).toEqual(Object.keys(municipalitySettings.shape).toSorted());
  });

  it('keeps what was begun with what was seen then, also beside fields of another version', () => {
    const typed = { phone: { from: '', to: '03931 1' }, address: { from: 'Markt 1', to: 'Markt 2\n39576' } };
    expect(draftOf(JSON.stringify(typed), typedDraft)).toEqual(typed);
    expect(draftOf(JSON.stringify({ ...typed, fax: { from: '', to: '1' } }), typedDraft)).toEqual(typed);
    for (const unreadable of ['', '{', '[]', '{"phone":1}'])
      expect(draftOf(unreadable, typedDraft)).toBeUndefined();
  });

  it('refuses a colour that is too pale, and says what to do', () => {
    const from = textOf(shown, 'colour');
    expect(changesOf(shown, { colour: { from, to: '#ffdd00' } })).toEqual({
      ok: false,
      field: 'colour',
      says: 'Diese Farbe ist auf weißem Grund zu hell (Kontrast 1,3 : 1, nötig sind 4,5 : 1). Bitte wählen Sie eine dunklere.',
    });
    // there was none, which is what the server compares with
    expect(changesOf(shown, { colour: { from, to: '#1f6b3a' } })).toEqual({
      ok: true,
      changes: { colour: { from: '', to: '#1f6b3a' } },
    });
  });

  it('sends places as a list, and only what was changed', () => {
    const from = textOf(shown, 'places');
    const to = '39576 Musterstadt\n\n  39599 Neudorf ';
    const changed = changesOf(shown, { places: { from, to }, phone: { from: '1', to: ' 1 ' } });
    const changes = {
      places: { from: ['39576 Musterstadt', '39576 Musterdorf'], to: ['39576 Musterstadt', '39599 Neudorf'] },
    };
    expect(changed).toEqual({ ok: true, changes });
    expect(changeMunicipality.payload.safeParse(changes).success).toBe(true);
    expect(changesOf(shown, { places: { from, to: 'x'.repeat(81) } })).toMatchObject({
      ok: false,
      field: 'places',
    });
  });
});
