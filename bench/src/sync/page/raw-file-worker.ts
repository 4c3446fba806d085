import { openSyncAccess } from '@amtsstube/desktop/host/opfs-access';

const root = await navigator.storage.getDirectory();
const access = await openSyncAccess(await root.getFileHandle('raw', { create: true }));

addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
  access.write(data, { at: access.getSize() });
  access.flush();
  postMessage('flushed');
});
postMessage('opened');
