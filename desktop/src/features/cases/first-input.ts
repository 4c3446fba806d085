/** The first input of an editor, or the first whose value was found wrong; what only measures a growing text is none. */
export function firstInput(
  editor: HTMLElement | null,
  which: 'any' | 'wrong' = 'any',
): HTMLElement | undefined {
  const inputs = [...(editor?.querySelectorAll<HTMLElement>('input, select, textarea') ?? [])].filter(
    (each) => each.ariaHidden !== 'true',
  );
  return inputs.find((each) => which === 'any' || each.ariaInvalid === 'true');
}
