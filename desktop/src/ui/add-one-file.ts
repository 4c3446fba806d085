import { maximumBlobBytes } from '@amtsstube/shared/domain/blob';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import type { AddedFile, CaseFiles } from '../data/desk.ts';
import { de } from '../texts/de.ts';
import { troubleWith } from './documents/trouble-with.ts';
import type { NameOf } from './names.ts';
import { refusalSentence } from './refusal-sentence.ts';

/** What became of a file that was added to a case. */
export interface AddedLine {
  /** `doubtful`: it is saved, and nobody can look at it. */
  readonly outcome: 'saved' | 'doubtful' | 'failed';
  readonly sentence: string;
}

/** Adds one file to a case, and says what became of it; also that it can't be read, while who has it may be asked again. */
export async function addOneFile(
  files: CaseFiles,
  caseId: CaseId,
  file: File,
  nameOf: NameOf,
): Promise<AddedLine> {
  const bytes = await bytesOf(file);
  if (typeof bytes === 'string') return lineAfter(file.name, { result: 'notAFile', because: bytes }, nameOf);
  const added = await files.add(caseId, file.name, bytes);
  const line = lineAfter(file.name, added, nameOf);
  const trouble = added.result === 'saved' ? await troubleWith(bytes) : undefined;
  return trouble
    ? { outcome: 'doubtful', sentence: `${line.sentence}. ${de.cases.files.trouble[trouble]}` }
    : line;
}

async function bytesOf(file: File): Promise<Uint8Array | 'tooBig' | 'unreadable'> {
  // before it is read: it may be a film of some gigabytes
  if (file.size > maximumBlobBytes) return 'tooBig';
  const bytes = await file.arrayBuffer().catch(() => undefined);
  return bytes === undefined ? 'unreadable' : new Uint8Array(bytes);
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
