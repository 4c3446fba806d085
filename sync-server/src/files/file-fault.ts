/** Why a citizen's file is not taken; the wording belongs to the page. */
export type FileFault =
  | 'empty'
  | 'tooBig'
  | 'wrongType'
  | 'damaged'
  | 'encrypted'
  | 'tooManyPages'
  | 'tooManyPixels'
  /** Reading it takes more time or memory than anybody's file needs. */
  | 'tooElaborate'
  | 'infected'
  | 'tooMany'
  /** Named, and not here (any more): a draft's files are kept for a day. */
  | 'gone'
  /** Nothing is wrong with it: the server has no room or no time. */
  | 'notNow';

export const maximumPixels = 50_000_000;
export const maximumPages = 200;
