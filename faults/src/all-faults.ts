import type { Fault } from './fault.ts';
import { browserFaults } from './faults/browser-faults.ts';
import { deskFaults } from './faults/desk-faults.ts';
import { diskFaults } from './faults/disk-faults.ts';
import { journalFaults } from './faults/journal-faults.ts';
import { lineFaults } from './faults/line-faults.ts';
import { restoreFaults } from './faults/restore-faults.ts';
import { serverFaults } from './faults/server-faults.ts';

export const allFaults: readonly Fault[] = [
  ...serverFaults,
  ...deskFaults,
  ...lineFaults,
  ...journalFaults,
  ...diskFaults,
  ...browserFaults,
  ...restoreFaults,
];
