import { crc32 } from './crc32.ts';

/** 'ASF' and the version of the layout: magic, generation, length, CRC (each 4 bytes, big endian), content. */
const magic = 0x41534601;
const headerBytes = 16;
const crcAt = 12;

export interface Slot {
  /** the higher of two is the newer */
  readonly generation: number;
  readonly content: Uint8Array;
}

/** The CRC covers generation, length and content, so that no kill in the middle of a write leaves a valid slot. */
export function encodeSlot({ generation, content }: Slot): Uint8Array {
  const bytes = new Uint8Array(headerBytes + content.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic);
  view.setUint32(4, generation);
  view.setUint32(8, content.length);
  bytes.set(content, headerBytes);
  view.setUint32(crcAt, slotCrc(bytes));
  return bytes;
}

/** `undefined` when the bytes are no whole slot. Bytes behind its end are left over from a longer one. */
export function decodeSlot(bytes: Uint8Array): Slot | undefined {
  if (bytes.length < headerBytes) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = headerBytes + view.getUint32(8);
  if (view.getUint32(0) !== magic || end > bytes.length) return undefined;
  const slot = bytes.slice(0, end);
  if (view.getUint32(crcAt) !== slotCrc(slot)) return undefined;
  return { generation: view.getUint32(4), content: slot.slice(headerBytes) };
}

function slotCrc(slot: Uint8Array): number {
  const covered = slot.slice();
  covered.fill(0, crcAt, headerBytes);
  return crc32(covered);
}
