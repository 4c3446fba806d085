import type { Dossier } from '@amtsstube/shared/domain/case';
import type { PaperPart, PaperRow } from '@amtsstube/shared/domain/case-paper';
import type { Question } from '@amtsstube/shared/domain/question';
import { formatInstant } from '@amtsstube/shared/domain/time';
import { de } from '../../../texts/de.ts';

/** What the applicant was asked and what came back, for a body that doesn't get the history. None: no part. */
export function questionsPart({ questions = [], attachments = [] }: Dossier): readonly PaperPart[] {
  const text = de.export.paper;
  const names = new Map(attachments.map(({ hash, name }) => [hash, name]));
  const rowsOf = ({ askedAt, text: asked, documents, answers, end }: Question): readonly PaperRow[] => [
    row(text.asked(formatInstant(askedAt)), [asked, ...documents.map((each) => `– ${each}`)]),
    ...answers.map(({ at, text: answer, files }) =>
      row(text.answered(formatInstant(at)), [
        answer,
        ...files.map((hash) => `– ${names.get(hash) ?? text.removedFile}`),
      ]),
    ),
    ...(end?.how === 'closed' ? [row(text.closed(formatInstant(end.at)), [end.text])] : []),
  ];
  return questions.length === 0
    ? []
    : [{ title: text.questions, blocks: [{ kind: 'rows', rows: questions.flatMap(rowsOf) }] }];
}

function row(label: string, lines: readonly string[]): PaperRow {
  return { label, value: lines.filter((line) => line !== '').join('\n'), notes: [] };
}
