import type { Attachment } from '@amtsstube/shared/domain/case';
import {
  applicationJson,
  type CaseJsonSource,
  caseJson,
  type PackedFile,
} from '@amtsstube/shared/domain/case-json';
import type { PaperDocument } from '@amtsstube/shared/domain/case-paper';
import type { CaseLetter, Letter } from '@amtsstube/shared/domain/letter';
import { type Instant, instantOf } from '@amtsstube/shared/domain/time';
import type { Desk } from '../../../data/desk.ts';
import { de } from '../../../texts/de.ts';
import type { ExportMaker } from '../../../ui/export-maker.ts';
import { printLetter } from '../../../ui/use-letter-pdf.ts';
import { packed, pagesOf, pathFor, readFile } from './case-files.ts';
import type { CaseSource } from './case-source.ts';
import { type ListedDocument, paperOfCase } from './paper-of-case.ts';

/** What is made something of, with what, and who hears how far it is. */
export interface Making {
  readonly desk: Desk;
  readonly source: CaseSource;
  readonly maker: ExportMaker;
  readonly signal: AbortSignal;
  /** So many documents are done. */
  readonly done: (count: number) => void;
}

export interface Made {
  readonly file: Blob;
  /** What couldn't be included, each with its reason. */
  readonly missing: readonly ListedDocument[];
}

/** One PDF: cover, what was entered, history, letters and documents page by page. */
export async function makePdf(making: Making): Promise<Made> {
  const { desk, source, maker, signal, done } = making;
  const { attachments = [], letters = [] } = source.dossier.document;
  const documents: PaperDocument[] = [];
  const listed: ListedDocument[] = [];
  const missing: ListedDocument[] = [];
  const take = (name: string, pages: PaperDocument | string) => {
    if (typeof pages === 'string') missing.push({ name, says: pages });
    else documents.push(pages);
    const says =
      typeof pages === 'string' ? de.export.notIncluded(pages) : de.export.pages(pages.pages.length);
    listed.push({ name, says });
    done(listed.length);
  };
  for (const letter of letters) {
    const { name, bytes } = await letterFile(source, letter);
    take(name, await pagesOf(bytes, { name, mediaType: 'application/pdf' }, signal));
  }
  for (const attachment of attachments) {
    const { bytes, missing: why } = await readFile(desk, attachment);
    take(attachment.name, bytes ? await pagesOf(bytes, attachment, signal) : why);
    signal.throwIfAborted();
  }
  const bytes = await maker.paper(paperOfCase(source, { at: now(), isForOthers: false, listed, documents }));
  return { file: pdfOf(bytes), missing };
}

/** The case as the office has it: a readable PDF, JSON, letters, and every document as it came. */
export async function makeZip(making: Making): Promise<Made> {
  const { source, maker } = making;
  for (const [index, letter] of (source.dossier.document.letters ?? []).entries()) {
    const { name, bytes } = await letterFile(source, letter);
    maker.add(pathFor(index, name, de.export.folders.letters), bytes);
  }
  const at = now();
  const { files, listed, missing } = await addOriginals(making);
  const json = caseJson(jsonSource(source, at, files), (id) =>
    source.nameOf(id as Parameters<CaseSource['nameOf']>[0]),
  );
  maker.add(de.export.names.caseJson, textOf(json));
  const paper = paperOfCase(source, { at, isForOthers: false, listed, documents: [] });
  maker.add(de.export.names.casePdf, await maker.paper(paper));
  return { file: await maker.zip(), missing };
}

/** What the body gets that decides it: a letter, the application readable and as JSON, and every document as it came. */
export async function makePackage(
  making: Making,
  to: {
    readonly bodyName: string;
    /** @param documents how many go with it */
    readonly letter: (documents: number) => Letter;
    readonly isDraft: boolean;
  },
): Promise<Made> {
  const { source, maker } = making;
  const at = now();
  const { letter, isDraft, bodyName } = to;
  const { files, listed, missing } = await addOriginals(making);
  const written = { letter: letter(files.length - missing.length), at, isDraft };
  maker.add(de.export.names.coverLetter, await printLetter(written));
  maker.add(
    de.export.names.applicationJson,
    textOf(applicationJson(jsonSource(source, at, files), bodyName)),
  );
  const paper = paperOfCase(source, { at, isForOthers: true, listed, documents: [] });
  maker.add(de.export.names.applicationPdf, await maker.paper(paper));
  return { file: await maker.zip(), missing };
}

/** One after the other: a case may hold more than fits into memory at once. */
async function addOriginals({ desk, source, maker, signal, done }: Making) {
  const files: PackedFile[] = [];
  const listed: ListedDocument[] = [];
  const missing: ListedDocument[] = [];
  const attachments: readonly Attachment[] = source.dossier.document.attachments ?? [];
  for (const [index, attachment] of attachments.entries()) {
    signal.throwIfAborted();
    const { bytes, missing: why } = await readFile(desk, attachment);
    const { name } = attachment;
    if (bytes === undefined) {
      files.push(packed(attachment, null, why));
      missing.push({ name, says: why });
      listed.push({ name, says: de.export.notIncluded(why) });
    } else {
      const path = pathFor(index, name, de.export.folders.documents);
      // a copy: the desk may remember what it read
      maker.add(path, bytes.slice());
      files.push(packed(attachment, path));
      listed.push({ name, says: path });
    }
    done(index + 1);
  }
  return { files, listed, missing };
}

async function letterFile({ dossier }: CaseSource, { opId, letter, at }: CaseLetter) {
  const bytes = await printLetter({ letter, at, isDraft: dossier.waiting.includes(opId) });
  return { name: `${letter.subject}.pdf`, bytes };
}

function jsonSource(source: CaseSource, at: Instant, files: readonly PackedFile[]): CaseJsonSource {
  const { municipality, service, form, caseRecord, dossier } = source;
  return {
    municipality,
    service,
    form,
    caseRecord,
    dossier: dossier.document,
    answerWords: de.cases.answerWords,
    at,
    files,
  };
}

function pdfOf(bytes: Uint8Array): Blob {
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/pdf' });
}

function textOf(json: object): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(json, null, 2)}\n`);
}

function now(): Instant {
  return instantOf(Date.now());
}
