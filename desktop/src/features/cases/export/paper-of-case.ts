import type {
  CasePaper,
  PaperBlock,
  PaperDocument,
  PaperPart,
  PaperRow,
} from '@amtsstube/shared/domain/case-paper';
import {
  type CorrectedAnswerRow,
  type CorrectedRow,
  type CorrectedSection,
  type DescribedValue,
  describeCorrected,
} from '@amtsstube/shared/domain/describe-corrected';
import { formatInstant, formatLocalDate, type Instant } from '@amtsstube/shared/domain/time';
import { de } from '../../../texts/de.ts';
import { eventLine } from '../../../ui/event-line.ts';
import { shownStatus } from '../../../ui/shown-status.ts';
import { openPoints } from '../entered/open-points.ts';
import { partyRows } from '../entered/party-rows.ts';
import { withoutUnanswered } from '../unanswered.ts';
import type { CaseSource } from './case-source.ts';
import { questionsPart } from './questions-part.ts';

/** What became of a document: its pages, or a sentence why it has none. */
export interface ListedDocument {
  readonly name: string;
  readonly says: string;
}

export interface PaperContent {
  readonly at: Instant;
  /** Without what the office did and noted: for another body. */
  readonly isForOthers: boolean;
  readonly listed: readonly ListedDocument[];
  readonly documents: readonly PaperDocument[];
}

/** A case in words, to be printed: cover, what was entered with its corrections, and what happened. */
export function paperOfCase(source: CaseSource, content: PaperContent): CasePaper {
  const { caseRecord, dossier, municipality, settingName } = source;
  const text = de.export.paper;
  const title = caseRecord.fileReference || de.cases.noReference;
  return {
    title,
    subtitle: settingName(caseRecord.serviceId),
    author: municipality.name,
    runningLine: `${municipality.name}, ${title}`,
    notice: dossier.waiting.length > 0 ? text.notHandedOver : undefined,
    at: content.at,
    parts: [
      coverOf(source, content),
      { title: text.answers, blocks: [...answersOf(source), ...asWrittenOf(source)] },
      // in the office's own, the history tells it
      ...(content.isForOthers ? questionsPart(dossier.document) : [historyOf(source)]),
    ],
    documents: content.documents,
  };
}

function coverOf({ caseRecord, dossier, nameOf, settingName }: CaseSource, content: PaperContent): PaperPart {
  const text = de.export.paper;
  const facts = de.cases.facts;
  const { assigneeId, deadlineOn, submittedAt, channel } = caseRecord;
  const inner: readonly PaperRow[] = [
    row(de.cases.summary.status, de.cases.status[shownStatus(caseRecord)]),
    row(facts.department, settingName(caseRecord.departmentId)),
    row(facts.assignee, assigneeId === null ? facts.nobody : nameOf(assigneeId)),
    ...(deadlineOn === null ? [] : [row(de.dates.deadline, formatLocalDate(deadlineOn))]),
  ];
  const email = dossier.document.contactEmail;
  return {
    title: text.cover,
    blocks: [
      {
        kind: 'rows',
        rows: [
          row(facts.applicant, caseRecord.applicantName),
          ...(email === null ? [] : [row(facts.email, email)]),
          ...partyRows(dossier.document).map(({ label, value }) => row(label, value)),
          row(facts.receivedAt, `${formatInstant(submittedAt)}, ${facts.channels[channel]}`),
          ...(content.isForOthers ? [] : inner),
          row(text.madeAt, formatInstant(content.at)),
        ],
      },
      { kind: 'heading', text: text.documents },
      content.listed.length === 0
        ? { kind: 'paragraph', text: text.noDocuments }
        : { kind: 'rows', rows: content.listed.map(({ name, says }) => row(name, says)) },
    ],
  };
}

function answersOf({ form, dossier }: CaseSource): readonly PaperBlock[] {
  const { document } = dossier;
  if (form === undefined)
    return [
      { kind: 'paragraph', text: de.export.paper.noForm },
      {
        kind: 'rows',
        rows: Object.entries(document.answers).map(([id, value]) =>
          row(id, typeof value === 'object' ? JSON.stringify(value) : String(value)),
        ),
      },
    ];
  const sections = withoutUnanswered(describeCorrected(form, document, de.cases.answerWords), () => false);
  return sections.flatMap(({ section, rows }: CorrectedSection): readonly PaperBlock[] => [
    { kind: 'heading', text: section },
    ...blocksOf(rows),
  ]);

  function blocksOf(rows: readonly CorrectedRow[]): readonly PaperBlock[] {
    return rows.flatMap((each): readonly PaperBlock[] =>
      each.kind === 'answer'
        ? [{ kind: 'rows', rows: [answerRow(each)] }]
        : each.entries.flatMap(({ title, rows: inner }) => [
            { kind: 'heading' as const, text: title },
            ...blocksOf(inner),
          ]),
    );
  }
}

/** What the form's rules don't take stands on the paper all the same, also once a clerk corrected it. */
function asWrittenOf({ form, dossier: { document } }: CaseSource): readonly PaperBlock[] {
  const { asWritten } = openPoints(form, document);
  if (asWritten.length === 0) return [];
  const rows = asWritten.map(({ label, text }) => row(label, `„${text}“`));
  return [
    { kind: 'heading', text: de.export.paper.asWritten },
    { kind: 'rows', rows },
  ];
}

/** What counts, and beside it what was entered and what else stands. Who corrected it is the office's business. */
function answerRow({ label, entered, counting, standing }: CorrectedAnswerRow): PaperRow {
  const text = de.export.paper;
  const shown = (value: Pick<DescribedValue, 'text'> | undefined) => value?.text ?? de.cases.noAnswer;
  const isDisputed = standing.length > 1;
  return {
    label,
    value: shown(counting ?? entered),
    notes: [
      ...(counting ? [text.entered(shown(entered)), text.corrected(correctedOn(counting))] : []),
      ...(isDisputed ? [text.disputed(standing.map((value) => `„${shown(value)}“`))] : []),
    ],
  };
}

function correctedOn({ corrections }: DescribedValue): string {
  const last = corrections.at(-1);
  return last ? formatInstant(last.takenAt ?? last.at) : '';
}

function historyOf({ dossier, nameOf, settingName, readAnswer }: CaseSource): PaperPart {
  const { document, waiting } = dossier;
  return {
    title: de.cases.history.title,
    blocks: [
      {
        kind: 'rows',
        rows: document.events.map((event) => {
          const { line, text } = eventLine(event, nameOf, settingName, readAnswer, document);
          const { takenAt } = de.cases.history;
          return {
            label: formatInstant(event.at),
            value: text === '' ? line : `${line}\n${text}`,
            notes: [
              ...(event.takenAt === undefined ? [] : [takenAt(formatInstant(event.takenAt))]),
              ...(waiting.includes(event.opId) ? [de.cases.waitingMark] : []),
            ],
          };
        }),
      },
    ],
  };
}

function row(label: string, value: string): PaperRow {
  return { label, value, notes: [] };
}
