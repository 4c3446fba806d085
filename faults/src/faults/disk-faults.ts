import { setTimeout as pause } from 'node:timers/promises';
import { BrokenFsync, noBrokenFsync } from '../broken-fsync.ts';
import { type Fault, operationsPerDesk } from '../fault.ts';
import { noSmallDisk } from '../small-disk.ts';
import type { FaultTown, OnSmallDisk } from '../town.ts';

function diskFull(whose: OnSmallDisk): Fault {
  return {
    name: `${whose}'s disk full`,
    isShort: false,
    surroundings: { smallDisk: whose },
    cannot: noSmallDisk,
    run: async (town) => {
      const { working, applying } = workAtAll(town);
      await pause(town.random.between(50, 500));
      town.smallDisk?.fill();
      await working;
      town.smallDisk?.free();
      await applying;
      await town.work(operationsPerDesk / 4);
    },
  };
}

function fsyncFails(whose: OnSmallDisk): Fault {
  return {
    name: `${whose}'s fsync fails`,
    isShort: false,
    cannot: noBrokenFsync,
    run: async (town) => {
      const { working, applying } = workAtAll(town);
      await pause(town.random.between(50, 500));
      const broken = await BrokenFsync.attach(pidOf(town, whose));
      await working;
      await broken.detach();
      await applying;
      await town.work(operationsPerDesk / 4);
    },
  };
}

/** Clerks get on with a broken disk at the server; a citizen presses the button until it is whole. */
function workAtAll(town: FaultTown) {
  return { applying: town.citizen.apply(), working: town.work(operationsPerDesk, [...town.offices]) };
}

function pidOf(town: FaultTown, whose: OnSmallDisk): number {
  return whose === 'server' ? town.server.pid : town.offices[0].desk.pid;
}

export const diskFaults: readonly Fault[] = [
  diskFull('server'),
  diskFull('desk'),
  fsyncFails('server'),
  fsyncFails('desk'),
];
