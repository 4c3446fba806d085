import type { HistoryName } from '../histories/histories.ts';

export interface Replacement {
  /** Path from the repository's root. */
  readonly file: string;
  /** Must occur exactly once: a transform that no longer applies fails the run. */
  readonly find: string;
  readonly replace: string;
}

/** A bug that was made on purpose, in the real modules. Each must turn a seed or its history red. */
export interface Mutant {
  readonly name: string;
  readonly rule: string;
  /** Too rare for seeds: caught by a scripted history. */
  readonly history?: HistoryName;
  readonly replacements: readonly Replacement[];
}

const journal = 'desktop/src/data/journal/journal.ts';
const journalState = 'desktop/src/data/journal/journal-state.ts';
const drain = 'desktop/src/data/sync/drain.ts';
const overlay = 'desktop/src/data/overlay.ts';
const cache = 'desktop/src/data/cache/replicated-cache.ts';
const decide = 'sync-server/src/execute/decide-operation.ts';
const operations = 'sync-server/src/replication/operations.ts';
const decisions = 'sync-server/src/replication/decisions.ts';
const correctAnswer = 'shared/src/operations/case/correct-answer.ts';
const approveDecision = 'shared/src/operations/case/approve-decision.ts';
const decideCase = 'shared/src/operations/case/decide-case.ts';
const giveReference = 'shared/src/operations/case/give-reference.ts';
const fileReference = 'shared/src/operations/case/file-reference.ts';
const claimRow = 'shared/src/domain/appointments/claim.ts';
const cancelAppointment = 'shared/src/operations/appointment/cancel-appointment.ts';
const movedBooking = 'shared/src/operations/appointment/moved-booking.ts';
const bookingFigures = 'shared/src/domain/appointments/figures/booking-figures.ts';
const eraseAppointments = 'shared/src/operations/appointment/erase-appointments.ts';
const offerSlot = 'shared/src/operations/appointment/waiting-list.ts';
const changes = 'sync-server/src/replication/changes.ts';

