import type { Clerk } from '@amtsstube/shared/domain/clerk';
import type { Counter } from '@amtsstube/shared/domain/counter';
import type { ClerkId } from '@amtsstube/shared/domain/ids';
import type { Settings } from '@amtsstube/shared/domain/settings';
import { useMemo } from 'react';
import { de } from '../texts/de.ts';
import { useDesk } from './desk-context.tsx';
import { useReplayed } from './use-replayed.ts';

export type NameOf = (id: ClerkId) => string;

const none: readonly never[] = [];

/** All clerks on this desk; empty until they are loaded. */
export function useClerks(): readonly Clerk[] {
  const { desk } = useDesk();
  return useReplayed(
    useMemo(() => desk.watchAll('clerks'), [desk]),
    none,
  );
}

/** All settings on this desk (services, departments, forms); empty until they are loaded. */
export function useSettings(): readonly Settings[] {
  const { desk } = useDesk();
  return useReplayed(
    useMemo(() => desk.watchAll('settings'), [desk]),
    none,
  );
}

/** Clerk id → name. Someone this desk doesn't know (yet) gets a text that fits every sentence. */
export function useNameOf(): NameOf {
  return madeOnce(nameOfs, useClerks(), (clerks) => {
    const names = new Map(clerks.map((clerk) => [clerk.id, clerk.name]));
    return (id) => names.get(id) ?? de.clerk.unknown;
  });
}

/** Setting id → its name; the id itself while it is unknown. */
export function useSettingName(): (id: string) => string {
  return madeOnce(settingNames, useSettings(), (settings) => {
    const names = new Map(
      settings.flatMap((each) => ('name' in each ? [[each.id as string, each.name]] : [])),
    );
    return (id) => names.get(id) ?? id;
  });
}

/** Counter id → its name, in use or not; the id itself while it is unknown. */
export function useCounterName(): (id: string) => string {
  const { desk } = useDesk();
  const counters = useReplayed(
    useMemo(() => desk.watchAll('counters'), [desk]),
    none,
  );
  return madeOnce(counterNames, counters, (all) => {
    const names = new Map<string, string>(all.map(({ id, name }) => [id, name]));
    return (id) => names.get(id) ?? id;
  });
}

/** By what they were made of: every component has the same ones, and a screen drawn anew sees that no name changed. */
const nameOfs = new WeakMap<readonly Clerk[], NameOf>();
const counterNames = new WeakMap<readonly Counter[], (id: string) => string>();
const settingNames = new WeakMap<readonly Settings[], (id: string) => string>();

function madeOnce<From extends object, T>(made: WeakMap<From, T>, from: From, make: (from: From) => T): T {
  const known = made.get(from);
  if (known !== undefined) return known;
  const fresh = make(from);
  made.set(from, fresh);
  return fresh;
}
