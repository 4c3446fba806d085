import type { OpId } from '@amtsstube/shared/domain/ids';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import type { Saved } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { useNameOf } from '../../ui/names.ts';
import { caseOf } from '../../ui/operation-words.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { stateAfter } from '../../ui/use-action.ts';
import { RefusedChange } from './refused-change.tsx';
import { type RefusedGroup, refusedGroups } from './refused-groups.ts';
import { useRefused } from './use-sync.ts';

/** What the server refused, with the clerk's own text, until the clerk has taken note of it (J6). */
export function RefusedScreen() {
  const { desk } = useDesk();
  const refused = useRefused();
  const nameOf = useNameOf();
  const groups = refusedGroups(refused, ({ operation }) => caseOf(operation));
  const list = useRef<HTMLUListElement>(null);
  const [notice, setNotice] = useState<{ readonly severity: 'success' | 'error'; readonly text: string }>();

  /** One after another, in the order they were done; the first that doesn't go stops the rest, which stay on the list. */
  async function forAll(
    { first, following }: RefusedGroup,
    act: (opId: OpId) => Promise<Saved>,
    sentence: string,
  ) {
    const all = [first, ...following];
    let failed: string | undefined;
    for (const { operation } of all) {
      const after = stateAfter(await act(operation.opId), nameOf);
      if (after.state !== 'failed') continue;
      failed = after.sentence;
      break;
    }
    setNotice(
      failed === undefined ? { severity: 'success', text: sentence } : { severity: 'error', text: failed },
    );
    // the button that had the focus is gone
    list.current?.focus();
  }

  return (
    <>
      <ScreenTitle title={de.refusedChanges.title} />
      <Box role="status" sx={{ mt: 2, '&:empty': { display: 'none' } }}>
        {notice && (
          <Alert severity={notice.severity} role="presentation">
            {notice.text}
          </Alert>
        )}
      </Box>
      <Typography sx={{ mt: 2, maxWidth: '70ch' }} color="textSecondary">
        {refused.length === 0 ? de.refusedChanges.empty : de.refusedChanges.lead}
      </Typography>
      <Box
        component="ul"
        ref={list}
        tabIndex={-1}
        aria-label={de.refusedChanges.title}
        sx={{ listStyle: 'none', m: 0, mt: 2, p: 0, outline: 'none' }}
      >
        {groups.map((group) => (
          <RefusedChange
            key={group.first.operation.opId}
            group={group}
            onRepeat={() => void forAll(group, desk.sendAgain, de.refusedChanges.repeated)}
            onDismiss={() => void forAll(group, desk.dismiss, de.refusedChanges.dismissed)}
          />
        ))}
      </Box>
    </>
  );
}
