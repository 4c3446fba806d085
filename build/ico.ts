export interface IcoPicture {
  /** Width and height in pixels, 256 at most. */
  readonly size: number;
  readonly png: Uint8Array;
}

const headerBytes = 6;
const entryBytes = 16;

/** A Windows icon of PNG pictures (Windows Vista and later): a directory, then the pictures as they are. */
export function icoOf(pictures: readonly IcoPicture[]): Uint8Array {
  const directory = new DataView(new ArrayBuffer(headerBytes + entryBytes * pictures.length));
  directory.setUint16(2, 1, true);
  directory.setUint16(4, pictures.length, true);
  let offset = directory.byteLength;
  for (const [index, { size, png }] of pictures.entries()) {
    const entry = headerBytes + entryBytes * index;
    // one byte each: 256 is written as 0
    directory.setUint8(entry, size % 256);
    directory.setUint8(entry + 1, size % 256);
    directory.setUint16(entry + 4, 1, true);
    directory.setUint16(entry + 6, 32, true);
    directory.setUint32(entry + 8, png.length, true);
    directory.setUint32(entry + 12, offset, true);
    offset += png.length;
  }
  return Buffer.concat([new Uint8Array(directory.buffer), ...pictures.map(({ png }) => png)]);
}
