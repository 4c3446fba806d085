import type { LetterProblem } from '@amtsstube/shared/letters/draft-letter';
import { de } from '../../../texts/de.ts';

/** What is missing before a letter can be saved, and what to do. */
export function problemSentence(problem: LetterProblem): string {
  const text = de.letters.problems;
  return problem.code === 'unknownPlaceholder' ? text.unknownPlaceholder(problem.name) : text[problem.code];
}
