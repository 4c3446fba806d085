import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import type { DecisionKind } from '@amtsstube/shared/domain/decision';
import type { FeeSums } from '@amtsstube/shared/domain/fees/fee';
import type { LetterTemplate } from '@amtsstube/shared/domain/letter-template';
import { z } from '@amtsstube/shared/domain/zod';
import { templatesFor } from '@amtsstube/shared/letters/choose-templates';
import { draftLetter, type LetterDraft, prefill } from '@amtsstube/shared/letters/draft-letter';
import { useMemo } from 'react';
import { useSettings } from '../../../ui/names.ts';
import { useFormDraft } from '../../../ui/use-form-draft.ts';
import { useLetterSource } from './use-letter-source.ts';

/** What the clerk chose and changed; gaps in it are filled when it is printed. */
const written = z.object({
  /** '' = no letter; absent = what fits closest. */
  templateId: z.string().optional(),
  addressee: z.string().optional(),
  subject: z.string().optional(),
  text: z.string().optional(),
});
export type WrittenLetter = z.infer<typeof written>;

export interface LetterInWork {
  readonly templates: readonly LetterTemplate[];
  /** undefined: no letter. */
  readonly template: LetterTemplate | undefined;
  readonly written: WrittenLetter;
  /** undefined: no letter, or something that it is made of isn't on this desk. */
  readonly draft: LetterDraft | undefined;
  /** What the clerk may change, as it is now. */
  readonly fields: { readonly addressee: string; readonly subject: string; readonly text: string };
  change(changed: Partial<WrittenLetter>): void;
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
  const [kept, setKept] = useFormDraft(purpose.draftKey, written);
  const now = kept ?? nothing;
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
    () => template && source && draftLetter(template, source, changesOf(now)),
    [template, source, now],
  );
  return {
    templates,
    template,
    written: now,
    draft,
    fields: {
      addressee: now.addressee ?? draft?.letter.addressee.join('\n') ?? '',
      subject: now.subject ?? (template && source ? prefill(template.subject, source) : ''),
      text: now.text ?? (template && source ? prefill(template.text, source) : ''),
    },
    change: (changed) => setKept({ ...now, ...changed }),
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
