// A photo of a sheet of paper needs no 12 megapixels, and a slow line takes minutes for them.

const longestSide = 2000;
const quality = 0.85;

/** The photo as a JPEG at most 2,000 pixels long; the original where it is no longer, or it doesn't succeed. */
export async function shrunk(file) {
  if (file.type !== 'image/jpeg' && file.type !== 'image/png') return file;
  try {
    // upright as its camera held it: the picture that comes out has no note about that any more
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = longestSide / Math.max(picture.width, picture.height);
    if (scale >= 1) return file;
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const pen = canvas.getContext('2d');
    // what is transparent would be black in a JPEG
    pen.fillStyle = 'white';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.imageSmoothingQuality = 'high';
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const smaller = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
    if (!smaller || smaller.size >= file.size) return file;
    return new File([smaller], file.name.replace(/(?:\.(?:jpe?g|png))?$/i, '.jpg'), { type: smaller.type });
  } catch {
    return file;
  }
}