export const mutants: readonly Mutant[] = [
  {
    name: 'a time somebody has may be taken',
    rule: 'K10',
    replacements: [
      {
        file: claimRow,
        find: 'return until !== null && until < at;',
        replace: 'return until === null || until < at;',
      },
    ],
  },
  {
    name: 'a cancelled time stays taken',
    rule: 'K10',
    replacements: [
      {
        file: cancelAppointment,
        find: 'releases(claimedBy(before), { owner: id, until: minutesLater(now, settings.coolingMinutes), fence }),',
        replace: '',
      },
    ],
  },
  {
    name: 'a moved appointment keeps its old time too',
    rule: 'K10',
    replacements: [
      {
        file: movedBooking,
        find: 'releases(claimedBy(before), {',
        replace: 'releases({ ...claimedBy(before), from: 0, to: 0 }, {',
      },
    ],
  },
  {
    name: 'an appointment that is forgotten keeps its time',
    rule: 'K10',
    replacements: [
      {
        file: eraseAppointments,
        find: 'releases(claimedBy(each), { owner: each.id, until: longAgo, fence: each.fence + 1 })',
        replace:
          '({ ...releases(claimedBy(each), { owner: each.id, until: longAgo, fence: 1 }), from: 0, to: 0 })',
      },
    ],
  },
  {
    name: 'what is offered to who waits isn’t kept for her',
    rule: 'K10',
    replacements: [
      {
        file: offerSlot,
        find: "takes(range, { state: 'unconfirmed', owner: offered, until: expiresAt, fence: 1 }),",
        replace: '',
      },
    ],
  },
  {
    name: 'ack before fsync',
    rule: 'J2',
    replacements: [
      {
        file: journal,
        find: 'await this.#file.append(bytes);',
        replace: 'this.#file.append(bytes).catch(() => undefined);',
      },
    ],
  },
  {
    name: 'send before fsync',
    rule: 'J2',
    replacements: [
      {
        file: journal,
        find: 'await this.#file.append(bytes);\n    this.#ordinal += 1;\n    this.state.take(record);\n    this.#changed.next();',
        replace:
          'this.#ordinal += 1;\n    this.state.take(record);\n    this.#changed.next();\n    await this.#file.append(bytes);',
      },
    ],
  },
  {
    name: 'server not idempotent',
    rule: 'S2',
    replacements: [{ file: decide, find: 'if (known) {', replace: 'if (known && known.seq < 0) {' }],
  },
  {
    name: 'counter re-used',
    rule: 'J1',
    replacements: [
      {
        file: journalState,
        find: 'return this.#lastN + 1;',
        replace: 'return (this.open.at(-1)?.n ?? 0) + 1;',
      },
    ],
  },
  {
    name: 'a new identity leaves behind what was accepted',
    rule: 'J5',
    history: 'an image of the PC is put back, and later the server from a backup',
    replacements: [
      {
        file: journalState,
        find: '.filter(({ n, opId }) => receipts.has(n) || !this.#superseded.has(opId))',
        replace: ".filter(({ n }) => receipts.get(n)?.result.decided !== 'accepted')",
      },
    ],
  },
  {
    name: 'retire before receipt',
    rule: 'J5',
    replacements: [
      {
        file: drain,
        find: 'const answered = await transport.handOver(',
        replace: `if (asked !== null) {
        const receipts = operations.map(({ opId, n, at }) => ({ opId, n, seq: 0, decidedAt: at, result: { decided: 'accepted' } }));
        await journal.receipts(asked, { receipts, documents: [] } as never);
      }
      const answered = await transport.handOver(`,
      },
    ],
  },
  {
    name: 'drop overlay at receipt',
    rule: 'L4',
    replacements: [
      {
        file: journalState,
        find: 'for (const document of record.decisions.documents) addNewer(book.layer, document);',
        replace: '',
      },
    ],
  },
  {
    name: 'checkpoint by time',
    rule: 'S4',
    replacements: [
      {
        file: changes,
        find: 'const last = page.documents.at(-1);',
        replace: `const timeOf = async (at: number) => (await read.logBySeq(at))?.decidedAt ?? '';
      const since = await timeOf(from?.seq ?? 0);
      const inTime: StoredDocument[] = [];
      for (const stored of page.documents) if ((await timeOf(stored.seq)) > since) inTime.push(stored);
      Object.assign(page, { documents: inTime });
      const last = page.documents.at(-1);`,
      },
    ],
  },
  {
    name: 'forget entries at receipt',
    rule: 'J5',
    replacements: [
      {
        file: journalState,
        find: 'for (const receipt of record.decisions.receipts) book.receipts.set(receipt.n, receipt);',
        replace: `for (const receipt of record.decisions.receipts) {
          book.receipts.set(receipt.n, receipt);
          const index = this.#operations.findIndex(({ n }) => n === receipt.n && receipt.result.decided === 'accepted');
          if (index >= 0) this.#operations.splice(index, 1);
        }`,
      },
    ],
  },
  {
    name: 'compacting lets everything go',
    rule: 'J5',
    replacements: [
      {
        file: journalState,
        find: 'const kept = this.#operations.filter((operation) => this.#unoffered.size > 0 || !isGone(operation));',
        replace:
          'const kept = this.#operations.some((operation) => isGone(operation)) ? [] : this.#operations;',
      },
    ],
  },
  {
    name: 'compacting forgets the last number',
    rule: 'J1',
    replacements: [
      {
        file: journalState,
        find: "{ record: 'compacted', lastN: this.#lastN },",
        replace: "{ record: 'compacted', lastN: 0 },",
      },
    ],
  },
  {
    name: 're-apply receipted operations',
    rule: 'L2',
    replacements: [
      {
        file: journalState,
        find: 'return this.view(this.epoch).open;',
        replace: 'return this.#operations.filter(({ n }) => !this.#book(this.epoch).receipts.has(n));',
      },
      {
        file: journalState,
        find: 'return { open: book.open.operations, layer: book.layer, past: this.#past };',
        replace:
          'return { open: this.#operations.filter(({ n }) => !book.receipts.has(n) || book.layer.size > 0), layer: book.layer, past: this.#past };',
      },
    ],
  },
  {
    name: 'no receipts in pull answers',
    rule: 'S5',
    replacements: [
      {
        file: changes,
        find: 'decisions: await decisionsSince(read, request.deviceId, request.firstOpen, scopes),',
        replace: 'decisions: { receipts: [], documents: [] },',
      },
    ],
  },
  {
    name: 'no receipts in POST beyond the batch',
    rule: 'S5',
    history: 'an older request is served after a newer one',
    replacements: [
      {
        file: operations,
        find: 'const since = await decisionsSince(read, request.deviceId, request.firstOpen, scopes);',
        replace:
          'const since = { receipts: [], documents: [] } as Awaited<ReturnType<typeof decisionsSince>>;',
      },
    ],
  },
  {
    name: 'a receipt of an acceptance names another decision',
    rule: 'S2',
    replacements: [
      {
        file: decisions,
        find: 'n: row.n ?? 1, seq: row.seq, decidedAt',
        replace: "n: row.n ?? 1, seq: row.result.decided === 'accepted' ? row.seq - 1 : row.seq, decidedAt",
      },
    ],
  },
  {
    name: 'receipts as separate records',
    rule: 'J4',
    history: 'power cut while an answer is journalled',
    replacements: [
      {
        file: journal,
        find: `await this.#write({
        record: 'receipts',
        epoch,
        decisions: { receipts, documents: decisions.documents },
      });`,
        replace: `for (const receipt of receipts) {
        await this.#write({ record: 'receipts', epoch, decisions: { receipts: [receipt], documents: decisions.documents } });
      }`,
      },
    ],
  },
  {
    name: 'layer dropped by document seq only',
    rule: 'L4',
    history: 'a clerk leaves the department while her operation is under way',
    replacements: [
      { file: overlay, find: '|| (heads.get(entry.collection) ?? 0) >= entry.seq', replace: '' },
    ],
  },
  {
    name: 'no per-device order check',
    rule: 'S2',
    history: 'the second operation arrives before the first',
    replacements: [
      { file: operations, find: 'if (n > device.lastN + 1) return', replace: 'if (n < 0) return' },
      { file: operations, find: 'if (n === device.lastN + 1) await', replace: 'if (n > device.lastN) await' },
    ],
  },
  {
    name: 'what is behind a re-used counter is decided',
    rule: 'S2',
    history: 'an image of the PC is put back, and several notes wait',
    replacements: [
      {
        file: operations,
        find: "if (handed.outcome === 'counterReused') turn.stop = 'counterReused';",
        replace: '',
      },
    ],
  },
  {
    name: 'nobody came on a day on which nobody was noted',
    rule: 'K13',
    replacements: [
      { file: bookingFigures, find: "? 'missed' : 'unclear';", replace: "? 'missed' : 'missed';" },
    ],
  },
  {
    name: 'no epoch',
    rule: 'S7',
    replacements: [
      {
        file: operations,
        find: "if (request.epoch !== null && request.epoch !== epoch) return { outcome: 'otherEpoch' };",
        replace: '',
      },
      {
        file: operations,
        find: 'if (request.epoch !== null && request.epoch !== epoch) {',
        replace: "if (request.epoch === 'never') {",
      },
      {
        file: changes,
        find: 'if (asked !== null && asked !== head.epoch)',
        replace: "if (asked === 'never')",
      },
      {
        file: changes,
        find: 'if (from && (await hashAt(read, from.seq)) !== from.hash)',
        replace: "if (asked === 'never')",
      },
    ],
  },
  {
    name: 'old-epoch answer accepted',
    rule: 'L8',
    history: 'an answer of the old epoch arrives late',
    replacements: [
      {
        file: journal,
        find: "if (this.epoch !== null && this.epoch !== epoch) return 'void';",
        replace: '',
      },
    ],
  },
  {
    name: 'last writer wins on an answer',
    rule: 'L9',
    replacements: [
      {
        file: correctAnswer,
        find: 'basedOn: payload.basedOn,',
        replace:
          "basedOn: dossier.events.flatMap((each) => (each.kind === 'answerCorrected' && each.path === path ? [each.opId] : [])),",
      },
    ],
  },
  {
    name: 'tombstone not sent',
    rule: 'S9',
    replacements: [
      {
        file: changes,
        find: 'documents: page.documents.map((stored) => versionedFor(stored, scopes)),',
        replace:
          'documents: page.documents.map((stored) => versionedFor(stored, scopes)).filter(({ document }) => document !== null),',
      },
    ],
  },
  {
    name: 'otherScopes not answered',
    rule: 'S9',
    replacements: [
      {
        file: changes,
        find: "if (from && !isSameScopes(from, scopes)) return { result: 'otherScopes', epoch: head.epoch };",
        replace: '',
      },
    ],
  },
  {
    name: 'old journal file not removed',
    rule: 'J9',
    replacements: [{ file: journal, find: 'this.#beside.outOfForce(former.name);', replace: '' }],
  },
  {
    name: 'no anti-entropy',
    rule: 'L7',
    replacements: [
      {
        file: cache,
        find: "const compared = await this.#compare(base, epoch);\n      if (compared === 'later' || epoch === null) return 'later';",
        replace:
          "const compared = this.#completeUpTo.get(base)?.seq ?? 'later';\n      if (compared === 'later' || epoch === null) return 'later';",
      },
    ],
  },
  {
    name: 'blocks of numbers overlap',
    rule: 'N1',
    replacements: [
      {
        file: fileReference,
        find: ': { ...common, year, last: to, ...next };',
        replace: ': { ...common, year, last: last + 1, ...next };',
      },
    ],
  },
  {
    name: 'a number is not taken out of its lease',
    rule: 'N1',
    replacements: [
      { file: giveReference, find: 'spent: [...each.spent, number]', replace: 'spent: each.spent' },
    ],
  },
  {
    name: 'who decided approves it herself',
    rule: 'L9',
    replacements: [
      {
        file: approveDecision,
        find: "if (!can(actor, { action: 'approve', on: loaded.caseRecord })) return refused('ownDecision');",
        replace: '',
      },
    ],
  },
  {
    name: 'a second decision stands',
    rule: 'L9',
    replacements: [
      {
        file: decideCase,
        find: 'if (caseRecord.decision !== null) {',
        replace: 'if (caseRecord.decision?.kind === undefined && caseRecord.decision !== null) {',
      },
      {
        file: decideCase,
        find: "if (!can(actor, { action: 'decide', on: caseRecord })) {",
        replace: 'if (caseRecord.assigneeId !== actor.clerkId) {',
      },
    ],
  },
];
