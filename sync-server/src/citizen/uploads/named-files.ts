import { blobName } from '@amtsstube/shared/domain/blob';
import type { FormDefinition } from '@amtsstube/shared/domain/form';
import { type UploadedFile, uploadedFile } from '@amtsstube/shared/domain/forms/answers';
import type { FieldOf } from '@amtsstube/shared/domain/forms/field';
import { locateField } from '@amtsstube/shared/domain/forms/locate-field';
import type { PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';

/** A file as the inputs of a page name it. */
export interface NamedFile {
  /** Of its field. */
  readonly path: string;
  readonly index: number;
  /** Whether the field takes so many. */
  readonly isTaken: boolean;
  /** undefined: the inputs are no file's. */
  readonly file: UploadedFile | undefined;
  /** For people, whatever the inputs say. */
  readonly shownName: string;
}

/** The upload field at this path; undefined: there is none. */
export function uploadFieldAt(form: FormDefinition, path: string): FieldOf<'upload'> | undefined {
  const located = locateField(form, path);
  return located?.field.type === 'upload' && located.fieldPath === path ? located.field : undefined;
}

/** Every file a page's inputs name for fields that take files, in the order of the inputs. */
export function namedFiles(form: FormDefinition, typed: PageInputs): readonly NamedFile[] {
  return [...typed.keys()].flatMap((name): NamedFile[] => {
    const [, path, index] = /^(.+)\.(\d{1,2})\.hash$/.exec(name) ?? [];
    const field = path === undefined ? undefined : uploadFieldAt(form, path);
    if (path === undefined || !field) return [];
    const isTaken = Number(index) < field.maximumCount;
    const part = (of: string) => typed.get(`${path}.${index}.${of}`);
    const given = {
      hash: part('hash'),
      name: part('name'),
      kind: part('kind'),
      bytes: Number(part('bytes')),
    };
    const shownName = part('name')?.slice(0, 200) ?? '';
    return [{ path, index: Number(index), isTaken, file: uploadedFile.safeParse(given).data, shownName }];
  });
}

/** The inputs with one file more; undefined: the field holds as many as it takes. The same bytes again change nothing. */
export function withFile(
  { maximumCount }: FieldOf<'upload'>,
  path: string,
  file: UploadedFile,
  typed: PageInputs,
): PageInputs | undefined {
  const places = Array.from({ length: maximumCount }, (_, index) => index);
  if (places.some((index) => typed.get(`${path}.${index}.hash`) === file.hash)) return typed;
  const free = places.find((index) => !typed.has(`${path}.${index}.hash`));
  if (free === undefined) return undefined;
  const parts = ['hash', 'name', 'kind', 'bytes'] as const;
  return new Map([
    ...typed,
    ...parts.map((part) => [`${path}.${free}.${part}`, String(file[part])] as const),
  ]);
}

/** The inputs without one file; the others keep their places. */
export function withoutFile(path: string, index: number, typed: PageInputs): PageInputs {
  return new Map([...typed].filter(([name]) => !name.startsWith(`${path}.${index}.`)));
}

/** A file's name as it may be kept and shown: without a path, and without what can't stand in one. */
export function fileNameFrom(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const whole = [...last]
    .map((each) => (blobName.safeParse(each).success && !/[\p{Cc}\p{Cs}]/u.test(each) ? each : '_'))
    .join('')
    .trim();
  if (whole === '') return 'Datei';
  // the ending says what it is
  return whole.length <= 200
    ? whole
    : `${whole.slice(0, 150)}${whole.slice(-50)}`.toWellFormed().replaceAll('\ufffd', '_');
}
