import { type UploadedFile, uploadedFile } from '../answers.ts';
import type { FieldOf } from '../field.ts';
import type { FieldErrorCode } from '../field-error.ts';
import { type Kind, problem } from './kind.ts';

/** Files, named by the hashes of their bytes; the bytes are stored before the answer names them. */
export const upload: Kind<FieldOf<'upload'>> = {
  read: (field, given) => {
    if (!Array.isArray(given))
      return given === undefined || given === null || given === '' ? {} : problem('notAFile');
    if (given.length === 0) return {};
    if (given.length > field.maximumCount) return problem('tooMany');
    const problems: { at: string; code: FieldErrorCode }[] = [];
    const value: UploadedFile[] = [];
    for (const [index, each] of given.entries()) {
      const file = uploadedFile.safeParse(each).data;
      if (!file) problems.push({ at: String(index), code: 'notAFile' });
      else if (!field.accepts.some((kind) => kind === file.kind))
        problems.push({ at: String(index), code: 'fileKindRefused' });
      else value.push(file);
    }
    return problems.length > 0 ? { problems } : { value };
  },
  show: (_field, value) =>
    filesIn(value)
      .map(({ name }) => name)
      .join(', '),
  encode: (_field, value) =>
    filesIn(value).flatMap(({ hash, name, kind, bytes }, index) => [
      [`${index}.hash`, hash],
      [`${index}.name`, name],
      [`${index}.kind`, kind],
      [`${index}.bytes`, String(bytes)],
    ]),
  decode: (field, textOf) => {
    const files: unknown[] = [];
    for (let index = 0; index < field.maximumCount; index += 1) {
      const hash = textOf(`${index}.hash`);
      const [name, kind, bytes] = ['name', 'kind', 'bytes'].map((part) => textOf(`${index}.${part}`));
      if (hash !== undefined) files.push({ hash, name, kind, bytes: Number(bytes) });
    }
    return files;
  },
};

function filesIn(value: unknown): readonly UploadedFile[] {
  return Array.isArray(value) ? (value as UploadedFile[]) : [];
}
