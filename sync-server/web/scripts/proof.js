// Where very many applications came from one place, the browser calculates for a moment before it may send. Without
// this script, or where it can't, the page's own way stays: waiting.

/** Starts at once, while the person looks through her answers; says when it is done. */
export function prove(toll) {
  const { proof: challengeText, done } = toll.dataset;
  // calculating needs a secure page
  if (!globalThis.crypto?.subtle || !globalThis.Worker) return;
  const challenge = JSON.parse(challengeText);
  const says = toll.querySelector('[data-proof-says]');
  const waits = says.textContent;
  says.textContent = says.dataset.working;
  const giveUp = () => {
    worker.terminate();
    says.textContent = waits;
  };
  const worker = new Worker(new URL('./proof-worker.js', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }) => {
    if (!data || data.error) return giveUp();
    worker.terminate();
    const { counter, derivedKey } = data;
    toll.querySelector('[data-proof-input]').value = JSON.stringify({
      challenge,
      solution: { counter, derivedKey },
    });
    says.textContent = done;
    // nobody has to wait any more
    toll.querySelector('[data-proof-title]').hidden = true;
    toll.dataset.solved = '';
  });
  worker.addEventListener('error', giveUp);
  worker.postMessage({ type: 'work', challenge, counterMode: 'uint32' });
}
