import { Worker } from 'node:worker_threads';
import type { PrintedLetter } from '@amtsstube/print/letter-pdf';
import type { Printable } from '@amtsstube/print/printable';
import type { DayPlan } from '@amtsstube/shared/domain/appointments/day-plan';
import type { LetterAnswer, LetterRequest } from './letter-worker.ts';

interface Waiting {
  readonly resolve: (bytes: Uint8Array<ArrayBuffer>) => void;
  readonly reject: (error: Error) => void;
}

/** One for the whole process, begun with the first letter: it has its fonts then. It keeps no process alive. */
let worker: Worker | undefined;
let count = 0;
const waiting = new Map<number, Waiting>();

/** A letter as PDF, the same bytes that the desk makes of it. */
export function printLetter(printed: PrintedLetter): Promise<Uint8Array<ArrayBuffer>> {
  return print({ letter: printed });
}

/** A counter's day plan as PDF (K14). */
export function printDayPlan(dayPlan: DayPlan): Promise<Uint8Array<ArrayBuffer>> {
  return print({ dayPlan });
}

function print(printable: Printable): Promise<Uint8Array<ArrayBuffer>> {
  worker ??= begin();
  const printer = worker;
  count += 1;
  const id = count;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    printer.ref();
    printer.postMessage({ id, printable } satisfies LetterRequest);
  });
}

function begin(): Worker {
  const begun = new Worker(new URL('./letter-worker.ts', import.meta.url));
  begun.on('message', (answer: LetterAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) begun.unref();
    if ('bytes' in answer) asked?.resolve(answer.bytes);
    else asked?.reject(new Error(answer.failed));
  });
  begun.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))));
  begun.on('exit', () => fail(new Error('the thread that prints letters has ended')));
  return begun;
}

/** The next letter begins a new one. */
function fail(error: Error): void {
  worker = undefined;
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
}
