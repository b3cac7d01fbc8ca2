import type { SampleFinding } from './finding.ts';

/** Online banking of the bank: who may do what. */
export const ONLINE_BANKING_ACCESS: readonly SampleFinding[] = [
  {
    title: 'Batch reporting console open with its installation password',
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    cwe: [1392, 522],
    links: ['https://cwe.mitre.org/data/definitions/1392.html'],
    description:
      'The console of the batch reporting service answers on the internet at port 8443. It accepts the user `admin` with the password that the vendor prints in its installation guide. Nobody has changed it.\n\nThe page *Data sources* shows the passwords of three databases in clear text.',
    impact:
      'Anyone who knows the product can read the ledger and the card staging database, schedule jobs that run programs on the reporting host, and reach systems behind it. No account of the bank is needed.',
    steps:
      '1. Open `https://reports.aldervale.example:8443/console`.\n2. Sign in as `admin` with the password from the installation guide.\n3. Open *Data sources* and choose *Show password*.\n\n[[console-open]]\n\nWe did not use the database passwords. The first night desk was told by telephone on the day of the discovery.',
    recommendation:
      '- Take the console off the internet today; allow it from the operations network alone.\n- Change the password of `admin` and of the three database accounts.\n- Use a secret store for the data sources, so that the console never shows a password.\n- Look through the access log of the console since it was installed.',
    instances: ['https://reports.aldervale.example:8443/console # closed to the internet during the test'],
    images: [
      {
        file: 'console-open.png',
        caption: 'Data sources of the reporting console, signed in with the installation password',
        alt: 'A web console lists three data sources with their addresses and the words password shown, signed in as admin',
      },
    ],
    isPublishedEarly: true,
  },
  {
    title: 'Statements of other customers can be downloaded',
    vector: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:H/VI:N/VA:N/SC:N/SI:N/SA:N',
    cwe: [639],
    links: [
      'https://cheatsheetseries.owasp.org/cheatsheets/Insecure_Direct_Object_Reference_Prevention_Cheat_Sheet.html',
    ],
    description:
      'Statements are fetched by a number of eight digits. The service checks that somebody is signed in, and not that the statement belongs to them. The numbers are given one after the other.',
    impact:
      'Every customer can read the statements of all others: name, address, balance and every payment of a month. Counting upwards through one day brought 212 numbers that exist.',
    steps:
      '1. Sign in as test account 2.\n2. Ask for a statement of test account 1:\n\n[[statement-request]]\n\n3. The answer is the statement of test account 1.\n\nWe opened statements of the two test accounts only, and used `HEAD` requests to count the others.',
    recommendation:
      'Look the statement up *through* the account of the session, so that a number of somebody else is simply not there:\n\n```sql\nSELECT file FROM statement\n WHERE id = $1 AND account_id = ANY ($2) -- accounts of the session\n```\n\nRandom identifiers are a good second measure and no replacement.',
    instances: [
      'https://online.aldervale.example/api/v2/statements/70031846.pdf',
      'https://m.aldervale.example/api/v2/statements/70031846.pdf # same service behind the mobile gateway',
    ],
    images: [
      {
        file: 'statement-request.png',
        caption: 'Test account 2 receives a statement of test account 1',
        alt: 'A request for statement 70031846 with the session of customer B, answered with the PDF file of customer A',
      },
    ],
  },
  {
    title: 'Limit for new payees is checked in the browser only',
    vector: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:L/UI:N/VC:N/VI:H/VA:N/SC:N/SI:N/SA:N',
    cwe: [602, 840],
    description:
      'In the first 24 hours a new payee may receive at most £ 500, and a higher amount asks for the second factor. Both checks are made by the page. The service accepts what it is sent.',
    impact:
      'Whoever takes over a session, for example with a stolen telephone, can empty an account in one payment. The limit exists for exactly this case.',
    steps:
      '1. Add a payee and begin a payment of £ 100.\n2. Change `amount` in the last request to `9800.00` and remove `otp`.\n3. The payment is accepted:\n\n[[payee-limit]]\n\nThe payment went to an account of the bank set up for this test and was booked back.',
    recommendation:
      'Decide on the server: keep the time at which a payee was added, add up what went to it, and demand a fresh second factor above the limit. Leave the checks of the page as a help for people who type.',
    instances: [
      'https://online.aldervale.example/api/v2/payments',
      'https://m.aldervale.example/api/v2/payments',
    ],
    images: [
      {
        file: 'payee-limit.png',
        caption: '£ 9,800 to a payee added on the same day, without a second factor',
        alt: 'The bank’s page confirms a payment of 9,800 pounds although the limit for new payees is 500 pounds',
      },
    ],
  },
  {
    title: 'Second factor can be skipped with a remembered device',
    vector: 'CVSS:4.0/AV:N/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N',
    cwe: [287, 330],
    description:
      'The cookie `device` says that a device is known, and then no code is asked for. Its value is the customer number and the day of the last sign-in, encoded in Base64. It is neither random nor signed.',
    impact:
      'With a password, which people use elsewhere too, an attacker signs in without the second factor.',
    steps:
      '1. Encode `customer number|day of the last sign-in`:\n\n```sh\nprintf \'40022871|%s\' "$(date +%F)" | base64\n```\n\n2. Send it as the cookie `device` with the password.\n3. The answer holds a session; no code was asked for.\n\nThe day is no secret: at most 90 values have to be tried.',
    recommendation:
      'Store a random value of 128 bits for each remembered device, as a hash and bound to the account, and let it end after 30 days. Show customers their devices, so that they can remove them.',
    instances: ['https://online.aldervale.example/login/device'],
  },
  {
    title: 'Session survives a change of the password',
    vector: 'CVSS:3.1/AV:N/AC:H/PR:L/UI:N/S:U/C:H/I:L/A:N',
    cwe: [613],
    description:
      'When a customer changes the password, other sessions go on. They end after twelve hours, whether used or not.',
    impact:
      'A customer who notices a stranger in the account and changes the password does not get rid of them for up to twelve hours.',
    steps:
      '1. Sign in with two browsers.\n2. Change the password in the second.\n3. Use the first:\n\n[[session-after-change]]',
    recommendation:
      'End every other session of the account in the same transaction that stores the new password, and say so on the page. The same belongs to a reset of the second factor.',
    instances: [
      'https://online.aldervale.example/settings/password',
      'https://m.aldervale.example/api/v2/password',
    ],
    images: [
      {
        file: 'session-after-change.png',
        caption: 'The old session still reads accounts half an hour after the password was changed',
        alt: 'A terminal shows two requests with the old session cookie; both succeed after the password change',
      },
    ],
  },
];
