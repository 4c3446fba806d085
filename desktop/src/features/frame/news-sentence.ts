import { de } from '../../texts/de.ts';
import type { Unseen } from './news.ts';

/** One line for the operating system's message. */
export function newsSentence({ applications, refused }: Unseen): string {
  const sentences: string[] = [];
  if (applications > 0) sentences.push(de.frame.news.applications(applications));
  if (refused > 0) sentences.push(de.frame.news.refused(refused));
  return sentences.join(' · ');
}
