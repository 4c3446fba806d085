import { type AnyDocument, type CollectionName, documentSchemas } from './documents.ts';
import type { z } from './zod.ts';

/**
 * What an older program makes of a document that a newer server wrote. The document itself is kept word for word, and
 * this view of it is shown: without the fields nobody here knows, with a line in the history for each event that can't
 * be read, and with what else can't (`unreadIn`) as a value that promises nothing.
 * @returns the same view for the same document; undefined where nothing sensible can be shown, as of a setting of an
 *   unknown kind
 */
export function viewOf(collection: CollectionName, document: object): AnyDocument | undefined {
  if (!views.has(document)) views.set(document, makeView(collection, document));
  return views.get(document);
}

/**
 * The fields of a view whose values this program can't read. Whoever would decide something by one of them can't: for a
 * rule the document is unknown (L10), and a screen says why it offers nothing.
 */
export function unreadIn(document: object): readonly string[] {
  return unread.get(document) ?? [];
}

const views = new WeakMap<object, AnyDocument | undefined>();
const unread = new WeakMap<object, readonly string[]>();

type Path = readonly PropertyKey[];
type Loose = Record<PropertyKey, unknown>;

/** In the place of what can't be read: what promises least. Fields that may be absent are left out instead. */
const placeholders: Partial<Record<CollectionName, Readonly<Record<string, unknown>>>> = {
  cases: { status: 'inProgress', channel: 'web', decision: null },
  clerks: { role: 'clerk' },
};

/** Each round mends all that is found; what is behind a mended place shows in the next. */
const mostRounds = 8;

function makeView(collection: CollectionName, document: object): AnyDocument | undefined {
  const view = JSON.parse(JSON.stringify(document)) as Loose;
  const left = new Set<string>();
  for (let round = 0; round < mostRounds; round += 1) {
    const parsed = documentSchemas[collection].safeParse(view);
    if (parsed.success) {
      const made = parsed.data as AnyDocument;
      if (left.size > 0) unread.set(made, [...left]);
      return made;
    }
    // one mended place may have been wrong in several ways
    const mended = new Set<string>();
    for (const issue of parsed.error.issues) {
      const place = placeOf(issue.path);
      if (mended.has(place)) continue;
      if (!mend(collection, view, issue, left)) return undefined;
      if (issue.code !== 'unrecognized_keys') mended.add(place);
    }
  }
  return undefined;
}

/** What is mended as a whole: an event, an attachment, or a field. */
function placeOf([field, index]: Path): string {
  const isMember = field === 'events' || field === 'attachments';
  return isMember ? `${String(field)}.${String(index)}` : String(field);
}

/** False: there is no way to show the document. */
function mend(collection: CollectionName, view: Loose, issue: z.core.$ZodIssue, left: Set<string>): boolean {
  const [field, ...inside] = issue.path;
  if (issue.code === 'unrecognized_keys') {
    const holder = at(view, issue.path);
    for (const key of issue.keys) delete holder?.[key];
    return holder !== undefined;
  }
  if (field === undefined || field === 'id' || field === 'scope') return false;
  const [index] = inside;
  if (field === 'events' && typeof index === 'number') return asLine(view, index);
  if (field === 'attachments' && inside[1] === 'withheld') return withhold(view, inside, left);
  left.add(String(field));
  const known = placeholders[collection];
  if (known && Object.hasOwn(known, field)) view[field] = known[String(field)];
  // of a field that must be there the next round tells that it is missing
  else if (Object.hasOwn(view, field)) delete view[field];
  else return false;
  return true;
}

/** An event keeps its place, its time and its operation. */
function asLine(view: Loose, index: number): boolean {
  const events = view['events'] as Loose[];
  const { opId, at: decidedAt, takenAt, kind } = events[index] ?? {};
  if (kind === 'ofNewerProgram') return false;
  events[index] = { opId, at: decidedAt, ...(takenAt !== undefined && { takenAt }), kind: 'ofNewerProgram' };
  return true;
}

/** A file that is held back for a reason nobody here knows is not to be opened. */
function withhold(view: Loose, inside: Path, left: Set<string>): boolean {
  const attachment = at(view, ['attachments', ...inside.slice(0, 1)]);
  if (!attachment) return false;
  attachment['withheld'] = 'inCheck';
  left.add('attachments');
  return true;
}

function at(view: Loose, path: Path): Loose | undefined {
  const found = path.reduce<unknown>((value, key) => (value as Loose | undefined)?.[key], view);
  return typeof found === 'object' && found !== null ? (found as Loose) : undefined;
}
