import { HostFailure, type HostFailureCode } from './host-failure.ts';
import type { RawFile } from './raw-file.ts';

export type DiskOperation = 'write' | 'flush' | 'truncate' | 'remove';

interface StoredFile {
  written: Uint8Array;
  durable: Uint8Array;
}

interface Fault {
  readonly operation: DiskOperation;
  readonly code: HostFailureCode;
  /** bytes of a failing write that reach the file all the same */
  readonly bytesWritten: number;
}

/**
 * A disk in memory that outlives its hosts, tells written from durable, and fails when told to. It keeps no time and
 * draws no lots: the simulation decides through `beforeOperation` and the argument of `crash`.
 */
export class MemoryDisk {
  readonly setAside = new Map<string, Uint8Array>();
  readonly smallFiles = new Map<string, Uint8Array>();
  readonly blobFiles = new Map<string, Uint8Array>();
  /** What is held open or owned, and by which hold; all is let go by a crash. */
  private readonly holds = new Map<string, symbol>();
  /** Called before each operation on a journal, named so that a test can assert their order. May throw. */
  beforeOperation: ((operation: DiskOperation, journal: string) => void | Promise<void>) | undefined;
  /** `undefined` is endless; a write over it fails with `quotaExceeded`. */
  quotaBytes: number | undefined;
  private readonly journals = new Map<string, StoredFile>();
  private faults: Fault[] = [];
  private life = 0;

  /** The next `operation` fails; call it again to make the one after that fail too. */
  failNext(operation: DiskOperation, code: HostFailureCode = 'io', bytesWritten = 0): void {
    this.faults.push({ operation, code, bytesWritten });
  }

  /** What was told to fail and hasn't yet, won't. */
  heal(): void {
    this.faults = [];
  }

  /**
   * The machine stops: open files go dead, locks are let go, and of the bytes not yet flushed only a prefix survives,
   * whose length `keep` chooses from the length of the unflushed tail (default: nothing).
   */
  crash(keep: (unflushedBytes: number, journal: string) => number = () => 0): void {
    this.life += 1;
    this.holds.clear();
    this.faults = [];
    for (const [name, file] of this.journals) {
      const unflushed = Math.max(0, file.written.length - file.durable.length);
      const kept = file.durable.length + (unflushed === 0 ? 0 : keep(unflushed, name));
      file.written = kept === file.durable.length ? file.durable : file.written.slice(0, kept);
      file.durable = file.written;
    }
  }

  /** For one process: throws from the next crash on, because a dead one does nothing more to the disk. */
  process(): () => void {
    const life = this.life;
    return () => this.demandAlive(life);
  }

  isHeld(key: string): boolean {
    return this.holds.has(key);
  }

  /**
   * Takes `key` for one holder and returns how to let it go; `undefined` when it is taken. Letting go releases only
   * this very hold: after a crash somebody else may have it.
   */
  hold(key: string): (() => void) | undefined {
    if (this.holds.has(key)) return undefined;
    const mark = Symbol(key);
    this.holds.set(key, mark);
    return () => {
      if (this.holds.get(key) === mark) this.holds.delete(key);
    };
  }

  journalNames(): string[] {
    return [...this.journals.keys()].sort();
  }

  removeJournal(name: string): void {
    const index = this.faults.findIndex(({ operation }) => operation === 'remove');
    const [fault] = index < 0 ? [] : this.faults.splice(index, 1);
    if (fault) throw new HostFailure(fault.code, 'the memory disk was told to fail this remove');
    this.journals.delete(name);
  }

  /** Whether a journal has bytes that a power cut could still take. */
  get isWriting(): boolean {
    return [...this.journals.values()].some(({ written, durable }) => written !== durable);
  }

  /** The journals as an image of the whole disk holds them. */
  journalImage(): ReadonlyMap<string, Uint8Array> {
    return new Map([...this.journals].map(([name, { durable }]) => [name, durable]));
  }

  /** The image is put back, in a machine that is off. */
  restoreJournals(image: ReadonlyMap<string, Uint8Array>): void {
    this.journals.clear();
    for (const [name, bytes] of image) this.journals.set(name, { written: bytes, durable: bytes });
  }

  usedBytes(): number {
    const lengths = [...this.journals.values()].map((file) => file.written.length);
    for (const bytes of [...this.setAside.values(), ...this.smallFiles.values(), ...this.blobFiles.values()])
      lengths.push(bytes.length);
    return lengths.reduce((sum, length) => sum + length, 0);
  }

  /** Throws `quotaExceeded` when `more` bytes don't fit. */
  demandRoom(more: number): void {
    if (this.quotaBytes !== undefined && this.usedBytes() + more > this.quotaBytes) {
      throw new HostFailure('quotaExceeded', `the memory disk holds ${this.quotaBytes} bytes at most`);
    }
  }

  /** Opens or creates the journal's bytes; exclusiveness is the host's. */
  openJournal(name: string): RawFile {
    const file = this.journals.get(name) ?? { written: new Uint8Array(), durable: new Uint8Array() };
    this.journals.set(name, file);
    const life = this.life;
    const begin = async (operation: DiskOperation): Promise<Fault | undefined> => {
      this.demandAlive(life);
      await this.beforeOperation?.(operation, name);
      this.demandAlive(life);
      const index = this.faults.findIndex((fault) => fault.operation === operation);
      return index < 0 ? undefined : this.faults.splice(index, 1)[0];
    };
    const failWith = (fault: Fault): never => {
      throw new HostFailure(fault.code, `the memory disk was told to fail this ${fault.operation}`);
    };
    return {
      size: async () => file.written.length,
      readAll: async () => {
        this.demandAlive(life);
        return file.written.slice();
      },
      writeAt: async (position, bytes) => {
        const fault = await begin('write');
        const arriving = fault === undefined ? bytes : bytes.slice(0, fault.bytesWritten);
        this.demandRoom(position + arriving.length - file.written.length);
        const grown = new Uint8Array(Math.max(file.written.length, position + arriving.length));
        grown.set(file.written);
        grown.set(arriving, position);
        file.written = grown;
        if (fault !== undefined) failWith(fault);
      },
      flush: async () => {
        const fault = await begin('flush');
        if (fault !== undefined) failWith(fault);
        file.durable = file.written;
      },
      truncate: async (length) => {
        const fault = await begin('truncate');
        if (fault !== undefined) failWith(fault);
        file.written = file.written.slice(0, length);
      },
      close: async () => undefined,
    };
  }

  private demandAlive(life: number): void {
    if (life !== this.life) throw new HostFailure('io', 'the memory disk crashed under this process');
  }
}
