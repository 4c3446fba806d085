import { type Case, caseRecord, type Dossier, dossier } from '@amtsstube/shared/domain/case';
import { clerk } from '@amtsstube/shared/domain/clerk';
import { counter } from '@amtsstube/shared/domain/counter';
import { type DescribedRow, describeAnswers } from '@amtsstube/shared/domain/forms/describe-answers';
import type { Settings } from '@amtsstube/shared/domain/settings';
import { task } from '@amtsstube/shared/domain/task';
import { formatInstant } from '@amtsstube/shared/domain/time';
import type { SalvageEntry } from '@amtsstube/shared/replication/salvage';
import { de } from '../../texts/de.ts';
import { eventLine } from '../../ui/event-line.ts';
import type { NameOf } from '../../ui/names.ts';
import { readAnswerWith } from '../../ui/read-answer.ts';

/** One thing that is missing, as a person reads it: a case is its two halves. */
export interface SalvagedItem {
  readonly key: string;
  readonly title: string;
  readonly brought: string;
  readonly text: string;
  readonly documents: readonly Pick<SalvageEntry, 'collection' | 'id'>[];
}

export interface SalvageNames {
  readonly nameOf: NameOf;
  readonly settingName: (id: string) => string;
  readonly settings: readonly Settings[];
}

/** What desks brought, in words; what this program can't read is shown as it lies there. */
export function salvagedItems(
  entries: readonly SalvageEntry[],
  names: SalvageNames,
): readonly SalvagedItem[] {
  const groups = Map.groupBy(entries, ({ collection, id }) =>
    collection === 'cases' || collection === 'dossiers' ? `case ${id}` : `${collection} ${id}`,
  );
  return [...groups].map(([key, group]) => {
    const [first] = group as [SalvageEntry];
    const { title, text } = wordsOf(group, names);
    return {
      key,
      title,
      text,
      brought: broughtLine(first, names),
      documents: group.map(({ collection, id }) => ({ collection, id })),
    };
  });
}

/** All of it, to be kept and printed. */
export function textOfAll(items: readonly SalvagedItem[]): string {
  return items
    .map(({ title, brought, text }) => [title, brought, '', text].join('\n'))
    .join(`\n\n${'—'.repeat(40)}\n\n`);
}

function wordsOf(group: readonly SalvageEntry[], names: SalvageNames): Pick<SalvagedItem, 'title' | 'text'> {
  const text = de.admin.salvage;
  const raw = group.map(({ document }) => JSON.stringify(document, undefined, 2)).join('\n\n');
  const of = (collection: string) => group.find((each) => each.collection === collection)?.document;
  if (of('cases') !== undefined || of('dossiers') !== undefined) {
    const listed = caseRecord.safeParse(of('cases')).data;
    const versions = group.filter(({ collection }) => collection === 'dossiers');
    const texts = versions.map((each) => versionText(each, versions.length > 1, names));
    return { title: caseTitle(listed, group), text: texts.length > 0 ? texts.join('\n\n') : raw };
  }
  const someone = clerk.safeParse(of('clerks')).data;
  if (someone) return { title: text.clerkTitle(someone.name), text: raw };
  const desk = counter.safeParse(of('counters')).data;
  if (desk) return { title: text.counterTitle(desk.name), text: raw };
  const undone = task.safeParse(of('tasks')).data;
  if (undone) return { title: text.taskTitle(undone.text), text: raw };
  return { title: text.settingTitle, text: raw };
}

function caseTitle(listed: Case | undefined, group: readonly SalvageEntry[]): string {
  const id = group[0]?.id ?? '';
  return de.admin.salvage.caseTitle(listed?.fileReference || id, listed?.applicantName ?? '');
}

/** Desks may have brought different ones: then each says whose it is. */
function versionText(entry: SalvageEntry, isOneOfSeveral: boolean, names: SalvageNames): string {
  const rest = dossier.safeParse(entry.document).data;
  const text = rest ? caseText(rest, names) : JSON.stringify(entry.document, undefined, 2);
  return isOneOfSeveral ? `${broughtLine(entry, names)}\n\n${text}` : text;
}

function broughtLine({ broughtBy, broughtAt }: SalvageEntry, { nameOf }: SalvageNames): string {
  return de.admin.salvage.brought(nameOf(broughtBy), formatInstant(broughtAt));
}

function caseText(rest: Dossier, { nameOf, settingName, settings }: SalvageNames): string {
  const { application, history } = de.admin.salvage;
  const version = settings.find((each) => each.id === rest.formVersionId);
  const answers =
    version?.kind === 'formVersion'
      ? describeAnswers(version.form, rest.answers, de.cases.answerWords).flatMap(({ section, rows }) => [
          section,
          ...rows.flatMap((row) => rowLines(row, '  ')),
        ])
      : [JSON.stringify(rest.answers, undefined, 2)];
  const readAnswer = readAnswerWith(settings, rest.formVersionId);
  const events = rest.events.flatMap((event) => {
    const { line, text } = eventLine(event, nameOf, settingName, readAnswer, rest);
    return [`${formatInstant(event.at)}  ${line}`, ...(text === '' ? [] : [`  ${text}`])];
  });
  return [application, ...answers, '', history, ...events].join('\n');
}

function rowLines(row: DescribedRow, indent: string): readonly string[] {
  if (row.kind === 'answer')
    return [`${indent}${row.label}${row.label.endsWith('?') ? '' : ':'} ${row.text}`];
  return row.entries.flatMap(({ title, rows }) => [
    `${indent}${title}`,
    ...rows.flatMap((inner) => rowLines(inner, `${indent}  `)),
  ]);
}
