import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Clerk, clerk } from '../domain/clerk.ts';
import { keyOf, ref } from '../domain/documents.ts';
import { caseId, departmentId, trackingCode } from '../domain/ids.ts';
import { type Settings, settings } from '../domain/settings.ts';
import {
  type AdminKind,
  type Arriving,
  adminMeetings,
  type Meeting,
  plainAdminActs,
} from '../fixtures/admin-meetings.ts';
import { aFile, validDogAnswers } from '../fixtures/builders.ts';
import { codeOf, TestOffice } from '../fixtures/test-office.ts';
import { annaBerger, berndKrueger, doraRitter, testTown, testTownSettings } from '../fixtures/test-town.ts';
import { put } from '../operations/outcome.ts';
import { refusal } from '../operations/refusal.ts';
import { type Kind, operationKinds, type PayloadOf, systemKinds } from '../operations/registry.ts';

type PersonKind = Exclude<Kind, (typeof systemKinds)[number]>;

const id = caseId.parse('case-1');
const lead = annaBerger;
const bernd = berndKrueger;
const doris = clerk.parse({ ...berndKrueger, id: 'doris-ehlert', name: 'Doris Ehlert' });
const moved = ({ id }: Clerk): Clerk => clerk.parse({ ...berndKrueger, id, departmentIds: ['bauamt'] });

const newId = caseId.parse('new');
const takeOver = (who: Clerk, on = id): Arriving => [
  'assignCase',
  { action: 'takeOver', caseId: on, word: '' },
  who,
];
const giveBack = (who: Clerk): Arriving => ['assignCase', { action: 'giveBack', caseId: id, word: '' }, who];
const handOver = (who: Clerk, to: Clerk): Arriving => [
  'assignCase',
  { action: 'handOver', caseId: id, toId: to.id, word: '' },
  who,
];
const bau = departmentId.parse('bau');
const addBau: Arriving = ['putDepartment', { action: 'add', departmentId: bau, name: 'Bau' }, doraRitter];
const moveToBau = (who: Clerk): Arriving => [
  'assignCase',
  { action: 'moveToDepartment', caseId: id, toDepartmentId: bau, word: '' },
  who,
];
const note = (who: Clerk, on = id): Arriving => ['addNote', { caseId: on, text: `von ${who.name}` }, who];
const attach = (who: Clerk, on = id, digit = 'a'): Arriving => [
  'attachFile',
  { caseId: on, ...aFile({ hash: digit.repeat(64) }) },
  who,
];
const detach = (who: Clerk, digit = 'a'): Arriving => [
  'removeAttachment',
  { caseId: id, hash: aFile({ hash: digit.repeat(64) }).hash, reason: 'aus Versehen' },
  who,
];
const correct = (who: Clerk, value = 'Rex', path = 'dogName'): Arriving => [
  'correctAnswer',
  { caseId: id, formVersionId: testTown.formVersionId, path, basedOn: [], value },
  who,
];
const approve = (who: Clerk): Arriving => [
  'decideCase',
  { caseId: id, decision: { kind: 'approved', reason: '' } },
  who,
];
const reject = (who: Clerk): Arriving => [
  'decideCase',
  { caseId: id, decision: { kind: 'rejected', reason: 'Nachweis fehlt' } },
  who,
];
const configure = (changed: readonly Settings[], clerks: readonly Clerk[] = []): Arriving => [
  'configureMunicipality',
  { settings: [...changed], clerks: [...clerks] },
  'system',
];
const apply = (as: string, code: string): Arriving => [
  'submitApplication',
  {
    caseId: caseId.parse(as),
    trackingCode: trackingCode.parse(`${code.repeat(5)}-BBBBB-CCCCC`),
    serviceId: testTown.serviceId,
    formVersionId: testTown.formVersionId,
    answers: validDogAnswers(),
  },
  'citizen',
];
const town = testTownSettings[0] as Settings;
const renamed = configure([settings.parse({ ...town, name: 'Musterstadt' })]);
const withdrawn = configure(
  testTownSettings
    .filter(({ kind }) => kind === 'formVersion')
    .map((version) => settings.parse({ ...version, state: 'withdrawn' })),
);

type CaseKind = Exclude<PersonKind, AdminKind>;

