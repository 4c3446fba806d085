import { expect, it } from 'vitest';
import { savedAs } from './content-disposition.ts';

it.each([
  ['Grundriß 1.pdf', 'Grundri%C3%9F%201.pdf'],
  ['half \ud83d.pdf', 'half%20%EF%BF%BD.pdf'],
])('%j can be saved', (name, encoded) => {
  expect(savedAs(name)).toBe(`attachment; filename*=UTF-8''${encoded}`);
});
