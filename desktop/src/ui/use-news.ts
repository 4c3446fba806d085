import type { Case } from '@amtsstube/shared/domain/case';
import { useEffect, useMemo } from 'react';
import { EMPTY } from 'rxjs';
import type { CaseRow } from '../data/desk.ts';
import { useDesk } from './desk-context.tsx';
import { allSeen, isNews, type News, parseNews, withSeen } from './news.ts';
import { useKept } from './use-kept.ts';
import { useObservable } from './use-observable.ts';

const key = 'news';

export interface CaseNews {
  readonly isNew: (caseRecord: Case) => boolean;
  readonly markSeen: (cases: readonly Case[]) => void;
  readonly markAllSeen: () => void;
}

/** What happened since the clerk last looked. Her first look, once the first copy is complete, takes all as seen. */
export function useNews(all: readonly CaseRow[] | undefined): CaseNews {
  const { desk } = useDesk();
  const [news, setNews] = useKept<News>(key, parseNews);
  const health = useObservable(desk.health$, undefined);
  const isComplete = health?.verifiedEqualAt !== undefined && health.building === undefined;
  const isFirstLook = news.seenUntil === undefined && isComplete && all !== undefined && all.length > 0;

  useEffect(() => {
    if (isFirstLook)
      setNews(
        allSeen(
          news,
          all.map(({ caseRecord }) => caseRecord),
        ),
      );
  }, [isFirstLook, all, news, setNews]);

  return useMemo(
    () => ({
      isNew: (caseRecord) => isNews(news, caseRecord),
      markSeen: (cases) => setNews(cases.reduce(withSeen, news)),
      markAllSeen: () =>
        setNews(
          allSeen(
            news,
            (all ?? []).map(({ caseRecord }) => caseRecord),
          ),
        ),
    }),
    [news, setNews, all],
  );
}

/** A case on the screen is seen, and so is what happens to it there. */
export function useSeen(caseId: string | undefined): void {
  const { desk, kept } = useDesk();
  const shown = useObservable(
    useMemo(() => (caseId === undefined ? EMPTY : desk.watch('cases', caseId)), [desk, caseId]),
    undefined,
  );
  const caseRecord = shown?.document;
  useEffect(() => {
    if (caseRecord === undefined) return;
    const news = parseNews(kept.read(key));
    if (isNews(news, caseRecord)) kept.write(key, withSeen(news, caseRecord));
  }, [kept, caseRecord]);
}
