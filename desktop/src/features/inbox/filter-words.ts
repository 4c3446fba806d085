import { useCallback, useMemo } from 'react';
import { de } from '../../texts/de.ts';
import { compareGerman } from '../../ui/german-text.ts';
import { useClerks, useSettingName, useSettings } from '../../ui/names.ts';
import {
  answered,
  channelValues,
  deadlineValues,
  type FilterKind,
  filterKinds,
  me,
  nobody,
  statusValues,
} from './case-filters.ts';

export interface FilterWords {
  /** A value in words; what this desk doesn't know is shown as it is. */
  readonly labelOf: (kind: FilterKind, value: string) => string;
  /** What can be chosen in each kind, in the order shown. */
  readonly values: Readonly<Record<FilterKind, readonly string[]>>;
}

/** Names and choices of the filters, from the desk's own services, departments and clerks. */
export function useFilterWords(ownId: string | undefined): FilterWords {
  const settings = useSettings();
  const settingName = useSettingName();
  const clerks = useClerks();

  const labelOf = useCallback(
    (kind: FilterKind, value: string): string => {
      const known = fixedLabels[kind]?.[value];
      if (known !== undefined) return known;
      if (kind === 'assignee') return clerks.find(({ id }) => id === value)?.name ?? de.clerk.unknown;
      return settingName(value);
    },
    [clerks, settingName],
  );
  const values = useMemo(() => {
    const sorted = (kind: FilterKind, ids: readonly string[]) =>
      ids.toSorted((left, right) => compareGerman(labelOf(kind, left), labelOf(kind, right)));
    const settingsOf = (kind: 'service' | 'department') =>
      sorted(
        kind,
        settings.filter((each) => each.kind === kind).map(({ id }) => id),
      );
    const colleagues = clerks.map(({ id }) => id as string).filter((id) => id !== ownId);
    return {
      status: statusValues,
      deadline: deadlineValues,
      assignee: [me, nobody, ...sorted('assignee', colleagues)],
      service: settingsOf('service'),
      department: settingsOf('department'),
      channel: channelValues,
    };
  }, [settings, clerks, ownId, labelOf]);
  return useMemo(() => ({ labelOf, values }), [labelOf, values]);
}

const fixedLabels: Readonly<Partial<Record<FilterKind, Readonly<Record<string, string>>>>> = {
  status: { ...de.cases.status, [answered]: de.inbox.filters.answered },
  deadline: de.inbox.filters.deadline,
  assignee: { [me]: de.inbox.filters.me, [nobody]: de.inbox.filters.nobody },
  channel: de.cases.facts.channels,
};

/** Kinds with only one thing to choose tell nothing apart and are not offered, unless one is set. */
export function offeredKinds(
  values: FilterWords['values'],
  isSet: (kind: FilterKind) => boolean,
): readonly FilterKind[] {
  return filterKinds.filter((kind) => values[kind].length > 1 || isSet(kind));
}
