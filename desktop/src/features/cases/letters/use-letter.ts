import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import type { DecisionKind } from '@amtsstube/shared/domain/decision';
import type { FeeSums } from '@amtsstube/shared/domain/fees/fee';
import type { LetterTemplate } from '@amtsstube/shared/domain/letter-template';
import { templatesFor } from '@amtsstube/shared/letters/choose-templates';
import { draftLetter, fillBlock, type LetterDraft, prefill } from '@amtsstube/shared/letters/draft-letter';
import { useMemo } from 'react';
import { useSettings } from '../../../ui/names.ts';
import { useFormDraft } from '../../../ui/use-form-draft.ts';
import { keptLetter, type LetterPurpose, textsForOthers, type WrittenLetter } from './kept-letter.ts';
import { useLetterSource } from './use-letter-source.ts';

export interface LetterInWork {
  readonly templates: readonly LetterTemplate[];
  /** undefined: no letter. */
  readonly template: LetterTemplate | undefined;
  readonly written: WrittenLetter;
  /** What was written for other decisions: to be seen and copied. */
  readonly forOthers: readonly { readonly purpose: LetterPurpose; readonly text: string }[];
  /** undefined: no letter, or something that it is made of isn't on this desk. */
  readonly draft: LetterDraft | undefined;
  /** What the clerk may change, as it is now. */
  readonly fields: { readonly addressee: string; readonly subject: string; readonly text: string };
  change(changed: Partial<WrittenLetter>): void;
  /** A text block for this case; as it is while something that it is filled from isn't on this desk. */
  fill(block: string): string;
  /** Once it is saved. */
  clear(): void;
}

const nothing: WrittenLetter = {};

/** A letter of a case while it is being written: kept through reload and lock, as everything that is typed. */
export function useLetter(
  caseRecord: Case,
  dossier: Dossier | undefined,
  purpose: {
    readonly draftKey: string;
    readonly kind: DecisionKind | undefined;
    readonly reason: string;
    readonly fee?: FeeSums | undefined;
  },
): LetterInWork {
  const settings = useSettings();
  const [kept, setKept] = useFormDraft(purpose.draftKey, keptLetter);
  const of = purpose.kind ?? 'other';
  const now = kept?.[of] ?? nothing;
  const templates = useMemo(
    () => templatesFor(settings, caseRecord.serviceId, purpose.kind),
    [settings, caseRecord.serviceId, purpose.kind],
  );
  const template =
    now.templateId === ''
      ? undefined
      : (templates.find(({ id }) => id === now.templateId) ?? templates.at(0));
  const source = useLetterSource(caseRecord, dossier, purpose.reason, purpose.fee ?? caseRecord.fee);
  const draft = useMemo(
    // without its number a letter would name none
    () =>
      caseRecord.fileReference === ''
        ? undefined
        : template && source && draftLetter(template, source, changesOf(now)),
    [template, source, now, caseRecord.fileReference],
  );
  return {
    templates,
    template,
    written: now,
    forOthers: textsForOthers(kept ?? {}, of),
    draft,
    fields: {
      addressee: now.addressee ?? draft?.letter.addressee.join('\n') ?? '',
      subject: now.subject ?? (template && source ? prefill(template.subject, source) : ''),
      text: now.text ?? (template && source ? prefill(template.text, source) : ''),
    },
    change: (changed) => setKept({ ...kept, [of]: { ...now, ...changed } }),
    fill: (block) => (source ? fillBlock(block, source) : block),
    clear: () => setKept(undefined),
  };
}

function changesOf({ addressee, subject, text }: WrittenLetter) {
  return {
    ...(addressee !== undefined && { addressee: addressee.split('\n') }),
    ...(subject !== undefined && { subject }),
    ...(text !== undefined && { text }),
  };
}
