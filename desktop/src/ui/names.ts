import type { Clerk } from '@amtsstube/shared/domain/clerk';
import type { ClerkId } from '@amtsstube/shared/domain/ids';
import type { Settings } from '@amtsstube/shared/domain/settings';
import { useMemo } from 'react';
import { de } from '../texts/de.ts';
import { useDesk } from './desk-context.tsx';
import { useObservable } from './use-observable.ts';

export type NameOf = (id: ClerkId) => string;

const none: readonly never[] = [];

/** All clerks on this desk; empty until they are loaded. */
export function useClerks(): readonly Clerk[] {
  const { desk } = useDesk();
  return useObservable(
    useMemo(() => desk.watchAll('clerks'), [desk]),
    none,
  );
}

/** All settings on this desk (services, departments, forms); empty until they are loaded. */
export function useSettings(): readonly Settings[] {
  const { desk } = useDesk();
  return useObservable(
    useMemo(() => desk.watchAll('settings'), [desk]),
    none,
  );
}

/** Clerk id → name. Someone this desk doesn't know (yet) gets a text that fits every sentence. */
export function useNameOf(): NameOf {
  const clerks = useClerks();
  return useMemo(() => {
    const names = new Map(clerks.map((clerk) => [clerk.id, clerk.name]));
    return (id) => names.get(id) ?? de.clerk.unknown;
  }, [clerks]);
}

/** Setting id → its name; the id itself while it is unknown. */
export function useSettingName(): (id: string) => string {
  const settings = useSettings();
  return useMemo(() => {
    const names = new Map(
      settings.flatMap((each) => ('name' in each ? [[each.id as string, each.name]] : [])),
    );
    return (id) => names.get(id) ?? id;
  }, [settings]);
}
