import { type CounterId, counterId } from '@amtsstube/shared/domain/ids';
import { type Instant, instant } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import {
  defer,
  from,
  type Observable,
  ReplaySubject,
  Subject,
  shareReplay,
  startWith,
  switchMap,
} from 'rxjs';
import type { SmallFiles } from '../host/host.ts';
import { fromBase64, toBase64 } from '../vault/sealed-bytes.ts';

const fileName = 'day-plans';

export interface KeptPlan {
  readonly counterId: CounterId;
  readonly counter: string;
  /** As of when. */
  readonly at: Instant;
  readonly pdf: Uint8Array;
}

const file = z.object({
  plans: z.array(z.object({ counterId, counter: z.string(), at: instant, pdf: z.base64() })),
});

/** The day plans that lie on this PC, ready for the printer (K14). */
export interface DayPlans {
  /** What is kept, by counter; and each time it is renewed. What is damaged is none. */
  readonly kept$: Observable<readonly KeptPlan[]>;
  /** Somebody is about to print: they are renewed at once, as far as the desk can. */
  readonly wanted$: Observable<void>;
  want(): void;
  /** Resolves when they are on the disk. @throws HostFailure where it takes nothing; the former ones stay */
  keep(plans: readonly KeptPlan[]): Promise<void>;
}

/** They name people: `files` are the clerk's sealed ones. Read with the first who asks. */
export function openDayPlans(files: SmallFiles): DayPlans {
  const renewed = new Subject<readonly KeptPlan[]>();
  // who prints may ask before anybody listens
  const wanted = new ReplaySubject<void>(1);
  return {
    kept$: defer(() => from(readPlans(files))).pipe(
      switchMap((kept) => renewed.pipe(startWith(kept))),
      shareReplay({ bufferSize: 1, refCount: false }),
    ),
    wanted$: wanted,
    want: () => wanted.next(),
    async keep(plans) {
      await files.write(fileName, bytesOf(plans));
      renewed.next(plans);
    },
  };
}

async function readPlans(files: SmallFiles): Promise<readonly KeptPlan[]> {
  try {
    const bytes = await files.read(fileName);
    if (bytes === undefined) return [];
    const { plans } = file.parse(JSON.parse(new TextDecoder().decode(bytes)));
    return plans.map((each) => ({ ...each, pdf: fromBase64(each.pdf) }));
  } catch {
    return [];
  }
}

function bytesOf(plans: readonly KeptPlan[]): Uint8Array {
  const text = JSON.stringify({ plans: plans.map((each) => ({ ...each, pdf: toBase64(each.pdf) })) });
  return new TextEncoder().encode(text);
}