/** For each cell at least one meeting for each thing it says. A dash in the table has none: it can't happen. */
const meetings: Record<CaseKind, Record<CaseKind, readonly Meeting[]>> = {
  submitApplication: {
    submitApplication: [
      {
        when: 'the same case id',
        first: apply('new', 'A'),
        second: apply('new', 'D'),
        says: 'alreadyExists',
      },
      { when: 'two citizens', first: apply('new', 'A'), second: apply('other', 'D'), says: 'accepted' },
    ],
    assignCase: [
      { when: 'just in', first: apply(newId, 'A'), second: takeOver(bernd, newId), says: 'accepted' },
    ],
    addNote: [{ when: 'just in', first: apply(newId, 'A'), second: note(bernd, newId), says: 'accepted' }],
    attachFile: [
      { when: 'just in', first: apply(newId, 'A'), second: attach(bernd, newId), says: 'accepted' },
    ],
    removeAttachment: [
      {
        when: 'of another case',
        before: [attach(bernd)],
        first: apply('new', 'A'),
        second: detach(bernd),
        says: 'accepted',
      },
    ],
    correctAnswer: [
      { when: 'of another case', first: apply('new', 'A'), second: correct(bernd), says: 'accepted' },
    ],
    decideCase: [
      {
        when: 'of another case',
        before: [takeOver(bernd)],
        first: apply('new', 'A'),
        second: approve(bernd),
        says: 'accepted',
      },
    ],
    configureMunicipality: [{ when: 'just in', first: apply('new', 'A'), second: renamed, says: 'accepted' }],
  },
  assignCase: {
    submitApplication: [],
    assignCase: [
      { when: 'two take over', first: takeOver(doris), second: takeOver(bernd), says: 'alreadyAssigned' },
      {
        when: 'a lead takes over a taken one',
        first: takeOver(doris),
        second: takeOver(lead),
        says: 'accepted',
      },
      {
        when: 'handed over, then by who held it',
        before: [takeOver(bernd)],
        first: handOver(bernd, doris),
        second: handOver(bernd, lead),
        says: 'notAssigned',
      },
      {
        when: 'taken away, then given back by who held it',
        before: [takeOver(bernd)],
        first: takeOver(lead),
        second: giveBack(bernd),
        says: 'notAssigned',
      },
      {
        when: 'handed over, then given back by a lead',
        before: [takeOver(bernd)],
        first: handOver(bernd, doris),
        second: giveBack(lead),
        says: 'accepted',
      },
      {
        when: 'moved to another department, then taken over by who is not of it',
        before: [addBau, takeOver(bernd)],
        first: moveToBau(bernd),
        second: takeOver(lead),
        says: 'notAllowed',
      },
      {
        when: 'handed over, then moved by who held it',
        before: [addBau, takeOver(bernd)],
        first: handOver(bernd, doris),
        second: moveToBau(bernd),
        says: 'notAssigned',
      },
      {
        when: 'given back, then handed over by a lead',
        before: [takeOver(bernd)],
        first: giveBack(bernd),
        second: handOver(lead, doris),
        says: 'accepted',
      },
    ],
    addNote: [
      { when: 'by another', first: takeOver(doris), second: note(bernd), says: 'accepted' },
      {
        when: 'moved to another department',
        before: [addBau, takeOver(bernd)],
        first: moveToBau(bernd),
        second: note(bernd),
        says: 'notAllowed',
      },
    ],
    attachFile: [
      { when: 'by another', first: takeOver(doris), second: attach(bernd), says: 'accepted' },
      {
        when: 'moved to another department',
        before: [addBau, takeOver(bernd)],
        first: moveToBau(bernd),
        second: attach(bernd),
        says: 'notAllowed',
      },
    ],
    removeAttachment: [
      {
        when: 'moved to another department',
        before: [addBau, attach(bernd), takeOver(bernd)],
        first: moveToBau(bernd),
        second: detach(bernd),
        says: 'notAllowed',
      },
      {
        when: 'by who added it',
        before: [attach(bernd), takeOver(bernd)],
        first: takeOver(lead),
        second: detach(bernd),
        says: 'accepted',
      },
      {
        when: 'of another’s file by who no longer holds the case',
        before: [attach(doris), takeOver(bernd)],
        first: takeOver(lead),
        second: detach(bernd),
        says: 'notAllowed',
      },
      {
        when: 'of another’s file by a lead',
        before: [attach(doris), takeOver(lead)],
        first: handOver(lead, bernd),
        second: detach(lead),
        says: 'accepted',
      },
    ],
    correctAnswer: [
      { when: 'by another', first: takeOver(doris), second: correct(bernd), says: 'accepted' },
      {
        when: 'moved to another department',
        before: [addBau, takeOver(bernd)],
        first: moveToBau(bernd),
        second: correct(bernd),
        says: 'notAllowed',
      },
    ],
    decideCase: [
      {
        when: 'moved to another department',
        before: [addBau, takeOver(bernd)],
        first: moveToBau(bernd),
        second: approve(bernd),
        says: 'notAllowed',
      },
      {
        when: 'by who no longer holds it',
        before: [takeOver(bernd)],
        first: takeOver(lead),
        second: approve(bernd),
        says: 'notAssigned',
      },
    ],
    configureMunicipality: [{ when: 'held', first: takeOver(bernd), second: renamed, says: 'accepted' }],
  },
  addNote: {
    submitApplication: [],
    assignCase: [{ when: 'by another', first: note(doris), second: takeOver(bernd), says: 'accepted' }],
    addNote: [{ when: 'two clerks', first: note(doris), second: note(bernd), says: 'accepted' }],
    attachFile: [{ when: 'by another', first: note(doris), second: attach(bernd), says: 'accepted' }],
    removeAttachment: [
      {
        when: 'by another',
        before: [attach(bernd)],
        first: note(doris),
        second: detach(bernd),
        says: 'accepted',
      },
    ],
    correctAnswer: [{ when: 'by another', first: note(doris), second: correct(bernd), says: 'accepted' }],
    decideCase: [
      {
        when: 'by another',
        before: [takeOver(bernd)],
        first: note(doris),
        second: approve(bernd),
        says: 'accepted',
      },
    ],
    configureMunicipality: [{ when: 'noted', first: note(bernd), second: renamed, says: 'accepted' }],
  },
  attachFile: {
    submitApplication: [],
    assignCase: [{ when: 'by another', first: attach(doris), second: takeOver(bernd), says: 'accepted' }],
    addNote: [{ when: 'by another', first: attach(doris), second: note(bernd), says: 'accepted' }],
    attachFile: [
      { when: 'the same bytes', first: attach(doris), second: attach(bernd), says: 'alreadyAttached' },
      { when: 'other bytes', first: attach(doris), second: attach(bernd, id, 'b'), says: 'accepted' },
    ],
    removeAttachment: [
      { when: 'the file just added', first: attach(bernd), second: detach(bernd), says: 'accepted' },
    ],
    correctAnswer: [{ when: 'by another', first: attach(doris), second: correct(bernd), says: 'accepted' }],
    decideCase: [
      {
        when: 'by another',
        before: [takeOver(bernd)],
        first: attach(doris),
        second: approve(bernd),
        says: 'accepted',
      },
    ],
    configureMunicipality: [{ when: 'attached', first: attach(bernd), second: renamed, says: 'accepted' }],
  },
  removeAttachment: {
    submitApplication: [],
    assignCase: [
      {
        when: 'by another',
        before: [attach(doris)],
        first: detach(doris),
        second: takeOver(bernd),
        says: 'accepted',
      },
    ],
    addNote: [
      {
        when: 'by another',
        before: [attach(doris)],
        first: detach(doris),
        second: note(bernd),
        says: 'accepted',
      },
    ],
    attachFile: [
      {
        when: 'the same bytes',
        before: [attach(doris)],
        first: detach(doris),
        second: attach(bernd),
        says: 'accepted',
      },
      {
        when: 'other bytes',
        before: [attach(doris)],
        first: detach(doris),
        second: attach(bernd, id, 'b'),
        says: 'accepted',
      },
    ],
    removeAttachment: [
      {
        when: 'the same file',
        before: [attach(doris)],
        first: detach(doris),
        second: detach(lead),
        says: 'noSuchFile',
      },
      {
        when: 'another file',
        before: [attach(doris), attach(bernd, id, 'b')],
        first: detach(doris),
        second: detach(bernd, 'b'),
        says: 'accepted',
      },
    ],
    correctAnswer: [
      {
        when: 'by another',
        before: [attach(doris)],
        first: detach(doris),
        second: correct(bernd),
        says: 'accepted',
      },
    ],
    decideCase: [
      {
        when: 'by another',
        before: [attach(doris), takeOver(bernd)],
        first: detach(doris),
        second: approve(bernd),
        says: 'accepted',
      },
    ],
    configureMunicipality: [
      {
        when: 'removed',
        before: [attach(bernd)],
        first: detach(bernd),
        second: renamed,
        says: 'accepted',
      },
    ],
  },
  correctAnswer: {
    submitApplication: [],
    assignCase: [{ when: 'by another', first: correct(doris), second: takeOver(bernd), says: 'accepted' }],
    addNote: [{ when: 'by another', first: correct(doris), second: note(bernd), says: 'accepted' }],
    attachFile: [{ when: 'by another', first: correct(doris), second: attach(bernd), says: 'accepted' }],
    removeAttachment: [
      {
        when: 'by another',
        before: [attach(bernd)],
        first: correct(doris),
        second: detach(bernd),
        says: 'accepted',
      },
    ],
    correctAnswer: [
      {
        when: 'another answer',
        first: correct(doris),
        second: correct(bernd, 'Dackel', 'breed'),
        says: 'accepted',
      },
      { when: 'the same value', first: correct(doris), second: correct(bernd), says: 'accepted' },
      { when: 'another value', first: correct(doris), second: correct(bernd, 'Hasso'), says: 'accepted' },
    ],
    decideCase: [
      {
        when: 'by another',
        before: [takeOver(bernd)],
        first: correct(doris),
        second: approve(bernd),
        says: 'accepted',
      },
    ],
    configureMunicipality: [{ when: 'corrected', first: correct(bernd), second: renamed, says: 'accepted' }],
  },
  decideCase: {
    submitApplication: [],
    assignCase: [
      takeOver(doris),
      takeOver(lead),
      giveBack(bernd),
      handOver(bernd, doris),
      giveBack(lead),
    ].map((second) => ({
      when: 'decided',
      before: [takeOver(bernd)],
      first: approve(bernd),
      second,
      says: 'alreadyDecided',
    })),
    addNote: [
      {
        when: 'by another',
        before: [takeOver(bernd)],
        first: approve(bernd),
        second: note(doris),
        says: 'accepted',
      },
    ],
    attachFile: [
      {
        when: 'by another',
        before: [takeOver(bernd)],
        first: approve(bernd),
        second: attach(doris),
        says: 'accepted',
      },
    ],
    removeAttachment: [
      {
        when: 'by who added it',
        before: [attach(doris), takeOver(bernd)],
        first: approve(bernd),
        second: detach(doris),
        says: 'accepted',
      },
    ],
    correctAnswer: [
      {
        when: 'by another',
        before: [takeOver(bernd)],
        first: approve(bernd),
        second: correct(doris),
        says: 'accepted',
      },
    ],
    decideCase: [reject(bernd), reject(lead), approve(bernd)].map((second) => ({
      when: 'decided',
      before: [takeOver(bernd)],
      first: approve(bernd),
      second,
      says: 'alreadyDecided',
    })),
    configureMunicipality: [
      {
        when: 'decided',
        before: [takeOver(bernd)],
        first: approve(bernd),
        second: renamed,
        says: 'accepted',
      },
    ],
  },
  configureMunicipality: {
    submitApplication: [
      { when: 'the form is withdrawn', first: withdrawn, second: apply('new', 'A'), says: 'formVersionGone' },
    ],
    assignCase: [
      {
        when: 'the colleague has left the department',
        before: [takeOver(bernd)],
        first: configure([], [moved(doris)]),
        second: handOver(bernd, doris),
        says: 'noSuchClerk',
      },
      {
        when: 'who does it has left the department',
        first: configure([], [moved(bernd)]),
        second: takeOver(moved(bernd)),
        says: 'notAllowed',
      },
    ],
    addNote: [
      {
        when: 'who does it has left the department',
        first: configure([], [moved(bernd)]),
        second: note(moved(bernd)),
        says: 'notAllowed',
      },
    ],
    attachFile: [
      {
        when: 'who does it has left the department',
        first: configure([], [moved(bernd)]),
        second: attach(moved(bernd)),
        says: 'notAllowed',
      },
    ],
    removeAttachment: [
      {
        when: 'who does it has left the department',
        before: [attach(bernd)],
        first: configure([], [moved(bernd)]),
        second: detach(moved(bernd)),
        says: 'notAllowed',
      },
    ],
    correctAnswer: [
      {
        when: 'who does it has left the department',
        first: configure([], [moved(bernd)]),
        second: correct(moved(bernd)),
        says: 'notAllowed',
      },
      { when: 'the form is withdrawn', first: withdrawn, second: correct(bernd), says: 'accepted' },
    ],
    decideCase: [
      {
        when: 'who held it has left the department',
        before: [takeOver(bernd)],
        first: configure([], [moved(bernd)]),
        second: approve(moved(bernd)),
        says: 'notAllowed',
      },
    ],
    configureMunicipality: [{ when: 'twice', first: renamed, second: configure([town]), says: 'accepted' }],
  },
};

