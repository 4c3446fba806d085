import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { instant } from '@amtsstube/shared/domain/time';
import { aLetter } from '@amtsstube/shared/fixtures/a-letter';
import { describe, expect, it } from 'vitest';
import { letterPdf } from './letter-pdf.ts';

const { resolve } = createRequire(import.meta.url);
const font = (file: string) => readFileSync(resolve(`@expo-google-fonts/noto-sans/${file}`));
const fonts = {
  regular: font('400Regular/NotoSans_400Regular.ttf'),
  bold: font('700Bold/NotoSans_700Bold.ttf'),
};
const at = instant.parse('2026-11-23T09:00:00.000Z');

async function printed(changed: Parameters<typeof aLetter>[0] = {}, isDraft = false): Promise<string> {
  const bytes = await letterPdf({ letter: aLetter(changed), at, isDraft }, fonts);
  return Buffer.from(bytes).toString('latin1');
}

describe('a letter as PDF', () => {
  it('says that it is PDF/A-1a, tagged, German, with embedded fonts and nothing of the clock', async () => {
    const pdf = await printed();
    expect(pdf).toMatch(/^%PDF-1\.4/);
    expect(pdf).toContain('<pdfaid:part>1</pdfaid:part>');
    expect(pdf).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(pdf).toContain('/Marked true');
    expect(pdf).toContain('/Lang (de-DE)');
    expect(pdf.match(/\/FontFile2/g)).toHaveLength(2);
    expect(pdf).toContain('D:20261123090000Z');
    for (const tag of ['/S /Document', '/S /H1', '/S /H2', '/S /P']) expect(pdf).toContain(tag);
  });

  it('is the same bytes from the same letter, and others from another', async () => {
    expect(await printed()).toBe(await printed());
    expect(await printed({ subject: 'Ihr Antrag' })).not.toBe(await printed());
  });

  it('has as many pages as its text takes, and a draft’s mark on each', async () => {
    const text = Array.from({ length: 30 }, (_, index) => `${index}. ${'Satzung '.repeat(60)}`).join('\n\n');
    const [final, draft] = [await printed({ text }), await printed({ text }, true)];
    const pagesOf = (pdf: string) => pdf.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
    expect(pagesOf(final)).toBeGreaterThan(2);
    expect(pagesOf(draft)).toBe(pagesOf(final));
    // in the mark's grey, once a page
    const marksOf = (pdf: string) => pdf.match(/0\.894\d* 0\.894\d* 0\.894\d* scn/g)?.length ?? 0;
    expect([marksOf(final), marksOf(draft)]).toEqual([0, pagesOf(draft)]);
  });

  it('writes a name with & and < into its description without breaking it', async () => {
    const pdf = await printed({ subject: 'Müller & Söhne <GmbH>' });
    const [xml = ''] = /<\?xpacket begin[\s\S]*<\?xpacket end/.exec(pdf) ?? [];
    expect(Buffer.from(xml, 'latin1').toString('utf8')).toContain('Müller und Söhne  GmbH');
  });

  it('holds every letter of German names (DIN SPEC 91379)', async () => {
    await expect(
      printed({ addressee: ['Žofie Dvořáková-Çelik ẞ M̂ ḫ', 'Łódzka 5', '00-001 Warszawa'] }),
    ).resolves.toContain('%%EOF');
  });
});
