import { createSlotCalendar } from '@amtsstube/shared/domain/appointments/slot-calendar';
import { unitOf } from '@amtsstube/shared/domain/appointments/unit';
import { planVisit } from '@amtsstube/shared/domain/appointments/visit';
import { ref } from '@amtsstube/shared/domain/documents';
import { appointmentId } from '@amtsstube/shared/domain/ids';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { claimsAround, type Place } from '@amtsstube/shared/operations/appointment/booking-rules';
import { executeServerOperation, type ServerDecision } from '@amtsstube/sync-server/execute/execute';
import type { Read } from '@amtsstube/sync-server/store/store';
import { Red } from './red.ts';
import { rulesFrom, serviceIds, simCounter, someAppointment, someTime } from './workload-appointments.ts';
import { serverOperation, type World } from './world.ts';

/**
 * A citizen looks for a time, keeps it while she fills in the form, books, and answers the mail: each step some time after
 * the one before, and now and then not at all.
 */
export async function visitCitizenPage(world: World): Promise<void> {
  const { random } = world;
  const seen = await look(world);
  if (seen === undefined) return;
  const { at } = seen;
  let id = random.chance(0.6) ? someAppointment(random) : appointmentId.parse(random.id());
  const visitKey = `visit-${random.id()}`;
  const pause = () =>
    new Promise<void>((passed) => world.scheduler.after(random.between(100, 90_000), passed));
  let named = { appointmentId: id, ...at };
  let hold: { visitKey: string; fence: number } | null = null;
  if (random.chance(0.8)) {
    const held = await execute(world, 'holdSlot', { ...named, visitKey, serviceIds });
    checkOffer(seen, held);
    if (held.result.decided !== 'accepted') return;
    hold = { visitKey, fence: 1 };
    await pause();
    // thinks better of it
    const other = random.chance(0.15) ? await look(world) : undefined;
    if (other) {
      const instead = appointmentId.parse(random.id());
      const wish = { appointmentId: instead, ...other.at };
      const swapped = await execute(world, 'holdSlot', { ...wish, visitKey, serviceIds, insteadOf: id });
      checkOffer(other, swapped);
      if (swapped.result.decided === 'accepted') {
        id = instead;
        named = wish;
      }
      await pause();
    }
    if (random.chance(0.4)) {
      const extended = await execute(world, 'extendHold', { appointmentId: id, visitKey });
      if (extended.result.decided === 'accepted') hold = { visitKey, fence: 2 };
      await pause();
    }
  }
  const visitor = { name: 'Erika Mustermann', email: 'erika@example.org', phone: '' };
  const booking = { ...named, hold, serviceIds, visitor, remark: '', language: 'de' };
  const requested = await execute(world, 'requestBooking', booking);
  if (hold === null) checkOffer(seen, requested);
  await pause();
  if (requested.result.decided !== 'accepted' || random.chance(0.3)) return;
  const fence = (hold?.fence ?? 0) + 1;
  await execute(world, 'confirmBooking', { ...named, fence });
  if (random.chance(0.2)) await execute(world, 'confirmBooking', { ...named, fence });
}

interface Seen {
  readonly at: Place;
  /** Of the last decision before she looked. */
  readonly seq: number;
  /** Whether what she saw still says so at another moment. */
  isFreeAt(decision: ServerDecision): boolean;
}

/** What the page shows her: one time of those that are free, if there are any. */
async function look({ random, server }: World): Promise<Seen | undefined> {
  return server.context.store.snapshot(server.municipality, async (read) => {
    const rules = await rulesIn(read);
    if (rules === undefined) return undefined;
    const plan = planVisit(rules, serviceIds, 'web');
    const at = someTime(random, rules, server.now());
    if (!plan.possible || at === undefined) return undefined;
    const claims = await read.claims(claimsAround(at));
    const slot = { counterId: at.counterId, start: unitOf(at.startsAt) };
    const isFree = (now = server.now()) =>
      createSlotCalendar(rules, claims, now).whyNot(plan.visit, slot) === undefined;
    // somebody who presses "back" sees what was free a while ago
    if (!isFree() && random.chance(0.8)) return undefined;
    const { seq } = await read.head();
    return { at, seq, isFreeAt: ({ decidedAt }) => isFree(decidedAt) };
  });
}

async function rulesIn(read: Read) {
  const refs = [ref('counters', simCounter), ref('settings', testTown.serviceId), ref('settings', 'booking')];
  const found = await read.documents(refs);
  const shown = (collection: string, id: string) =>
    found.find((each) => each.collection === collection && each.id === id)?.document ?? undefined;
  return rulesFrom({ shown });
}

/** [K3] Where nothing was decided in between, what was offered is not refused. */
function checkOffer({ seq, isFreeAt }: Seen, decision: ServerDecision): void {
  const { result } = decision;
  if (decision.seq !== seq + 1 || !isFreeAt(decision)) return;
  if (result.decided === 'refused' && result.reason.code === 'slotNotFree')
    throw new Red(`(l) a time that was offered is refused: ${result.reason.why}`);
}

function execute({ random, scheduler, server }: World, kind: string, payload: object) {
  const operation = serverOperation(random, kind, payload, scheduler.now);
  return executeServerOperation(server.context, server.municipality, operation, { kind: 'citizen' });
}
