import type {
  DayPlan,
  PlannedDay,
  PlannedDeadline,
  PlannedVisit,
} from '@amtsstube/shared/domain/appointments/day-plan';
import { weekdayOf } from '@amtsstube/shared/domain/appointments/local-day';
import type { DueKind } from '@amtsstube/shared/domain/due';
import { formatInstant, formatLocalDate, type LocalDate } from '@amtsstube/shared/domain/time';
import type { LetterFonts } from './letter-fonts.ts';
import { mm } from './page-measures.ts';
import { beginPaper } from './paper.ts';
import { flowing } from './paper-flow.ts';
import type { PDFDocument, StructureElement } from './pdf-kit.ts';
import { type Cell, type Column, drawRuledTable } from './ruled-table.ts';

const visitColumns: readonly Column[] = [
  { title: 'Zeit', width: 22 },
  { title: 'Name und Telefon', width: 48 },
  { title: 'Anliegen', width: 55 },
  { title: 'da um', width: 20 },
  { title: 'fertig um', width: 20 },
];
const writtenColumns: readonly Column[] = [
  { title: 'Termin am, um', width: 32 },
  { title: 'Name und Telefon', width: 48 },
  { title: 'Anliegen', width: 45 },
  { title: 'da um', width: 20 },
  { title: 'fertig um', width: 20 },
];
const deadlineColumns: readonly Column[] = [
  { title: 'Bis', width: 24 },
  { title: 'Aktenzeichen', width: 36 },
  { title: 'Worum es geht', width: 70 },
  { title: 'Wer', width: 35 },
];
const writtenRows = 8;

const weekdays = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'];
const kinds: Readonly<Record<DueKind, string>> = {
  deadline: 'Frist',
  answer: 'Antwort der Person',
  followUp: 'Wiedervorlage',
};

/** A counter's day plan (K14): each day on a sheet of its own, with room for what is done by hand; then what is due. */
export async function dayPlanPdf(plan: DayPlan, fonts: LetterFonts): Promise<Uint8Array<ArrayBuffer>> {
  const asOf = `Stand ${formatInstant(plan.at)} Uhr`;
  const title = `Tagesplan ${plan.counter}`;
  const { document, whole, finish } = beginPaper(
    { title, author: plan.town, at: plan.at, runningLine: `${plan.town}, ${title}, ${asOf}` },
    fonts,
  );
  const draw = flowing(document, whole);
  draw('H1', 'sender', title);
  draw('P', 'body', `${plan.town}. ${asOf}; was danach gebucht oder abgesagt wurde, steht hier nicht.`);
  document.y += mm(2);
  draw(
    'P',
    'body',
    'Tragen Sie von Hand ein, wer kommt und was Sie vergeben. Sobald der PC wieder geht: „Tagesplan“, dort „Nachtragen“. ' +
      'Das Blatt enthält Namen und Telefonnummern. Danach gehört es in den Aktenvernichter.',
  );
  if (plan.days.length === 0) {
    document.y += mm(5);
    draw('P', 'heading', 'In den nächsten 14 Tagen hat dieser Schalter nicht geöffnet.');
    drawWritten(document, whole);
  }
  for (const [index, day] of plan.days.entries()) {
    if (index > 0) document.addPage();
    drawDay(document, whole, day);
  }
  drawDeadlines(document, whole, plan);
  return finish();
}

function drawDay(
  document: PDFDocument,
  whole: StructureElement,
  { on, open, visits, kept }: PlannedDay,
): void {
  const draw = flowing(document, whole);
  document.y += mm(4);
  draw('H2', 'subject', dayWords(on));
  draw('P', 'small', open.length === 0 ? 'An diesem Tag geschlossen.' : `Geöffnet ${open.join(', ')}`);
  document.y += mm(2);
  if (visits.length === 0) draw('P', 'body', 'Bisher kein Termin.');
  else drawRuledTable(document, whole, visitColumns, visits.map(cellsOf), 11);
  drawWritten(document, whole, kept);
}

/** For those who come without an appointment, and for appointments given by hand. */
function drawWritten(document: PDFDocument, whole: StructureElement, kept: readonly string[] = []): void {
  const draw = flowing(document, whole);
  document.y += mm(5);
  draw('H3', 'heading', 'Von Hand');
  draw(
    'P',
    'small',
    kept.length > 0
      ? `Vorgehalten und ohne Nachfrage fest zu vergeben, am PC der genannten Person nachzutragen: ${kept.join(', ')}. Jede andere Zeit nur vorläufig: Wann es wirklich geht, erfährt die Person später.`
      : 'Termine nur vorläufig vergeben: Wann es wirklich geht, erfährt die Person später.',
  );
  draw('P', 'small', 'Wer ohne Termin da war: die erste Spalte frei lassen.');
  document.y += mm(1.5);
  const empty = Array.from({ length: writtenRows }, () => writtenColumns.map((): Cell => []));
  drawRuledTable(document, whole, writtenColumns, empty, 10);
}

function drawDeadlines(document: PDFDocument, whole: StructureElement, plan: DayPlan): void {
  // a sheet of its own, where there is something on it
  if (plan.deadlines.length > 0) document.addPage();
  else document.y += mm(6);
  const draw = flowing(document, whole);
  draw('H2', 'subject', 'Fristen der nächsten sieben Tage');
  document.y += mm(2);
  if (plan.deadlines.length === 0) {
    draw('P', 'body', 'Keine.');
    return;
  }
  drawRuledTable(document, whole, deadlineColumns, plan.deadlines.map(deadlineCells), 8);
  document.y += mm(2);
  if (plan.moreDeadlines > 0)
    draw('P', 'body', `Und ${plan.moreDeadlines} weitere, die hier nicht mehr Platz haben.`);
}

function cellsOf({
  time,
  name,
  reach,
  services,
  code,
  remark,
  isUnconfirmed,
}: PlannedVisit): readonly Cell[] {
  const notes = [isUnconfirmed ? 'noch nicht bestätigt' : '', remark].filter(Boolean);
  return [[time], [name, ...(reach === '' ? [] : [reach])], [services, ...notes, `Code ${code}`], [], []];
}

function deadlineCells({ on, kind, isOverdue, ...each }: PlannedDeadline): readonly Cell[] {
  return [
    [formatLocalDate(on), ...(isOverdue ? ['überfällig'] : [])],
    [each.reference, kinds[kind]],
    [each.service, each.applicant],
    [each.assignee || 'noch niemand'],
  ];
}

function dayWords(on: LocalDate): string {
  return `${weekdays[weekdayOf(on) - 1]}, ${formatLocalDate(on)}`;
}
