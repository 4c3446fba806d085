import { applyMutant } from './apply-mutant.ts';
import { mutants } from './mutants.ts';

const mostSeeds = 500;
const mutant = mutants.find(({ name }) => name === process.argv[2]);
if (mutant === undefined) throw new Error(`no mutant called ${process.argv[2]}`);
applyMutant(mutant);
process.on('unhandledRejection', (error) => {
  // by its name: the oracle must not be loaded before the transform is in place
  if (error instanceof Error && error.name === 'Red') report(error.message);
  throw error;
});

const { history: historyName } = mutant;
if (historyName !== undefined) {
  const { runHistory } = await import('../histories/run-history.ts');
  const red = await runHistory(historyName);
  if (red !== undefined) report(`history "${historyName}": ${red}`);
} else {
  const { runSeed } = await import('../run-seed.ts');
  for (let seed = 1; seed <= mostSeeds; seed += 1) {
    const { red } = await runSeed(seed);
    if (red !== undefined) report(`seed ${seed}: ${red}`);
  }
}
process.stdout.write('missed');

function report(red: string): never {
  process.stdout.write(`caught by ${red}`);
  process.exit(0);
}
