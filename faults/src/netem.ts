import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

/** A line over the country: late by chance, 3 % of the packets lost, some twice or in another order. */
const badLine = 'delay 40ms 20ms loss 3% duplicate 1% reorder 5%';
const script = `ip link set lo up && tc qdisc add dev lo root netem ${badLine}`;

/** Why no network of our own can be made bad here; undefined: it can. */
export function noNetem(): string | undefined {
  const { status, stderr, error } = spawnSync('unshare', ['-n', 'sh', '-c', script], { encoding: 'utf8' });
  if (error !== undefined) return 'no unshare (util-linux)';
  return status === 0 ? undefined : stderr.trim().split('\n').at(-1);
}

/** Runs this program again in a network of its own, in which each packet between its processes takes a bad line. */
export async function runOnBadLine(program: string, given: readonly string[]): Promise<number> {
  const child = spawn(
    'unshare',
    ['-n', 'sh', '-c', `${script} && exec "$0" "$@"`, process.execPath, program, ...given],
    {
      stdio: 'inherit',
    },
  );
  const [code] = await once(child, 'exit');
  return typeof code === 'number' ? code : 1;
}
