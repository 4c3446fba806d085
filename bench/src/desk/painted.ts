import type { Locator, Page } from 'playwright-core';

/** What must be seen before an act counts as done. */
export interface Seen {
  /** Text of the screen's heading. */
  readonly heading?: string;
  /** These words on the screen. */
  readonly words?: string;
  /** The list has another number of rows than before, or none. */
  readonly otherCount?: true;
  /** The sorted column is another, or sorted the other way. */
  readonly otherSorting?: true;
}

export interface Painted {
  /** Until the first frame after it: the page has answered, and can be used. */
  readonly answeredMs: number;
  /** Until what was asked for is painted. */
  readonly paintedMs: number;
}

/** Clicks, and measures in the page until what is to be `seen` is painted. Fails after ten seconds. */
export function clickUntil(target: Locator, seen: Seen): Promise<Painted> {
  return target
    .first()
    .evaluate(
      (element, wanted) => window.amtsstubeBench.until(() => (element as HTMLElement).click(), wanted),
      seen,
    );
}

/** One more letter in a field, as typing gives it. */
export function typeUntil(field: Locator, text: string, seen: Seen): Promise<Painted> {
  return field.evaluate(
    (element, { text, seen }) =>
      window.amtsstubeBench.until(() => window.amtsstubeBench.type(element as HTMLInputElement, text), seen),
    { text, seen },
  );
}

/** The peer: one word on the same page is changed by hand, and painted. */
export function changeOneWord(page: Page): Promise<Painted> {
  return page.evaluate(() => {
    const heading = document.querySelector('h1');
    const words = heading?.firstChild;
    if (!words) throw new Error('no heading');
    return window.amtsstubeBench.until(() => {
      words.textContent = `${words.textContent} `;
    }, {});
  });
}

declare global {
  interface Window {
    amtsstubeBench: {
      until(act: () => void, seen: Seen): Promise<Painted>;
      type(field: HTMLInputElement, text: string): void;
    };
  }
}

/** Once per tab, before it is led anywhere: the measuring itself runs in the page, beside what it measures. */
export async function prepareToMeasure(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const table = () => document.querySelector('table[aria-rowcount]');
    const countOf = () => table()?.getAttribute('aria-rowcount') ?? 'none';
    const sortingOf = () =>
      [...document.querySelectorAll('table[aria-rowcount] th[aria-sort]')]
        .map((head) => head.getAttribute('aria-sort'))
        .join();
    // a task after the frame's callbacks: by then the frame is painted
    const frame = () =>
      new Promise<void>((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve();
          port2.postMessage(undefined);
        });
      });
    window.amtsstubeBench = {
      async until(act, { heading, words, otherCount, otherSorting }) {
        const [count, sorting] = [countOf(), sortingOf()];
        const isSeen = () =>
          (heading === undefined || document.querySelector('h1')?.textContent === heading) &&
          (words === undefined || document.querySelector('main')?.textContent?.includes(words)) &&
          (!otherCount || countOf() !== count) &&
          (!otherSorting || sortingOf() !== sorting);
        const startedAt = performance.now();
        act();
        await frame();
        const answeredMs = performance.now() - startedAt;
        let paintedMs = answeredMs;
        while (!isSeen()) {
          await frame();
          paintedMs = performance.now() - startedAt;
          if (paintedMs > 10_000)
            throw new Error(`not seen: ${JSON.stringify({ heading, words, otherCount })}`);
        }
        return { answeredMs, paintedMs };
      },
      type(field, text) {
        // React listens to the setter of the element itself
        const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
        set?.call(field, text);
        field.dispatchEvent(new Event('input', { bubbles: true }));
      },
    };
  });
}
