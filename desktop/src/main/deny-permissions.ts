import type { Session } from 'electron';
import { mayHavePermission } from '../shell/guard.ts';

export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(mayHavePermission(permission, requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) => mayHavePermission(permission, origin));
  session.setDevicePermissionHandler(() => false);
}
