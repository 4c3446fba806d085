import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { lazy, Suspense } from 'react';
import { de } from '../../../texts/de.ts';
import { useDesk } from '../../../ui/desk-context.tsx';
import { useSettings } from '../../../ui/names.ts';
import { hrefOf, type ServiceView, serviceViews } from '../../../ui/place.ts';
import { ScreenTitle } from '../../../ui/screen-title.tsx';
import { PlaceLinks } from '../place-links.tsx';
import { ServiceTexts } from './service-texts.tsx';

/** Large, and opened by few. */
const FormPart = lazy(async () => ({ default: (await import('../form/form-part.tsx')).FormPart }));
const OfferPart = lazy(async () => ({ default: (await import('./offer-part.tsx')).OfferPart }));
const QuestionsPart = lazy(async () => ({
  default: (await import('./questions-part.tsx')).QuestionsPart,
}));
const VersionsPart = lazy(async () => ({
  default: (await import('../form/versions-part.tsx')).VersionsPart,
}));

interface ServiceScreenProps {
  readonly serviceId: string;
  readonly view: ServiceView;
}

/** One service as an administrator edits it: what is said about it, its form, and the versions the form had. */
export function ServiceScreen({ serviceId, view }: ServiceScreenProps) {
  const { admin } = useDesk();
  const service = useSettings().find((each) => each.kind === 'service' && each.id === serviceId);
  const text = de.formEditor;
  if (admin === undefined || service?.kind !== 'service')
    return (
      <>
        <ScreenTitle title={de.admin.title} />
        <Typography role="status">
          {admin === undefined ? de.admin.notAllowed : text.unknownService}
        </Typography>
      </>
    );
  return (
    <>
      <Link href={hrefOf({ screen: 'admin', part: 'services' })} sx={{ display: 'inline-block', mb: 1 }}>
        {text.back}
      </Link>
      <ScreenTitle title={service.name} />
      <PlaceLinks
        label={text.parts.label}
        links={serviceViews.map((each) => ({
          href: hrefOf({ screen: 'service', serviceId, view: each }),
          name: text.parts[each],
          isCurrent: each === view,
        }))}
      />
      <Suspense fallback={<Box role="status">{de.app.loading}</Box>}>
        {view === 'texts' && <ServiceTexts service={service} />}
        {view === 'form' && <FormPart service={service} />}
        {view === 'appointments' && (
          <Box sx={{ display: 'grid', gap: 4 }}>
            <OfferPart service={service} />
            {service.appointment && <QuestionsPart service={service} />}
          </Box>
        )}
        {view === 'versions' && <VersionsPart service={service} />}
      </Suspense>
    </>
  );
}
