import type { CaseId } from '@amtsstube/shared/domain/ids';
import Link from '@mui/material/Link';
import { useMemo } from 'react';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { hrefOf } from '../../ui/place.ts';
import { useObservable } from '../../ui/use-observable.ts';

/** A case by its file reference, as far as this desk knows it. `inWords`: "Vorgang … öffnen". */
export function CaseLink(props: {
  readonly caseId: CaseId;
  readonly inWords?: boolean;
  readonly onOpen?: () => void;
}) {
  const { caseId, inWords = false, onOpen } = props;
  const { desk } = useDesk();
  const shown = useObservable(
    useMemo(() => desk.watch('cases', caseId), [desk, caseId]),
    undefined,
  );
  const reference = shown?.document.fileReference || de.cases.noReference;
  return (
    <Link href={hrefOf({ screen: 'case', caseId })} {...(onOpen ? { onClick: onOpen } : {})}>
      {inWords ? de.refusedChanges.toCase(reference) : reference}
    </Link>
  );
}
