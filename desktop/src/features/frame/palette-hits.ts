import type { CaseRow } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { foldGerman } from '../../ui/german-text.ts';
import { hrefOf, inboxViews, type Place } from '../../ui/place.ts';
import { searchCases } from '../../ui/search-cases.ts';

export interface PaletteHit {
  readonly key: string;
  readonly text: string;
  readonly detail: string;
  readonly leadsTo: Place | { readonly dialog: 'settings' | 'shortcuts' };
}

const mostCases = 20;

/** Screens and cases that contain every word of what was typed, screens first; without a word, the screens. */
export function paletteHits(
  query: string,
  cases: readonly CaseRow[],
  isAdmin: boolean,
): { readonly hits: readonly PaletteHit[]; readonly allCases: number } {
  const words = foldGerman(query).split(/\s+/).filter(Boolean);
  const fitting = screens(isAdmin).filter(({ text }) => {
    const folded = foldGerman(text);
    return words.every((word) => folded.includes(word));
  });
  if (words.length === 0) return { hits: fitting, allCases: 0 };
  const found = searchCases(cases, query);
  return { hits: [...fitting, ...found.slice(0, mostCases).map(caseHit)], allCases: found.length };
}

function caseHit({ caseRecord: { id, fileReference, applicantName } }: CaseRow): PaletteHit {
  const text = fileReference || de.cases.noReference;
  return { key: id, text, detail: applicantName, leadsTo: { screen: 'case', caseId: id } };
}

function screens(isAdmin: boolean): PaletteHit[] {
  const found: PaletteHit[] = inboxViews.map((view) =>
    screen(de.inbox.views[view], { screen: 'inbox', view }),
  );
  found.push(screen(de.work.tasks.screenTitle, { screen: 'tasks' }));
  found.push(screen(de.calendar.title, { screen: 'calendar', view: 'day' }));
  found.push(screen(de.queue.title, { screen: 'queue' }));
  found.push(screen(de.outage.title, { screen: 'outage' }));
  found.push(screen(de.fees.list.title, { screen: 'fees' }));
  found.unshift(screen(de.entry.title, { screen: 'entry' }));
  found.push(screen(de.refusedChanges.title, { screen: 'refused' }));
  if (isAdmin) found.push(screen(de.admin.title, { screen: 'admin', part: 'clerks' }));
  found.push(dialog(de.frame.settings.title, 'settings'), dialog(de.frame.shortcuts.title, 'shortcuts'));
  return found;
}

function dialog(text: string, name: 'settings' | 'shortcuts'): PaletteHit {
  return { key: name, text, detail: '', leadsTo: { dialog: name } };
}

function screen(text: string, place: Place): PaletteHit {
  return { key: hrefOf(place), text, detail: '', leadsTo: place };
}
