import type { Clerk } from '@amtsstube/shared/domain/clerk';
import type { Counter } from '@amtsstube/shared/domain/counter';
import type { Department, Service } from '@amtsstube/shared/domain/settings';
import { useMemo } from 'react';
import { useDesk } from '../../ui/desk-context.tsx';
import { compareGerman } from '../../ui/german-text.ts';
import { useClerks, useSettings } from '../../ui/names.ts';
import { useObservable } from '../../ui/use-observable.ts';

/** What is in use and what is kept for its name only, each in German order. */
export interface InUse<T> {
  readonly active: readonly T[];
  readonly former: readonly T[];
}

export function useClerksInUse(): InUse<Clerk> {
  return inUse(useClerks());
}

export function useDepartments(): InUse<Department> {
  return inUse(useSettings().filter((each) => each.kind === 'department'));
}

export function useCounters(): InUse<Counter> {
  const { desk } = useDesk();
  return inUse(
    useObservable(
      useMemo(() => desk.watchAll('counters'), [desk]),
      none,
    ),
  );
}

export function useServices(): readonly Service[] {
  return useSettings()
    .filter((each) => each.kind === 'service')
    .toSorted((a, b) => compareGerman(a.name, b.name));
}

const none: readonly never[] = [];

function inUse<T extends { readonly name: string; readonly deactivatedAt?: unknown }>(
  all: readonly T[],
): InUse<T> {
  const sorted = all.toSorted((a, b) => compareGerman(a.name, b.name));
  return {
    active: sorted.filter(({ deactivatedAt }) => deactivatedAt === undefined),
    former: sorted.filter(({ deactivatedAt }) => deactivatedAt !== undefined),
  };
}
