import type { ImportFormat } from '../format.ts';
import { readHead } from '../input/read-head.ts';
import { readNessusXml } from './read-nessus-xml.ts';

/** The file that Nessus and Tenable products export as ".nessus": XML, second version. */
export const nessusXml: ImportFormat = {
  key: 'nessus-xml',
  name: 'Nessus (.nessus)',
  extensions: ['.nessus', '.xml'],
  // The first version too, so that its reader can say which export to choose.
  recognises: (head) => {
    const text = readHead(head);
    return text.startsWith('<') && /<NessusClientData(?:_v\d+)?[\s/>]/.test(text);
  },
  read: readNessusXml,
};
