import { readFileSync } from 'node:fs';
import { operationKinds, systemKinds } from '@amtsstube/shared/operations/registry';
import { describe, expect, it } from 'vitest';
import { generatedKinds } from './workload.ts';

const kinds = Object.keys(operationKinds).toSorted();

describe('every kind of operation', () => {
  it('is named by the simulation’s generator', () => {
    expect(generatedKinds.toSorted()).toEqual(kinds);
  });

  it('has a row and a column in SPEC.md’s conflict table, and each pair an answer', () => {
    const { columns, rows } = conflictTable();
    const ofPersons = kinds.filter((kind) => !(systemKinds as readonly string[]).includes(kind));
    expect(columns.toSorted()).toEqual(ofPersons);
    expect(rows.map(({ first }) => first).toSorted()).toEqual(ofPersons);
    for (const { first, cells } of rows) {
      expect(cells, `${first}: one cell per column`).toHaveLength(columns.length);
      for (const [index, cell] of cells.entries())
        expect(cell, `${first}, then ${columns[index]}`).not.toBe('');
    }
  });
});

/** The one table in the section about two operations that meet. */
function conflictTable(): { columns: string[]; rows: { first: string; cells: string[] }[] } {
  const path = new URL('../../shared/src/replication/SPEC.md', import.meta.url);
  const [, section] = readFileSync(path, 'utf8').split(/^## When two operations meet$/m);
  const lines =
    section
      ?.split(/^## /m)[0]
      ?.split('\n')
      .filter((line) => line.startsWith('|')) ?? [];
  const [header, , ...body] = lines.map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const nameIn = (cell: string) => /^`(\w+)`$/.exec(cell)?.[1] ?? cell;
  return {
    columns: header?.slice(1).map(nameIn) ?? [],
    rows: body.map(([first = '', ...cells]) => ({ first: nameIn(first), cells })),
  };
}
