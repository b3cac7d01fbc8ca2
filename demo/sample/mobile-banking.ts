import type { SampleFinding } from './finding.ts';

/** Mobile banking: three days in, notes more than texts. */
export const MOBILE_BANKING: readonly SampleFinding[] = [
  {
    title: 'Sign-in token in the log of the device',
    vector: 'CVSS:4.0/AV:L/AC:L/AT:N/PR:L/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N',
    cwe: [532],
    description: 'Version 6.2 for Android writes the refresh token to the log at every start.',
    impact:
      'Other applications of the maker of the telephone read the log; with the token they act as the customer for 30 days.',
    steps: '`adb logcat | grep -i refresh`',
    recommendation: 'Write no tokens to the log. Build releases with the log level *warn*.',
    instances: ['app-gateway.aldervale.example:443/tcp # Android 6.2.0'],
  },
  {
    title: 'Account numbers stay visible in the app switcher',
    vector: 'CVSS:3.1/AV:P/AC:L/PR:N/UI:N/S:U/C:L/I:N/A:N',
    cwe: [200],
    description: 'The last screen is kept as a picture when the application goes to the background.',
    impact: '',
    steps: 'Open an account, press the app switcher.',
    recommendation: 'Set `FLAG_SECURE`, and cover the window on iOS.',
    instances: [],
  },
  {
    title: 'Certificate of the gateway is not pinned (check again on iOS)',
    vector: null,
    cwe: [295],
    description: 'Android accepts a certificate of an authority that the tester installed.',
    impact: '',
    steps: '',
    recommendation: '',
    instances: [],
  },
];
