/** Offers bytes for saving under a name; the shell asks where. Nothing of it is opened here. */
export function saveFile(bytes: Uint8Array | Blob, mediaType: string, name: string): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer> | Blob], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // the download has taken the bytes over once this turn is over
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
