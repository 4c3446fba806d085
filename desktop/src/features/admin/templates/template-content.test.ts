import { testTown, testTownSettings } from '@amtsstube/shared/fixtures/test-town';
import { defaultTemplates } from '@amtsstube/shared/letters/default-templates';
import { describe, expect, it } from 'vitest';
import { changesOf, contentOf, placeholdersFor, unknownIn } from './template-content.ts';

const [template] = defaultTemplates;
const content = contentOf(template!);

describe('a template in work', () => {
  it('sends only what differs, with what stood there before', () => {
    expect(changesOf(template!.id, content, content)).toBeUndefined();
    expect(changesOf(template!.id, content, { ...content, closing: 'Gruß' })).toEqual({
      action: 'change',
      templateId: template!.id,
      closing: { from: 'Mit freundlichen Grüßen', to: 'Gruß' },
    });
  });

  it('knows the answers of the services it is for, and no others', () => {
    const dog = { forServices: [testTown.serviceId] };
    const names = (given: typeof dog | { forServices: [] }) =>
      placeholdersFor(testTownSettings, given).map(({ name }) => name);
    expect(names(dog)).toContain('Antwort:dogName');
    expect(names({ forServices: [] })).not.toContain('Antwort:dogName');
  });

  it('says where a gap stands that nobody could fill', () => {
    const wrong = { ...content, text: '{{Anrede}}\n\n{{Aktenzeichn}} und {{Antwort:dogName}}' };
    const found = unknownIn(wrong, placeholdersFor(testTownSettings, wrong));
    expect(found).toEqual([
      { field: 'text', name: 'Aktenzeichn', line: 3 },
      { field: 'text', name: 'Antwort:dogName', line: 3 },
    ]);
  });

  it('all that is shipped has known gaps only', () => {
    for (const each of defaultTemplates)
      expect(unknownIn(contentOf(each), placeholdersFor([], each))).toEqual([]);
  });
});
