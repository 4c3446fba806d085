/**
 * What is to be done when the window's process has ended. `ask`: the person is told, and says whether to load the window
 * anew or to quit. `reload`: she was asked before, while it didn't answer. `nothing`: it was closed.
 */
export type AfterEnd = 'nothing' | 'reload' | 'ask';

/** Keeps apart a process that crashed and one that was ended because the person wished it. */
export class RendererEnds {
  #isMeant = false;

  /** The person wants the window loaded anew, and its process is ended for it. */
  mean(): void {
    this.#isMeant = true;
  }

  /** @param reason as Electron's `render-process-gone` names it */
  after(reason: string): AfterEnd {
    if (reason === 'clean-exit') return 'nothing';
    const wasMeant = this.#isMeant;
    this.#isMeant = false;
    return wasMeant ? 'reload' : 'ask';
  }
}
