import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import { caseId, questionId } from '@amtsstube/shared/domain/ids';
import { isOpen } from '@amtsstube/shared/domain/question';
import { localDate } from '@amtsstube/shared/domain/time';
import { answerQuestion } from '@amtsstube/shared/operations/case/answer-question';
import { executeServerOperation } from '@amtsstube/sync-server/execute/execute';
import type { Read } from '@amtsstube/sync-server/store/store';
import type { Random } from './random.ts';
import type { SimDesk } from './sim-desk.ts';
import { serverOperation, type World } from './world.ts';

/** A Friday, a Saturday and a holiday. */
const days = ['2027-12-10', '2027-12-11', '2027-12-25'] as const;
const dayOf = (random: Random) => localDate.parse(random.pick(days) ?? days[0]);

/** A clerk asks, ends a question, reads an answer, wants to see a case again or needs longer for it. */
export async function ask(random: Random, { id }: Case, desk: Pick<SimDesk, 'shown' | 'do'>): Promise<void> {
  const dossier = desk.shown('dossiers', id) as Dossier | null | undefined;
  const on = dayOf(random);
  const asked = random.pick(dossier?.questions ?? []);
  const roll = random.next();
  if (roll < 0.2) await desk.do('setFollowUp', { caseId: id, on: random.chance(0.7) ? on : null, word: '' });
  else if (roll < 0.35) await desk.do('extendDeadline', { caseId: id, until: on, reason: 'Gutachten' });
  else if (asked === undefined || roll < 0.55)
    await desk.do('askApplicant', {
      caseId: id,
      questionId: questionId.parse(random.id()),
      text: `Frage ${random.id()}`,
      documents: random.chance(0.5) ? ['Impfpass'] : [],
      answerBy: on,
    });
  else if (asked.answers.length > 0 && roll < 0.85)
    await desk.do('readAnswer', { caseId: id, questionId: asked.id, answers: asked.answers.length });
  else {
    const as = random.chance(0.5) ? 'closed' : 'withdrawn';
    await desk.do('closeQuestion', { caseId: id, questionId: asked.id, as, text: 'am Telefon' });
  }
}

/** Who applied opens the status page of a case with a question, and answers or not; the mail about it is on its way. */
export async function answer({ random, scheduler, server }: World): Promise<void> {
  const { store } = server.context;
  const dossiers = await store.snapshot(server.municipality, (read) =>
    read.allDocuments('dossiers', '', 1000),
  );
  const asking = dossiers.flatMap(({ document }) => {
    const { id, questions = [], letters = [] } = (document ?? {}) as Partial<Dossier>;
    return id === undefined ? [] : questions.map((question) => ({ id, question, letter: letters[0] }));
  });
  const { id, question, letter } =
    random.pick(asking.filter((each) => isOpen(each.question))) ?? random.pick(asking) ?? {};
  if (id === undefined || question === undefined) return;
  const about = { questionId: question.id };
  const execute = (kind: string, payload: object, actor: 'citizen' | 'system') =>
    executeServerOperation(
      server.context,
      server.municipality,
      serverOperation(random, kind, { caseId: caseId.parse(id), ...payload }, scheduler.now),
      { kind: actor },
    );
  await execute('recordMail', { ...about, result: random.chance(0.8) ? 'handedOver' : 'failed' }, 'system');
  await execute('markSeen', about, 'citizen');
  if (letter) await execute('markSeen', { letterId: letter.id }, 'citizen');
  if (random.chance(0.7))
    await execute('answerQuestion', { ...about, text: `Antwort ${random.id()}`, files: [] }, 'citizen');
}

/** Answers that were accepted and are not in the dossier, of cases that are still there: nothing a citizen sent is lost. */
export async function lostAnswers(read: Read): Promise<readonly string[]> {
  const lost: string[] = [];
  const dossiers = new Map(
    (await read.allDocuments('dossiers', '', 1000)).map((each) => [each.id, each.document]),
  );
  for (const { opId, kind, result } of await read.log(0, 1_000_000)) {
    if (kind !== answerQuestion.kind || result.decided !== 'accepted') continue;
    const sent = answerQuestion.payload.safeParse(await read.payload(opId)).data;
    const dossier = sent && (dossiers.get(sent.caseId) as Dossier | null | undefined);
    if (!sent || !dossier) continue;
    const answers = dossier.questions?.find(({ id }) => id === sent.questionId)?.answers ?? [];
    if (!answers.some((each) => each.opId === opId && each.text === sent.text)) lost.push(opId);
  }
  return lost;
}
