import type { KeyboardEvent } from 'react';
import { LongTextField } from '../long-text-field.tsx';
import { BlockInsert } from './block-insert.tsx';
import { appended, expandKey } from './expand-key.ts';
import { useTextBlocks } from './use-text-blocks.ts';

interface TextWithBlocksProps {
  readonly label: string;
  readonly help: string;
  readonly text: string;
  readonly serviceId: string;
  readonly isLocked: boolean;
  /** What is wrong with the text. */
  readonly problem?: string | undefined;
  readonly fill: (block: string) => string;
  readonly onChange: (text: string) => void;
}

/** A long text that blocks can be put into: from a list, or by `/key` and Enter or Tab. */
export function TextWithBlocks(props: TextWithBlocksProps) {
  const { label, help, text, serviceId, isLocked, problem, fill, onChange } = props;
  const blocks = useTextBlocks(serviceId).map((block) => ({ ...block, text: fill(block.text) }));

  function press(event: KeyboardEvent) {
    const field = event.target;
    if ((event.key !== 'Enter' && event.key !== 'Tab') || !(field instanceof HTMLTextAreaElement)) return;
    if (isLocked || field.selectionStart !== field.selectionEnd) return;
    const expanded = expandKey(field.value, field.selectionStart, blocks);
    if (expanded === undefined) return;
    event.preventDefault();
    onChange(expanded.text);
    // once React has put the new text there
    requestAnimationFrame(() => field.setSelectionRange(expanded.caret, expanded.caret));
  }

  return (
    <>
      <LongTextField
        label={label}
        help={help}
        text={text}
        problem={problem}
        onChange={onChange}
        isLocked={isLocked}
        onKeyDown={press}
      />
      {blocks.length > 0 && (
        <BlockInsert
          blocks={blocks}
          isLocked={isLocked}
          onInsert={(block) => onChange(appended(text, block))}
        />
      )}
    </>
  );
}
