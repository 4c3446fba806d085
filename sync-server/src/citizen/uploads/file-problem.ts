import type { FieldError } from '@amtsstube/shared/domain/forms/field-error';
import type { FileFault } from '../../files/file-fault.ts';

/** Why a file stays outside: at which field, and what the person called it. */
export interface FileProblem {
  readonly path: string;
  readonly fault: FileFault;
  readonly file: string;
}

/** What a form's page says is wrong: with an answer, or with a file. */
export type PageProblem = FieldError | FileProblem;
