import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import { type CheckedCorrection, checkCorrection } from '@amtsstube/shared/domain/check-correction';
import { isSameValue } from '@amtsstube/shared/domain/corrections';
import type { CorrectedAnswerRow, DescribedValue } from '@amtsstube/shared/domain/describe-corrected';
import type { FormDefinition } from '@amtsstube/shared/domain/form';
import type { FieldError } from '@amtsstube/shared/domain/forms/field-error';
import { kindOf } from '@amtsstube/shared/domain/forms/kinds/all-kinds';
import { type CaseId, type OpId, opId } from '@amtsstube/shared/domain/ids';
import { z } from '@amtsstube/shared/domain/zod';
import { useState } from 'react';
import type { Shown } from '../../data/desk.ts';
import type { Action } from '../../ui/use-action.ts';
import { useDraft } from '../../ui/use-draft.ts';
import { basedOnOf } from './based-on.ts';
import { typedInputs } from './typed-inputs.ts';

/** An application that is shown with its form, and what became of the last correction of one of its answers. */
export interface OpenApplication {
  readonly openCase: Case;
  readonly dossier: Shown<Dossier>;
  readonly form: FormDefinition;
  readonly action: Action;
  readonly actedOn: string | undefined;
  readonly onAct: (path: string) => void;
}

/** What is being typed, and the corrections that were in force when the clerk began: what comes in meanwhile she didn't see. */
const draft = z.object({ basedOn: z.array(opId), inputs: z.record(z.string(), z.string()) });
export type CorrectionDraft = z.infer<typeof draft>;

/** Where the text lies that is being typed for this answer. */
export function correctionDraftKey(caseId: CaseId, path: string): string {
  return `correction/${caseId}/${path}`;
}

/** Corrects one answer: a draft while the editor is open, and one click to settle what is disputed. */
export function useCorrection(row: CorrectedAnswerRow, application: OpenApplication) {
  const { path, field, standing, counting, entered } = row;
  const { openCase, dossier, form, action, onAct } = application;
  const [text, setText] = useDraft(correctionDraftKey(openCase.id, path));
  const [failures, setFailures] = useState(0);
  const typed = parseDraft(text);
  const isDisputed = standing.length > 1;
  const counts = counting ? counting.value : (entered?.value ?? null);

  const check = (given: unknown) => checkCorrection(form, dossier.document.answers, path, given);
  const given = () => kindOf(field).decode(field, (name) => typed?.inputs[name]);

  async function correct(basedOn: OpId[], value: unknown): Promise<boolean> {
    const checked = check(value);
    setFailures(checked.ok ? 0 : failures + 1);
    if (!checked.ok) return false;
    // nothing is said anew by what is so already, as she saw it
    const isSo = !isDisputed && isSameValue(checked.value, counts);
    if (isSo && isSame(basedOn, idsOf(standing))) return true;
    onAct(path);
    const { formVersionId } = dossier.document;
    return action.perform('correctAnswer', {
      caseId: openCase.id,
      formVersionId,
      path,
      basedOn: basedOnOf(basedOn, dossier),
      value: checked.value,
    });
  }

  return {
    typed,
    /** Once saving has failed, as it is typed. */
    errors: typed && failures > 0 ? errorsOf(check(given())) : [],
    /** How often saving has failed since it last went well. */
    failures,
    /** Something came in since she began to type. */
    isOvertaken: typed !== undefined && !isSame(typed.basedOn, idsOf(standing)),
    begin: () => write({ basedOn: idsOf(standing), inputs: typedInputs(field, counts) }),
    type: (inputs: CorrectionDraft['inputs']) => typed && write({ ...typed, inputs }),
    cancel: () => close(),
    save: async () => {
      if (!typed) return false;
      const isDone = await correct(typed.basedOn, given());
      if (isDone) close();
      return isDone;
    },
    /** Settles: based on all that is shown. */
    take: ({ value }: DescribedValue) => correct(idsOf(standing), value),
  };

  function write(changed: CorrectionDraft) {
    setText(JSON.stringify(changed));
  }
  function close() {
    setFailures(0);
    setText('');
  }
}

function parseDraft(text: string): CorrectionDraft | undefined {
  if (text === '') return undefined;
  try {
    return draft.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

function errorsOf(checked: CheckedCorrection): readonly FieldError[] {
  return checked.ok ? [] : checked.errors;
}

function idsOf(standing: readonly DescribedValue[]): OpId[] {
  return standing.flatMap(({ corrections }) => corrections.map((each) => each.opId));
}

function isSame(one: readonly OpId[], other: readonly OpId[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}
