import { expect, it } from 'vitest';
import { aPdf, encryptedPdf, ownersPdf, pngOf, tiffOf, tinyPng } from '../citizen/uploads/test-files.ts';
import { inspectFile } from './inspect-file.ts';

/** The last directory leads to the first, or elsewhere. */
function inACircle(tiff: Buffer, next = tiff.readUInt32LE(4)): Buffer {
  tiff.writeUInt32LE(next, tiff.length - 4);
  return tiff;
}

/** One after another, without a picture. */
function pagesOf(...sizes: readonly (readonly [width: number, height: number])[]): Buffer {
  const pages = sizes.map(([width, height]) => tiffOf(width, height, 0).subarray(8));
  for (const [index, page] of pages.entries())
    page.writeUInt32LE(index + 1 < pages.length ? 8 + (index + 1) * page.length : 0, page.length - 4);
  const head = Buffer.from('II*\0\0\0\0\0', 'latin1');
  head.writeUInt32LE(pages.length > 0 ? 8 : 0, 4);
  return Buffer.concat([head, ...pages]);
}

const whole = aPdf(3, 50_000);

it.each<[string, Uint8Array, object]>([
  ['a PDF', whole, { kind: 'pdf', size: whole.length }],
  ['a PDF that may be read but not changed', ownersPdf, { kind: 'pdf' }],
  ['a PDF with a password', encryptedPdf, { fault: 'encrypted' }],
  ['a PDF that was cut off', whole.subarray(0, 100), { fault: 'damaged' }],
  ['a PDF that is one by its head only', Buffer.from('%PDF-1.7\nnothing more'), { fault: 'damaged' }],
  ['a PDF of 200 pages', aPdf(200), { kind: 'pdf' }],
  ['a PDF of 201 pages', aPdf(201), { fault: 'tooManyPages' }],
  ['a PNG', tinyPng, { kind: 'png' }],
  ['a PNG of 50 megapixels', pngOf(10_000, 5000), { kind: 'png' }],
  ['a PNG of a pixel more', pngOf(10_000, 5001), { fault: 'tooManyPixels' }],
  ['a PNG that unpacks to terabytes', pngOf(4_000_000_000, 4_000_000_000), { fault: 'tooManyPixels' }],
  ['a PNG of nothing', pngOf(0, 5), { fault: 'damaged' }],
  ['a TIFF as scanners write it', tiffOf(2480, 3508), { kind: 'tiff' }],
  ['a TIFF of 80 megapixels', tiffOf(10_000, 8000), { fault: 'tooManyPixels' }],
  ['a TIFF of many pages', pagesOf([2480, 3508], [2480, 3508], [1, 1]), { kind: 'tiff' }],
  [
    'a TIFF whose last page is of 80 megapixels',
    pagesOf([2480, 3508], [10_000, 8000]),
    { fault: 'tooManyPixels' },
  ],
  ['a TIFF whose second page is of nothing', pagesOf([2480, 3508], [0, 5]), { fault: 'damaged' }],
  ['a TIFF with no page', pagesOf(), { fault: 'damaged' }],
  ['a TIFF whose pages go in a circle', inACircle(tiffOf(2480, 3508)), { fault: 'tooManyPages' }],
  ['a TIFF whose next page is nowhere', inACircle(tiffOf(2480, 3508), 0xfffffff0), { fault: 'damaged' }],
  ['a JPEG that breaks off in its head', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), { fault: 'damaged' }],
  ['a program', Buffer.from('MZ\u0090'), { fault: 'wrongType' }],
  ['a page of HTML', Buffer.from('<script>alert(1)</script>'), { fault: 'wrongType' }],
  ['nothing', Buffer.of(), { fault: 'empty' }],
  ['25 MB and a byte', Buffer.alloc(25 * 1024 * 1024 + 1), { fault: 'tooBig' }],
])('%s', async (_, bytes, expected) => {
  expect(await inspectFile(bytes)).toMatchObject(expected);
});
