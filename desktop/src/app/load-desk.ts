type DeskCode = typeof import('./desk-code.ts');

let loaded: DeskCode | undefined;

/** Loads the desk's own code once: the copy, the journal, the screens. Its way in is small, so that it is there at once. */
export async function loadDesk(): Promise<DeskCode> {
  loaded ??= await import('./desk-code.ts');
  return loaded;
}

/** For who draws an open desk: opening it has loaded the code. */
export function loadedDesk(): DeskCode {
  if (loaded === undefined) throw new Error('a desk is open whose code was never loaded');
  return loaded;
}
