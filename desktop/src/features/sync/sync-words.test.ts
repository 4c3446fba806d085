import { instant } from '@amtsstube/shared/domain/time';
import { describe, expect, it } from 'vitest';
import type { Health } from '../../data/desk.ts';
import { storageNotice } from './device-words.ts';
import {
  askedWords,
  buildingWords,
  lineWords,
  openWords,
  outboxWords,
  saidNotices,
  saidWords,
  syncNotices,
  verifiedWords,
} from './sync-words.ts';

describe('the words of the sync status', () => {
  it('count what is saved here and not yet handed over', () => {
    expect(outboxWords(3, 0)).toBe('auf diesem Gerät gespeichert, noch nicht übertragen: 3');
    expect(outboxWords(0, 0)).toBe('vom Server übernommen');
  });

  it('never say that the server took over what it refused', () => {
    expect(outboxWords(0, 2)).toBe('vom Server abgewiesen: 2');
    expect(outboxWords(3, 2)).toBe(
      'auf diesem Gerät gespeichert, noch nicht übertragen: 3 · vom Server abgewiesen: 2',
    );
  });

  it('say that work goes on without a line', () => {
    expect(lineWords({ state: 'offline', cause: 'network' })).toBe(
      'keine Verbindung – Sie können weiterarbeiten',
    );
    expect(lineWords({ state: 'connected' })).toBe('verbunden');
  });

  it('give the progress of a first copy with its end, of one built anew without', () => {
    expect(buildingWords({ received: 1234, isAnew: false })).toBe(
      'Daten werden vom Server geladen: bisher 1.234',
    );
    expect(buildingWords({ received: 1234, isAnew: true })).toContain('wird neu aufgebaut');
  });

  it('never say "geprüft gleich" without a comparison', () => {
    expect(verifiedWords({ verifiedEqualAt: undefined })).not.toContain('gleich um');
    const verifiedEqualAt = instant.parse('2026-11-23T13:05:00.000Z');
    expect(verifiedWords({ verifiedEqualAt })).toBe('geprüft gleich um 23.11.2026, 14:05');
  });
});

describe('the notices', () => {
  it('are none when all is well', () => {
    expect(syncNotices(aHealth({}), true, undefined)).toEqual([]);
    expect([openWords([]), saidNotices([])]).toEqual(['Abgleich anzeigen', '']);
  });

  it('name the server that needs an update, the clock, the journal and the storage', () => {
    const health = aHealth({
      notNow: 'unknownKind',
      clockOffByMs: -190_000,
      journalNotice: { kind: 'damaged', bytes: 1, keptAs: 'journal.torn' },
    });
    const full = storageNotice({ usedBytes: 97, quotaBytes: 100 });
    const notices = syncNotices(health, false, full);
    const texts = notices.map((notice) => notice.text);
    expect(texts).toHaveLength(5);
    expect(texts[0]).toContain('Server braucht ein Update');
    expect(texts[1]).toContain('1 Byte');
    expect(texts[2]).toContain('3 Minuten');
    expect(texts[3]).toContain('97 %');
    expect(texts[4]).toContain('nicht dauerhaft');
    expect(notices.map(({ severity }) => severity)).toEqual([
      'warning',
      'error',
      'warning',
      'error',
      'warning',
    ]);
    expect(openWords(notices)).toBe(
      'Abgleich anzeigen – 5 Hinweise: Server braucht ein Update, Daten auf diesem Gerät beschädigt, Uhr geht falsch, Speicher fast voll, Speicher nicht dauerhaft gesichert',
    );
  });

  it('are said in the same words while their figures move, and in others when one more comes', () => {
    const said = (percent: number, clockOffByMs?: number) =>
      saidNotices(
        syncNotices(aHealth({ clockOffByMs }), true, storageNotice({ usedBytes: percent, quotaBytes: 100 })),
      );
    expect(said(71)).toBe('Hinweis zum Abgleich: Speicher fast voll.');
    expect(said(72)).toBe(said(71));
    expect(said(72, 190_000)).toBe('Hinweise zum Abgleich: Uhr geht falsch, Speicher fast voll.');
  });
});

describe('what is said when the server was asked', () => {
  const at = instant.parse('2026-11-23T08:00:00.000Z');
  const before = aHealth({});

  it('is that it answered, that it did not, or that nobody knows yet', () => {
    expect(askedWords(before, before)).toBe('Der Server wird gefragt …');
    expect(askedWords(before, aHealth({ lastContactAt: at }))).toContain('23.11.2026, 09:00');
    const lastFailure = { line: { state: 'offline', cause: 'network' }, at } as const;
    expect(askedWords(before, aHealth({ lastFailure }))).toContain('nicht gelungen');
    // the failure of before is none of this question's
    const failed = aHealth({ lastFailure });
    expect(askedWords(failed, failed)).toBe('Der Server wird gefragt …');
  });

  it('to a screen reader: the states, no figure that moves', () => {
    expect(saidWords({ state: 'connected' }, 2, 0)).toBe(saidWords({ state: 'connected' }, 3, 0));
    expect(saidWords({ state: 'connecting' }, 0, 0)).toBe('Alle Änderungen sind übertragen.');
  });

  it('to a screen reader: each refusal, and never that all was handed over beside it', () => {
    expect(saidWords({ state: 'connecting' }, 0, 1)).toBe('Vom Server abgewiesene Änderungen: 1.');
    expect(saidWords({ state: 'connecting' }, 0, 2)).not.toBe(saidWords({ state: 'connecting' }, 0, 1));
    expect(saidWords({ state: 'connecting' }, 4, 1)).toContain('warten auf die Übertragung');
  });
});

function aHealth(changed: Partial<Health>): Health {
  return {
    line: { state: 'connected' },
    lastContactAt: undefined,
    lastFailure: undefined,
    building: undefined,
    verifiedEqualAt: undefined,
    clockOffByMs: undefined,
    journalNotice: undefined,
    notNow: undefined,
    isRebuildWanted: false,
    ...changed,
  };
}
