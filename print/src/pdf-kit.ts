/// <reference path="./pdfkit.d.ts" />
// The types are found from here by whoever prints, in whichever package.
export { default as PDFDocument, type StructureElement } from 'pdfkit';
export { toBytes } from 'pdfkit/output';
