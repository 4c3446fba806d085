/** One red point. */
export const tinyPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
  'base64',
);

/** A whole PDF of blank pages, made heavier by `filler` bytes; each call gives other bytes. */
export function aPdf(pages: number, filler = 0, mark = String(Math.random())): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages}/Kids[${Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`).join(' ')}]>>`,
    ...Array.from({ length: pages }, () => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>'),
    `<</Length ${filler}>>stream\n${'x'.repeat(filler)}\nendstream `,
  ];
  let text = `%PDF-1.4\n%${mark}\n`;
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj${object}endobj\n`;
    return at;
  });
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`,
  );
}

/** A PNG's head that says how large the picture is; nothing of it follows. */
export function pngOf(width: number, height: number): Buffer {
  const bytes = Buffer.from(tinyPng);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** The smallest TIFF: its directory says width and height, and stands where scanners put it, at the end. */
export function tiffOf(width: number, height: number, pixels = 600_000): Buffer {
  const bytes = Buffer.alloc(8 + pixels + 2 + 2 * 12 + 4);
  bytes.write('II*\0', 'latin1');
  bytes.writeUInt32LE(8 + pixels, 4);
  bytes.writeUInt16LE(2, 8 + pixels);
  for (const [index, [tag, value]] of [
    [256, width],
    [257, height],
  ].entries()) {
    const at = 8 + pixels + 2 + index * 12;
    bytes.writeUInt16LE(tag ?? 0, at);
    bytes.writeUInt16LE(4, at + 2);
    bytes.writeUInt32LE(1, at + 4);
    bytes.writeUInt32LE(value ?? 0, at + 8);
  }
  return bytes;
}

/** One page, made by qpdf 11 with AES-256: the first opens with the password `geheim` only, the second without one. */
export const encryptedPdf = Buffer.from(
  'JVBERi0xLjcKJb/3ov4KMSAwIG9iago8PCAvRXh0ZW5zaW9ucyA8PCAvQURCRSA8PCAvQmFzZVZlcnNpb24gLzEuNyAvRXh0ZW5zaW9uTGV2ZWwgOCA+PiA+PiAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwgL0NvdW50IDEgL0tpZHMgWyAzIDAgUiBdIC9UeXBlIC9QYWdlcyA+PgplbmRvYmoKMyAwIG9iago8PCAvTWVkaWFCb3ggWyAwIDAgNTk1IDg0MiBdIC9QYXJlbnQgMiAwIFIgL1R5cGUgL1BhZ2UgPj4KZW5kb2JqCjQgMCBvYmoKPDwgL0NGIDw8IC9TdGRDRiA8PCAvQXV0aEV2ZW50IC9Eb2NPcGVuIC9DRk0gL0FFU1YzIC9MZW5ndGggMzIgPj4gPj4gL0ZpbHRlciAvU3RhbmRhcmQgL0xlbmd0aCAyNTYgL08gPDA5YzUyYWI1YjA3ZTBiMDA0OGY4NWQxOTBiYjRkYmFkNWUzNmNkOTZjZmIzZjk2MjQ5ZTMyYzVhOWRjOTQ5MmFiYTc4ZDgyMzI0MDkxMTgwYjU3ZjQ2MDY2MmY5NjNkYj4gL09FIDwyZTIyZWExMTNjYWM3YTVlNmU4NDgyOGRmYmRlYmY4ZjNjMzFmYjIxMTY0MWFmZDUzNDYyYzdhOWZlMzg2ZmRiPiAvUCAtNCAvUGVybXMgPGI5NDlhOWY3YTM5YTA5ZWNhZTA4OGQxODUwMGU2Zjk0PiAvUiA2IC9TdG1GIC9TdGRDRiAvU3RyRiAvU3RkQ0YgL1UgPGJmNTFhYjViYTExMDI5Njk0YzAxNmMwYmMyZGIyMWQyNjdhM2Y1NzkwN2U0NjQ3NGYyNzNjNGM1ZjI2ZWZhYzBhMzZjN2RmODQ0ODI4ZTFkOTI5MWE2NWQyN2E4NmQwOT4gL1VFIDxhYzQ0YTQzNTdiZjkxMDJhYWJlNWFlMDc4ODY1NTQ1NWI5NDU4ZGJhZjIzYzg2ZGQ2MjZmYmJmNDk0NzEyNmVlPiAvViA1ID4+CmVuZG9iagp4cmVmCjAgNQowMDAwMDAwMDAwIDY1NTM1IGYgCjAwMDAwMDAwMTUgMDAwMDAgbiAKMDAwMDAwMDEzMCAwMDAwMCBuIAowMDAwMDAwMTg5IDAwMDAwIG4gCjAwMDAwMDAyNjIgMDAwMDAgbiAKdHJhaWxlciA8PCAvUm9vdCAxIDAgUiAvU2l6ZSA1IC9JRCBbPDJjY2FmMTI1Njk5YmZhMzM4ZTU0N2I2MjU0OGFmMzNkPjwyY2NhZjEyNTY5OWJmYTMzOGU1NDdiNjI1NDhhZjMzZD5dIC9FbmNyeXB0IDQgMCBSID4+CnN0YXJ0eHJlZgo4MDkKJSVFT0YK',
  'base64',
);
export const ownersPdf = Buffer.from(
  'JVBERi0xLjcKJb/3ov4KMSAwIG9iago8PCAvRXh0ZW5zaW9ucyA8PCAvQURCRSA8PCAvQmFzZVZlcnNpb24gLzEuNyAvRXh0ZW5zaW9uTGV2ZWwgOCA+PiA+PiAvUGFnZXMgMiAwIFIgL1R5cGUgL0NhdGFsb2cgPj4KZW5kb2JqCjIgMCBvYmoKPDwgL0NvdW50IDEgL0tpZHMgWyAzIDAgUiBdIC9UeXBlIC9QYWdlcyA+PgplbmRvYmoKMyAwIG9iago8PCAvTWVkaWFCb3ggWyAwIDAgNTk1IDg0MiBdIC9QYXJlbnQgMiAwIFIgL1R5cGUgL1BhZ2UgPj4KZW5kb2JqCjQgMCBvYmoKPDwgL0NGIDw8IC9TdGRDRiA8PCAvQXV0aEV2ZW50IC9Eb2NPcGVuIC9DRk0gL0FFU1YzIC9MZW5ndGggMzIgPj4gPj4gL0ZpbHRlciAvU3RhbmRhcmQgL0xlbmd0aCAyNTYgL08gPDUzNWZlZmU2NWFiNTg1YmQ2NWFhZDkzZTYxODNkZGJmZTliZmI5YWU3ODc1NWQ2ZGZhZWY0ZDAwMDFlMGIwNjk1ZTkwMzMzMGYyOWY0NmE0ZGM0NGUxNmVmM2ZjYTk5NT4gL09FIDw4ZDAwMjE5ZTBkOGRhMDJiYWI3MmExYTVmMDQ0MDgzNTc2OTI1ZWJkZTA0MzZiNDA1ZTAzMjRlYzUxZDA0N2U3PiAvUCAtNCAvUGVybXMgPGU5ZTQyYzk1NzdmMWE0YTQ3Y2QxNmIyMzU2YWJiYWYzPiAvUiA2IC9TdG1GIC9TdGRDRiAvU3RyRiAvU3RkQ0YgL1UgPGNlYmFiMjBlNjBlZTY0ODNjZTVhNDkyM2ZhZTdkYjJjNmEwOWQ0OThmYTk5MzNmOWUxYmZhMmNjNDAzMTU2YmRkMzA1M2RkNjAyM2I1MmEwYWVlZGI5OTgyNmE0NWY2YT4gL1VFIDwwMzllYzk3YmU2ZTgzMGI1ZWYyNzdmNzdmZjZjNjUyOTM1MmE2ODc0NGEzYTQwYjQ5NzcxOTA1ZjhlNjdiNThkPiAvViA1ID4+CmVuZG9iagp4cmVmCjAgNQowMDAwMDAwMDAwIDY1NTM1IGYgCjAwMDAwMDAwMTUgMDAwMDAgbiAKMDAwMDAwMDEzMCAwMDAwMCBuIAowMDAwMDAwMTg5IDAwMDAwIG4gCjAwMDAwMDAyNjIgMDAwMDAgbiAKdHJhaWxlciA8PCAvUm9vdCAxIDAgUiAvU2l6ZSA1IC9JRCBbPDYzMjlhZmE5MDI0NzBmN2RlYTMzNWQyNWVhOTlmNzdlPjw2MzI5YWZhOTAyNDcwZjdkZWEzMzVkMjVlYTk5Zjc3ZT5dIC9FbmNyeXB0IDQgMCBSID4+CnN0YXJ0eHJlZgo4MDkKJSVFT0YK',
  'base64',
);
