import {
  maximumOperationBytes,
  maximumPayloadDepth,
  measuredText,
} from '@amtsstube/shared/operations/operation';
import { type OperationsRequest, operationsRequest } from '@amtsstube/shared/replication/messages';
import { HttpProblem, parseOrRefuse } from '../http-errors.ts';

/**
 * The operations handed over in a body. Refused, with nothing stored: an operation of more than 256 KB (J8; a desk
 * never saved one), and a payload nested so deep that hashing it would exhaust the stack.
 * @throws HttpProblem malformedRequest, tooLarge
 */
export function operationsIn(body: unknown): OperationsRequest {
  const request = parseOrRefuse(operationsRequest, body);
  for (const [index, operation] of request.operations.entries()) {
    if (depthExceeds(operation.payload, maximumPayloadDepth))
      throw new HttpProblem('malformedRequest', `operations.${index}.payload`);
    if (Buffer.byteLength(measuredText(operation)) > maximumOperationBytes)
      throw new HttpProblem('tooLarge', `operations.${index}`);
  }
  return request;
}

/** Level by level and not by recursion, which is just what a deep value would break. */
function depthExceeds(value: unknown, maximum: number): boolean {
  let level: readonly object[] = objectsAmong([value]);
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > maximum) return true;
    level = level.flatMap((each) => objectsAmong(Object.values(each)));
  }
  return false;
}

function objectsAmong(values: readonly unknown[]): readonly object[] {
  return values.filter((value) => typeof value === 'object' && value !== null);
}
