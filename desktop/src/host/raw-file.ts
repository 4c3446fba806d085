/** The few things a journal needs of an open file; each host has one, and the care around it is shared. */
export interface RawFile {
  size(): Promise<number>;
  readAll(): Promise<Uint8Array>;
  /** Writes all of `bytes` at `position`, or throws. Nothing is durable before `flush`. */
  writeAt(position: number, bytes: Uint8Array): Promise<void>;
  flush(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}
