import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Journal } from './journal.ts';
import { scan } from './record-format.ts';
import { TestPc, textsOf } from './test-journal.ts';

const numbers = (journal: Journal) => journal.open.map(({ n }) => n);

describe('[J1] the identity', () => {
  it('is made with the journal, stands in it, and is the same at every start', async () => {
    const pc = new TestPc();
    const first = await pc.open();
    const operation = await first.append(pc.note());
    expect(operation.deviceId).toBe(first.deviceId);
    expect(pc.disk.journalNames()).toEqual([`journal.${first.deviceId}`]);
    await first.close();
    const second = await pc.open();
    expect(second.deviceId).toBe(first.deviceId);
    expect((await pc.reopenAfterCrash()).deviceId).toBe(first.deviceId);
  });

  it('a second window can’t open the journal of the first', async () => {
    const pc = new TestPc();
    await pc.open();
    await expect(pc.open()).rejects.toMatchObject({ code: 'locked' });
  });
});

describe('[J2] appending', () => {
  it('counts on from the last durable n, also after a restart', async () => {
    const pc = new TestPc();
    const journal = await pc.open();
    for (const n of [1, 2, 3]) expect(await journal.append(pc.note())).toMatchObject({ n });
    await journal.close();
    const again = await pc.open();
    expect(await again.append(pc.note())).toMatchObject({ n: 4 });
    expect(numbers(again)).toEqual([1, 2, 3, 4]);
  });

  it('no two records of a file have the same place, also after a restart', async () => {
    const pc = new TestPc();
    for (let starts = 0; starts < 3; starts += 1) {
      const journal = await pc.open();
      await journal.append(pc.note());
      await journal.append(pc.note());
      await journal.close();
    }
    const [, ...records] = scan(await pc.bytes()).bodies;
    expect(records.map((body) => body[1])).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('many at once come in the order of the calls, each with a number of its own', async () => {
    const pc = new TestPc();
    const journal = await pc.open();
    const texts = Array.from({ length: 30 }, (_, index) => `Notiz ${index}`);
    const appended = await Promise.all(texts.map((text) => journal.append(pc.note(text))));
    expect(appended.map(({ n }) => n)).toEqual(texts.map((_, index) => index + 1));
    expect(textsOf(appended)).toEqual(texts);
    await journal.close();
    expect((await pc.open()).open).toEqual(appended);
  });

  it('is said, shown and to be sent only after the flush', async () => {
    const pc = new TestPc();
    const journal = await pc.open();
    const seen: string[] = [];
    pc.disk.beforeOperation = (operation) => void seen.push(`${operation}, ${journal.open.length} open`);
    journal.changed$.subscribe(() => seen.push(`changed, ${journal.open.length} open`));
    await journal.append(pc.note()).then(() => seen.push('saved'));
    expect(seen).toEqual(['write, 0 open', 'flush, 0 open', 'changed, 1 open', 'saved']);
  });

  it('does not happen where there is an objection, and is looked at with nothing else coming in between', async () => {
    const pc = new TestPc();
    const journal = await pc.open();
    const found: string[] = [];
    const unless = (text: string, objection?: string) =>
      journal.appendUnless(pc.note(text), async () => {
        await Promise.resolve();
        found.push(`${text}: ${journal.open.length} open`);
        return objection;
      });
    const bytes = await pc.bytes();
    expect(await unless('eins', 'nicht erlaubt')).toBe('nicht erlaubt');
    expect(await pc.bytes()).toEqual(bytes);
    const appended = [unless('zwei'), unless('drei', 'nein'), unless('vier')];
    expect(await Promise.all(appended)).toEqual([undefined, 'nein', undefined]);
    expect(found).toEqual(['eins: 0 open', 'zwei: 0 open', 'drei: 1 open', 'vier: 1 open']);
    expect(numbers(journal)).toEqual([1, 2]);
    const again = await pc.reopenAfterCrash();
    expect(textsOf(again.open)).toEqual(['zwei', 'vier']);
    const [, ...records] = scan(await pc.bytes()).bodies;
    expect(records.map((body) => body[1])).toEqual([1, 2]);
  });

  it('does not happen where the looking fails, and hinders nothing behind it', async () => {
    const pc = new TestPc();
    const journal = await pc.open();
    const failing = journal.appendUnless(pc.note('nicht'), () => Promise.reject(new Error('a bug')));
    const behind = journal.append(pc.note('eins'));
    await expect(failing).rejects.toThrow('a bug');
    expect(await behind).toMatchObject({ n: 1 });
    expect(textsOf(journal.open)).toEqual(['eins']);
  });

  it.each([
    ['write', 'quotaExceeded', 0],
    ['write', 'quotaExceeded', 20],
    ['write', 'io', 1000],
    ['flush', 'io', 0],
  ] as const)(
    'a %s that fails with %s after %d bytes counts for nothing; those behind it get the right numbers',
    async (operation, code, bytes) => {
      const pc = new TestPc();
      const journal = await pc.open();
      await journal.append(pc.note('eins'));
      pc.disk.failNext(operation, code, bytes);
      const [failing, behind] = [journal.append(pc.note('nicht')), journal.append(pc.note('zwei'))];
      await expect(failing).rejects.toMatchObject({ name: 'HostFailure', code });
      expect(await behind).toMatchObject({ n: 2 });
      expect(await journal.append(pc.note('drei'))).toMatchObject({ n: 3 });
      const again = await pc.reopenAfterCrash((unflushed) => unflushed);
      expect(again.notice).toBeUndefined();
      expect(textsOf(again.open)).toEqual(['eins', 'zwei', 'drei']);
    },
  );

  it('where a failed write can’t be cut back, nothing is saved until it can, or the journal is opened anew', async () => {
    const pc = new TestPc();
    const journal = await pc.open();
    await journal.append(pc.note('eins'));
    pc.disk.failNext('write', 'io', 30);
    pc.disk.failNext('truncate');
    pc.disk.failNext('truncate');
    await expect(journal.append(pc.note('nicht'))).rejects.toMatchObject({ code: 'io' });
    await expect(journal.append(pc.note('auch nicht'))).rejects.toMatchObject({ code: 'journalBroken' });
    expect(textsOf(journal.open)).toEqual(['eins']);
    expect(await journal.append(pc.note('wieder'))).toMatchObject({ n: 2 });
    pc.disk.failNext('write', 'io', 30);
    pc.disk.failNext('truncate');
    await expect(journal.append(pc.note('nicht'))).rejects.toMatchObject({ code: 'io' });
    await journal.close();
    const again = await pc.open();
    expect(again.notice).toMatchObject({ kind: 'tornTail', bytes: 30 });
    expect(await again.append(pc.note('zwei'))).toMatchObject({ n: 3 });
    expect(textsOf((await pc.reopenAfterCrash()).open)).toEqual(['eins', 'wieder', 'zwei']);
  });

  it('a full disk saves nothing, and saves again once there is room', async () => {
    const pc = new TestPc();
    const journal = await pc.open();
    pc.disk.quotaBytes = pc.disk.usedBytes() + 10;
    for (let tries = 0; tries < 3; tries += 1) {
      await expect(journal.append(pc.note())).rejects.toMatchObject({ code: 'quotaExceeded' });
    }
    pc.disk.quotaBytes = undefined;
    expect(await journal.append(pc.note('endlich'))).toMatchObject({ n: 1 });
    expect(textsOf((await pc.reopenAfterCrash()).open)).toEqual(['endlich']);
  });
});

/** What the disk and the power do, in any order. */
const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant({ step: 'append' as const }) },
    fc.record({
      step: fc.constant('fail' as const),
      operation: fc.constantFrom('write' as const, 'flush' as const, 'truncate' as const),
      bytes: fc.nat({ max: 400 }),
    }),
    fc.record({
      step: fc.constant('crash' as const),
      before: fc.constantFrom('write', 'flush'),
      kept: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    fc.constant({ step: 'restart' as const }),
  ),
  { maxLength: 25 },
);

describe('[J2] whatever fails', () => {
  it('what was acknowledged is there, and no number stands for two operations that were ever durable', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const pc = new TestPc();
        let journal = await pc.open();
        const durable = new Map<number, string>();
        const takeStock = () => {
          const now = new Map(journal.open.map(({ n, opId }) => [n, opId as string]));
          expect([...now.keys()]).toEqual([...now.keys()].map((_, index) => index + 1));
          for (const [n, id] of durable) expect(now.get(n), `operation ${n}`).toBe(id);
          for (const [n, id] of now) durable.set(n, id);
        };
        const restart = async () => {
          await journal.close();
          pc.disk.crash();
          journal = await pc.open();
          takeStock();
        };
        for (const each of sequence) {
          if (each.step === 'restart') await restart();
          else if (each.step === 'fail') pc.disk.failNext(each.operation, 'io', each.bytes);
          else {
            if (each.step === 'crash') {
              pc.disk.beforeOperation = (operation) => {
                if (operation === each.before)
                  pc.disk.crash((unflushed) => Math.floor(unflushed * each.kept));
              };
            }
            const appended = await journal.append(pc.note()).catch(() => undefined);
            pc.disk.beforeOperation = undefined;
            if (appended !== undefined) {
              expect(durable.has(appended.n), `${appended.n} given twice`).toBe(false);
              durable.set(appended.n, appended.opId);
            }
            if (each.step === 'crash') await restart();
          }
        }
        await restart();
        expect(await journal.append(pc.note())).toMatchObject({ n: durable.size + 1 });
      }),
      { numRuns: 300 },
    );
  });
});
