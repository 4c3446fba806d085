import { setTimeout as pause } from 'node:timers/promises';
import { type Fault, operationsPerDesk } from '../fault.ts';
import type { Point, Weather } from '../proxy.ts';
import type { FaultTown } from '../town.ts';

/** The server is killed at the moment a hand-over of the first desk is at this point, and started again. */
function killedAt(name: string, point: Point, held: Weather, isShort: boolean): Fault {
  return {
    name,
    isShort,
    run: async (town) => {
      const { line } = town.offices[0];
      line.weather = held;
      const reached = line.reached(point);
      const working = town.work(operationsPerDesk);
      await reached;
      await town.killServer();
      line.weather = { kind: 'fair' };
      await town.startServer();
      await working;
    },
  };
}

async function restartThrice(town: FaultTown): Promise<void> {
  const working = town.work(operationsPerDesk * 2);
  for (let count = 0; count < 3; count += 1) {
    await pause(town.random.between(50, 800));
    await town.killServer();
    await town.startServer();
  }
  await working;
}

export const serverFaults: readonly Fault[] = [
  killedAt('server killed before it hears', 'requestSeen', { kind: 'requestsHeld' }, false),
  killedAt('server killed after commit', 'answerSeen', { kind: 'answersHeld' }, true),
  killedAt('server killed after its answer', 'answerPassed', { kind: 'fair' }, false),
  { name: 'server killed under load', isShort: false, run: restartThrice },
];
