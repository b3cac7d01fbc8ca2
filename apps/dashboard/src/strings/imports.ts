const many = (count: number, one: string, more: string) =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en')} ${more}`;

/** Files of scanners: read, previewed, carried out. */
export const imports = {
  heading: 'Import',
  dropTitle: 'Drop a scanner’s file here',
  choose: 'Choose a file',
  formats: (names: readonly string[], most: string) => `${names.join(', ')}, up to ${most}.`,
  nothingYet: 'You see what would change before anything is written.',
  lockedTitle: 'Nothing can be imported here now',
  noRight: 'Only the lead and testers of this project import files.',
  uploading: (name: string) => `Sending ${name}`,
  sent: (sent: string, all: string) => `${sent} of ${all}`,
  wrongType: (extensions: readonly string[]) =>
    `This file cannot be read. Choose a file that ends in ${extensions.join(' or ')}.`,
  tooLarge: (size: string, most: string) => `This file has ${size}; at most ${most} can be read.`,
  isEmpty: 'This file is empty.',
  uploadFailed: 'The file was not sent. Nothing was changed.',
  history: 'Earlier imports',
  historyEmpty: 'No file has been imported into this project yet.',
  columns: {
    file: 'File',
    state: 'State',
    findings: 'Findings',
    instances: 'Instances',
    by: 'By',
    at: 'When',
  },
  states: {
    UPLOADED: 'Waiting',
    READING: 'Reading',
    READY: 'Preview ready',
    APPLYING: 'Importing',
    APPLIED: 'Imported',
    FAILED: 'Not imported',
    DISCARDED: 'Discarded',
  },
  reading: {
    title: (name: string) => `Reading ${name}`,
    waiting: 'Waiting for its turn',
    bytes: (done: string, total: string) => `${done} of ${total}`,
    body: 'You can leave this page; the preview waits for you here.',
  },
  preview: {
    title: 'Preview of the import',
    file: (size: string, format: string) => `${size}, ${format}`,
    summary: (findings: number, instances: number, fresh: number) =>
      `${many(findings, 'finding', 'findings')}, ${many(instances, 'instance', 'instances')}; ${fresh.toLocaleString('en')} new`,
    decisions: { NEW: 'New', MERGE: 'Merged', UNCHANGED: 'Unchanged' },
    notes: {
      NEW: (instances: number) => many(instances, 'instance', 'instances'),
      MERGE: (instances: number) => `+${many(instances, 'instance', 'instances')} in findings that exist`,
      UNCHANGED: () => 'every place is known already',
    },
    columns: {
      decision: 'Decision',
      severity: 'Severity',
      finding: 'Finding',
      instances: 'Instances',
      added: 'New',
      rule: 'Rule that decided',
    },
    existing: 'Open the finding',
    untouched: 'Nothing is written yet.',
    submit: (findings: number, instances: number) =>
      findings > 0
        ? `Import ${many(findings, 'finding', 'findings')}`
        : `Add ${many(instances, 'instance', 'instances')}`,
    nothing: 'Nothing new to import',
    applying: 'Starting',
    discard: 'Discard',
    discarding: 'Discarding',
    discardTitle: 'Discard this import?',
    discardBody: 'The file and its preview are deleted. Findings stay as they are.',
    discarded: 'Import discarded',
    empty: 'The file holds no finding.',
    shown: (shown: number, all: number) => `${shown.toLocaleString('en')} of ${all.toLocaleString('en')}`,
    more: (count: number) => `Show ${count.toLocaleString('en')} more`,
    newOnes: 'New findings begin as drafts. Texts of findings that exist are never overwritten.',
  },
  applying: {
    title: (name: string) => `Importing ${name}`,
    instances: (done: number, total: number) =>
      `${done.toLocaleString('en')} of ${many(total, 'instance', 'instances')}`,
    body: 'You can leave this page; it goes on by itself.',
  },
  applied: {
    title: 'Imported',
    body: (findings: number, instances: number) =>
      `${many(findings, 'new finding', 'new findings')} and ${many(instances, 'new instance', 'new instances')}. New findings are drafts: nobody outside the team sees them.`,
    toFindings: 'Open findings',
    again: 'Import another file',
    by: (name: string) => `by ${name}`,
  },
  failed: {
    title: 'This file was not imported',
    line: (line: number) => `Line ${line.toLocaleString('en')}`,
    unchanged: 'Nothing was changed.',
    again: 'Choose another file',
  },
  gone: {
    title: 'This import was discarded',
    body: 'Nothing was changed.',
  },
  steps: {
    label: 'Steps of an import',
    file: 'File',
    reading: 'Reading',
    preview: 'Preview',
    done: 'Import',
  },
} as const;
