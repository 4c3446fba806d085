import { type Instant, instantOf } from '@amtsstube/shared/domain/time';
import { beforeEach, describe, expect, it } from 'vitest';
import { Line } from './line.ts';
import type { TransportFailure } from './transport.ts';

const noon = Date.UTC(2026, 10, 26, 11);
let now: Instant;
let line: Line;

beforeEach(() => {
  now = instantOf(noon);
  line = new Line(() => now);
});

const answerFrom = (serverTime: number) =>
  line.note({ ok: true, answer: { serverTime: instantOf(serverTime) } });

describe('[S12] a desk whose clock is off', () => {
  it.each([
    [120_000, undefined],
    [120_001, 120_001],
    [-120_000, undefined],
    [-120_001, -120_001],
    [24 * 3_600_000, 24 * 3_600_000],
  ])('by %i ms is told %s', (off, told) => {
    answerFrom(noon - off);
    expect(line.view$.value.clockOffByMs).toBe(told);
  });

  it('is told until an answer says that it is right again; an answer without a time says nothing of it', () => {
    answerFrom(noon + 3_600_000);
    line.note({ ok: true, answer: {} });
    line.noteFailure('network');
    expect(line.view$.value.clockOffByMs).toBe(-3_600_000);
    answerFrom(noon);
    expect(line.view$.value.clockOffByMs).toBeUndefined();
  });
});

describe('the line', () => {
  it('is connected with each answer, at the desk’s own time', () => {
    expect(line.view$.value).toMatchObject({ line: { state: 'connecting' }, lastContactAt: undefined });
    answerFrom(noon);
    expect(line.view$.value).toMatchObject({ line: { state: 'connected' }, lastContactAt: now });
  });

  it.each<[TransportFailure, unknown]>([
    ['network', { state: 'offline', cause: 'network' }],
    ['timeout', { state: 'offline', cause: 'timeout' }],
    ['unavailable', { state: 'offline', cause: 'unavailable' }],
    ['badAnswer', { state: 'offline', cause: 'badAnswer' }],
    ['refusedRequest', { state: 'offline', cause: 'badAnswer' }],
    ['signedOut', { state: 'signedOut' }],
    ['foreignDevice', { state: 'signedOut' }],
    ['revoked', { state: 'revoked' }],
    ['tooLarge', { state: 'connected' }],
    ['aborted', { state: 'connected' }],
  ])('after %s', (failure, state) => {
    answerFrom(noon);
    line.note({ ok: false, failure });
    expect(line.view$.value).toMatchObject({ line: state, lastContactAt: instantOf(noon) });
  });
});
