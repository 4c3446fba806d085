import { decisionKind } from '@amtsstube/shared/domain/decision';
import { z } from '@amtsstube/shared/domain/zod';

/** What a letter says: one of the decisions, or nothing that decides. */
const letterPurpose = z.enum([...decisionKind.options, 'other']);
export type LetterPurpose = z.infer<typeof letterPurpose>;

/** What the clerk chose and changed; gaps in it are filled when it is printed. */
const written = z.object({
  /** '' = no letter; absent = what fits closest. */
  templateId: z.string().optional(),
  addressee: z.string().optional(),
  subject: z.string().optional(),
  text: z.string().optional(),
});
export type WrittenLetter = z.infer<typeof written>;

/** Each decision has its own text: one that grants must never stand in a letter that refuses. */
export const keptLetter = z.partialRecord(letterPurpose, written);
export type KeptLetter = z.infer<typeof keptLetter>;

/** Texts written for other decisions than this one: kept, and used for none but theirs. */
export function textsForOthers(
  kept: KeptLetter,
  purpose: LetterPurpose,
): readonly { readonly purpose: LetterPurpose; readonly text: string }[] {
  return letterPurpose.options.flatMap((each) => {
    const text = kept[each]?.text;
    return each === purpose || text === undefined ? [] : [{ purpose: each, text }];
  });
}
