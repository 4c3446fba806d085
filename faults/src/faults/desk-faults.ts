import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { copyFileName } from '../copy-file.ts';
import { type Fault, operationsPerDesk } from '../fault.ts';
import { signedIn } from '../template.ts';
import type { FaultTown } from '../town.ts';

const day = 24 * 60 * 60 * 1000;

async function killedBeforeSending(town: FaultTown): Promise<void> {
  const { desk, line } = town.offices[0];
  line.weather = { kind: 'requestsHeld' };
  const working = town.work(operationsPerDesk);
  await line.reached('requestSeen');
  await pause(town.random.between(0, 300));
  await desk.kill();
  line.weather = { kind: 'fair' };
  await desk.start();
  await working;
}

/** The answer is on its way into the process that dies: its receipts may be in the journal, or not. */
async function killedWithTheAnswer(town: FaultTown): Promise<void> {
  const { desk, line } = town.offices[0];
  const working: Promise<unknown>[] = [town.work(operationsPerDesk)];
  for (let count = 0; count < 2; count += 1) {
    await line.reached('answerPassed');
    await desk.kill();
    await desk.start();
    // in its next life there is something to hand over, too
    working.push(town.note(desk));
  }
  await Promise.all(working);
}

async function killedUnderLoad(town: FaultTown): Promise<void> {
  const working = town.work(operationsPerDesk);
  for (let count = 0; count < 3; count += 1) {
    const desk = town.random.pick(town.desks);
    await pause(town.random.between(20, 500));
    await desk?.kill();
    await desk?.start();
  }
  await working;
}

function clock(name: string, offMs: readonly number[]): Fault {
  return {
    name,
    isShort: false,
    run: async (town) => {
      const working = town.work(operationsPerDesk);
      for (const each of offMs) {
        await pause(town.random.between(50, 400));
        await town.offices[0].desk.setClock(each);
      }
      await working;
    },
  };
}

async function copyDeleted(town: FaultTown): Promise<void> {
  await town.work(operationsPerDesk / 2);
  for (const { desk, line } of town.offices) {
    line.weather = { kind: 'cut' };
    await town.note(desk);
    await desk.kill();
    rmSync(join(desk.setup.directory, copyFileName), { force: true });
    line.weather = { kind: 'fair' };
    await desk.start();
  }
  await town.work(operationsPerDesk / 2);
}

/** As after two weeks away: the server knows no session any more. The clerks go on, and sign in later. */
async function sessionsEnded(town: FaultTown): Promise<void> {
  await town.work(operationsPerDesk / 2);
  await town.killServer();
  const accounts = new DatabaseSync(join(town.server.directory, 'accounts.sqlite'));
  accounts.prepare('delete from session').run();
  accounts.close();
  await town.startServer();
  await town.work(operationsPerDesk / 2);
  const url = `http://127.0.0.1:${town.server.port}`;
  for (const clerk of [0, 1] as const) {
    const session = town.template.sessions[clerk];
    if (session !== undefined)
      await town.offices[clerk].desk.signIn(await signedIn(url, clerk, session.workstation));
  }
}

export const deskFaults: readonly Fault[] = [
  { name: 'desk killed before sending', isShort: false, run: killedBeforeSending },
  { name: 'desk killed with the answer', isShort: true, run: killedWithTheAnswer },
  { name: 'desk killed under load', isShort: true, run: killedUnderLoad },
  clock('clock a day ahead', [day]),
  clock('clock a day behind', [-day]),
  clock('clock jumps back', [day, -day]),
  { name: 'copy deleted', isShort: false, run: copyDeleted },
  { name: 'session ended', isShort: true, run: sessionsEnded },
];
