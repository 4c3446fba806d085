import type { Case } from '@amtsstube/shared/domain/case';
import { nextDue } from '@amtsstube/shared/domain/due';
import { germanSortKey } from '../../ui/german-text.ts';
import { type CaseStatusShown, shownStatus } from '../../ui/shown-status.ts';
import type { CaseColumn } from './case-columns.ts';

/** What the list needs to say ids in words. The same object for as long as no name changes. */
export interface Naming {
  readonly settingName: (id: string) => string;
  readonly assigneeName: (assigneeId: Case['assigneeId']) => string;
  readonly statusName: (status: CaseStatusShown) => string;
  readonly channelName: (channel: Case['channel']) => string;
}

/** The text whose order by code unit is a column's order. '' where there is nothing to sort by. */
export function sortKeyBy(by: CaseColumn, naming: Naming): (caseRecord: Case) => string {
  switch (by) {
    case 'fileReference':
      return ({ fileReference }) => germanSortKey(fileReference);
    case 'applicant':
      return ({ applicantName }) => germanSortKey(applicantName);
    case 'receivedOn':
      return ({ submittedAt }) => submittedAt;
    case 'deadline':
      return (caseRecord) => nextDue(caseRecord)?.on ?? '';
    case 'service':
      return named(({ serviceId }) => serviceId, naming.settingName);
    case 'department':
      return named(({ departmentId }) => departmentId, naming.settingName);
    case 'status':
      return named(shownStatus, naming.statusName);
    case 'channel':
      return named(({ channel }) => channel, naming.channelName);
    case 'assignee':
      return named(({ assigneeId }) => assigneeId, naming.assigneeName);
  }
}

/** Few values have many cases: each is named and folded once. */
function named<V>(idOf: (caseRecord: Case) => V, nameOf: (value: V) => string) {
  const keys = new Map<V, string>();
  return (caseRecord: Case): string => {
    const value = idOf(caseRecord);
    let key = keys.get(value);
    if (key === undefined) {
      key = germanSortKey(nameOf(value));
      keys.set(value, key);
    }
    return key;
  };
}
