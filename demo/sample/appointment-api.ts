import type { SampleFinding } from './finding.ts';

/** The interface for appointments of the small client, in the middle of its test. */
export const APPOINTMENT_API: readonly SampleFinding[] = [
  {
    title: 'Appointments can be moved to other patients',
    vector: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:L/VI:H/VA:N/SC:N/SI:N/SA:N',
    cwe: [915],
    links: [
      'https://owasp.org/API-Security/editions/2023/en/0xa3-broken-object-property-level-authorization/',
    ],
    description:
      'A change of an appointment takes every property of it, also `patientId` and `status`, which the application never sends.',
    impact:
      'A patient can confirm appointments without the practice, and hand theirs to another patient’s record.',
    steps: 'Add both properties to the request that changes the note:\n\n[[appointment-request]]',
    recommendation: 'Name the properties that a patient may change, and refuse requests with others.',
    instances: ['https://api.tessaly.example/v1/appointments/88213'],
    images: [
      {
        file: 'appointment-request.png',
        caption: 'Patient and status change with the note',
        alt: 'A PATCH request with patientId and status, answered with both values changed',
      },
    ],
    isPublishedEarly: true,
  },
  {
    title: 'Lists of appointments have no limit',
    vector: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:N/I:N/A:L',
    cwe: [770],
    description: 'The parameter `limit` takes any number. With 100,000 the answer takes 38 seconds.',
    impact: 'A few requests at once keep the service busy for everybody.',
    steps: '`GET /v1/slots?limit=100000`, ten times at once, outside surgery hours.',
    recommendation: 'Allow at most 100 for each page, and refuse more.',
    instances: ['https://api.tessaly.example/v1/slots'],
  },
];
