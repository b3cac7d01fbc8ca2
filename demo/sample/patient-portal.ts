import type { SampleFinding } from './finding.ts';

/** The patient portal of the small client. */
export const PATIENT_PORTAL: readonly SampleFinding[] = [
  {
    title: 'Letters of the practice can be read without signing in',
    vector: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N',
    cwe: [862],
    description:
      'Letters are kept under `/files/letters/` with the day and a counter as their name. The folder asks for no session.',
    impact:
      'Diagnoses and referrals of patients can be read by anyone who counts. The names are easy to guess.',
    steps:
      '1. Sign out.\n2. Open `https://portal.tessaly.example/files/letters/<day>-004.pdf`.\n3. The letter of the test patient opens.',
    recommendation:
      'Serve letters through the application, which checks the patient of the session, and keep the files outside the web folder.',
    instances: ['https://portal.tessaly.example/files/letters/'],
  },
  {
    title: 'Reset of the password tells who is a patient',
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N',
    cwe: [204],
    description: 'The form answers “We have sent a link” for patients and “Not known” for everybody else.',
    impact:
      'Anybody can find out whether somebody is a patient of the cooperative, which is itself confidential.',
    steps: 'Ask for a reset with the address of the test patient, then with one that does not exist.',
    recommendation: 'Answer the same, and in the same time, for both.',
    instances: ['https://portal.tessaly.example/reset'],
  },
  {
    title: 'Session cookie is sent without encryption too',
    vector: 'CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N',
    cwe: [614],
    description: 'The cookie of the session lacks the attribute `Secure`, and port 80 is open.',
    impact:
      'In a foreign wireless network a session can be read when somebody types the address without https.',
    steps: '`curl -sI https://portal.tessaly.example | grep -i set-cookie`',
    recommendation: 'Set `Secure`, `HttpOnly` and `SameSite=Lax`, and send `Strict-Transport-Security`.',
    instances: ['https://portal.tessaly.example/'],
  },
  {
    title: 'Old version of the form library',
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N',
    cwe: [1104],
    description:
      'A library for forms is two major versions behind. No weakness that is known applies to its use here.',
    impact: 'None today. Security releases for this version have ended.',
    steps: 'The version stands in the first line of `/assets/forms.js`.',
    recommendation: 'Renew it with the next release, and let a tool report outdated libraries.',
    instances: ['https://portal.tessaly.example/assets/forms.js'],
  },
];
