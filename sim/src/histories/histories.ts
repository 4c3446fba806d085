import type { Answered } from '@amtsstube/desktop/data/sync/transport';
import { departmentId, deviceId, epoch, type OpId, opId } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import { handOver } from '@amtsstube/sync-server/replication/operations';
import { checkEnd } from '../oracle.ts';
import { Red } from '../red.ts';
import { simulationStart } from '../sim-server.ts';
import { held, Script } from './script.ts';

const noAnswer = { ok: false, failure: 'network' } as const;

/** Histories that random seeds meet too rarely. Each throws Red where the rule in its title doesn't hold. */
export const histories = {
  /** [J2] What the disk may still lose must not be on the line: decided, and then forgotten by who wrote it. */
  'a note is handed over while the disk still writes it': async () => {
    const script = await Script.begin();
    const { desk, world } = script;
    let sentTooEarly = false;
    desk.line.gate = (name) => {
      if (name === 'handOver' && desk.disk.isWriting) sentTooEarly = true;
      return undefined;
    };
    await script.note();
    if (sentTooEarly) throw new Red('an operation was sent before its fsync');
    desk.line.gate = undefined;
    await script.rest();
    await endOf(world, script);
  },

  /** [J2] What is called saved is on the disk: ten times, because the disk takes now longer, now shorter. */
  'a note is called saved while the disk still writes it': async () => {
    const script = await Script.begin();
    const { desk, world } = script;
    // nothing else is written meanwhile
    desk.line.cut(60_000);
    for (let count = 0; count < 10; count += 1) {
      await script.note();
      if (desk.disk.isWriting) throw new Red('"gespeichert" was said before the fsync');
    }
    await script.rest();
    await endOf(world, script);
  },

  /** [J4] Half an answer must not count: its documents show both operations, its first receipt names one. */
  'power cut while an answer is journalled': async () => {
    const script = await Script.begin();
    const { desk, world } = script;
    desk.line.cut(30_000);
    await script.note();
    await script.note();
    await script.until('the first receipt', () => (desk.journal?.open.length ?? 2) < 2);
    desk.crash();
    desk.line.cut(60_000);
    void desk.start();
    await script.until('the start', () => desk.desk !== undefined);
    await script.pass(1_000);
    await script.rest();
    await endOf(world, script);
  },

  /** [S5] A late answer's documents know more than its batch; its receipts must too. */
  'an older request is served after a newer one': async () => {
    const script = await Script.begin();
    const { desk, world } = script;
    const older = held<Answered<unknown>>();
    let serveOlder: (() => Promise<unknown>) | undefined;
    let newerServed = false;
    desk.line.gate = (name, serve) => {
      if (name !== 'handOver') return Promise.resolve(noAnswer);
      if (serveOlder === undefined) {
        serveOlder = serve;
        return older.promise;
      }
      return serve().then(() => {
        newerServed = true;
        return noAnswer;
      });
    };
    await script.note();
    await script.until('the older request', () => serveOlder !== undefined);
    await script.note();
    void desk.desk?.drain.run();
    await script.until('the newer request', () => newerServed);
    void serveOlder?.().then((answer) => older.release({ ok: true, answer }));
    await script.pass(500);
    desk.line.gate = undefined;
    await script.rest();
    await endOf(world, script);
  },

  /** [L4] What the copy will never get again leaves the receipt layer once the copy was found equal. */
  'a clerk leaves the department while her operation is under way': async () => {
    const script = await Script.begin();
    const { desk, world } = script;
    let decided = false;
    desk.line.gate = (name, serve) => {
      if (name !== 'handOver') return Promise.resolve(noAnswer);
      return serve().then(() => {
        decided = true;
        return noAnswer;
      });
    };
    await script.note();
    await script.until('the decision', () => decided);
    const elsewhere = { ...desk.clerk, departmentIds: [departmentId.parse('bauamt')] };
    await script.configure([elsewhere]);
    desk.line.gate = undefined;
    desk.line.cut(60_000);
    // from here on the tally case is not hers to see: the moment's check ends, the end's remains
    const since = world.scheduler.now;
    const isAtRest = () =>
      desk.journal?.open.length === 0 &&
      desk.verifiedAt > since &&
      desk.desk?.overlay.view.documents.size === 0;
    const result = await world.scheduler.run(isAtRest, since + 3_600_000, () => undefined);
    if (result === 'timeUp')
      throw new Red(`the layer keeps ${desk.desk?.overlay.view.documents.size} documents`);
  },

  /** [S2] Nothing is stored before what comes before it. */
  'the second operation arrives before the first': async () => {
    const { world, desk } = await Script.begin();
    const { server, store } = world;
    const device = deviceId.parse('another-journal');
    const operation = (n: number) => ({
      opId: opId.parse(`op-${n}`),
      kind: 'addNote',
      v: 1,
      payload: { caseId: world.tallies[1], text: `Nr. ${n}` },
      at: instantOf(simulationStart),
      deviceId: device,
      n,
    });
    const context = { ...server.context, store };
    const hand = (n: number) =>
      handOver(context, server.municipality, desk.clerk, {
        epoch: null,
        deviceId: device,
        firstOpen: 1,
        operations: [operation(n)],
      });
    const answer = await hand(2);
    const stored = await store.snapshot(server.municipality, (read) => read.logByOpId(opId.parse('op-2')));
    if (stored !== undefined) throw new Red('the second was decided before the first');
    if (answer.result !== 'decided' || answer.expect !== 1)
      throw new Red('the desk is not told what is missing');
    await hand(1);
    const last = await hand(2);
    if (last.result !== 'decided' || last.decisions.receipts.length !== 2)
      throw new Red('both should be decided now');
  },

  /** [L8] A receipt of a server that is no more must not keep an operation from being handed over again. */
  'an answer of the old epoch arrives late': async () => {
    const script = await Script.begin();
    const { desk, world } = script;
    const backup = world.store.exportState(world.server.municipality);
    const late = held<Answered<unknown>>();
    let answer: unknown;
    desk.line.gate = (name, serve) => {
      if (name !== 'handOver' || answer !== undefined) return undefined;
      return serve().then((given) => {
        answer = given;
        return late.promise;
      });
    };
    await script.note();
    await script.until('the decision', () => answer !== undefined);
    world.store.importState(world.server.municipality, backup, epoch.parse('restored'));
    desk.desk?.syncNow();
    await script.until('the news of the restore', () => desk.journal?.epoch === 'restored');
    late.release({ ok: true, answer });
    await script.pass(1_000);
    await script.rest();
    await endOf(world, script);
  },

  /** [S2] [J1] Two histories of one journal: the server notices by the counter, the desk goes on under a new identity. */
  'an image of the PC is put back': () => imagePutBack(1),

  /** [S2] [J1] Its second number is free again at the server, and must not overtake the first. */
  'an image of the PC is put back, and several notes wait': () => imagePutBack(3),

  /** [J5] What was accepted under the former identity is still the desk's to hand over again. */
  'an image of the PC is put back, and later the server from a backup': async () => {
    const script = await Script.begin();
    const { world } = script;
    const backup = world.store.exportState(world.server.municipality);
    await script.note();
    const onlyOnServer = await imagePutBackIn(script, 2);
    world.server.crash();
    // the disk forgot it with the image, the server with the backup: nobody is left who knows it
    script.desk.saved.splice(script.desk.saved.indexOf(onlyOnServer), 1);
    script.tally.saved -= 1;
    world.store.importState(world.server.municipality, backup, epoch.parse('restored'));
    await script.note();
    await script.rest();
    await endOf(world, script);
  },

  /** [S4] A database file put back by hand: the checkpoint's hash is unknown, so it becomes another epoch. */
  'the server is put back unnoticed': async () => {
    const script = await Script.begin();
    const { desk, world } = script;
    const backup = world.store.exportState(world.server.municipality);
    await script.note();
    await script.note();
    await script.rest();
    world.server.crash();
    world.store.importState(world.server.municipality, backup);
    await script.configure(world.server.clerks);
    await script.note();
    await script.rest();
    desk.rebuilds = 0;
    await endOf(world, script);
  },
} satisfies Record<string, () => Promise<void>>;

export type HistoryName = keyof typeof histories;

async function imagePutBack(notes: number): Promise<void> {
  const script = await Script.begin();
  await imagePutBackIn(script, notes);
  await endOf(script.world, script);
}

/** The image lacks the one note that is given back; the server has it. So many more notes are made on the image. */
async function imagePutBackIn(script: Script, notes: number): Promise<OpId> {
  const { desk } = script;
  await script.note();
  await script.rest();
  const image = desk.disk.journalImage();
  await script.note();
  await script.rest();
  const onlyOnServer = desk.saved.at(-1);
  if (onlyOnServer === undefined) throw new Error('a note without an id');
  desk.crash();
  desk.disk.restoreJournals(image);
  const former = desk.firstDeviceId;
  desk.line.cut(30_000);
  void desk.start();
  await script.until('the start', () => desk.desk !== undefined);
  for (let count = 0; count < notes; count += 1) await script.note();
  await script.rest();
  if (desk.journal?.deviceId === former) throw new Red('the counter was used twice under one identity');
  desk.firstDeviceId = desk.journal?.deviceId;
  return onlyOnServer;
}

async function endOf(world: Script['world'], { desk }: Script): Promise<void> {
  await checkEnd({ ...world, desks: [desk] });
}
