import type { TextBlock } from '@amtsstube/shared/domain/letter-template';

/** The text with a block in the place of `/key` right before the caret; undefined: there is no such key. */
export function expandKey(
  text: string,
  caret: number,
  blocks: readonly Pick<TextBlock, 'key' | 'text'>[],
): { readonly text: string; readonly caret: number } | undefined {
  const before = text.slice(0, caret);
  const typed = /(?:^|\s)\/([a-zäöüß0-9-]{1,20})$/i.exec(before)?.[1];
  const block = blocks.find(({ key }) => key === typed?.toLowerCase());
  if (typed === undefined || block === undefined) return undefined;
  const kept = before.slice(0, -(typed.length + 1));
  return { text: `${kept}${block.text}${text.slice(caret)}`, caret: kept.length + block.text.length };
}

/** A block at the end of what is written, as a paragraph of its own. */
export function appended(text: string, block: string): string {
  const written = text.trimEnd();
  return written === '' ? block : `${written}\n\n${block}`;
}
