import { Red } from '../red.ts';
import { type HistoryName, histories } from './histories.ts';

/** The reason why it is red, or undefined. */
export async function runHistory(name: HistoryName): Promise<string | undefined> {
  try {
    await histories[name]();
    return undefined;
  } catch (error) {
    if (error instanceof Red) return error.message;
    throw error;
  }
}
