/**
 * What a shell can fail with:
 * - `quotaExceeded` the disk, or the browser's allowance on it, is full
 * - `locked`        another window or process holds the file
 * - `journalBroken` a failed append could not be cut back; the journal takes nothing until that works, or it is opened anew
 * - `io`            any other failure of the disk, and any use of a closed file
 * - `unavailable`   the shell lacks the capability, or the part of it that does the work has died
 * - `badName`       a file name outside `fileName`
 */
export const hostFailureCodes = [
  'quotaExceeded',
  'locked',
  'journalBroken',
  'io',
  'unavailable',
  'badName',
] as const;

export type HostFailureCode = (typeof hostFailureCodes)[number];

/** The one error a Host rejects with, so that callers decide by `code` and never by an errno or a DOMException. */
export class HostFailure extends Error {
  override readonly name = 'HostFailure';
  readonly code: HostFailureCode;

  /** `message` is English and says what happened: it is logged, people read a text chosen by `code`. */
  constructor(code: HostFailureCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
