import { type Booking, isStanding } from '@amtsstube/shared/domain/appointments/appointment';
import type { Counter } from '@amtsstube/shared/domain/counter';
import { timeLeasesOf } from '@amtsstube/shared/domain/lease';
import { can } from '@amtsstube/shared/domain/permissions';
import type { Service } from '@amtsstube/shared/domain/settings';
import { formatLocalDate, type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import { useMemo, useRef, useState } from 'react';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { compareGerman } from '../../ui/german-text.ts';
import { useNameOf } from '../../ui/names.ts';
import { useOwnCounter } from '../../ui/own-counter.ts';
import { readDate } from '../../ui/read-date.ts';
import { refusalSentence } from '../../ui/refusal-sentence.ts';
import { useAppointmentData } from '../../ui/use-appointment-data.ts';
import { type Answer, useAskServer } from '../../ui/use-ask-server.ts';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { useNow } from '../../ui/use-now.ts';
import { useReplayed } from '../../ui/use-replayed.ts';
import { arrivedAct, givenAct, type Read, visitAct } from './noting-acts.ts';
import { emptyGiven, emptyVisit, isBlank, type NotingDraft, notingDraft, withBlank } from './noting-draft.ts';

/** What one sheet is entered with. */
export interface Noting {
  readonly draft: NotingDraft;
  readonly counters: readonly Counter[];
  readonly counter: Counter | undefined;
  /** undefined: no day, or one ahead. */
  readonly on: LocalDate | undefined;
  /** Booked there on that day, and not known to have come. */
  readonly open: readonly Booking[];
  readonly services: readonly Service[];
  /** By row, why it can't be entered or wasn't. */
  readonly problems: Readonly<Record<string, string>>;
  readonly said: { readonly severity: 'success' | 'warning' | 'info'; readonly sentence: string } | undefined;
  readonly isBusy: boolean;
  change(changed: Partial<NotingDraft>): void;
  save(): Promise<void>;
}

interface Row {
  readonly key: string;
  readonly read: Read;
}

/** undefined until it is read; without counters there is no sheet. */
export function useNoting(): Noting | undefined {
  const { desk } = useDesk();
  const data = useAppointmentData();
  const tickets = useReplayed(desk.tickets$, undefined);
  const now = useNow();
  const nameOf = useNameOf();
  const [own] = useOwnCounter();
  const { ask } = useAskServer();
  const [isSaving, setIsSaving] = useState(false);
  /** While rows are entered one after another, others are typed. */
  const latest = useRef<NotingDraft>(undefined);
  const [kept, setKept] = useFormDraft('outage/noting', notingDraft);
  const [problems, setProblems] = useState<Noting['problems']>({});
  const [said, setSaid] = useState<Noting['said']>();
  // the rows to type into keep their keys from one render to the next
  const [blank, setBlank] = useState(() => ({ visit: emptyVisit(), given: emptyGiven() }));
  const { actor } = desk;
  const counters = useMemo(
    () => data?.counters.filter(({ departmentId }) => can(actor, { action: 'book', in: departmentId })) ?? [],
    [data, actor],
  );
  if (data === undefined || tickets === undefined) return undefined;

  const today = localDateOf(now);
  const begun: NotingDraft = kept ?? {
    counterId: null,
    day: formatLocalDate(today),
    arrived: [],
    visits: [],
    given: [],
  };
  const draft = {
    ...begun,
    visits: [...withBlank(begun.visits, blank.visit)],
    given: [...withBlank(begun.given, blank.given)],
  };
  const counter =
    counters.find(({ id }) => id === draft.counterId) ?? counters.find(({ id }) => id === own) ?? counters[0];
  const day = readDate(draft.day, today);
  const on = day !== undefined && day <= today ? day : undefined;
  const open = data.appointments.filter(
    (each) =>
      each.counterId === counter?.id &&
      localDateOf(each.startsAt) === on &&
      each.startsAt <= now &&
      each.arrived === undefined &&
      isStanding(each, now),
  );
  const services = data.services
    .filter((each) => each.departmentId === counter?.departmentId && each.isSwitchedOff !== true)
    .toSorted((a, b) => compareGerman(a.name, b.name));

  function change(changed: Partial<NotingDraft>) {
    setSaid(undefined);
    const next = { ...draft, ...changed };
    if (next.visits.some(({ key }) => key === blank.visit.key) && !isBlank(next.visits.at(-1) ?? blank.visit))
      setBlank((before) => ({ ...before, visit: emptyVisit() }));
    if (next.given.some(({ key }) => key === blank.given.key) && !isBlank(next.given.at(-1) ?? blank.given))
      setBlank((before) => ({ ...before, given: emptyGiven() }));
    keep(next);
  }

  function keep(next: NotingDraft) {
    latest.current = next;
    setKept(next);
  }

  function rows(): readonly Row[] {
    if (data === undefined || tickets === undefined || counter === undefined || on === undefined) return [];
    const serviceIds = new Set(services.map(({ id }) => id));
    const sheet = { counter, on, now, serviceIds };
    const known = tickets.map(({ ticket }) => ticket);
    const own = timeLeasesOf(data.leases, desk);
    const others = data.leases.filter((each) => !own.includes(each));
    return [
      ...draft.arrived.flatMap((row) => {
        const booked = open.find(({ id }) => id === row.appointmentId);
        const read = booked && arrivedAct(row, booked, sheet, known, data.counters);
        return read ? [{ key: row.appointmentId, read }] : [];
      }),
      ...draft.visits
        .filter((row) => !isBlank(row))
        .map((row) => ({ key: row.key, read: visitAct(row, sheet, known, data.counters) })),
      ...draft.given
        .filter((row) => !isBlank(row))
        .map((row) => ({ key: row.key, read: givenAct(row, sheet, data, { own, others }) })),
    ];
  }

  /** One after another; what is entered leaves the sheet, so that whatever happens in between nothing is entered twice. */
  async function save(): Promise<void> {
    const text = de.outage.noting;
    const all = rows();
    if (all.length === 0) return setSaid({ severity: 'info', sentence: text.nothing });
    const found: Record<string, string> = {};
    const counts = { takeTicket: 0, bookLeased: 0, noteWish: 0 };
    latest.current = draft;
    setIsSaving(true);
    for (const { key, read } of all) {
      if ('problem' in read) {
        found[key] = text.problems[read.problem];
        continue;
      }
      const answer = await ask(read.act.kind, read.act.payload);
      const problem = answer && problemOf(answer);
      if (answer === undefined || problem !== undefined) {
        found[key] = problem ?? text.again;
        continue;
      }
      counts[read.act.kind] += 1;
      keep(without(latest.current, key));
    }
    setIsSaving(false);
    setProblems(found);
    const isAll = Object.keys(found).length === 0;
    const done = text.done(counts.takeTicket, counts.bookLeased, counts.noteWish);
    const hasDone = Object.values(counts).some((count) => count > 0);
    setSaid({
      severity: isAll ? 'success' : 'warning',
      sentence: [hasDone ? done : '', isAll ? '' : text.some].filter(Boolean).join(' '),
    });
    if (isEmpty(latest.current)) setKept(undefined);
  }

  function problemOf(answer: Answer): string | undefined {
    if (answer.is === 'refused') return refusalSentence(answer.reason, nameOf);
    return answer.is === 'notSaved' ? answer.sentence : undefined;
  }

  return {
    draft,
    counters,
    counter,
    on,
    open,
    services,
    problems,
    said,
    isBusy: isSaving,
    change,
    save,
  };
}

function isEmpty({ arrived, visits, given }: NotingDraft): boolean {
  return arrived.length === 0 && [...visits, ...given].every(isBlank);
}

function without({ arrived, visits, given, ...draft }: NotingDraft, key: string): NotingDraft {
  return {
    ...draft,
    arrived: arrived.filter(({ appointmentId }) => appointmentId !== key),
    visits: visits.filter((row) => row.key !== key),
    given: given.filter((row) => row.key !== key),
  };
}
