import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Mutant } from './mutants.ts';

const root = new URL('../../../', import.meta.url);

/** A transform that doesn't apply: the code has changed, and the mutant must be written anew. */
export class MutantDoesNotApply extends Error {
  override readonly name = 'MutantDoesNotApply';
}

/** Checked before anything runs, so that a mutant that has lost its place is an error and not a "missed". */
export function checkApplies(mutant: Mutant): void {
  for (const { file, find } of mutant.replacements) {
    const count = readFileSync(new URL(file, root), 'utf8').split(find).length - 1;
    if (count !== 1) throw new MutantDoesNotApply(`${mutant.name}: found ${count} times in ${file}: ${find}`);
  }
}

/** Changes the sources while they are loaded; nothing is written. Must be called before the modules are imported. */
export function applyMutant(mutant: Mutant): void {
  checkApplies(mutant);
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      const path = url.startsWith('file:') ? fileURLToPath(url).replaceAll('\\', '/') : '';
      const own = mutant.replacements.filter(({ file }) => path.endsWith(`/${file}`));
      if (own.length === 0 || loaded.source === undefined || loaded.source === null) return loaded;
      let source =
        typeof loaded.source === 'string' ? loaded.source : new TextDecoder().decode(loaded.source);
      for (const { find, replace } of own) source = source.replace(find, () => replace);
      return { ...loaded, source };
    },
  });
}
