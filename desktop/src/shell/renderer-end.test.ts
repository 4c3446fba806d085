import { expect, it } from 'vitest';
import { RendererEnds } from './renderer-end.ts';

it('a window that was closed is no crash', () => {
  expect(new RendererEnds().after('clean-exit')).toBe('nothing');
});

it.each(['crashed', 'oom', 'killed', 'launch-failed'])('after %s the person is asked', (reason) => {
  expect(new RendererEnds().after(reason)).toBe('ask');
});

it('one that was ended because it did not answer is loaded anew, without being asked again', () => {
  const ends = new RendererEnds();
  ends.mean();
  expect(ends.after('killed')).toBe('reload');
  // the next one is a crash like any other
  expect(ends.after('crashed')).toBe('ask');
});

it('closing it meanwhile does not use the wish up', () => {
  const ends = new RendererEnds();
  ends.mean();
  expect(ends.after('clean-exit')).toBe('nothing');
  expect(ends.after('killed')).toBe('reload');
});
