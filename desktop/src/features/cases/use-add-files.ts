import type { CaseId } from '@amtsstube/shared/domain/ids';
import { useRef, useState } from 'react';
import { de } from '../../texts/de.ts';
import { type AddedLine, addOneFile } from '../../ui/add-one-file.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { useNameOf } from '../../ui/names.ts';

/** What became of one file that was added. */
export interface AddingLine {
  readonly id: number;
  readonly outcome: 'running' | AddedLine['outcome'];
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
          done.push({ id, ...(await addOneFile(caseFiles, caseId, file, nameOf)) });
        }
      } finally {
        setLines(done);
        setIsRunning(false);
        running.current = false;
      }
    },
  };
}
