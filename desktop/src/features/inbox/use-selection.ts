import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CaseRow } from '../../data/desk.ts';
import { allOf, nothingSelected, rangeTo, type Selection, toggled, visibleOf } from './selection.ts';

export interface Selecting {
  /** Of the rows shown only. */
  readonly selection: Selection;
  readonly rows: readonly CaseRow[];
  readonly extent: 'all' | 'some' | 'none';
  readonly toggle: (index: number) => void;
  /** From where the range began, or from `fromIndex`, to this row. */
  readonly extendTo: (index: number, fromIndex: number | undefined) => void;
  readonly selectAll: () => void;
  readonly clear: () => void;
}

/**
 * Which of the rows shown are selected. What filters or news take out of sight is selected no more.
 * @param list whose rows these are: another list begins with nothing selected
 */
export function useSelection(shown: readonly CaseRow[], list: string): Selecting {
  const [selectedIn, setSelectedIn] = useState({ list, kept: nothingSelected });
  const kept = selectedIn.list === list ? selectedIn.kept : nothingSelected;
  const setKept = useCallback((next: Selection) => setSelectedIn({ list, kept: next }), [list]);
  const selection = useMemo(() => {
    if (kept.ids.size === 0) return kept;
    const ids = new Set<string>(shown.map(({ caseRecord }) => caseRecord.id));
    return visibleOf(kept, (id) => ids.has(id));
  }, [kept, shown]);
  const latest = useRef({ selection, shown });
  useEffect(() => {
    latest.current = { selection, shown };
  });
  /** What was selected before the present range began: a range that shrinks gives the rest back. */
  const before = useRef({ list, ids: nothingSelected.ids });

  const change = useCallback(
    (next: Selection) => {
      before.current = { list, ids: next.ids };
      setKept(next);
    },
    [list, setKept],
  );
  const toggle = useCallback(
    (index: number) => {
      const id = latest.current.shown[index]?.caseRecord.id;
      if (id !== undefined) change(toggled(latest.current.selection, id));
    },
    [change],
  );
  const extendTo = useCallback(
    (index: number, fromIndex: number | undefined) => {
      const { selection: now, shown: rows } = latest.current;
      const order = rows.map(({ caseRecord }) => caseRecord.id);
      const to = order[index];
      if (to === undefined) return;
      const anchor = now.anchor ?? (fromIndex === undefined ? undefined : order[fromIndex]);
      const chosenBefore = before.current.list === list ? before.current.ids : nothingSelected.ids;
      setKept(rangeTo({ ...now, anchor }, order, to, chosenBefore));
    },
    [list, setKept],
  );
  const selectAll = useCallback(
    () => change(allOf(latest.current.shown.map(({ caseRecord }) => caseRecord.id))),
    [change],
  );
  const clear = useCallback(() => change(nothingSelected), [change]);

  const rows = useMemo(
    () =>
      selection.ids.size === 0 ? [] : shown.filter(({ caseRecord }) => selection.ids.has(caseRecord.id)),
    [selection, shown],
  );
  const extent = rows.length === 0 ? 'none' : rows.length === shown.length ? 'all' : 'some';
  return { selection, rows, extent, toggle, extendTo, selectAll, clear };
}
