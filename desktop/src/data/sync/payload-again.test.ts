import { caseId, formVersionId, type OpId, opId } from '@amtsstube/shared/domain/ids';
import { correctAnswer } from '@amtsstube/shared/operations/case/correct-answer';
import type { DeskOperation } from '@amtsstube/shared/operations/operation';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import { expect, it } from 'vitest';
import type { Journal } from '../journal/journal.ts';
import { firstEpoch, refusedReceipt, TestPc } from '../journal/test-journal.ts';
import { payloadAgain } from './payload-again.ts';

const correction = (value: string, ...basedOn: OpId[]): PayloadOf<'correctAnswer'> => ({
  caseId: caseId.parse('case-1'),
  formVersionId: formVersionId.parse('hundesteuer-anmelden.1'),
  path: 'dogName',
  basedOn,
  value,
});
const [one, two, other] = ['one', 'two', 'other'].map((id) => opId.parse(id)) as [OpId, OpId, OpId];

async function openedJournal() {
  const pc = new TestPc();
  const journal = await pc.open();
  const { kind, v } = correctAnswer;
  const write = (id: OpId, payload: unknown, insteadOf?: OpId) =>
    journal.append({ opId: id, kind, v, payload, at: pc.environment.now() }, insteadOf);
  return { pc, journal, write };
}

const refuseAll = (journal: Journal) =>
  journal.receipts(firstEpoch, { receipts: journal.open.map(refusedReceipt), documents: [] });

/** As the desk does it at a click. */
async function sendAgain(
  { journal, write }: Awaited<ReturnType<typeof openedJournal>>,
  to: (id: OpId) => OpId,
) {
  for (const { operation } of journal.refused)
    await write(to(operation.opId), payloadAgain(operation, journal), operation.opId);
}

it('corrections of one answer that are repeated together replace each other as they did, however often', async () => {
  const opened = await openedJournal();
  const { pc, journal, write } = opened;
  await write(one, correction('Rex'));
  await write(two, correction('Hasso', one, other));
  for (const times of [1, 2]) {
    await refuseAll(journal);
    await sendAgain(opened, (id) => opId.parse(`${id}-again`));
    const [first, second] = journal.open;
    expect(journal.open).toHaveLength(2);
    expect(first?.payload, `${times}`).toEqual(correction('Rex'));
    expect(second?.payload, `${times}`).toEqual(correction('Hasso', first?.opId as OpId, other));
  }
  await journal.close();
  const restarted = await pc.open();
  const original = restarted.operations.find(({ opId: id }) => id === two) as DeskOperation;
  expect(payloadAgain(original, restarted)).toEqual(journal.open[1]?.payload);
});

it('a correction that went on from one that was given up replaces what that one would have replaced', async () => {
  const { journal, write } = await openedJournal();
  await write(one, correction('Rex', other));
  const second = await write(two, correction('Hasso', one));
  await refuseAll(journal);
  await journal.dismiss(one);
  expect(payloadAgain(second, journal)).toEqual(correction('Hasso', other));
});

it('what other kinds say stays as it is, and so does what can’t be read', async () => {
  const { journal, write } = await openedJournal();
  const note = { caseId: 'case-1', text: 'one', basedOn: [one] };
  const operation = await write(one, note);
  await write(two, note, one);
  expect(payloadAgain({ ...operation, kind: 'addNote' }, journal)).toBe(note);
  expect(payloadAgain(operation, journal)).toBe(note);
});
