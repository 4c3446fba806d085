import { maximumPages } from '../../../files/file-fault.ts';

export const upload = {
  upload: {
    or: 'or',
    hint: (kinds: string, most: number) =>
      `${kinds}, at most 25 MB each${most === 1 ? '' : `, at most ${most} files`}. A photo will do if everything can be read.`,
    paper:
      'Rather on paper? Hand in the documents at the town hall or send them by post after you have sent the form, each with the file reference.',
    kept: 'Files are transferred at once. If you do not send the application, they are deleted after a day.',
    keptOfAnswer:
      'Files are transferred at once. If you do not send the answer, they are deleted after a day.',
    paperOfAnswer:
      'Rather on paper? Hand the documents in at the town hall or send them by post, each with the file reference.',
    send: 'Add chosen files',
    remove: 'Remove',
    list: 'Files added',
    errorTitle: (count: number) =>
      count === 1 ? 'One file is not included' : `${count} files are not included`,
    decimalMark: '.',
    faults: {
      empty: (file: string) => `“${file}” is empty. Please choose another file.`,
      tooBig: (file: string) =>
        `“${file}” is larger than 25 MB. Please split the file or scan it at a lower resolution.`,
      wrongType: (file: string) =>
        `“${file}” is not a file we accept here. Please save it as a PDF, or take a photo of it.`,
      damaged: (file: string) =>
        `“${file}” can’t be read: the file is damaged or incomplete. Please save or scan it again.`,
      encrypted: (file: string) =>
        `“${file}” is protected with a password. Please save the file without a password and choose it again.`,
      tooManyPages: (file: string) => `“${file}” has more than ${maximumPages} pages. Please split the file.`,
      tooManyPixels: (file: string) =>
        `“${file}” has more than 50 megapixels. Please choose a smaller picture.`,
      tooElaborate: (file: string) =>
        `“${file}” is built so elaborately that we can’t check it. Please print it to a new PDF, or scan it.`,
      infected: (file: string) =>
        `Malware was found in “${file}”. We do not accept the file. Please check your device.`,
      tooMany: (file: string) =>
        `“${file}” is one file too many. Please remove another one first, or put several into one.`,
      gone: (file: string) => `“${file}” is not here any more. Please choose the file again.`,
      notNow: (file: string) =>
        `“${file}” could not be stored just now. Please try again in a few minutes, or hand in the document at the town hall.`,
    },
    says: {
      preparing: '“%s” is being prepared …',
      sending: '“%s”: %p % transferred',
      waiting: '“%s”: the connection is down. It goes on as soon as it is back.',
      busy: 'The server does not take “%s” just now. Trying goes on.',
      checking: '“%s” is being checked …',
      added: '“%s” is added.',
      removed: '“%s” is removed.',
      failed: '“%s” could not be transferred. Please try again.',
      still: 'Please wait: files are still being transferred. Then it goes on by itself.',
    },
  },
};
