import { assertNever } from '@amtsstube/shared/domain/assert-never';
import { de } from '../../../texts/de.ts';
import type { StatementProblem } from './bank-entry.ts';

/** What a file is instead of a statement, or what is wrong with it and where. */
export function problemSentence(problem: StatementProblem): string {
  const { problem: frame, problems } = de.fees.statement;
  switch (problem.code) {
    case 'brokenXml':
    case 'doctype':
      return frame(problems[problem.code](problem.line));
    case 'otherXml':
      return frame(problems.otherXml(problem.element));
    case 'badValue':
      return frame(problems.badValue(problem.line, problem.field, problem.value));
    case 'tooBig':
    case 'empty':
    case 'pdf':
    case 'zip':
    case 'mt940':
    case 'notAStatement':
    case 'noHeader':
      return frame(problems[problem.code]);
    default:
      return assertNever(problem);
  }
}
