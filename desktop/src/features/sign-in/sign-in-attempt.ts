import { de } from '../../texts/de.ts';

/** What became of an attempt to sign in; the texts say what to do. */
export type SignInProblem = Exclude<keyof typeof de.signIn.problems, 'incomplete'> | 'otherClerk';

/** Given by the app: it talks to the server and keeps the session. `undefined`: signed in. */
export type TrySignIn = (email: string, password: string) => Promise<SignInProblem | undefined>;

export function signInSentence(problem: SignInProblem | 'incomplete'): string {
  return problem === 'otherClerk' ? de.signIn.again.otherClerk : de.signIn.problems[problem];
}
