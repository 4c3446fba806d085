/** What this package uses of pdfkit, which brings no types of its own; lengths are points, y counts down. */
declare module 'pdfkit' {
  interface TextOptions {
    readonly width?: number;
    readonly lineGap?: number;
    readonly lineBreak?: boolean;
    readonly align?: 'left' | 'right' | 'center';
    readonly characterSpacing?: number;
    /** Takes no room of the page: text at the foot begins no new one. */
    readonly height?: number;
  }

  interface StructureElement {
    add(child: StructureElement | (() => void)): this;
    end(): void;
  }

  export default class PDFDocument {
    constructor(options: {
      readonly size: 'A4';
      readonly margins: {
        readonly top: number;
        readonly bottom: number;
        readonly left: number;
        readonly right: number;
      };
      readonly pdfVersion: '1.4' | '1.7';
      readonly subset: 'PDF/A-1a' | 'PDF/A-2a';
      readonly tagged: true;
      readonly lang: string;
      readonly displayTitle: true;
      readonly bufferPages: true;
      readonly compress: boolean;
      /** Else pdfkit looks for one of the 14 fonts that can't be embedded. */
      readonly font: Uint8Array;
      readonly info: Readonly<Record<'Title' | 'Author' | 'Producer' | 'Creator', string>> & {
        readonly CreationDate: Date;
      };
    });
    x: number;
    y: number;
    readonly page: { readonly width: number; readonly height: number; readonly margins: { bottom: number } };
    registerFont(name: string, bytes: Uint8Array): this;
    font(name: string): this;
    fontSize(points: number): this;
    fillColor(color: string): this;
    text(text: string, x: number, y: number, options?: TextOptions): this;
    text(text: string, options?: TextOptions): this;
    heightOfString(text: string, options?: TextOptions): number;
    widthOfString(text: string, options?: TextOptions): number;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    lineWidth(points: number): this;
    rect(x: number, y: number, width: number, height: number): this;
    fill(color: string): this;
    stroke(color?: string): this;
    save(): this;
    restore(): this;
    rotate(degrees: number, options?: { readonly origin?: readonly [number, number] }): this;
    addPage(): this;
    switchToPage(index: number): unknown;
    bufferedPageRange(): { readonly start: number; readonly count: number };
    struct(type: string, children?: (StructureElement | (() => void))[]): StructureElement;
    struct(
      type: string,
      options: { readonly alt: string },
      children: (StructureElement | (() => void))[],
    ): StructureElement;
    /** JPEG or PNG. */
    image(
      bytes: Uint8Array,
      x: number,
      y: number,
      options: { readonly width: number; readonly height: number },
    ): this;
    addStructure(element: StructureElement): this;
    markContent(tag: 'Artifact', options: { readonly type: 'Layout' | 'Pagination' | 'Page' }): this;
    endMarkedContent(): this;
    end(): void;
    on(event: 'pageAdded', act: () => void): this;
  }
}

declare module 'pdfkit/output' {
  import type PDFDocument from 'pdfkit';

  export function toBytes(document: PDFDocument): Promise<Uint8Array<ArrayBuffer>>;
}