/** An act of each kind that touches nothing the others need, and what must be there before. */
const plainCaseActs: Record<CaseKind, readonly [before: readonly Arriving[], act: Arriving]> = {
  submitApplication: [[], apply('new', 'A')],
  assignCase: [[], takeOver(bernd)],
  addNote: [[], note(bernd)],
  attachFile: [[], attach(bernd)],
  removeAttachment: [[attach(bernd)], detach(bernd)],
  correctAnswer: [[], correct(bernd)],
  decideCase: [[takeOver(bernd)], approve(bernd)],
  configureMunicipality: [[], renamed],
};

/** What was written for this cell; where nothing was and administration takes part, two plain acts. */
function meetingsOf(first: PersonKind, then: PersonKind): readonly Meeting[] {
  const written = adminMeetings[first]?.[then];
  if (written) return written;
  if (isCaseKind(first) && isCaseKind(then)) return meetings[first][then];
  const [beforeFirst, one] = plainAct(first);
  const [beforeThen, other] = plainAct(then);
  const says = cells.get(`${first}, ${then}`)?.match(/`(\w+)`/)?.[1] ?? 'accepted';
  return [{ when: 'plain', before: [...beforeFirst, ...beforeThen], first: one, second: other, says }];
}

function plainAct(kind: PersonKind): readonly [before: readonly Arriving[], act: Arriving] {
  return isCaseKind(kind) ? plainCaseActs[kind] : [[], plainAdminActs[kind]];
}

