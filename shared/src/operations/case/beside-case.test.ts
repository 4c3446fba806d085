import { describe, expect, it } from 'vitest';
import type { Annex } from '../../domain/annex.ts';
import { type CaseViews, caseViewsId } from '../../domain/case-views.ts';
import { clerk } from '../../domain/clerk.ts';
import { keyOf, type Ref, ref } from '../../domain/documents.ts';
import { caseId, departmentId, taskId } from '../../domain/ids.ts';
import { activeScope, leadScope, visibleScopes } from '../../domain/scope.ts';
import { settings } from '../../domain/settings.ts';
import type { Task } from '../../domain/task.ts';
import { instant } from '../../domain/time.ts';
import { codeOf, TestOffice } from '../../fixtures/test-office.ts';
import { annaBerger, berndKrueger, testTown } from '../../fixtures/test-town.ts';
import { put } from '../outcome.ts';

const one = caseId.parse('case-1');
const two = caseId.parse('case-2');
const far = caseId.parse('case-far');
const bau = departmentId.parse('bau');
const stranger = clerk.parse({ ...berndKrueger, id: 'carla-bau', departmentIds: [bau] });
const anywhere = clerk.parse({ ...annaBerger, departmentIds: [testTown.departmentId, bau] });

/** Two cases of the department and one of another. */
function anOffice(): TestOffice {
  const office = new TestOffice([
    { id: one },
    { id: two },
    { id: far, departmentId: bau, scope: activeScope(bau) },
  ]);
  office.write([
    put('settings', settings.parse({ kind: 'department', id: bau, scope: 'all', name: 'Bau' })),
    put('clerks', stranger),
  ]);
  return office;
}

function found<T>(office: TestOffice, at: Ref): T {
  return office.documents.get(keyOf(at)) as T;
}
const annexOf = (office: TestOffice, id: typeof one) => found<Annex>(office, ref('annexes', id));

describe('a required document', () => {
  it('is there, on paper, and after all not; the history has both', () => {
    const office = anOffice();
    const tick = { caseId: one, documentId: 'proof', label: 'Nachweis' };
    office.decide('tickDocument', { ...tick, as: 'paper' }, berndKrueger);
    expect(office.dossier(one).documents).toMatchObject([{ documentId: 'proof', as: 'paper' }]);
    office.decide('tickDocument', { ...tick, as: null }, annaBerger);
    expect(office.dossier(one).documents).toEqual([]);
    expect(office.dossier(one).events.slice(1)).toMatchObject([
      { kind: 'documentTicked', as: 'paper', byId: berndKrueger.id, label: 'Nachweis' },
      { kind: 'documentTicked', as: null, byId: annaBerger.id },
    ]);
  });
});

describe('two cases that have to do with each other', () => {
  const link = { caseId: one, otherId: two, word: ' derselbe Hund ' };

  it('name each other, and neither history changes', () => {
    const office = anOffice();
    office.decide('linkCases', link, berndKrueger);
    expect(annexOf(office, one).related).toMatchObject([{ caseId: two, word: 'derselbe Hund' }]);
    expect(annexOf(office, two).related).toMatchObject([{ caseId: one, word: 'derselbe Hund' }]);
    expect(office.dossier(one).events).toHaveLength(1);
    office.decide('confirmSamePerson', { caseId: two, otherId: one, same: true }, annaBerger);
    expect(annexOf(office, one).persons).toMatchObject([{ caseId: two, same: true, byId: annaBerger.id }]);
    office.decide('confirmSamePerson', { caseId: one, otherId: two, same: null }, annaBerger);
    office.decide('unlinkCases', { caseId: two, otherId: one }, berndKrueger);
    for (const id of [one, two]) expect(annexOf(office, id)).toMatchObject({ related: [], persons: [] });
  });

  it.each([
    ['one she may not see', berndKrueger, far, 'notAllowed'],
    ['one of another department that is hers too', anywhere, far, 'accepted'],
    ['itself', berndKrueger, one, 'noSuchCase'],
    ['none', berndKrueger, caseId.parse('case-none'), 'noSuchCase'],
    ['by a stranger', stranger, two, 'notAllowed'],
  ])('with %s', (_, who, otherId, code) => {
    expect(codeOf(anOffice().decide('linkCases', { ...link, otherId }, who))).toBe(code);
    expect(codeOf(anOffice().decide('confirmSamePerson', { caseId: one, otherId, same: true }, who))).toBe(
      code,
    );
  });

  it('[S9] the annex moves with its case', () => {
    const office = anOffice();
    office.decide('linkCases', link, berndKrueger);
    const move = { action: 'moveToDepartment', caseId: one, toDepartmentId: bau, word: '' } as const;
    office.decide('assignCase', move, annaBerger);
    expect(annexOf(office, one).scope).toBe(activeScope(bau));
    expect(annexOf(office, two).scope).toBe(activeScope(testTown.departmentId));
  });
});

