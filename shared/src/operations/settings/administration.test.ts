import { describe, expect, it } from 'vitest';
import { clerk } from '../../domain/clerk.ts';
import { keyOf, ref } from '../../domain/documents.ts';
import { caseId, clerkId, departmentId, taskId } from '../../domain/ids.ts';
import type { Task } from '../../domain/task.ts';
import { aCounter } from '../../fixtures/booking-builders.ts';
import { plainAdminActs } from '../../fixtures/meetings/admin-meetings.ts';
import { doris, type PlainAct } from '../../fixtures/meetings/meeting.ts';
import { codeOf, TestOffice, type Who } from '../../fixtures/test-office.ts';
import { annaBerger, berndKrueger, doraRitter, testTown } from '../../fixtures/test-town.ts';
import { put } from '../outcome.ts';
import { changeMunicipality } from './change-municipality.ts';

const bau = departmentId.parse('bau');
const carla = clerk.parse({ ...berndKrueger, id: 'carla', name: 'Carla', departmentIds: [bau] });
const at = '2026-11-23T08:30:00.000Z';
const heldBy = (id: string, by: string, changed = {}) => ({
  id: caseId.parse(id),
  assigneeId: clerkId.parse(by),
  assignedAt: at as never,
  status: 'inProgress' as const,
  ...changed,
});

const administrators = Object.entries<PlainAct>(plainAdminActs).filter(([, { right }]) => right === 'admin');

describe.each(administrators)('%s', (kind, { act }) => {
  const [, payload] = act(doraRitter);
  it.each<[string, Who, string]>([
    ['an administrator', doraRitter, 'accepted'],
    ['the system', 'system', 'accepted'],
    ['a lead', annaBerger, 'notAllowed'],
    ['a clerk', berndKrueger, 'notAllowed'],
    ['a citizen', 'citizen', 'notAllowed'],
  ])('by %s: %s', (_, who, code) => {
    const office = new TestOffice();
    office.write([put('clerks', doris)]);
    const before = new Map(office.documents);
    expect(codeOf(office.decideUnchecked(kind, payload, who))).toBe(code);
    if (code === 'accepted') expect(office.documents).not.toEqual(before);
    else expect(office.documents).toEqual(before);
  });
});

describe('putCounter', () => {
  const weddings = aCounter('trauzimmer', { name: 'Trauzimmer', directions: '1. Stock' });
  const { id: counterId } = weddings;
  const waysOf = (office: TestOffice) => office.documents.get(keyOf(ref('counters', counterId)));
  const changed = (from: string, to: string) => ({ action: 'change', counterId, directions: { from, to } });

  it('says how a counter is found, takes it back, and refuses who saw something else', () => {
    const office = new TestOffice();
    office.write([put('counters', weddings)]);
    const say = (from: string, to: string) =>
      codeOf(office.decideUnchecked('putCounter', changed(from, to), doraRitter));
    expect(say('1. Stock', '2. Stock')).toBe('accepted');
    expect(waysOf(office)).toMatchObject({ name: 'Trauzimmer', directions: '2. Stock' });
    expect(say('1. Stock', '3. Stock')).toBe('changedMeanwhile');
    expect(say('2. Stock', '')).toBe('accepted');
    expect(waysOf(office)).not.toHaveProperty('directions');
  });
});

describe('putClerk', () => {
  const clerkOf = (office: TestOffice) => office.documents.get(keyOf(ref('clerks', doris.id)));
  const change = (office: TestOffice, field: 'phone' | 'room', from: string, to: string) => {
    const payload = { action: 'change', clerkId: doris.id, join: [], leave: [], [field]: { from, to } };
    return codeOf(office.decideUnchecked('putClerk', payload, doraRitter));
  };

  it('says how a clerk is reached, takes it back, and refuses who saw something else', () => {
    const office = new TestOffice();
    office.write([put('clerks', doris)]);
    expect(change(office, 'phone', '', '03900 123-14')).toBe('accepted');
    expect(change(office, 'room', '', '2.14')).toBe('accepted');
    expect(clerkOf(office)).toEqual({ ...doris, phone: '03900 123-14', room: '2.14' });
    expect(change(office, 'phone', '', '03900 123-15')).toBe('changedMeanwhile');
    expect(change(office, 'phone', '03900 123-14', '')).toBe('accepted');
    expect(clerkOf(office)).toEqual({ ...doris, room: '2.14' });
  });
});