function isCaseKind(kind: PersonKind): kind is CaseKind {
  return !Object.hasOwn(plainAdminActs, kind);
}

const kinds = Object.keys(operationKinds).filter(
  (kind) => !(systemKinds as readonly string[]).includes(kind),
) as PersonKind[];
const pairs = kinds.flatMap((first) => kinds.map((then) => [first, then] as const));
const cells = readTable();
const codes = refusal.options.map(({ shape }) => shape.code.value as string);

describe.each(pairs)('%s, then %s', (first, then) => {
  const cell = cells.get(`${first}, ${then}`) ?? '';
  const tried = meetingsOf(first, then);

  it('has a cell in SPEC.md that names what happens, and no more', () => {
    expect(cell).not.toBe('');
    // `alreadyReceived` is no refusal: the same opId never comes to a rule a second time (S2)
    const named = [...cell.matchAll(/`(\w+)`/g)].flatMap(([, code = '']) =>
      codes.includes(code) ? code : [],
    );
    const refusals = tried.map(({ says }) => says).filter((says) => says !== 'accepted');
    expect(new Set(refusals)).toEqual(new Set(named));
    if (cell.startsWith('–')) expect(tried).toEqual([]);
    else expect(tried).not.toEqual([]);
    if (cell.startsWith('commute')) expect(refusals).toEqual([]);
    if (cell.includes('except by a lead'))
      expect(tried.filter(isLeads).map(({ says }) => says)).toContain('accepted');
  });

  it.each(tried)('$when: $says', ({ before = [], first: one, second: other, says }) => {
    const office = anOffice(before);
    expect(arrive(office, one)).toBe('accepted');
    const between = new Map(office.documents);
    expect(arrive(office, other)).toBe(says);
    if (says !== 'accepted') expect(office.documents).toEqual(between);
  });

  if (cell.startsWith('commute') && !cells.get(`${then}, ${first}`)?.startsWith('–')) {
    it.each(tried)('$when: both stand in either order', ({ before = [], first: one, second: other }) => {
      const [forth, back] = [anOffice(before), anOffice(before)];
      for (const operation of [one, other]) expect(arrive(forth, operation)).toBe('accepted');
      for (const operation of [other, one]) expect(arrive(back, operation)).toBe('accepted');
      expect(withoutOrder(forth)).toEqual(withoutOrder(back));
    });
  }
});

