import { basedOn, type Case, correctedValue } from '../../domain/case.ts';
import { checkCorrection } from '../../domain/check-correction.ts';
import { countingCorrections, currentAnswers } from '../../domain/corrections.ts';
import { ref } from '../../domain/documents.ts';
import { enteredNameOf } from '../../domain/entered-answers.ts';
import { applicantBornOnOf, contactEmailOf, fieldsOf } from '../../domain/form-interpreter.ts';
import { answerPath } from '../../domain/forms/field-id.ts';
import { readFields } from '../../domain/forms/read-form.ts';
import { caseId, formVersionId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import type { LocalDate } from '../../domain/time.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, forecastOnly, refused } from '../outcome.ts';
import { caseRefs, happened, loadCase, putWithEvent } from './load-case.ts';

/**
 * A clerk says what an answer of the application should read. What was entered stays beside it for ever. `basedOn` are
 * the corrections she saw in force, by name and not by value: a value may come back, its correction doesn't. So nobody
 * undoes unseen what another desk corrected; both values then stand until somebody who sees both takes one, which is a
 * correction based on both. Putting back what was entered is a correction too. Also of a decided case: a wrong address
 * is wrong after the decision as well (Art. 16 DSGVO), and the history tells which came first.
 */
export const correctAnswer = defineOperation({
  kind: 'correctAnswer',
  v: 1,
  payload: z.strictObject({ caseId, formVersionId, path: answerPath, basedOn, value: correctedValue }),
  reads: (payload) => [...caseRefs(payload.caseId), ref('settings', payload.formVersionId)],
  apply: ({ caseId: id, path, value: given, ...payload }, docs, context) => {
    const { actor } = context;
    const version = docs.get('settings', payload.formVersionId);
    const loaded = loadCase(docs, id);
    if (version === 'unknown') return forecastOnly();
    if ('stop' in loaded) return loaded.stop;
    const { caseRecord, dossier } = loaded;
    if (actor.kind !== 'clerk' || !can(actor, { action: 'correct', on: caseRecord }))
      return refused('notAllowed');
    // a withdrawn version still tells what this application was asked
    if (version?.kind !== 'formVersion' || version.id !== dossier.formVersionId)
      return refused('formVersionGone');
    const checked = checkCorrection(version.form, dossier.answers, path, given);
    if (!checked.ok) return refused({ code: 'invalidAnswers', errors: [...checked.errors] });
    const event = {
      kind: 'answerCorrected' as const,
      ...happened(context, caseRecord),
      byId: actor.clerkId,
      path,
      value: checked.value,
      basedOn: payload.basedOn,
    };
    const events = [...dossier.events, event];
    const answers = currentAnswers({ ...dossier, events });
    // what stands on the paper counts until somebody says what it should read
    const corrected = countingCorrections({ events });
    const written = (dossier.asWritten ?? []).filter((each) => !corrected.has(each.path));
    // as when it is sent: what is not asked names nobody, and gets no mail
    const { answers: asked } = readFields(fieldsOf(version.form), answers);
    const contactEmail = contactEmailOf(version.form, asked) ?? null;
    const bornOn = applicantBornOnOf(version.form, asked);
    return accepted(
      putWithEvent(
        { caseRecord: withBornOn(caseRecord, bornOn), dossier: { ...dossier, contactEmail } },
        event,
        { applicantName: enteredNameOf(version.form, asked, written) },
      ),
    );
  },
});

function withBornOn({ applicantBornOn: _, ...others }: Case, bornOn: LocalDate | undefined): Case {
  return bornOn === undefined ? others : { ...others, applicantBornOn: bornOn };
}
