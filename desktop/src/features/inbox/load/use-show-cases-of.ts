import type { ClerkId } from '@amtsstube/shared/domain/ids';
import { useDesk } from '../../../ui/desk-context.tsx';
import { goTo } from '../../../ui/use-place.ts';
import { me, nobody, noFilters } from '../case-filters.ts';
import { parseListState } from '../list-state.ts';
import { leftKey } from '../use-list-setup.ts';

/** Leads to the list of all cases, filtered to somebody's open ones: there they can be chosen and given to others. */
export function useShowCasesOf(): (id: ClerkId | null) => void {
  const { desk, kept } = useDesk();
  const { actor } = desk;
  return (id) => {
    const assignee = id === null ? nobody : actor.kind === 'clerk' && actor.clerkId === id ? me : id;
    const key = leftKey('all');
    const filters = { ...noFilters, assignee: [assignee], status: ['received', 'inProgress', 'waiting'] };
    kept.write(key, { ...parseListState(kept.read(key)), filters });
    goTo({ screen: 'inbox', view: 'all' });
  };
}
