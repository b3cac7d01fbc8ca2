import type { SampleFinding } from './finding.ts';

/** Remote Desktop answers on as many cash machines and teller stations as there are lines. */
const STATIONS = Array.from({ length: 500 }, (_, index) => {
  const branch = Math.floor(index / 20) + 1;
  const kind = index % 20 < 6 ? 'atm' : 'teller';
  const station = String((index % 20) + 1).padStart(2, '0');
  return `${kind}-${station}.branch-${String(branch).padStart(3, '0')}.aldervale.example:3389/tcp`;
});

/** The branch network of the bank, in the middle of its test. */
export const BRANCH_NETWORK: readonly SampleFinding[] = [
  {
    title: 'Installation passwords on an open file share',
    vector: 'CVSS:3.1/AV:A/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    cwe: [256, 732],
    description:
      'The branch server offers the share `teller-img$` without a password. It holds the files from which teller stations are installed; two of them carry the password of the local administrator, which is the same on all stations.',
    impact:
      'Whoever can plug into a branch’s network becomes administrator of every teller station, in every branch.',
    steps:
      '1. List the shares without a password.\n2. Read `unattend.xml`:\n\n[[relay-listing]]\n\n3. The password worked on three stations that Kwame Boateng named for the test.',
    recommendation:
      '- Close the share to all but the installation account.\n- Remove passwords from the files; set a random one for each station during the installation.\n- Change the password of the local administrator everywhere.',
    instances: ['192.0.2.18:445/tcp # branch server, share teller-img$', '192.0.2.34:445/tcp # its mirror'],
    images: [
      {
        file: 'relay-listing.png',
        caption: 'The share teller-img$ opens without a password and holds unattend.xml',
        alt: 'A terminal lists three shares of the branch server, then the files of teller-img$, one of which holds a password',
      },
    ],
    isPublishedEarly: true,
  },
  {
    title: 'Remote Desktop asks for no authentication before the screen',
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N',
    cwe: [306],
    description:
      'Cash machines and teller stations offer Remote Desktop without Network Level Authentication. Anybody in the branch network gets as far as the sign-in screen, which shows the names of the last users.',
    impact:
      'Names of users become known, and weaknesses of the service before sign-in can be used from any station.',
    steps:
      'Connect to port 3389 with a client that offers no credentials. The sign-in screen appears with the last name.',
    recommendation:
      'Demand Network Level Authentication by group policy, and allow port 3389 from the support network alone.',
    instances: STATIONS,
  },
  {
    title: 'Messages between stations and server are not signed',
    vector: 'CVSS:3.1/AV:A/AC:H/PR:N/UI:N/S:U/C:H/I:L/A:N',
    cwe: [347],
    description:
      'Two file servers do not demand that SMB messages be signed, so that a sign-in can be passed on to them.',
    impact:
      'Somebody between a station and the server can act there with the rights of the person at the station.',
    steps: '',
    recommendation: 'Demand signing on the servers, then on the stations.',
    instances: ['192.0.2.18:445/tcp', '192.0.2.34:445/tcp'],
  },
];
