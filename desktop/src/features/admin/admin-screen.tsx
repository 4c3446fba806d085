import Box from '@mui/material/Box';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { ClerksPart } from './clerks-part.tsx';
import { DepartmentsPart } from './departments-part.tsx';
import { DevicesPart } from './devices-part.tsx';

/** For who is an administrator: who works here, in which departments, on which devices. */
export function AdminScreen() {
  const { admin } = useDesk();
  return (
    <>
      <ScreenTitle title={de.admin.title} />
      {admin === undefined ? (
        <p>{de.admin.notAllowed}</p>
      ) : (
        <Box sx={{ display: 'grid', gap: 4, mt: 2, maxWidth: 860 }}>
          <ClerksPart admin={admin} />
          <DepartmentsPart />
          <DevicesPart admin={admin} />
        </Box>
      )}
    </>
  );
}
