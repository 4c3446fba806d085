import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bytesOf, textOf } from './contract-case.ts';
import { createNodeHost, type NodeHost } from './node-host.ts';

/** Calls of the operating system that fail, as Windows lets them while a virus scanner or the search index reads. */
const failing = vi.hoisted(() => {
  const planned: { call: string; path: string; errno: string; times: number }[] = [];
  const happened: string[] = [];
  return {
    planned,
    happened,
    demand(call: string, path: unknown) {
      const plan = planned.find(
        (one) => one.call === call && one.times > 0 && String(path).endsWith(one.path),
      );
      if (plan === undefined) return;
      plan.times -= 1;
      happened.push(`${call} ${plan.errno}`);
      throw Object.assign(new Error(`${plan.errno}: ${call}`), { code: plan.errno });
    },
  };
});

vi.mock('node:fs/promises', async (importReal) => {
  const real = await importReal<typeof import('node:fs/promises')>();
  const wrapped: Record<string, unknown> = { ...real };
  for (const call of ['rename', 'rm', 'readFile'] as const)
    wrapped[call] = async (path: string, ...rest: unknown[]) => {
      failing.demand(call, path);
      return (real[call] as (...all: unknown[]) => unknown)(path, ...rest);
    };
  wrapped['open'] = async (path: string, ...rest: [string, number?]) => {
    failing.demand(`open ${rest[0]}`, path);
    const handle = await real.open(path, ...rest);
    return new Proxy(handle, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return async (...all: unknown[]) => {
          failing.demand(String(name), path);
          return Reflect.apply(value, target, all) as unknown;
        };
      },
    });
  };
  return wrapped;
});

let directory: string;
let host: NodeHost;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'amtsstube-in-use-'));
  host = await createNodeHost({ directory, notify: () => undefined });
});

afterEach(async () => {
  failing.planned.length = 0;
  failing.happened.length = 0;
  await host.close();
  await rm(directory, { recursive: true, force: true });
});

function fail(call: string, path: string, errno: string, times: number): void {
  failing.planned.push({ call, path, errno, times });
}

const always = Number.POSITIVE_INFINITY;

describe.each(['EBUSY', 'EPERM', 'EACCES'])('a file that is in use for a moment (%s)', (errno) => {
  it('a small file is replaced, read and removed all the same', async () => {
    await host.files.write('key', bytesOf('old'));
    fail('rename', `.key.${process.pid}.tmp`, errno, 3);
    fail('open wx', `.key.${process.pid}.tmp`, errno, 2);
    fail('readFile', 'key', errno, 2);
    fail('rm', 'files/key', errno, 2);
    await host.files.write('key', bytesOf('new'));
    expect(textOf(await host.files.read('key'))).toBe('new');
    await host.files.remove('key');
    expect(await host.files.read('key')).toBeUndefined();
    expect(failing.happened).toHaveLength(9);
  });

  it('[J2] an append is acknowledged once, and its bytes are there once', async () => {
    const journal = await host.journals.open('a.journal');
    await journal.append(bytesOf('one,'));
    fail('write', 'a.journal', errno, 2);
    fail('datasync', 'a.journal', errno, 2);
    await Promise.all([journal.append(bytesOf('two,')), journal.append(bytesOf('three,'))]);
    fail('truncate', 'a.journal', errno, 2);
    await journal.truncate(8);
    expect(textOf(await journal.read())).toBe('one,two,');
    expect(await readFile(join(directory, 'journals/a.journal'), 'utf8')).toBe('one,two,');
    expect(failing.happened).toHaveLength(6);
  });

  it('a journal is opened and removed, and its lock taken and given back', async () => {
    await (await host.journals.open('a.journal')).close();
    fail('open r+', 'a.journal', errno, 2);
    fail('open wx', 'journal-a.journal', errno, 2);
    const journal = await host.journals.open('a.journal');
    fail('rm', 'journal-a.journal', errno, 2);
    await journal.close();
    fail('rm', 'journals/a.journal', errno, 2);
    await host.journals.remove('a.journal');
    expect(await host.journals.list()).toEqual([]);
    expect(await readdir(join(directory, 'locks'))).toEqual([]);
    expect(failing.happened).toHaveLength(8);
  });
});

describe('a file that stays in use', () => {
  it('the old content of a small file stands, and nothing half is left', async () => {
    await host.files.write('key', bytesOf('old'));
    fail('rename', `.key.${process.pid}.tmp`, 'EBUSY', always);
    await expect(host.files.write('key', bytesOf('new'))).rejects.toMatchObject({ code: 'io' });
    expect(textOf(await host.files.read('key'))).toBe('old');
    expect(await readdir(join(directory, 'files'))).toEqual(['key']);
  });

  it('[J2] an append is refused, what was acknowledged stays, and the next one follows it', async () => {
    const journal = await host.journals.open('a.journal');
    await journal.append(bytesOf('one,'));
    fail('datasync', 'a.journal', 'EBUSY', 11);
    await expect(journal.append(bytesOf('two,'))).rejects.toMatchObject({ code: 'io' });
    await journal.append(bytesOf('three,'));
    expect(textOf(await journal.read())).toBe('one,three,');
  });
});

describe('a failure that is none of these', () => {
  it.each([
    ['ENOSPC', 'quotaExceeded'],
    ['EIO', 'io'],
  ])('%s is told at once, not tried again', async (errno, code) => {
    const journal = await host.journals.open('a.journal');
    fail('datasync', 'a.journal', errno, 1);
    await expect(journal.append(bytesOf('x'))).rejects.toMatchObject({ code });
    expect(failing.happened).toEqual([`datasync ${errno}`]);
  });
});

describe('Windows, which can not open a directory', () => {
  const platform = Object.getOwnPropertyDescriptor(process, 'platform');
  afterEach(() => {
    if (platform) Object.defineProperty(process, 'platform', platform);
  });

  it.each(['EPERM', 'EACCES', 'EISDIR'])(
    '%s of its flush is no failure there, and is one elsewhere',
    async (errno) => {
      fail('open r', 'files', errno, always);
      await expect(host.files.write('key', bytesOf('1'))).rejects.toMatchObject({ code: 'io' });
      Object.defineProperty(process, 'platform', { value: 'win32' });
      await host.files.write('key', bytesOf('2'));
      expect(textOf(await host.files.read('key'))).toBe('2');
    },
  );
});
