import { megabytes, milliseconds, perSecond, say, seconds } from './common/report.ts';
import { type HandOver, type MeasuredHandOver, measureHandOver } from './handover/measure-hand-over.ts';
import { measureMemory } from './handover/measure-memory.ts';

/** Everybody is back at the same moment, as after a morning without a line. */
const morning: HandOver = { desks: 50, operationsEach: 100, processes: 5, cases: 1000, applications: 0 };
/** Two clerks were away for a week, and citizens applied meanwhile. */
const week: HandOver = { desks: 2, operationsEach: 500, processes: 2, cases: 1000, applications: 500 };
const memory = { cases: 20_000, pending: 2_500 };

const goals = { morningMs: 10_000, weekMs: 15_000, loopMs: 50 };
/** Of what the store and the rules alone take: the rest is the desks' own work and what they fetch meanwhile. */
const leastShare = 0.1;

/** The figures of handing over; README.md says what each means. Returns whether what decides is met. */
async function benchHandover(): Promise<boolean> {
  const after = await measureHandOver(morning);
  tell(morning, after, goals.morningMs);
  const { ceiling, nothing, loop, commits } = after;
  const share = after.operations / after.handOverMs / (ceiling.count / ceiling.groupedMs);
  say('  store and rules alone, 100 to a commit', perSecond(ceiling.count, ceiling.groupedMs));
  say('  the same, a commit each', perSecond(ceiling.aloneCount, ceiling.aloneMs));
  say('  requests of the same desks for nothing', perSecond(nothing.requests, nothing.ms));
  say('  the server’s CPU for it', seconds(after.cpuMs));
  say('  server’s event loop late, p50 / p99 / most', times(loop.p50, loop.p99, loop.max));
  say('  of that a commit with its fsync, p50 / p99', times(commits.p50, commits.p99));
  const beyond = Math.max(0, loop.p99 - commits.p99);
  say('  p99 beyond fsync', `${milliseconds(beyond)} (goal ${goals.loopMs} ms)`);

  const afterWeek = await measureHandOver(week);
  tell(week, afterWeek, goals.weekMs);

  const held = await measureMemory(memory.cases, memory.pending);
  say(
    `heap of a desk with ${memory.cases} cases, nothing / ${memory.pending} pending`,
    `${megabytes(held.heapWithNothingPending)} / ${megabytes(held.heapWithAllPending)}`,
  );

  const wrong = [after, afterWeek].reduce((sum, each) => sum + each.lost + each.doubled + each.refused, 0);
  const isEnough = share >= leastShare;
  console.log(
    `bench handover: lost, doubled, refused ${wrong} (0) ${verdict(wrong === 0)}; ` +
      `handed over at ${share.toFixed(2)}x of the store alone (≥ ${leastShare}x) ${verdict(isEnough)}; ` +
      `${seconds(after.handOverMs)} (goal ${seconds(goals.morningMs)}), ` +
      `a week ${seconds(afterWeek.handOverMs)} (goal ${seconds(goals.weekMs)})`,
  );
  return wrong === 0 && isEnough;
}

function tell({ desks, operationsEach }: HandOver, measured: MeasuredHandOver, goalMs: number): void {
  const { operations, handOverMs, restMs, lost, doubled, refused } = measured;
  say(
    `${desks} desks x ${operationsEach} operations handed over`,
    `${seconds(handOverMs)} = ${perSecond(operations, handOverMs)} (goal ${seconds(goalMs)})`,
  );
  say('  until every desk shows what the server has', seconds(restMs));
  say('  lost / doubled / refused', `${lost} / ${doubled} / ${refused}`);
}

function times(...values: readonly number[]): string {
  return values.map(milliseconds).join(' / ');
}

function verdict(isMet: boolean): string {
  return isMet ? 'met' : 'MISSED';
}

try {
  process.exitCode = (await benchHandover()) ? 0 : 1;
} catch (failure) {
  console.error(failure);
  process.exitCode = 1;
}
