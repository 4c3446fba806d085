import { expect, it } from 'vitest';
import { bytesInWords, storageNotice, storageWords } from './device-words.ts';

it.each([
  [0, '0 KB'],
  [1_234, '1,2 KB'],
  [999_400, '999 KB'],
  [999_600, '1 MB'],
  [123_456_789, '123 MB'],
  [2_500_000_000, '2,5 GB'],
  [7_000_000_000_000_000, '7.000 TB'],
])('%i bytes are %s', (bytes, words) => expect(bytesInWords(bytes)).toBe(words));

it('says how much of how much, as far as it is known', () => {
  expect(storageWords({ usedBytes: 12_000_000, quotaBytes: 2_000_000_000 })).toBe('12 MB von 2 GB belegt');
  expect(storageWords({ usedBytes: 12_000_000, quotaBytes: undefined })).toBe('12 MB belegt');
});

it.each([
  [69.9, undefined, ''],
  [70, 'warning', '70 %'],
  [94.9, 'warning', '94 %'],
  [95, 'error', '95 %'],
  [100, 'error', '100 %'],
])('at %d percent warns with %s', (percent, severity, words) => {
  const notice = storageNotice({ usedBytes: percent * 1e6, quotaBytes: 100e6 });
  expect([notice?.severity, notice?.text ?? '']).toEqual([severity, expect.stringContaining(words)]);
});

it('warns nobody where no limit is known', () => {
  expect(storageNotice({ usedBytes: 1e15, quotaBytes: undefined })).toBeUndefined();
});
