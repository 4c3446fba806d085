import { SaxesParser } from 'saxes';
import type { StatementProblem } from './bank-entry.ts';

/** An element with what is in it; names without their prefix. */
export interface XmlElement {
  readonly name: string;
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

/** Deeper than any statement: a file that nests on and on is none. */
const deepest = 60;

/**
 * Reads XML strictly. A document type declaration is refused before anything it declares could be expanded: no bank writes
 * one, and it is the way to entities that grow without end or fetch other files.
 */
export function readXml(
  text: string,
): { readonly root: XmlElement } | { readonly problem: StatementProblem } {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  let problem: StatementProblem | undefined;
  let root: XmlElement | undefined;
  const open: XmlElement[] = [];
  const fail = (code: 'brokenXml' | 'doctype') => {
    problem ??= { code, line: parser.line };
    // ends the reading at once
    throw stop;
  };
  parser.on('error', () => fail('brokenXml'));
  parser.on('doctype', () => fail('doctype'));
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= deepest) fail('brokenXml');
    const element = { name: localName(name), line: parser.line, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const write = (piece: string) => {
    const inside = open.at(-1);
    if (inside) inside.text += piece;
  };
  parser.on('text', write);
  parser.on('cdata', write);
  parser.on('closetag', () => void open.pop());
  try {
    parser.write(text).close();
  } catch (error) {
    if (error !== stop) throw error;
  }
  return problem || root === undefined
    ? { problem: problem ?? { code: 'brokenXml', line: parser.line } }
    : { root };
}

const stop = new Error('not this file');

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The elements at the end of a path, however many there are at each step. */
export function elementsAt(from: XmlElement, ...path: readonly string[]): readonly XmlElement[] {
  return path.reduce<readonly XmlElement[]>(
    (found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [from],
  );
}

/** The first text at one of the paths; '' where there is none. */
export function textAt(from: XmlElement, ...paths: readonly (readonly string[])[]): string {
  for (const path of paths) {
    const text = elementsAt(from, ...path)[0]?.text.trim();
    if (text) return text;
  }
  return '';
}
