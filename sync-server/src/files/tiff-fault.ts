import { type FileFault, maximumPages, maximumPixels } from './file-fault.ts';

const widthTag = 256;
const heightTag = 257;
const shortType = 3;
const longType = 4;

/**
 * What is wrong with a TIFF by what its pages say of themselves. They are a chain of directories, each with the place of
 * the next: any of them can unpack to gigabytes, not only the first.
 * @throws RangeError where a directory lies outside: damaged
 */
export function faultOfTiff(bytes: Uint8Array): FileFault | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittle = bytes[0] === 0x49;
  let at = view.getUint32(4, isLittle);
  if (at === 0) return 'damaged';
  for (let page = 0; at !== 0; page += 1) {
    // a chain that goes in a circle, too
    if (page === maximumPages) return 'tooManyPages';
    const count = view.getUint16(at, isLittle);
    const [width, height] = sizeIn(view, at + 2, count, isLittle);
    if (!(width > 0 && height > 0)) return 'damaged';
    if (width * height > maximumPixels) return 'tooManyPixels';
    at = view.getUint32(at + 2 + count * 12, isLittle);
  }
  return undefined;
}

/** Of a directory's entries: tag, type, count, value, twelve bytes each. */
function sizeIn(view: DataView, start: number, count: number, isLittle: boolean): readonly [number, number] {
  let [width, height] = [0, 0];
  for (let at = start; at < start + count * 12; at += 12) {
    const tag = view.getUint16(at, isLittle);
    if (tag !== widthTag && tag !== heightTag) continue;
    const type = view.getUint16(at + 2, isLittle);
    const value =
      type === shortType
        ? view.getUint16(at + 8, isLittle)
        : type === longType
          ? view.getUint32(at + 8, isLittle)
          : 0;
    if (tag === widthTag) width = value;
    else height = value;
  }
  return [width, height];
}
