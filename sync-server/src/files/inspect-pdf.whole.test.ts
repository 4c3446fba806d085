import { buffer } from 'node:stream/consumers';
import { createDeflate } from 'node:zlib';
import { expect, it } from 'vitest';
import { faultOfPdf } from './inspect-pdf.ts';

const megabyte = 1024 * 1024;

/** Its page tree lies in an object stream, behind so much white space. */
async function pdfThatUnpacksTo(megabytes: number): Promise<Buffer> {
  const deflate = createDeflate();
  const packed = buffer(deflate);
  const write = (text: string | Buffer) => new Promise((resolve) => deflate.write(text, resolve));
  await write('2 0 ');
  for (let index = 0; index < megabytes; index += 1) await write(Buffer.alloc(megabyte, ' '));
  await write('<</Type/Pages/Count 1/Kids[5 0 R]>>'.padEnd(60));
  deflate.end();
  const stream = await packed;
  const head = Buffer.from(
    '%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n5 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n',
  );
  const objects = Buffer.concat([
    Buffer.from(`3 0 obj<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${stream.length}>>stream\n`),
    stream,
    Buffer.from('\nendstream endobj\n'),
  ]);
  const at = head.length + objects.length;
  const entries = [
    [0, 0, 0],
    [1, head.indexOf('1 0 obj'), 0],
    [2, 3, 0],
    [1, head.length, 0],
    [1, at, 0],
    [1, head.indexOf('5 0 obj'), 0],
  ].map(([type = 0, place = 0, index = 0]) => {
    const entry = Buffer.alloc(6);
    entry.writeUInt8(type, 0);
    entry.writeUInt32BE(place, 1);
    entry.writeUInt8(index, 5);
    return entry;
  });
  return Buffer.concat([
    head,
    objects,
    Buffer.from('4 0 obj<</Type/XRef/Size 6/W[1 4 1]/Root 1 0 R/Length 36>>stream\n'),
    ...entries,
    Buffer.from(`\nendstream endobj\nstartxref\n${at}\n%%EOF\n`),
  ]);
}

it('a PDF with packed objects opens', async () => {
  expect(await faultOfPdf(await pdfThatUnpacksTo(0))).toBeUndefined();
}, 30_000);

it('a small PDF that unpacks to more memory than anybody’s needs is ended', async () => {
  const bomb = await pdfThatUnpacksTo(300);
  expect(bomb.length).toBeLessThan(megabyte);
  const limits = { longestMs: 100_000, mostGrownBytes: 150 * megabyte };
  expect(await faultOfPdf(bomb, limits)).toBe('tooElaborate');
}, 120_000);

it('a PDF that takes too long is ended', async () => {
  const limits = { longestMs: 1, mostGrownBytes: Number.MAX_SAFE_INTEGER };
  expect(await faultOfPdf(await pdfThatUnpacksTo(0), limits)).toBe('tooElaborate');
}, 30_000);