it('[S9] tasks and who looked at it move with their case, also of former months', () => {
  const office = anOffice();
  const task = (changed: object) => ({
    taskId: taskId.parse('task-1'),
    departmentId: testTown.departmentId,
    caseId: one,
    text: 'Nachweis von Erika M. anfordern',
    dueOn: null,
    forId: berndKrueger.id,
    ...changed,
  });
  office.write([put('clerks', anywhere)]);
  office.decide('addTask', task({}), annaBerger);
  office.decide('addTask', task({ taskId: taskId.parse('task-2'), forId: anywhere.id }), annaBerger);
  office.decide('linkCases', { caseId: one, otherId: two, word: '' }, berndKrueger);
  const seenAt = [office.case(one).submittedAt, office.decidedAt];
  for (const at of seenAt) office.decide('recordViews', { caseId: one, views: [at] }, annaBerger);
  const move = { action: 'moveToDepartment', caseId: one, toDepartmentId: bau, word: '' } as const;
  expect(codeOf(office.decide('assignCase', move, annaBerger))).toBe('accepted');
  const taskIn = (id: string) => found<Task>(office, ref('tasks', id));
  const there = { scope: activeScope(bau), departmentId: bau };
  expect(taskIn('task-1')).toMatchObject({ ...there, forId: null });
  expect(taskIn('task-2')).toMatchObject({ ...there, forId: anywhere.id });
  for (const at of seenAt)
    expect(found<CaseViews>(office, ref('views', caseViewsId(one, at))).scope).toBe(leadScope(bau));
  expect(codeOf(office.decide('completeTask', { taskId: taskId.parse('task-1') }, stranger))).toBe(
    'accepted',
  );
  expect(codeOf(office.decide('completeTask', { taskId: taskId.parse('task-2') }, berndKrueger))).toBe(
    'notAllowed',
  );
});

describe('a task', () => {
  const id = taskId.parse('task-1');
  const given = { taskId: id, departmentId: testTown.departmentId, text: 'Bitte anrufen', dueOn: null };

  it('of a case is of the case’s department; done and open again', () => {
    const office = anOffice();
    const add = { ...given, departmentId: bau, caseId: one, forId: berndKrueger.id };
    expect(codeOf(office.decide('addTask', add, annaBerger))).toBe('accepted');
    const task = () => found<Task>(office, ref('tasks', id));
    expect(task()).toMatchObject({ departmentId: testTown.departmentId, done: null });
    office.decide('completeTask', { taskId: id }, berndKrueger);
    office.decide('completeTask', { taskId: id }, annaBerger);
    expect(task().done).toMatchObject({ byId: berndKrueger.id });
    office.decide('reopenTask', { taskId: id }, annaBerger);
    expect(task().done).toBeNull();
  });

  it.each([
    ['in no department of hers', { departmentId: bau }, 'notAllowed'],
    ['for somebody of another', { forId: stranger.id }, 'noSuchClerk'],
    ['without a word', { text: ' ' }, 'textRequired'],
    ['on no case', { caseId: caseId.parse('case-none') }, 'noSuchCase'],
    ['by itself', {}, 'accepted'],
  ])('%s: %s', (_, changed, code) => {
    const payload = { ...given, caseId: null, forId: null, ...changed };
    expect(codeOf(anOffice().decide('addTask', payload, berndKrueger))).toBe(code);
  });

  it('of another department isn’t done by a stranger', () => {
    const office = anOffice();
    office.decide('addTask', { ...given, caseId: null, forId: null }, berndKrueger);
    expect(codeOf(office.decide('completeTask', { taskId: id }, stranger))).toBe('notAllowed');
    expect(codeOf(office.decide('completeTask', { taskId: taskId.parse('none') }, stranger))).toBe(
      'noSuchTask',
    );
  });
});

describe('who looked at a case', () => {
  const at = (text: string) => instant.parse(text);
  const views = (office: TestOffice, month = '2026-11') =>
    found<CaseViews>(office, ref('views', `${one}.${month}`));

  it('is kept once a day and person, where leads alone see it', () => {
    const office = anOffice();
    const seen = [at('2026-11-23T08:00:00.000Z'), at('2026-11-23T09:00:00.000Z')] as [
      ReturnType<typeof at>,
      ...ReturnType<typeof at>[],
    ];
    office.decide('recordViews', { caseId: one, views: seen }, berndKrueger);
    office.decide('recordViews', { caseId: one, views: [at('2026-11-23T10:00:00.000Z')] }, berndKrueger);
    office.decide('recordViews', { caseId: one, views: [at('2026-11-23T10:00:00.000Z')] }, annaBerger);
    // half past eleven in the evening in UTC is the next day here, and the next month
    office.decide('recordViews', { caseId: one, views: [at('2026-11-30T23:30:00.000Z')] }, berndKrueger);
    expect(views(office).views.map(({ byId }) => byId)).toEqual([berndKrueger.id, annaBerger.id]);
    expect(views(office, '2026-12').views).toHaveLength(1);
    expect(views(office).scope).toBe(leadScope(testTown.departmentId));
    expect(visibleScopes(annaBerger)).toContain(views(office).scope);
    expect(visibleScopes(berndKrueger)).not.toContain(views(office).scope);
    expect(office.case(one).eventCount).toBe(1);
  });

  it('of two months is no batch, and nobody but a clerk looks', () => {
    const payload = {
      caseId: one,
      views: [at('2026-11-23T08:00:00.000Z'), at('2026-12-23T08:00:00.000Z')],
    };
    expect(codeOf(anOffice().decideUnchecked('recordViews', payload, berndKrueger))).toBe('malformed');
    expect(
      codeOf(
        anOffice().decide('recordViews', { caseId: one, views: [at('2026-11-23T08:00:00.000Z')] }, 'citizen'),
      ),
    ).toBe('notAllowed');
  });
});