describe('changeMunicipality', () => {
  const settingsOf = (office: TestOffice) => office.documents.get(keyOf(ref('settings', 'municipality')));
  const places = { from: ['39576 Musterstadt', '39576 Musterdorf'], to: ['39576 Musterstadt'] };

  it('takes the list of places as one field, and refuses who saw another list', () => {
    const office = new TestOffice();
    expect(codeOf(office.decideUnchecked('changeMunicipality', { places }, doraRitter))).toBe('accepted');
    expect(settingsOf(office)).toMatchObject({ places: ['39576 Musterstadt'] });
    const other = { from: places.from, to: ['39599 Neudorf'] };
    expect(codeOf(office.decideUnchecked('changeMunicipality', { places: other }, doraRitter))).toBe(
      'changedMeanwhile',
    );
    // who wants what stands there already is not refused
    expect(codeOf(office.decideUnchecked('changeMunicipality', { places }, doraRitter))).toBe('accepted');
  });

  it('sets a colour that can be seen on white, and takes it back', () => {
    const office = new TestOffice();
    const change = (from: string, to: string) =>
      codeOf(office.decideUnchecked('changeMunicipality', { colour: { from, to } } as never, doraRitter));
    expect(change('', '#1f6b3a')).toBe('accepted');
    expect(settingsOf(office)).toMatchObject({ colour: '#1f6b3a' });
    expect(change('', '#8a1f44')).toBe('changedMeanwhile');
    expect(change('#1f6b3a', '')).toBe('accepted');
    expect(settingsOf(office)).not.toHaveProperty('colour');
    expect(changeMunicipality.payload.safeParse({ colour: { from: '', to: '#ffdd00' } }).success).toBe(false);
  });
});

describe('deactivateClerk', () => {
  const decided = { kind: 'approved' as const, decidedBy: doris.id, decidedAt: at as never };
  function anOffice(): TestOffice {
    const office = new TestOffice([
      heldBy('hers-1', 'doris-ehlert'),
      heldBy('hers-2', 'doris-ehlert'),
      heldBy('hers-in-bau', 'doris-ehlert', { departmentId: bau, scope: 'bau/active' }),
      heldBy('hers-decided', 'doris-ehlert', { status: 'decided', decision: decided }),
      heldBy('annas', 'anna-berger'),
      { id: caseId.parse('free') },
    ]);
    office.write([put('clerks', doris), put('clerks', carla)]);
    return office;
  }

  it('hands her open cases to the colleague in whose department they are, the others to the inbox; decided ones stay', () => {
    const office = anOffice();
    const payload = { clerkId: doris.id, casesToId: berndKrueger.id };
    expect(codeOf(office.decide('deactivateClerk', payload, doraRitter))).toBe('accepted');
    const holder = (id: string) => office.case(caseId.parse(id)).assigneeId;
    expect(['hers-1', 'hers-2', 'hers-in-bau', 'hers-decided', 'annas', 'free'].map(holder)).toEqual([
      berndKrueger.id,
      berndKrueger.id,
      null,
      doris.id,
      annaBerger.id,
      null,
    ]);
    expect(office.case(caseId.parse('hers-in-bau')).status).toBe('received');
    expect(office.dossier(caseId.parse('hers-1')).events.at(-1)).toMatchObject({
      kind: 'assigned',
      byId: doraRitter.id,
      fromId: doris.id,
      toId: berndKrueger.id,
    });
    for (const id of ['hers-1', 'hers-in-bau'].map((each) => caseId.parse(each)))
      expect(office.case(id).eventCount).toBe(office.dossier(id).events.length);
    // her name stays, for histories
    expect(office.documents.get(keyOf(ref('clerks', doris.id)))).toMatchObject({
      name: 'Doris Ehlert',
      deactivatedAt: office.decidedAt,
    });
  });

  it('passes on the tasks that are hers, and leaves nobody with a deputy who is gone', () => {
    const office = anOffice();
    const absence = { from: '2026-11-23', until: '2026-11-27', deputyId: doris.id };
    const both = clerk.parse({ ...doris, departmentIds: [testTown.departmentId, bau] });
    office.write([put('clerks', clerk.parse({ ...annaBerger, absence })), put('clerks', both)]);
    const task = (id: string, caseOf: string | null) => ({
      taskId: taskId.parse(id),
      departmentId: testTown.departmentId,
      caseId: caseOf === null ? null : caseId.parse(caseOf),
      text: 'Rückruf',
      dueOn: null,
      forId: doris.id,
    });
    for (const [id, caseOf] of [
      ['there', null],
      ['done', null],
      ['bau', 'hers-in-bau'],
    ] as const)
      expect(codeOf(office.decide('addTask', task(id, caseOf), both))).toBe('accepted');
    office.decide('completeTask', { taskId: taskId.parse('done') }, doris);
    const payload = { clerkId: doris.id, casesToId: berndKrueger.id };
    expect(codeOf(office.decide('deactivateClerk', payload, doraRitter))).toBe('accepted');
    const forIds = ['there', 'done', 'bau'].map(
      (id) => (office.documents.get(keyOf(ref('tasks', id))) as Task).forId,
    );
    expect(forIds).toEqual([berndKrueger.id, doris.id, null]);
    expect(office.documents.get(keyOf(ref('clerks', annaBerger.id)))).toMatchObject({
      absence: { ...absence, deputyId: null },
    });
  });

  it('without a colleague all of them go to the inbox; back again she has none', () => {
    const office = anOffice();
    office.decide('deactivateClerk', { clerkId: doris.id, casesToId: null }, doraRitter);
    expect(office.case(caseId.parse('hers-1'))).toMatchObject({ assigneeId: null, status: 'received' });
    office.decide('putClerk', { action: 'reactivate', clerkId: doris.id }, doraRitter);
    expect(office.documents.get(keyOf(ref('clerks', doris.id)))).toEqual(doris);
  });

  it.each([
    ['who is not there', clerkId.parse('nobody'), null, 'noSuchClerk'],
    ['cases to who is not there', doris.id, clerkId.parse('nobody'), 'noSuchClerk'],
    ['cases to herself', doris.id, doris.id, 'noSuchClerk'],
    ['the only administrator', doraRitter.id, null, 'lastAdmin'],
  ])('%s: refused', (_, id, casesToId, code) => {
    const office = anOffice();
    const before = new Map(office.documents);
    expect(codeOf(office.decide('deactivateClerk', { clerkId: id, casesToId }, doraRitter))).toBe(code);
    expect(office.documents).toEqual(before);
  });
});

