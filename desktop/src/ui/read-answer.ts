import type { CorrectedValue } from '@amtsstube/shared/domain/case';
import type { AnswerValue } from '@amtsstube/shared/domain/form';
import { describeAnswer } from '@amtsstube/shared/domain/forms/describe-answers';
import type { Settings } from '@amtsstube/shared/domain/settings';
import { useMemo } from 'react';
import { de } from '../texts/de.ts';
import { useSettings } from './names.ts';

/** An answer of one form, as a person reads it: what was asked, and what was answered. */
export type ReadAnswer = (
  path: string,
  value: CorrectedValue,
) => { readonly label: string; readonly value: string };

/** Form version id → how its answers read. */
export type ReadAnswerOf = (formVersionId: string) => ReadAnswer;

export function useReadAnswerOf(): ReadAnswerOf {
  const settings = useSettings();
  return useMemo(() => (formVersionId) => readAnswerWith(settings, formVersionId), [settings]);
}

/** Without its form an answer is named by its path, and shown as it lies there. */
export function readAnswerWith(settings: readonly Settings[], formVersionId: string): ReadAnswer {
  const version = settings.find((each) => each.kind === 'formVersion' && each.id === formVersionId);
  return (path, value) => {
    const described =
      version?.kind === 'formVersion'
        ? describeAnswer(version.form, path, value, de.cases.answerWords)
        : undefined;
    const text = described?.text ?? rawAnswer(value);
    return { label: described?.label ?? path, value: text === '' ? de.cases.noAnswer : text };
  };
}

/** An answer whose form isn't here. '' for none. */
export function rawAnswer(value: AnswerValue | null): string {
  const { yes, no } = de.cases.answerWords;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? yes : no;
  return typeof value === 'object' ? JSON.stringify(value, null, 1) : String(value);
}
