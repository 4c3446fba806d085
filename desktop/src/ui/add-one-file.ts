import { maximumBlobBytes } from '@amtsstube/shared/domain/blob';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import type { AddedFile, CaseFiles } from '../data/desk.ts';
import { de } from '../texts/de.ts';
import type { NameOf } from './names.ts';
import { refusalSentence } from './refusal-sentence.ts';

/** What became of a file that was added to a case. */
export interface AddedLine {
  readonly outcome: 'saved' | 'failed';
  readonly sentence: string;
}

/** Adds one file to a case, and says what became of it. */
export async function addOneFile(
  files: CaseFiles,
  caseId: CaseId,
  file: File,
  nameOf: NameOf,
): Promise<AddedLine> {
  return lineAfter(file.name, await addOne(files, caseId, file), nameOf);
}

async function addOne(files: CaseFiles, caseId: CaseId, file: File): Promise<AddedFile> {
  // before it is read: it may be a film of some gigabytes
  if (file.size > maximumBlobBytes) return { result: 'notAFile', because: 'tooBig' };
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (bytes === undefined) return { result: 'notAFile', because: 'unreadable' };
  return files.add(caseId, file.name, new Uint8Array(bytes));
}

function lineAfter(name: string, added: AddedFile, nameOf: NameOf): AddedLine {
  const text = de.cases.files;
  switch (added.result) {
    case 'saved':
      return { outcome: 'saved', sentence: text.added(name) };
    case 'notAFile':
      return { outcome: 'failed', sentence: text.not[added.because](name) };
    case 'notSaved':
      return { outcome: 'failed', sentence: text.not.other(name, de.saved.not[added.because]) };
    case 'refusedHere': {
      const sentence = de.saved.refusedNow(refusalSentence(added.reason, nameOf));
      return { outcome: 'failed', sentence: text.not.other(name, sentence) };
    }
  }
}
