import { useEffect } from 'react';
import { combineLatest, fromEvent, merge, startWith } from 'rxjs';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { windowTitle } from '../../ui/window-title.ts';
import { News } from './news.ts';
import { newsSentence } from './news-sentence.ts';
import { tellsNews } from './tells-news.ts';

/** While the window is not in front: what is new stands in its title and, where switched on, the system says it. */
export function useNews(): void {
  const { desk, device } = useDesk();
  useEffect(() => {
    const news = new News(desk.actor);
    let timer: ReturnType<typeof setTimeout> | undefined;

    function tell() {
      const unseen = news.take(Date.now());
      if (unseen && tellsNews.value) device.notify(de.app.name, newsSentence(unseen));
      plan();
    }
    function plan() {
      clearTimeout(timer);
      if (news.dueAtMs !== undefined) timer = setTimeout(tell, Math.max(0, news.dueAtMs - Date.now()));
    }

    const inFront$ = merge(
      fromEvent(window, 'focus'),
      fromEvent(window, 'blur'),
      fromEvent(document, 'visibilitychange'),
    ).pipe(startWith(undefined));
    const subscription = combineLatest([desk.caseList$, desk.refused$, desk.health$, inFront$]).subscribe(
      ([rows, refused, health]) => {
        if (rows === undefined) return;
        news.note({
          cases: rows.map(({ caseRecord }) => caseRecord),
          refused: refused.map(({ operation }) => operation.opId),
          isUpToDate: health.verifiedEqualAt !== undefined && health.building === undefined,
          isInFront: document.visibilityState === 'visible' && document.hasFocus(),
          atMs: Date.now(),
        });
        windowTitle.badge(news.unseen.applications + news.unseen.refused);
        plan();
      },
    );
    return () => {
      subscription.unsubscribe();
      clearTimeout(timer);
      windowTitle.badge(0);
    };
  }, [desk, device]);
}
