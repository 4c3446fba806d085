import type { Round } from './round.ts';

export function isRed({ lost, doubled, stuck, broken }: Round): boolean {
  return [lost, doubled, stuck, broken].some((remarks) => remarks.length > 0);
}

/** fault × rounds × lost × doubled × stuck, and how long each took to come to rest. */
export function table(rounds: readonly Round[]): string {
  const lines = [...Map.groupBy(rounds, ({ fault }) => fault)].map(([fault, of]) => row(fault, of));
  return [
    head,
    ...lines,
    row('all', rounds),
    `Operations acknowledged: ${sum(rounds, ({ saved }) => saved)}. ` +
      `At rest after everything is whole again: p50 ${percentile(rounds, 0.5)}, p95 ${percentile(rounds, 0.95)}.`,
  ].join('\n');
}

const width = 36;
const head = `${'fault'.padEnd(width)} rounds   lost  doubled  stuck  other  p95 to rest`;

function row(fault: string, rounds: readonly Round[]): string {
  const counts = [
    String(rounds.length).padStart(6),
    String(sum(rounds, ({ lost }) => lost.length)).padStart(6),
    String(sum(rounds, ({ doubled }) => doubled.length)).padStart(8),
    String(rounds.filter(({ stuck }) => stuck.length > 0).length).padStart(6),
    String(sum(rounds, ({ broken }) => broken.length)).padStart(6),
    percentile(rounds, 0.95).padStart(12),
  ];
  return `${fault.padEnd(width)} ${counts.join(' ')}`;
}

function sum(rounds: readonly Round[], of: (round: Round) => number): number {
  return rounds.reduce((total, round) => total + of(round), 0);
}

/** Nearest rank. */
export function percentile(rounds: readonly Pick<Round, 'restMs'>[], share: number): string {
  const sorted = rounds
    .map(({ restMs }) => restMs)
    .filter((ms) => ms !== undefined)
    .toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  return found === undefined ? '–' : `${(found / 1000).toFixed(1)} s`;
}
