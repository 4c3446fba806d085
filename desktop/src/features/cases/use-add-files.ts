import { maximumBlobBytes } from '@amtsstube/shared/domain/blob';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import { useRef, useState } from 'react';
import type { AddedFile, CaseFiles } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { type NameOf, useNameOf } from '../../ui/names.ts';
import { refusalSentence } from '../../ui/refusal-sentence.ts';

/** What became of one file that was added. */
export interface AddingLine {
  readonly id: number;
  readonly outcome: 'running' | 'saved' | 'failed';
  readonly sentence: string;
}

export interface AddingFiles {
  /** Of the last files that were added together. */
  readonly lines: readonly AddingLine[];
  readonly isRunning: boolean;
  add(files: readonly File[]): Promise<void>;
}

/** Adds files one after another, and says of each what became of it. */
export function useAddFiles(caseId: CaseId): AddingFiles {
  const { desk } = useDesk();
  const nameOf = useNameOf();
  const [lines, setLines] = useState<readonly AddingLine[]>([]);
  const [isRunning, setIsRunning] = useState(false);
  const running = useRef(false);

  return {
    lines,
    isRunning,
    async add(files) {
      const { files: caseFiles } = desk;
      if (running.current || caseFiles === undefined || files.length === 0) return;
      running.current = true;
      setIsRunning(true);
      const done: AddingLine[] = [];
      try {
        for (const [id, file] of files.entries()) {
          setLines([...done, { id, outcome: 'running', sentence: de.cases.files.adding(file.name) }]);
          done.push({ id, ...lineAfter(file.name, await addOne(caseFiles, caseId, file), nameOf) });
        }
      } finally {
        setLines(done);
        setIsRunning(false);
        running.current = false;
      }
    },
  };
}

async function addOne(files: CaseFiles, caseId: CaseId, file: File): Promise<AddedFile> {
  // before it is read: it may be a film of some gigabytes
  if (file.size > maximumBlobBytes) return { result: 'notAFile', because: 'tooBig' };
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (bytes === undefined) return { result: 'notAFile', because: 'unreadable' };
  return files.add(caseId, file.name, new Uint8Array(bytes));
}

function lineAfter(name: string, added: AddedFile, nameOf: NameOf): Omit<AddingLine, 'id'> {
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
