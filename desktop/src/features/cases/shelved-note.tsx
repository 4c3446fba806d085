import type { CaseId } from '@amtsstube/shared/domain/ids';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import type { Fetched } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { useObservable } from '../../ui/use-observable.ts';

/** In the place of a dossier that rests on the server: fetches it, and says the truth while it isn't here. */
export function ShelvedNote({ caseId }: { readonly caseId: CaseId }) {
  const [tries, setTries] = useState(0);
  return <Fetching key={`${caseId} ${tries}`} caseId={caseId} onRetry={() => setTries(tries + 1)} />;
}

function Fetching({ caseId, onRetry }: { readonly caseId: CaseId; readonly onRetry: () => void }) {
  const { desk } = useDesk();
  const health = useObservable(desk.health$, undefined);
  const isConnected = health?.line.state === 'connected';
  // another copy may have taken the place of the one it would be shown with
  const isBuilding = health?.building !== undefined;
  const [fetched, setFetched] = useState<Fetched>();
  useEffect(() => {
    if (isBuilding || !isConnected) return;
    let isCurrent = true;
    setFetched(undefined);
    void desk
      .fetchDossier(caseId)
      .catch((): Fetched => 'failed')
      .then((answer) => {
        if (isCurrent) setFetched(answer);
      });
    return () => {
      isCurrent = false;
    };
  }, [desk, caseId, isConnected, isBuilding]);
  const text = de.cases.shelved;
  if (fetched === 'gone') return <Alert severity="info">{text.gone}</Alert>;
  if (isConnected && fetched === 'failed')
    return (
      <Alert
        severity="warning"
        action={
          <Button color="inherit" onClick={onRetry}>
            {text.retry}
          </Button>
        }
      >
        {text.failed}
      </Alert>
    );
  const isFetching = isConnected && fetched !== 'noLine';
  return (
    <Alert severity="info" role="status">
      {isFetching ? text.fetching : text.noLine}
    </Alert>
  );
}