it('the table is about these kinds and no others', () => {
  expect([...cells.keys()].toSorted()).toEqual(pairs.map((pair) => pair.join(', ')).toSorted());
});

describe('the system’s own kinds, which have a sentence instead of a row', () => {
  const restored: Arriving = ['recordRestore', { sequences: [], jump: 100 }, 'system'];
  const erased: Arriving = ['eraseCase', { caseId: id, trackingCode: null, erased: [], kept: [] }, 'system'];
  /** Per kind one operation that stands by itself. */
  const alone = kinds.map((kind) => {
    const meeting = kinds
      .flatMap((first) => meetingsOf(first, kind))
      .find(({ says, second }) => says === 'accepted' && second[0] === kind);
    if (!meeting) throw new Error(`no ${kind} is ever accepted`);
    return [kind, meeting] as const;
  });

  it.each(alone)(
    '[S7] recordRestore and %s stand in either order',
    (_kind, { before = [], first, second }) => {
      for (const order of [
        [restored, first, second],
        [first, restored, second],
        [first, second, restored],
      ]) {
        const office = anOffice(before);
        expect(order.map((operation) => arrive(office, operation))).toEqual([
          'accepted',
          'accepted',
          'accepted',
        ]);
      }
    },
  );

  it.each(alone)(
    '[S11] %s on a case, then eraseCase: gone; the other way round: noSuchCase',
    (_kind, { before = [], first, second }) => {
      const office = anOffice(before);
      for (const operation of [first, second]) expect(arrive(office, operation)).toBe('accepted');
      expect(arrive(office, erased)).toBe('accepted');
      expect([...office.documents.keys()].filter((key) => key.endsWith(`/${id}`))).toEqual([]);
      if (JSON.stringify(second[1]).includes(`"caseId":"${id}"`))
        expect(arrive(office, second)).toBe('noSuchCase');
      expect(arrive(office, erased)).toBe('noSuchCase');
    },
  );

  it('are refused to whoever is not the system', () => {
    for (const [kind, payload] of [restored, erased])
      for (const who of [lead, 'citizen'] as const)
        expect(codeOf(anOffice([]).decideUnchecked(kind, payload, who))).toBe('notAllowed');
  });
});

