import type { Case } from '@amtsstube/shared/domain/case';
import type { CaseRow } from '../data/desk.ts';
import { foldGerman } from './german-text.ts';

/** Folded once per case: a changed case is another object. */
const folded = new WeakMap<Case, string>();

function searchedTextOf(caseRecord: Case): string {
  let text = folded.get(caseRecord);
  if (text === undefined) {
    text = foldGerman(`${caseRecord.fileReference} ${caseRecord.applicantName}`);
    folded.set(caseRecord, text);
  }
  return text;
}

/** Ahead, so that the first key press finds the texts folded. */
export function prepareSearch(rows: readonly CaseRow[]): void {
  for (const { caseRecord } of rows) searchedTextOf(caseRecord);
}

/** What was searched last, in what, and found: a longer query finds among that. */
let last:
  | { readonly rows: readonly CaseRow[]; readonly query: string; readonly found: readonly CaseRow[] }
  | undefined;

/** Every word of the query somewhere in file reference or name, in any order; accents and case don't count. */
export function searchCases(rows: readonly CaseRow[], query: string): readonly CaseRow[] {
  const words = foldGerman(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return rows;
  const isLonger = last?.rows === rows && continues(last.query, query);
  const found = (isLonger && last ? last.found : rows).filter(({ caseRecord }) => {
    const text = searchedTextOf(caseRecord);
    return words.every((word) => text.includes(word));
  });
  last = { rows, query, found };
  return found;
}

/** Only letter by letter as they are: folded, "Mu" and "Mue" are the same, but "Ma" finds more than "Mae" does. */
function continues(before: string, after: string): boolean {
  return after.startsWith(before) && foldGerman(after).startsWith(foldGerman(before));
}
