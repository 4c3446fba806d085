/** Why the server did not say it. All that is asked like this needs a line. */
export type ServerFailure = 'noConnection' | 'signedOut' | 'notAllowed' | 'badAnswer';

export type ServerAnswer<T, F = ServerFailure> =
  | { readonly ok: true; readonly answer: T }
  | { readonly ok: false; readonly failure: F };
