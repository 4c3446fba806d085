import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MemoryDisk } from '@amtsstube/desktop/host/memory-disk';
import { absence } from '@amtsstube/shared/domain/clerk';
import {
  caseId as caseIds,
  clerkId,
  counterId,
  departmentId,
  formVersionId,
  leaseId,
  letterId,
  opId,
  paymentId,
  questionId,
  taskId,
  trackingCode,
} from '@amtsstube/shared/domain/ids';
import { instant, localDate } from '@amtsstube/shared/domain/time';
import { aLetter } from '@amtsstube/shared/fixtures/a-letter';
import { aFile, validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { appointmentPayloads } from '@amtsstube/shared/fixtures/meetings/appointment-acts';
import { addTemplate, addTextBlock } from '@amtsstube/shared/fixtures/meetings/letter-acts';
import { queuePayloads } from '@amtsstube/shared/fixtures/meetings/queue-acts';
import {
  annaBerger,
  berndKrueger,
  testTown,
  testTownConfiguration,
} from '@amtsstube/shared/fixtures/test-town';
import { testTownQuestions } from '@amtsstube/shared/fixtures/test-town-questions';
import { type Kind, operationKinds, type PayloadOf } from '@amtsstube/shared/operations/registry';
import { replicatedCollections } from '@amtsstube/shared/replication/collections';
import { dogTax } from '@amtsstube/shared/services/order/dog-tax';
import { takenOver } from '@amtsstube/shared/services/service-template';
import { journalKey } from '../desk/drain-town.ts';
import {
  type GoldenManifest,
  goldenDirectory,
  journalName,
  manifestName,
  sha256OfAll,
} from './golden-set.ts';
import {
  caseCount,
  countsOf,
  goldenApplications,
  goldenCase,
  goldenTown,
  handOverAll,
} from './golden-town.ts';

/**
 * `node sim/src/golden/write-golden.ts`, once with each release, before its version is raised: writes what this program
 * writes and sends into `versions/<version>`, then `npm run format`. Never overwrites: what a released program wrote doesn't change any more.
 */
const operationCount = 1000;

/** A week without a line, made of everything a clerk does with cases. */
function act(index: number): { kind: Kind; payload: unknown } {
  const caseId = goldenCase(Math.floor(index / 7) % caseCount);
  const round = Math.floor(index / 7);
  const hash = (round % 16).toString(16).repeat(64);
  const file = aFile({ hash, name: `Anlage ${round}.pdf` });
  switch (index % 7) {
    case 0:
      return { kind: 'assignCase', payload: { action: 'takeOver', caseId, word: '' } };
    case 1:
      return { kind: 'addNote', payload: { caseId, text: `Vermerk ${index}: Straße, Größe, „Süß“ 🐕` } };
    case 2:
      return { kind: 'attachFile', payload: { caseId, ...file } };
    case 3:
      return { kind: 'removeAttachment', payload: { caseId, hash, reason: 'aus Versehen' } };
    case 4:
      // only at the end of the week: nothing more can be done with a decided case
      if (round < 120) return { kind: 'addNote', payload: { caseId, text: `Rückfrage ${index}` } };
      return {
        kind: 'decideCase',
        payload:
          index % 3 === 0
            ? { caseId, decision: { kind: 'approved', reason: '' } }
            : { caseId, decision: { kind: 'rejected', reason: `Nachweis fehlt (${index})` } },
      };
    case 5:
      return {
        kind: 'assignCase',
        payload: { action: 'handOver', caseId, toId: annaBerger.id, word: 'bitte übernehmen' },
      };
    default:
      return { kind: 'assignCase', payload: { action: 'giveBack', caseId, word: '' } };
  }
}

/** What somebody answered before she chose a time. */
const goldenAnswers = [{ serviceId: testTown.serviceId, questionId: 'chip', answerId: 'yes' }];

/** One payload of each kind, by hand: what is added later must be added here, or this doesn't compile. */
function examples(): { readonly [K in Kind]: PayloadOf<K> } {
  const [application] = goldenApplications();
  const caseId = goldenCase(0);
  const file = aFile();
  const task = taskId.parse('task-1');
  return {
    submitApplication: application?.payload as PayloadOf<'submitApplication'>,
    enterCase: {
      caseId: caseIds.parse('golden-entered'),
      trackingCode: trackingCode.parse('EEEEE-BBBBB-CCCCC'),
      serviceId: testTown.serviceId,
      formVersionId: testTown.formVersionId,
      channel: 'paper',
      receivedOn: localDate.parse('2026-10-30'),
      answers: validDogAnswers(),
      asWritten: [{ path: 'bornOn', text: 'Frühjahr' }],
      jointApplicants: [{ name: 'Jörg Mustermann', address: '' }],
      representedBy: { name: 'Ute Wolf', address: 'Markt 1', hasPowerOfAttorney: true },
      note: 'lag im Nachtbriefkasten',
      leased: { leaseId: leaseId.parse('golden-lease'), year: 2026, number: 1 },
    },
    leaseNumbers: {
      leaseId: leaseId.parse('golden-lease'),
      departmentId: testTown.departmentId,
      wanted: [{ serviceId: testTown.serviceId, year: 2026 }],
    },
    assignCase: { action: 'takeOver', caseId, word: '' },
    addNote: { caseId, text: 'Rückruf' },
    attachFile: { caseId, ...file },
    removeAttachment: { caseId, hash: file.hash, reason: 'aus Versehen' },
    correctAnswer: {
      caseId,
      formVersionId: testTown.formVersionId,
      path: 'dogName',
      basedOn: [opId.parse('golden-0')],
      value: 'Rex',
    },
    askApplicant: {
      caseId,
      questionId: questionId.parse('golden-question'),
      text: 'Ist der Hund geimpft?',
      documents: ['Impfpass'],
      answerBy: localDate.parse('2026-12-11'),
    },
    answerQuestion: {
      caseId,
      questionId: questionId.parse('golden-question'),
      text: 'Ja, siehe Impfpass.',
      files: [file],
      inCheck: [file.hash],
    },
    closeQuestion: {
      caseId,
      questionId: questionId.parse('golden-question'),
      as: 'closed',
      text: 'am Telefon: ja',
    },
    readAnswer: { caseId, questionId: questionId.parse('golden-question'), answers: 1 },
    markSeen: { caseId, questionId: questionId.parse('golden-question') },
    setFollowUp: { caseId, on: localDate.parse('2026-12-01'), word: 'Rückruf' },
    extendDeadline: { caseId, until: localDate.parse('2027-01-11'), reason: 'Gutachten fehlt' },
    decideCase: { caseId, decision: { kind: 'approved', reason: '' } },
    handToBody: { caseId, bodyName: 'Landkreis Musterland', word: 'Anbei der Antrag.' },
    approveDecision: { caseId, number: 1 },
    returnDecision: { caseId, number: 1, word: 'Bitte prüfen' },
    writeLetter: { caseId, letterId: letterId.parse('letter-1'), letter: aLetter() },
    postLetter: { caseId, letterId: letterId.parse('letter-1'), on: localDate.parse('2026-11-23') },
    putTemplate: addTemplate()[1],
    putTextBlock: addTextBlock()[1],
    configureMunicipality: testTownConfiguration,
    changeMunicipality: { phone: { from: '1', to: '2' } },
    putDepartment: { action: 'add', departmentId: departmentId.parse('kasse'), name: 'Kasse' },
    putCounter: {
      action: 'add',
      counterId: counterId.parse('schalter-1'),
      name: 'Schalter 1',
      departmentId: testTown.departmentId,
    },
    putClerk: {
      action: 'add',
      clerkId: clerkId.parse('ute-wolf'),
      name: 'Ute Wolf',
      role: 'admin',
      departmentIds: [],
    },
    deactivateClerk: { clerkId: berndKrueger.id, casesToId: annaBerger.id },
    addService: takenOver({ ...dogTax, id: 'baumfaellung', name: 'Baumfällung' }, testTown.departmentId),
    switchService: { serviceId: testTown.serviceId, isOffered: false },
    changeService: {
      serviceId: testTown.serviceId,
      decisionWithinDays: { from: 28, to: 14 },
      fee: {
        from: { fromCents: 0, toCents: 0, says: 'Gebührenfrei', isExample: false },
        to: { fromCents: 1000, toCents: 1000, says: '10 Euro', isExample: false },
      },
      visitQuestions: { from: [], to: testTownQuestions['bewohnerparkausweis-beantragen'] ?? [] },
    },
    putForm: {
      action: 'publish',
      serviceId: testTown.serviceId,
      formVersionId: formVersionId.parse(`${testTown.serviceId}.2`),
      basedOn: testTown.formVersionId,
      form: dogTax.form,
      formerMayFinish: true,
    },
    setAbsence: {
      clerkId: berndKrueger.id,
      absence: {
        from: null,
        to: absence.parse({ from: '2026-12-21', until: '2026-12-31', deputyId: annaBerger.id }),
      },
    },
    tickDocument: { caseId, documentId: 'proof', label: 'Nachweis', as: 'paper' },
    linkCases: { caseId, otherId: goldenCase(1), word: 'derselbe Hund' },
    unlinkCases: { caseId, otherId: goldenCase(1) },
    confirmSamePerson: { caseId, otherId: goldenCase(1), same: true },
    addTask: {
      taskId: task,
      departmentId: testTown.departmentId,
      caseId,
      text: 'Bitte anrufen',
      dueOn: localDate.parse('2026-12-01'),
      forId: annaBerger.id,
    },
    completeTask: { taskId: task },
    reopenTask: { taskId: task },
    recordViews: { caseId, views: [instant.parse('2026-11-23T08:30:00.000Z')] },
    ...appointmentPayloads,
    ...queuePayloads,
    requestBooking: { ...appointmentPayloads.requestBooking, answers: goldenAnswers },
    joinWaitingList: { ...appointmentPayloads.joinWaitingList, answers: goldenAnswers },
    recordRestore: { sequences: [], jump: 100 },
    eraseCase: { caseId, trackingCode: null, erased: [], kept: [] },
    setFee: {
      caseId,
      serviceId: testTown.serviceId,
      fromCents: null,
      amountCents: 5000,
      dueOn: localDate.parse('2026-12-23'),
      reason: '',
    },
    waiveFee: { caseId, reason: 'Härtefall' },
    revokeWaiver: { caseId, reason: 'aus Versehen' },
    recordPayment: {
      caseId,
      paymentId: paymentId.parse('golden-payment'),
      amountCents: 5000,
      way: 'transfer',
      on: localDate.parse('2026-11-23'),
      word: '',
    },
    revokePayment: { caseId, paymentId: paymentId.parse('golden-payment'), reason: 'Rücklastschrift' },
    recordScan: { caseId, hash: file.hash, verdict: 'clean' },
    recordMail: { caseId, questionId: questionId.parse('golden-question'), result: 'handedOver' },
    shelveCase: { caseId, quietSince: instant.parse('2026-11-23T08:30:00.000Z') },
    eraseAppointments: {
      before: instant.parse('2026-08-25T02:00:00.000Z'),
      ranOutBefore: instant.parse('2026-11-22T02:00:00.000Z'),
      appointmentIds: [appointmentPayloads.holdSlot.appointmentId],
      visitKeys: [appointmentPayloads.holdSlot.visitKey],
      waitingIds: [appointmentPayloads.joinWaitingList.waitingId],
      erased: [opId.parse('golden-erased')],
    },
    offerSlot: {
      waitingId: appointmentPayloads.joinWaitingList.waitingId,
      appointmentId: appointmentPayloads.holdSlot.appointmentId,
      serviceIds: appointmentPayloads.holdSlot.serviceIds,
      counterId: appointmentPayloads.holdSlot.counterId,
      startsAt: appointmentPayloads.holdSlot.startsAt,
    },
  };
}

async function write(version: string): Promise<void> {
  const folder = join(goldenDirectory, version);
  if (existsSync(folder)) throw new Error(`${folder} is there: what was released doesn't change any more`);
  const before = goldenApplications();
  const town = await goldenTown(before);
  const disk = new MemoryDisk();
  const journal = await town.journalOn(disk);
  for (let index = 0; index < operationCount; index += 1) {
    const { kind, payload } = act(index);
    const at = town.environment.now();
    town.environment.time += 60_000;
    await journal.append({
      opId: opId.parse(`golden-${index}`),
      kind,
      v: operationKinds[kind].v,
      payload,
      at,
    });
  }
  const { operations } = journal;
  const [journalFile = ''] = disk.journalNames();
  const bytes = await disk.openJournal(journalFile).readAll();
  const receipts = await handOverAll(town, journal);
  const transport = town.transport();
  const { signal } = new AbortController();
  const { deviceId } = journal;
  const epoch = journal.epoch;
  const changes: unknown[] = [];
  const digest: unknown[] = [];
  for (const collection of replicatedCollections) {
    const asked = { epoch, deviceId, firstOpen: operationCount + 1, checkpoint: null, limit: 2 };
    changes.push((await transport.changes(collection, asked, signal)) as unknown);
    digest.push((await transport.digest(collection, { epoch } as never, signal)) as unknown);
  }
  const manifest: GoldenManifest = {
    version,
    journalKey: Buffer.from(journalKey).toString('base64'),
    journalFile,
    operations: { count: operations.length, sha256: sha256OfAll(operations) },
    before: [...before],
    decided: countsOf(receipts),
    kinds: Object.entries(examples()).map(([kind, payload]) => ({
      kind,
      v: operationKinds[kind as Kind].v,
      payload,
    })),
    answers: {
      // the first and the last: with documents of most kinds, and not of a megabyte
      operations: [town.answers.at(-1)].map(withFewReceipts),
      changes: changes.map(answerIn),
      digest: digest.map(answerIn),
    },
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, journalName), bytes);
  writeFileSync(join(folder, manifestName), `${JSON.stringify(manifest, undefined, 1)}\n`);
  console.log(`${folder}: ${operations.length} operations, ${bytes.length} bytes`);
}

function answerIn(answered: unknown): unknown {
  const { ok, answer } = answered as { ok: boolean; answer?: unknown };
  if (!ok) throw new Error(`no answer: ${JSON.stringify(answered)}`);
  return answer;
}

/** One receipt of each sort is enough to tell whether later programs read them. */
function withFewReceipts(answer: unknown): unknown {
  const { decisions, ...rest } = answer as { decisions: { receipts: unknown[]; documents: unknown[] } };
  return {
    ...rest,
    decisions: { receipts: decisions.receipts.slice(0, 40), documents: decisions.documents.slice(0, 4) },
  };
}

const { version } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../sync-server/package.json'), 'utf8'),
) as { version: string };
await write(version);
