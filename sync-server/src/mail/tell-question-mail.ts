import { createHash } from 'node:crypto';
import { type MunicipalityId, opId } from '@amtsstube/shared/domain/ids';
import { recordMail } from '@amtsstube/shared/operations/case/record-mail';
import type { Effect } from '@amtsstube/shared/operations/outcome';
import type { CoreContext } from '../core-context.ts';
import { executeServerOperation } from '../execute/execute.ts';
import type { MailResult } from './outbox-performer.ts';

/** Tells the clerk who asked what became of the mail about her question; of other mails nobody is told. */
export function tellQuestionMail(core: CoreContext) {
  return async (municipality: MunicipalityId, effect: Effect, result: MailResult): Promise<void> => {
    if (effect.kind !== 'mail' || effect.questionId === undefined) return;
    const { caseId, questionId } = effect;
    const key = createHash('sha256').update(`${caseId} ${questionId} ${result}`).digest('hex');
    const operation = {
      // the same for a mail that is sent again after a crash
      opId: opId.parse(`mail.${key.slice(0, 32)}`),
      deviceId: null,
      kind: recordMail.kind,
      v: recordMail.v,
      payload: { caseId, questionId, result },
      at: core.now(),
    };
    await executeServerOperation(core, municipality, operation, { kind: 'system' });
  };
}
