import { describeBaseStorageContract } from './base-storage-contract.ts';
import { MemoryCacheDisk, openMemoryStorage } from './memory-storage.ts';

describeBaseStorageContract('memory', async () => {
  const disk = new MemoryCacheDisk();
  return async () => openMemoryStorage(disk);
});
