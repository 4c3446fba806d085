/** Where screens get it from. */
export { ExportMaker } from '../exports/export-maker.ts';
