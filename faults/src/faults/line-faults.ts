import { setTimeout as pause } from 'node:timers/promises';
import { type Fault, operationsPerDesk } from '../fault.ts';
import type { Weather } from '../proxy.ts';

/** The line becomes like this while both clerks work, and is fair again when they have done. */
function under(name: string, weather: Weather, isShort: boolean): Fault {
  return {
    name,
    isShort,
    run: async (town) => {
      // not at a moment where nothing is under way
      const working = town.work(operationsPerDesk);
      await pause(town.random.between(0, 600));
      town.weather = weather;
      await working;
      await town.work(operationsPerDesk / 4);
      town.weather = { kind: 'fair' };
    },
  };
}

const answered = (status: string, type: string, body: string): Weather => ({
  kind: 'answered',
  status,
  type,
  body,
});
const html = '<!doctype html><title>Hotspot</title><h1>Willkommen im Gäste-WLAN</h1>';

export const lineFaults: readonly Fault[] = [
  under('line cut', { kind: 'cut' }, true),
  under('line stalls and goes on', { kind: 'stalled' }, false),
  under('connections forgotten', { kind: 'forgotten' }, false),
  under('half-closed within an answer', { kind: 'halfClosed' }, true),
  under('413 from something on the way', answered('413 Payload Too Large', 'text/html', html), false),
  under('502 from something on the way', answered('502 Bad Gateway', 'text/html', html), false),
  under('HTML with 200', answered('200 OK', 'text/html; charset=utf-8', html), false),
  under('64 kbit/s', { kind: 'throttled', bytesPerSecond: 8_000 }, false),
  under('answers byte by byte', { kind: 'drip', everyMs: 20 }, false),
];
