import { describe, expect, it } from 'vitest';
import { type HistoryName, histories } from './histories.ts';
import { runHistory } from './run-history.ts';

const rules: Record<HistoryName, string> = {
  'a note is called saved while the disk still writes it': '[J2]',
  'a note is handed over while the disk still writes it': '[J2]',
  'power cut while an answer is journalled': '[J4]',
  'an older request is served after a newer one': '[S5]',
  'a clerk leaves the department while her operation is under way': '[L4]',
  'the second operation arrives before the first': '[S2]',
  'an answer of the old epoch arrives late': '[L8]',
  'an image of the PC is put back': '[J1] [S2]',
  'an image of the PC is put back, and several notes wait': '[J1] [S2]',
  'an image of the PC is put back, and later the server from a backup': '[J5]',
  'the server is put back unnoticed': '[S4]',
};

describe('scripted histories on the real modules', () => {
  for (const name of Object.keys(histories) as HistoryName[]) {
    it(`${rules[name]} ${name}`, async () => {
      expect(await runHistory(name)).toBeUndefined();
    });
  }
});
