import type { DraftField } from './form-draft.ts';

export interface FieldSettingsProps {
  readonly field: DraftField;
  /** In a repeated group, which can't hold another one. */
  readonly isMember: boolean;
  readonly onChange: (changed: Partial<DraftField>) => void;
  readonly problemAt: (part: string) => string | undefined;
}
