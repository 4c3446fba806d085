import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import type { DayAxis } from './day-axis.ts';
import type { GridColumn } from './grid-columns.ts';
import { draggedBy, isSameTarget, type MoveTarget, steppedBy, stretchedBy, targetOf } from './move-target.ts';

/** An appointment under way to another time. */
export interface Moving {
  readonly booking: Booking;
  readonly by: 'pointer' | 'keys';
  readonly from: MoveTarget;
  readonly at: MoveTarget;
}

interface Given {
  readonly columns: readonly GridColumn[];
  readonly axis: DayAxis;
  /** The body of a column, as it is drawn. */
  readonly bodyOf: (columnKey: string) => HTMLElement | undefined;
  readonly mayMove: (booking: Booking) => boolean;
  readonly onMoved: (booking: Booking, at: MoveTarget) => void;
  /** Given up, so that nothing happens. */
  readonly onStopped: () => void;
}

/** Less is a click by a trembling hand. */
const dragFromPixels = 5;
const scrollEdge = 40;

interface Grip {
  readonly booking: Booking;
  readonly from: MoveTarget;
  readonly doesStretch: boolean;
  readonly x: number;
  readonly y: number;
  /** The row it was taken hold of at: scrolling meanwhile counts like moving. */
  readonly row: number;
}

/** Moving by mouse or finger, and by the keyboard: one state, so that what is seen and what is done are the same. */
export function useMoving(given: Given) {
  const { columns, axis, bodyOf, mayMove, onMoved, onStopped } = given;
  const [moving, setShown] = useState<Moving>();
  /** Ahead of what is drawn: the button may be let go before the last movement is. */
  const latest = useRef<Moving | undefined>(undefined);
  const grip = useRef<Grip | undefined>(undefined);
  /** The click that ends a drag opens nothing. */
  const hasDragged = useRef(false);

  function setMoving(next: Moving | undefined) {
    latest.current = next;
    setShown(next);
  }

  function end(isDone: boolean) {
    const last = latest.current;
    setMoving(undefined);
    grip.current = undefined;
    if (!last) return;
    if (isDone && !isSameTarget(last.from, last.at)) onMoved(last.booking, last.at);
    else onStopped();
  }

  // Escape, wherever the focus is while something is dragged
  const isDragging = moving?.by === 'pointer';
  useEffect(() => {
    if (!isDragging) return;
    const giveUp = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      grip.current = undefined;
      latest.current = undefined;
      setShown(undefined);
    };
    addEventListener('keydown', giveUp, true);
    return () => removeEventListener('keydown', giveUp, true);
  }, [isDragging]);

  function take(event: PointerEvent<HTMLElement>, booking: Booking, columnKey: string) {
    hasDragged.current = false;
    if (event.button !== 0 || !mayMove(booking) || latest.current) return;
    const body = bodyOf(columnKey);
    if (!body) return;
    grip.current = {
      booking,
      from: targetOf(booking, columnKey),
      doesStretch: event.target instanceof Element && event.target.closest('[data-stretch]') !== null,
      x: event.clientX,
      y: event.clientY,
      row: rowIn(body, event.clientY, axis),
    };
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  function drag({ clientX, clientY }: PointerEvent<HTMLElement>) {
    const held = grip.current;
    if (!held) return;
    if (!hasDragged.current && Math.hypot(clientX - held.x, clientY - held.y) < dragFromPixels) return;
    hasDragged.current = true;
    const own = columns.find(({ key }) => key === held.from.columnKey);
    const onto = columns.find(({ key }) => isAcross(bodyOf(key), clientX)) ?? own;
    const body = onto && bodyOf(onto.key);
    if (!own || !onto || !body) return;
    const rows = rowIn(body, clientY, axis) - held.row;
    const at = held.doesStretch ? stretchedBy(held.from, rows) : draggedBy(held.from, own, onto, rows, axis);
    scrollAlong(body, clientY);
    setMoving({ booking: held.booking, by: 'pointer', from: held.from, at });
  }

  function press(event: KeyboardEvent<HTMLElement>, booking: Booking, columnKey: string) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const last = latest.current;
    if (last?.by !== 'keys') {
      if (event.key.toLowerCase() !== 'v' || !mayMove(booking)) return;
      event.preventDefault();
      const from = targetOf(booking, columnKey);
      setMoving({ booking, by: 'keys', from, at: from });
      return;
    }
    if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      end(event.key === 'Enter');
      return;
    }
    const at = steppedBy(event, last.at, columns, axis);
    if (!at) return;
    event.preventDefault();
    setMoving({ ...last, at });
  }

  return {
    moving,
    /** What a block listens to. */
    handlersOf: (booking: Booking, columnKey: string) => ({
      onPointerDown: (event: PointerEvent<HTMLElement>) => take(event, booking, columnKey),
      onPointerMove: drag,
      onPointerUp: () => end(true),
      onPointerCancel: () => end(false),
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => press(event, booking, columnKey),
      onBlur: () => {
        if (latest.current?.by === 'keys') end(false);
      },
    }),
    isClick: () => !hasDragged.current && latest.current === undefined,
  };
}

function isAcross(body: HTMLElement | undefined, x: number): boolean {
  if (!body) return false;
  const { left, right } = body.getBoundingClientRect();
  return left <= x && x < right;
}

function rowIn(body: HTMLElement, y: number, { rows }: DayAxis): number {
  const { top, height } = body.getBoundingClientRect();
  return ((y - top) / height) * rows;
}

/** A day is higher than the window: what is dragged to an edge takes the grid along. */
function scrollAlong(body: HTMLElement, y: number): void {
  const scroller = body.closest('[data-scroller]');
  if (!scroller) return;
  const { top, bottom } = scroller.getBoundingClientRect();
  if (y > bottom - scrollEdge) scroller.scrollBy({ top: 12 });
  else if (y < top + 2 * scrollEdge) scroller.scrollBy({ top: -12 });
}
