/** The window's origin: a scheme of its own, so that the page is neither a file nor a web site. */
export const appOrigin = 'app://amtsstube';
/** The same path as in the browser: the bundle is one and the same. */
export const appUrl = `${appOrigin}/desk/`;

/** Channels between preload script and main process. */
export const hostChannel = 'amtsstube:host';
export const goChannel = 'amtsstube:go';
