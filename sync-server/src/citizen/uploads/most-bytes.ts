import { maximumBlobBytes } from '@amtsstube/shared/domain/blob';
import type { Request } from 'express';

/** How many bytes of one file this request may bring, by what it announces. */
export function mostBytesOf(request: Request): number {
  const announced = request.get('content-length');
  return announced === undefined ? maximumBlobBytes : Math.min(Number(announced), maximumBlobBytes);
}
