import { describe, expect, it } from 'vitest';
import { actorOn, doubtAbout } from '../../domain/absence.ts';
import { type Absence, absence, type Clerk, clerk } from '../../domain/clerk.ts';
import { keyOf, ref } from '../../domain/documents.ts';
import { caseId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { instant, localDate } from '../../domain/time.ts';
import { aCase } from '../../fixtures/builders.ts';
import { actorFrom, codeOf, TestOffice, type Who } from '../../fixtures/test-office.ts';
import { annaBerger, berndKrueger, doraRitter, testTown } from '../../fixtures/test-town.ts';
import { put } from '../outcome.ts';

const bernd = berndKrueger;
const doris = clerk.parse({ ...berndKrueger, id: 'doris-ehlert', name: 'Doris Ehlert' });
const elsewhere = clerk.parse({ ...berndKrueger, id: 'carla-bau', departmentIds: ['bauamt'] });
const leadElsewhere = clerk.parse({ ...elsewhere, id: 'gero-bau', role: 'lead' });
const caseOne = caseId.parse('case-1');

/** Test offices decide on 23.11.2026. */
const days = (from: string, until: string, deputy: Clerk | null = bernd): Absence =>
  absence.parse({ from, until, deputyId: deputy?.id ?? null });
const thisWeek = days('2026-11-23', '2026-11-27');

function anOffice(holder: Clerk = doris): TestOffice {
  const office = new TestOffice([
    { assigneeId: holder.id, assignedAt: aCase().submittedAt, status: 'inProgress' },
  ]);
  office.write([doris, elsewhere, leadElsewhere].map((each) => put('clerks', each)));
  return office;
}

function present(office: TestOffice, { id }: Clerk): Clerk {
  return clerk.parse(office.documents.get(keyOf(ref('clerks', id))));
}

function set(office: TestOffice, who: Who, of: Clerk, to: Absence | null, from: Absence | null = null) {
  return codeOf(office.decide('setAbsence', { clerkId: of.id, absence: { from, to } }, who));
}

const approves = (office: TestOffice, who: Clerk) =>
  codeOf(
    office.decide(
      'decideCase',
      { caseId: caseOne, decision: { kind: 'approved', reason: '' } },
      present(office, who),
    ),
  );

describe('setAbsence', () => {
  it.each<[string, Who, string]>([
    ['herself', doris, 'accepted'],
    ['her lead', annaBerger, 'accepted'],
    ['an administrator', doraRitter, 'accepted'],
    ['a colleague', bernd, 'notAllowed'],
    ['a lead of another department', leadElsewhere, 'notAllowed'],
    ['a citizen', 'citizen', 'notAllowed'],
    ['the system', 'system', 'notAllowed'],
  ])('by %s: %s', (_, who, code) => {
    const office = anOffice();
    const before = new Map(office.documents);
    expect(set(office, who, doris, thisWeek)).toBe(code);
    if (code !== 'accepted') expect(office.documents).toEqual(before);
  });

  it.each<[string, Clerk, string]>([
    ['of her department', bernd, 'accepted'],
    ['of no common department', elsewhere, 'noSuchClerk'],
    ['herself', doris, 'noSuchClerk'],
  ])('a deputy %s: %s', (_, deputy, code) => {
    expect(set(anOffice(), doris, doris, days('2026-11-23', '2026-11-27', deputy))).toBe(code);
  });

  it('days the wrong way round are no absence', () => {
    const payload = {
      clerkId: doris.id,
      absence: { from: null, to: { ...thisWeek, until: '2026-11-22' } },
    };
    expect(codeOf(anOffice().decideUnchecked('setAbsence', payload, doris))).toBe('malformed');
  });

  it('another deputy, other days, back again: the deputies’ documents follow', () => {
    const office = anOffice();
    set(office, doris, doris, thisWeek);
    expect(present(office, bernd).deputyFor).toEqual([
      { clerkId: doris.id, from: '2026-11-23', until: '2026-11-27' },
    ]);
    const longer = days('2026-11-23', '2026-12-04', annaBerger);
    set(office, annaBerger, doris, longer, thisWeek);
    expect(present(office, bernd).deputyFor).toBeUndefined();
    expect(present(office, annaBerger).deputyFor).toEqual([
      { clerkId: doris.id, from: '2026-11-23', until: '2026-12-04' },
    ]);
    set(office, doris, doris, null, longer);
    expect(present(office, annaBerger).deputyFor).toBeUndefined();
    expect(present(office, doris)).toEqual(doris);
  });

  it('changed by somebody else meanwhile: refused with what stands there', () => {
    const office = anOffice();
    set(office, annaBerger, doris, thisWeek);
    const payload = { clerkId: doris.id, absence: { from: null, to: days('2026-12-01', '2026-12-02') } };
    expect(office.decide('setAbsence', payload, doris)).toEqual({
      outcome: 'refused',
      reason: { code: 'changedMeanwhile', field: 'absence', now: `2026-11-23 2026-11-27 ${bernd.id}` },
    });
  });
});

describe('who stands in', () => {
  it.each([
    ['from that day on', '2026-11-23', '2026-11-23', 'accepted'],
    ['not before', '2026-11-24', '2026-11-27', 'notAssigned'],
    ['not after', '2026-11-20', '2026-11-22', 'notAssigned'],
  ])('[S9] may what the holder may %s, by the day of the decision', (_, from, until, code) => {
    const office = anOffice();
    set(office, doris, doris, days(from, until));
    expect(approves(office, bernd)).toBe(code);
  });

  it('[S9] what she did without a line on the last day counts when it arrives later, for two weeks', () => {
    const doneAt = instant.parse('2026-11-23T09:00:00.000Z');
    const arrivesOn = (day: string, at = doneAt, end?: string) => {
      const office = anOffice();
      const until = days('2026-11-20', '2026-11-23');
      set(office, doris, doris, until);
      if (end) {
        office.decidedAt = instant.parse(`${end}T08:00:00.000Z`);
        set(office, doris, doris, null, until);
      }
      const decidedAt = instant.parse(`${day}T08:00:00.000Z`);
      const payload = { caseId: caseOne, decision: { kind: 'approved' as const, reason: '' } };
      return codeOf(office.decide('decideCase', payload, present(office, bernd), { at, decidedAt }));
    };
    expect(arrivesOn('2026-11-24')).toBe('accepted');
    expect(arrivesOn('2026-12-07')).toBe('accepted');
    expect(arrivesOn('2026-12-08')).toBe('notAssigned');
    // she came back, and her deputy’s desk was without a line
    expect(arrivesOn('2026-11-24', doneAt, '2026-11-24')).toBe('accepted');
    // a clock that is ahead, and what was done after it was over
    expect(arrivesOn('2026-11-19')).toBe('notAssigned');
    expect(arrivesOn('2026-11-25', instant.parse('2026-11-24T09:00:00.000Z'))).toBe('notAssigned');
  });

  it('[S9] ended today, her deputy may no more today', () => {
    const office = anOffice();
    const given = days('2026-11-20', '2026-11-27');
    set(office, doris, doris, given);
    set(office, doris, doris, null, given);
    expect(present(office, bernd).deputyFor).toEqual([
      { clerkId: doris.id, from: '2026-11-20', until: '2026-11-22' },
    ]);
    expect(approves(office, bernd)).toBe('notAssigned');
    // what is over goes with the next change
    office.decidedAt = instant.parse('2026-12-10T09:00:00.000Z');
    set(office, annaBerger, doris, days('2026-12-14', '2026-12-15'));
    expect(present(office, bernd).deputyFor).toHaveLength(1);
  });

  it('the history says for whom', () => {
    const office = anOffice();
    set(office, doris, doris, thisWeek);
    approves(office, bernd);
    expect(office.dossier().events.at(-1)).toMatchObject({ byId: bernd.id, forId: doris.id });
    // what the lead does she does as a lead
    office.decide('addNote', { caseId: caseOne, text: 'Rückruf' }, annaBerger);
    expect(office.dossier().events.at(-1)).not.toHaveProperty('forId');
  });

  it('the chain ends after one step: whom an absent deputy stands in for has nobody', () => {
    const office = anOffice();
    set(office, doris, doris, thisWeek);
    set(office, bernd, bernd, days('2026-11-23', '2026-11-27', annaBerger));
    expect(approves(office, annaBerger)).toBe('notAssigned');
    // she isn't there, and may all the same: nobody is kept from work
    expect(approves(office, bernd)).toBe('accepted');
  });

  it('only within a department she belongs to herself', () => {
    const office = anOffice();
    const of = { ...aCase({ assigneeId: doris.id }), departmentId: testTown.departmentId };
    set(office, doris, doris, thisWeek);
    const deputy = actorOn(actorFrom(present(office, bernd)), localDate.parse('2026-11-23'));
    expect(can(deputy, { action: 'decide', on: of })).toBe(true);
    expect(can({ ...deputy, departmentIds: [] } as typeof deputy, { action: 'decide', on: of })).toBe(false);
  });

  it('that she is away too, or each names the other, is known before', () => {
    const away = { absence: days('2026-11-27', '2026-11-30', doris) };
    expect(doubtAbout(away, thisWeek, doris.id)).toMatchObject({ doubt: 'eachOther' });
    expect(doubtAbout(away, thisWeek, annaBerger.id)).toMatchObject({ doubt: 'absent' });
    expect(doubtAbout(away, days('2026-11-23', '2026-11-26'), doris.id)).toBeUndefined();
    expect(doubtAbout({}, thisWeek, doris.id)).toBeUndefined();
  });
});
