// Read before anything else is imported, so it uses nothing that an old Node would not understand.

const MINIMUM_NODE = '20.19.0';

/** Whether `version` (such as "20.19.1") is `minimum` or newer. */
export function isNewEnough(version, minimum = MINIMUM_NODE) {
  const have = version.split('.').map(Number);
  const need = minimum.split('.').map(Number);
  for (let i = 0; i < need.length; i += 1) {
    if (have[i] !== need[i]) return have[i] > need[i];
  }
  return true;
}

/** Ends the process with a plain sentence when Node is too old. */
export function demandNode() {
  if (isNewEnough(process.versions.node)) return;
  console.error(
    `\nSallyport needs Node ${MINIMUM_NODE} or newer; this is Node ${process.versions.node} (${process.execPath}).\n` +
      'Install a newer one from your distribution or from nodejs.org, then run the same command again.\n',
  );
  process.exit(1);
}
