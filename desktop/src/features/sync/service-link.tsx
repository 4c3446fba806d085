import type { DeskOperation } from '@amtsstube/shared/operations/operation';
import { changeService } from '@amtsstube/shared/operations/settings/change-service';
import Link from '@mui/material/Link';
import { de } from '../../texts/de.ts';
import { useSettingName } from '../../ui/names.ts';
import { hrefOf } from '../../ui/place.ts';

/** To the service whose change was refused: what holds there now, and where one's own text can be entered again. */
export function ServiceLink({ operation }: { readonly operation: DeskOperation }) {
  const settingName = useSettingName();
  if (operation.kind !== changeService.kind) return null;
  const change = changeService.payload.safeParse(operation.payload).data;
  if (change === undefined) return null;
  const { serviceId } = change;
  return (
    <Link href={hrefOf({ screen: 'service', serviceId, view: 'texts' })}>
      {de.refusedChanges.toService(settingName(serviceId))}
    </Link>
  );
}
