import type { CaseRow, Desk } from '../../data/desk.ts';
import { prepareSearch } from '../../ui/search-cases.ts';
import type { CaseColumn } from './case-columns.ts';
import { CaseOrder } from './case-order.ts';
import type { Naming } from './sort-key.ts';

const orders = new WeakMap<Desk, Map<CaseColumn, { readonly order: CaseOrder; readonly naming: Naming }>>();
const ofNames: readonly CaseColumn[] = ['service', 'department', 'assignee'];

/** The desk's order by a column: outlives the screen, because going to a case and back must not sort everything anew. */
export function orderBy(desk: Desk, by: CaseColumn, naming: Naming): CaseOrder {
  let ofDesk = orders.get(desk);
  if (ofDesk === undefined) {
    ofDesk = new Map();
    orders.set(desk, ofDesk);
  }
  const found = ofDesk.get(by);
  if (found && (found.naming === naming || !ofNames.includes(by))) return found.order;
  const order = new CaseOrder(by, naming);
  ofDesk.set(by, { order, naming });
  return order;
}

const atOnce = 1_000;

/**
 * Folds and sorts ahead, a few rows at a time between key presses, so that the first letter typed and the first column
 * clicked find it done. Returns how to stop.
 */
export function prepareLists(
  desk: Desk,
  rows: readonly CaseRow[],
  columns: readonly CaseColumn[],
  naming: Naming,
): () => void {
  const steps = preparing(desk, rows, columns, naming);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const goOn = () => {
    timer = steps.next().done ? undefined : setTimeout(goOn);
  };
  timer = setTimeout(goOn);
  return () => clearTimeout(timer);
}

function* preparing(
  desk: Desk,
  rows: readonly CaseRow[],
  columns: readonly CaseColumn[],
  naming: Naming,
): Generator<void> {
  for (let from = 0; from < rows.length; from += atOnce) {
    prepareSearch(rows.slice(from, from + atOnce));
    yield;
  }
  for (const by of columns) {
    const order = orderBy(desk, by, naming);
    while (!order.takeIn(rows, atOnce)) yield;
  }
}
