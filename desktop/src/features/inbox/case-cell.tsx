import { formatLocalDate, type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import type { ReactNode } from 'react';
import type { CaseRow } from '../../data/desk.ts';
import { CaseStatusMark } from '../../ui/case-status-mark.tsx';
import { DeadlineMark } from '../../ui/deadline-mark.tsx';
import type { CaseColumn } from './case-columns.ts';
import type { Naming } from './sort-key.ts';

/** What a column says of a case; all but the file reference, which is the row's link. */
export function cellContent(
  { caseRecord }: CaseRow,
  column: Exclude<CaseColumn, 'fileReference'>,
  naming: Naming,
  today: LocalDate,
): ReactNode {
  switch (column) {
    case 'applicant':
      return caseRecord.applicantName;
    case 'service':
      return naming.settingName(caseRecord.serviceId);
    case 'department':
      return naming.settingName(caseRecord.departmentId);
    case 'status':
      return <CaseStatusMark caseRecord={caseRecord} today={today} />;
    case 'deadline':
      return <DeadlineMark caseRecord={caseRecord} today={today} />;
    case 'receivedOn':
      return formatLocalDate(localDateOf(caseRecord.submittedAt));
    case 'assignee':
      return naming.assigneeName(caseRecord.assigneeId);
    case 'channel':
      return naming.channelName(caseRecord.channel);
  }
}