it('two notes stand in the order in which the server decided them', () => {
  for (const order of [
    [note(bernd), note(doris)],
    [note(doris), note(bernd)],
  ]) {
    const office = anOffice([]);
    for (const operation of order) arrive(office, operation);
    const texts = office.dossier().events.flatMap((event) => (event.kind === 'note' ? [event.text] : []));
    expect(texts).toEqual(order.map(([, payload]) => (payload as PayloadOf<'addNote'>).text));
  }
});

it('of two configurations the later one stands, whole', () => {
  const office = anOffice([]);
  arrive(office, renamed);
  arrive(office, configure([town]));
  expect(office.documents.get(keyOf(ref('settings', 'municipality')))).toEqual(town);
});

function anOffice(before: readonly Arriving[]): TestOffice {
  const office = new TestOffice();
  office.write([put('clerks', doris)]);
  for (const operation of before) expect(arrive(office, operation)).toBe('accepted');
  return office;
}

function arrive(office: TestOffice, [kind, payload, who]: Arriving): string {
  return codeOf(office.decideUnchecked(kind, payload, who));
}

function isLeads({ second: [, , who] }: Meeting): boolean {
  return who === lead;
}

/** What commutes comes to the same but for the time of each and its place in the history. */
function withoutOrder(office: TestOffice): unknown {
  const timeless = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((each) => JSON.stringify(timeless(each))).toSorted();
    if (typeof value !== 'object' || value === null) return value;
    const members = Object.entries(value).filter(([name]) => !/At$|^at$|^opId$/.test(name));
    return Object.fromEntries(members.map(([name, member]) => [name, timeless(member)]));
  };
  return [...office.documents]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => [key, timeless(value)]);
}

/** SPEC.md's cells by "first, then". */
function readTable(): ReadonlyMap<string, string> {
  const spec = readFileSync(new URL('./SPEC.md', import.meta.url), 'utf8');
  const section = spec.split(/^## When two operations meet$/m)[1]?.split(/^## /m)[0] ?? '';
  const [header = [], , ...rows] = section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const name = (cell = '') => cell.replaceAll('`', '');
  return new Map(
    rows.flatMap(([first, ...cellsOfRow]) =>
      cellsOfRow.map((cell, index) => [`${name(first)}, ${name(header[index + 1])}`, cell] as const),
    ),
  );
}
