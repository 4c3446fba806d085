import type { Case } from '@amtsstube/shared/domain/case';
import { represents } from '@amtsstube/shared/domain/permissions';
import { instantOf, localDateOf } from '@amtsstube/shared/domain/time';
import { useEffect } from 'react';
import type { Desk } from '../../../data/desk.ts';
import { useDesk } from '../../../ui/desk-context.tsx';

/** Shorter is looking past it. */
const looksAfterMs = 3_000;

/** What was noted since the desk was opened, by case and day; what comes twice is told apart by the rule. */
const noted = new WeakMap<Desk, Set<string>>();

/** Notes that a case was looked at by somebody it isn't assigned to. Holds up nothing, and nobody is told where it fails. */
export function useRecordView({ id, assigneeId, departmentId }: Case): void {
  const { desk } = useDesk();
  const { actor } = desk;
  const isOwn =
    actor.kind !== 'clerk' || assigneeId === actor.clerkId || represents(actor, { assigneeId, departmentId });
  useEffect(() => {
    if (isOwn) return;
    const timer = setTimeout(() => {
      const at = instantOf(Date.now());
      const key = `${id} ${localDateOf(at)}`;
      const known = noted.get(desk) ?? new Set();
      noted.set(desk, known);
      if (known.has(key)) return;
      known.add(key);
      void desk.do('recordViews', { caseId: id, views: [at] });
    }, looksAfterMs);
    return () => clearTimeout(timer);
  }, [desk, id, isOwn]);
}
