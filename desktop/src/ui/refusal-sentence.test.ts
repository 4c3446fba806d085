import { clerkId } from '@amtsstube/shared/domain/ids';
import { instant } from '@amtsstube/shared/domain/time';
import { type Refusal, refusal } from '@amtsstube/shared/operations/refusal';
import { describe, expect, it } from 'vitest';
import { refusalSentence } from './refusal-sentence.ts';

const berger = clerkId.parse('berger');
const nameOf = () => 'Anna Berger';
const at = instant.parse('2026-11-23T13:05:00.000Z');

const samples: Record<Refusal['code'], Refusal> = {
  malformed: { code: 'malformed' },
  internal: { code: 'internal' },
  notAllowed: { code: 'notAllowed' },
  noSuchCase: { code: 'noSuchCase' },
  noSuchClerk: { code: 'noSuchClerk' },
  noSuchService: { code: 'noSuchService' },
  formVersionGone: { code: 'formVersionGone' },
  invalidAnswers: { code: 'invalidAnswers', errors: [{ path: 'name', code: 'required' }] },
  alreadyExists: { code: 'alreadyExists' },
  alreadyDecided: { code: 'alreadyDecided', byId: berger, at },
  alreadyAssigned: { code: 'alreadyAssigned', toId: berger },
  notAssigned: { code: 'notAssigned', toId: berger },
  reasonRequired: { code: 'reasonRequired' },
  textRequired: { code: 'textRequired' },
};

describe('the sentence for a refusal', () => {
  it('names who decided and when, in local time', () => {
    expect(refusalSentence(samples.alreadyDecided, nameOf)).toBe(
      'bereits entschieden von Anna Berger am 23.11.2026, 14:05',
    );
  });

  it('tells a case in the inbox from one that somebody has', () => {
    const inInbox = refusalSentence({ code: 'notAssigned', toId: null }, nameOf);
    expect(inInbox).toContain('Posteingang');
    expect(refusalSentence(samples.notAssigned, nameOf)).toContain('Anna Berger');
  });

  it('exists for every code, differs from the others and has no full stop', () => {
    expect(Object.keys(samples).toSorted()).toEqual(
      refusal.options.map((each) => each.shape.code.value).toSorted(),
    );
    const sentences = [...Object.values(samples), { code: 'otherText' as const }].map((each) =>
      refusalSentence(each, nameOf),
    );
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) expect(sentence).toMatch(/[^.]$/);
  });
});
