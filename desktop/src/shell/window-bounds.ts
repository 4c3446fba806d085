import { z } from '@amtsstube/shared/domain/zod';

const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int() });

/** Where the window was, in the screen's device-independent pixels. */
export const windowBounds = rectangle.extend({ isMaximized: z.boolean() });
export type WindowBounds = z.infer<typeof windowBounds>;
export type Rectangle = z.infer<typeof rectangle>;

export const smallestWindow = { width: 360, height: 480 } as const;
const usualWindow = { width: 1280, height: 800 } as const;
/** So much of the title bar must be on a screen that the window can be grasped. */
const graspable = { width: 120, height: 32 } as const;

export interface WindowPlace {
  readonly width: number;
  readonly height: number;
  /** Missing: centred by the operating system. */
  readonly x?: number;
  readonly y?: number;
  readonly isMaximized: boolean;
}

/**
 * Where to open the window: as it was left, unless the screen it was on is gone (a docked notebook taken home) or
 * smaller now; `workAreas` are those of the screens there are.
 */
export function placeWindow(
  remembered: WindowBounds | undefined,
  workAreas: readonly Rectangle[],
): WindowPlace {
  const largest = {
    width: Math.max(...workAreas.map(({ width }) => width), smallestWindow.width),
    height: Math.max(...workAreas.map(({ height }) => height), smallestWindow.height),
  };
  const { width, height } = remembered ?? usualWindow;
  const size = {
    width: clamp(width, smallestWindow.width, largest.width),
    height: clamp(height, smallestWindow.height, largest.height),
  };
  const isMaximized = remembered?.isMaximized ?? false;
  if (remembered === undefined || !workAreas.some((area) => isGraspable(remembered, area))) {
    return { ...size, isMaximized };
  }
  return { ...size, x: remembered.x, y: remembered.y, isMaximized };
}

function isGraspable(window: Rectangle, area: Rectangle): boolean {
  const visible = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const isTitleOnScreen = window.y >= area.y && window.y + graspable.height <= area.y + area.height;
  return visible >= graspable.width && isTitleOnScreen;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
