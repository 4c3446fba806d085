import Box from '@mui/material/Box';
import { de } from '../../texts/de.ts';
import type { AdminClient } from '../../ui/admin-client.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { type AdminPart, adminParts, hrefOf } from '../../ui/place.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { ClerksPart } from './clerks-part.tsx';
import { CountersPart } from './counters-part.tsx';
import { DepartmentsPart } from './departments-part.tsx';
import { DevicesPart } from './devices-part.tsx';
import { MunicipalityPart } from './municipality-part.tsx';
import { PlaceLinks } from './place-links.tsx';
import { SalvagePart } from './salvage-part.tsx';
import { ServicesPart } from './services-part.tsx';
import { TemplatesPart } from './templates/templates-part.tsx';

/** For who is an administrator: who works here, in which departments, at which counters, with which services. */
export function AdminScreen({ part }: { readonly part: AdminPart }) {
  const { admin } = useDesk();
  return (
    <>
      <ScreenTitle title={de.admin.title} />
      {admin === undefined ? (
        <p>{de.admin.notAllowed}</p>
      ) : (
        <>
          <PlaceLinks
            label={de.admin.parts.label}
            links={adminParts.map((each) => ({
              href: hrefOf({ screen: 'admin', part: each }),
              name: de.admin.parts[each],
              isCurrent: each === part,
            }))}
          />
          <Box sx={{ maxWidth: 860 }}>
            <ShownPart part={part} admin={admin} />
          </Box>
        </>
      )}
    </>
  );
}

function ShownPart({ part, admin }: { readonly part: AdminPart; readonly admin: AdminClient }) {
  switch (part) {
    case 'clerks':
      return <ClerksPart admin={admin} />;
    case 'departments':
      return <DepartmentsPart />;
    case 'counters':
      return <CountersPart />;
    case 'services':
      return <ServicesPart />;
    case 'templates':
      return <TemplatesPart />;
    case 'municipality':
      return <MunicipalityPart />;
    case 'devices':
      return <DevicesPart admin={admin} />;
    case 'salvage':
      return <SalvagePart admin={admin} />;
  }
}
