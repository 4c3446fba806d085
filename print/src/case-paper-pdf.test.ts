import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CasePaper } from '@amtsstube/shared/domain/case-paper';
import { instant } from '@amtsstube/shared/domain/time';
import { describe, expect, it } from 'vitest';
import { casePaperPdf } from './case-paper-pdf.ts';

const { resolve } = createRequire(import.meta.url);
const font = (file: string) => readFileSync(resolve(`@expo-google-fonts/noto-sans/${file}`));
const fonts = {
  regular: font('400Regular/NotoSans_400Regular.ttf'),
  bold: font('700Bold/NotoSans_700Bold.ttf'),
};
/** A grey pixel. */
const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==',
  'base64',
);

const paper: CasePaper = {
  title: 'HST-2026-00001',
  subtitle: 'Hundesteuer anmelden',
  author: 'Musterstadt (Altmark)',
  runningLine: 'Musterstadt, HST-2026-00001',
  notice: undefined,
  at: instant.parse('2026-11-23T09:00:00.000Z'),
  parts: [
    {
      title: 'Angaben',
      blocks: [
        { kind: 'heading', text: 'Der Hund' },
        {
          kind: 'rows',
          rows: [{ label: 'Name des Hundes', value: 'Rex', notes: ['Angegeben: Strolch'] }],
        },
      ],
    },
    { title: 'Verlauf', blocks: [{ kind: 'paragraph', text: 'Nichts' }] },
  ],
  documents: [{ name: 'plan.pdf', pages: [1, 2].map(() => ({ jpeg, width: 1, height: 1 })) }],
};

async function printed(changed: Partial<CasePaper> = {}): Promise<string> {
  return Buffer.from(await casePaperPdf({ ...paper, ...changed }, fonts)).toString('latin1');
}
const pagesOf = (pdf: string) => pdf.match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

describe('a case as PDF', () => {
  it('says that it is PDF/A-2a, tagged and German, with a page for each part and each page of a document', async () => {
    const pdf = await printed();
    expect(pdf).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(pdf).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(pdf).toContain('/Lang (de-DE)');
    for (const tag of ['H1', 'H2', 'H3', 'Table', 'TR', 'TH', 'TD', 'Figure'])
      expect(pdf).toContain(`/S /${tag}`);
    expect(pagesOf(pdf)).toBe(4);
    expect(pdf.match(/\/Subtype \/Image/g)).toHaveLength(2);
  });

  it('a text longer than a page goes on on the next, and rows behind it come after it', async () => {
    const value = 'Eine lange Begründung. '.repeat(200);
    const rows = [
      { label: 'Begründung', value, notes: [] },
      { label: 'Danach', value: 'kurz', notes: [] },
    ];
    const pages = pagesOf(
      await printed({ parts: [{ title: 'Angaben', blocks: [{ kind: 'rows', rows }] }], documents: [] }),
    );
    expect(pages).toBeGreaterThan(1);
    expect(pages).toBeLessThan(5);
  });

  it('a long history takes as many pages as it needs', async () => {
    const rows = Array.from({ length: 90 }, (_, index) => ({
      label: `23.11.2026, 10:${index}`,
      value: `Vermerk ${index}`,
      notes: ['erfasst am 22.11.2026'],
    }));
    const pdf = await printed({
      parts: [{ title: 'Verlauf', blocks: [{ kind: 'rows', rows }] }],
      documents: [],
    });
    expect(pagesOf(pdf)).toBeGreaterThan(2);
  });
});
