import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { casePaperPdf } from '@amtsstube/print/case-paper-pdf';
import { letterPdf } from '@amtsstube/print/letter-pdf';
import { instant } from '@amtsstube/shared/domain/time';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleCase } from './sample-case.ts';
import { sampleLetters } from './sample-letters.ts';

const run = promisify(execFile);
const { resolve } = createRequire(import.meta.url);
const font = (file: string) => readFileSync(resolve(`@expo-google-fonts/noto-sans/${file}`));
const fonts = {
  regular: font('400Regular/NotoSans_400Regular.ttf'),
  bold: font('700Bold/NotoSans_700Bold.ttf'),
};
const at = instant.parse('2026-11-23T09:00:00.000Z');

/** Debian's packages libpdfbox2-java, libactivation-java and libjaxb-api-java. */
const jars = [
  'preflight',
  'pdfbox2',
  'fontbox2',
  'xmpbox',
  'commons-logging',
  'javax.activation',
  'jaxb-api',
].map((name) => `/usr/share/java/${name}.jar`);
const preflight = jars.every((jar) => existsSync(jar)) && existsSync('/usr/bin/java');
const qpdf = existsSync('/usr/bin/qpdf') && existsSync('/usr/bin/pdftotext');
const letters = sampleLetters();
const names = ['approved', 'rejected', 'handedOver'] as const;

/** By judges that are not ours, where they are installed. AMTSSTUBE_SAMPLES=DIRECTORY keeps the files to be looked at. */
describe('what is printed, as other programs read it', () => {
  let directory = '';
  const pathOf = (name: string) => join(directory, `${name}.pdf`);

  beforeAll(async () => {
    const kept = process.env['AMTSSTUBE_SAMPLES'];
    directory = kept ?? (await mkdtemp(join(tmpdir(), 'amtsstube-samples-')));
    await mkdir(directory, { recursive: true });
    for (const name of names)
      await writeFile(pathOf(name), await letterPdf({ letter: letters[name], at, isDraft: false }, fonts));
    await writeFile(pathOf('draft'), await letterPdf({ letter: letters.approved, at, isDraft: true }, fonts));
    for (const isForOthers of [true, false])
      await writeFile(
        pathOf(isForOthers ? 'case-for-others' : 'case'),
        await casePaperPdf(sampleCase(at, isForOthers), fonts),
      );
  });
  afterAll(async () => {
    if (process.env['AMTSSTUBE_SAMPLES'] === undefined) await rm(directory, { recursive: true });
  });

  it.skipIf(!preflight)(
    'letters are PDF/A-1b to PDFBox Preflight (skipped without libpdfbox2-java libactivation-java libjaxb-api-java)',
    async () => {
      for (const name of [...names, 'draft']) {
        const validator = 'org.apache.pdfbox.preflight.Validator_A1b';
        const judged = run('/usr/bin/java', ['-cp', jars.join(':'), validator, pathOf(name)]);
        // it says what is wrong, and ends with 255
        await expect(judged, name).resolves.toMatchObject({
          stdout: expect.stringContaining('is a valid PDF/A-1b'),
        });
      }
    },
    60_000,
  );

  it.skipIf(!qpdf)(
    'every file is sound and tagged (skipped without qpdf, poppler-utils)',
    async () => {
      for (const name of [...names, 'draft', 'case', 'case-for-others']) {
        const { stdout } = await run('/usr/bin/qpdf', ['--check', pathOf(name)]);
        expect(stdout, name).toContain('No syntax or stream encoding errors found');
        const { stdout: structure } = await run('/usr/bin/pdfinfo', ['-struct-text', pathOf(name)]);
        for (const tag of ['Document', 'H1', 'P'])
          expect(structure, name).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'));
        const { stdout: embedded } = await run('/usr/bin/pdffonts', [pathOf(name)]);
        for (const line of embedded.trimEnd().split('\n').slice(2)) expect(line).toMatch(/ yes yes yes /);
      }
    },
    60_000,
  );

  it.skipIf(!qpdf)(
    'the address stands in the window of the envelope (DIN 5008, form B), line for line',
    async () => {
      const { stdout } = await run('/usr/bin/pdftotext', ['-bbox', '-l', '1', pathOf('approved'), '-']);
      const words = [...stdout.matchAll(/xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.+?)</g)].map(
        ([, left, top, right, bottom, word]) => ({
          word,
          ...{ left: inMm(left), top: inMm(top), right: inMm(right), bottom: inMm(bottom) },
        }),
      );
      const first = words.findIndex(({ word }) => word === 'Łukasz');
      const last = words.findIndex(({ word }, index) => index > first && word === 'Musterstadt');
      const address = words.slice(first, last + 1).filter(({ left }) => left < 105);
      expect(address.map(({ word }) => word)).toContain('Hinterhaus');
      for (const { word, left, top, right, bottom } of address) {
        expect(left >= 20 && right <= 105 && top >= 45 && bottom <= 90, word).toBe(true);
        // read at arm's length
        expect(bottom - top, word).toBeGreaterThan(3);
      }
    },
  );

  it.skipIf(!qpdf)(
    'the letters’ text can be taken out whole, in order, with every letter of the names',
    async () => {
      const { stdout } = await run('/usr/bin/pdftotext', ['-layout', pathOf('approved'), '-']);
      const pages = stdout.split('\f').filter((page) => page.trim() !== '');
      expect(pages.length).toBeGreaterThan(1);
      for (const name of ['Łukasz Đặng-Çelik', 'Dvořák', 'Ățărîță']) expect(stdout).toContain(name);
      for (const [index, page] of pages.entries())
        expect(page).toContain(`Seite ${index + 1} von ${pages.length}`);
      const numbers = [...stdout.matchAll(/^\s*(\d+)\. Der Hund/gm)].map(([, number]) => Number(number));
      expect(numbers).toEqual(Array.from({ length: 14 }, (_, index) => index + 1));
    },
  );
});

function inMm(points = ''): number {
  return (Number(points) / 72) * 25.4;
}
