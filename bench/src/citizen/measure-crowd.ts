import { join } from 'node:path';
import { startChild } from './child.ts';
import type { Seen } from './citizens.ts';

const processes = 2;

/**
 * So many citizens at once, each from the service to the receipt.
 * @param thinkMs the longest pause before each page; 0: nobody looks at anything, which is no crowd but a flood
 */
export async function measureCrowd(
  url: string,
  citizens: number,
  thinkMs: number,
  first: number,
): Promise<Seen> {
  const each = Math.ceil(citizens / processes);
  const children = Array.from({ length: processes }, (_, index) =>
    startChild(join(import.meta.dirname, 'citizens.ts'), [
      url,
      String(first + index * each),
      String(each),
      String(thinkMs),
    ]),
  );
  const seen = await Promise.all(children.map(async (child) => JSON.parse(await child.line()) as Seen));
  await Promise.all(children.map((child) => child.end()));
  return {
    pages: seen.flatMap(({ pages }) => pages),
    sends: seen.flatMap(({ sends }) => sends),
    noOp: seen.flatMap(({ noOp }) => noOp),
    received: seen.reduce((sum, { received }) => sum + received, 0),
    errors: seen.flatMap(({ errors }) => errors),
  };
}
