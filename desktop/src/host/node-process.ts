import { readFile } from 'node:fs/promises';
import { uptime } from 'node:os';
import { errnoOf } from './node-failure.ts';

/**
 * What tells a process from a later one with the same pid: boot and start time where the system shows them (Linux),
 * else `undefined`.
 */
export async function processMark(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined;
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // the name in brackets may hold spaces and brackets; the start time is the 20th field after it
    const startTicks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return `${boot.trim()}/${startTicks}`;
  } catch {
    return undefined;
  }
}

/** Signal 0 only asks. EPERM: it lives and belongs to somebody else. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errnoOf(error) === 'EPERM';
  }
}

/** When this PC was started, in milliseconds since 1970; as good as its clock. */
export function bootedAt(): number {
  return Date.now() - uptime() * 1000;
}