describe('putDepartment', () => {
  it('closes when nobody and nothing needs it, and says what does', () => {
    const office = new TestOffice();
    office.decide('putDepartment', { action: 'add', departmentId: bau, name: 'Bau' }, doraRitter);
    office.write([put('clerks', carla)]);
    const close = () => office.decide('putDepartment', { action: 'close', departmentId: bau }, doraRitter);
    expect(close()).toEqual({
      outcome: 'refused',
      reason: { code: 'departmentInUse', clerks: 1, services: 0, counters: 0, cases: 0 },
    });
    office.decide('deactivateClerk', { clerkId: carla.id, casesToId: null }, doraRitter);
    expect(codeOf(close())).toBe('accepted');
    // back again she is in none that was closed meanwhile
    office.decide('putClerk', { action: 'reactivate', clerkId: carla.id }, doraRitter);
    const back = office.documents.get(keyOf(ref('clerks', carla.id)));
    expect(back).toEqual({ ...carla, departmentIds: carla.departmentIds.filter((id) => id !== bau) });
    const payload = { action: 'close' as const, departmentId: testTown.departmentId };
    expect(office.decide('putDepartment', payload, doraRitter)).toEqual({
      outcome: 'refused',
      reason: { code: 'departmentInUse', clerks: 2, services: 1, counters: 0, cases: 1 },
    });
  });
});

describe('[S9] assignCase to another department', () => {
  it('moves both halves into its scope; nobody holds it there, and the history says from where', () => {
    const office = new TestOffice([heldBy('case-1', 'bernd-krueger')]);
    office.decide('putDepartment', { action: 'add', departmentId: bau, name: 'Bau' }, doraRitter);
    const move = { action: 'moveToDepartment', caseId: caseId.parse('case-1'), word: 'für euch' } as const;
    const outcome = office.decide('assignCase', { ...move, toDepartmentId: bau }, berndKrueger);
    expect(codeOf(outcome)).toBe('accepted');
    const moved = { scope: 'bau/active' };
    expect(office.case()).toMatchObject({
      ...moved,
      departmentId: bau,
      assigneeId: null,
      status: 'received',
    });
    expect(office.dossier()).toMatchObject(moved);
    expect(office.dossier().events.at(-1)).toMatchObject({
      kind: 'moved',
      byId: berndKrueger.id,
      fromId: berndKrueger.id,
      fromDepartmentId: testTown.departmentId,
      toDepartmentId: bau,
      word: 'für euch',
    });
    // there, and not here, it can be taken over
    const takeOver = { action: 'takeOver', caseId: caseId.parse('case-1'), word: '' } as const;
    expect(codeOf(office.decide('assignCase', takeOver, berndKrueger))).toBe('notAllowed');
    expect(codeOf(office.decide('assignCase', takeOver, carla))).toBe('accepted');
  });

  it.each([
    ['where it is already', testTown.departmentId, 'noSuchDepartment'],
    ['to nowhere', departmentId.parse('nowhere'), 'noSuchDepartment'],
    ['to what is no department', departmentId.parse(testTown.serviceId), 'noSuchDepartment'],
  ])('%s: refused', (_, toDepartmentId, code) => {
    const office = new TestOffice([heldBy('case-1', 'bernd-krueger')]);
    const payload = { action: 'moveToDepartment', caseId: caseId.parse('case-1'), toDepartmentId } as const;
    expect(codeOf(office.decide('assignCase', { ...payload, word: '' }, berndKrueger))).toBe(code);
  });
});
