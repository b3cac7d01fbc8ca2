import type { SampleFinding } from './finding.ts';

/** Online banking of the bank: what it does with what it is sent. */
export const ONLINE_BANKING_INPUT: readonly SampleFinding[] = [
  {
    title: 'SQL injection in account recovery',
    vector: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N',
    cwe: [89],
    links: [
      'https://cheatsheetseries.owasp.org/cheatsheets/SQL_Injection_Prevention_Cheat_Sheet.html',
      'https://cwe.mitre.org/data/definitions/89.html',
    ],
    description:
      'The recovery form at `/recover` passes the customer number into a database query as it is. Someone who is not signed in can read any row of the table `holders`: names, sort codes and the last four digits of account numbers.\n\nThe database account of the service is called `recovery_rw` and may write as well.',
    impact:
      'The data of every account holder can be read from the internet without an account, in a few minutes. Because the account may write, recovery addresses can be changed too, which leads to taking over accounts one by one.',
    steps:
      '1. Find the number of columns:\n\n[[recovery-columns]]\n\n2. Put other columns in their place:\n\n[[recovery-request]]\n\n3. The answer lists account holders. We stopped after three rows and deleted them.',
    recommendation:
      'Bind the customer number as a parameter in all three places below, and reject anything but eight digits before the query.\n\n```ts\nconst rows = await db.query(\n  "SELECT channel FROM recovery WHERE customer_no = $1",\n  [customerNo],\n);\n```\n\nGive the recovery service a database account that can read one view only.',
    instances: [
      'https://online.aldervale.example/recover # parameter customerNo',
      'https://online.aldervale.example/recover/resend # parameter customerNo',
      'https://m.aldervale.example/api/v1/recover # parameter customer_no',
    ],
    images: [
      {
        file: 'recovery-columns.png',
        caption: 'Column count by ordering, and the account that the query runs under',
        alt: 'A terminal orders by columns three, four and five; the fifth answers 500. A second request returns the database version and the user recovery_rw',
      },
      {
        file: 'recovery-request.png',
        caption: 'Rows of account holders in the answer of the recovery form',
        alt: 'A request whose customer number holds a UNION query, answered with three names, sort codes and account tails',
      },
    ],
    isPublishedEarly: true,
  },
  {
    title: 'Script in a message runs for the service team',
    vector: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:R/S:C/C:H/I:H/A:N',
    cwe: [79, 434],
    links: ['https://owasp.org/www-community/attacks/xss/'],
    description:
      'Customers attach pictures to messages. An SVG file is stored and shown as it is, inside the page of the service team. Scripts in it run there, with the rights of the agent who reads the message.',
    impact:
      'A customer can act as any agent who opens the message: read accounts, change addresses, reset second factors. The agent notices nothing.',
    steps:
      '1. Write a message with the attachment `offer.svg`:\n\n```xml\n<svg xmlns="http://www.w3.org/2000/svg">\n  <script>alert("Stonemere test: script ran as agent " + agentName)</script>\n</svg>\n```\n\n2. Open the message as an agent:\n\n[[message-script]]',
    recommendation:
      '- Take PNG, JPEG and WebP only, and encode each picture anew.\n- Serve attachments from a host of their own with `Content-Disposition: attachment`.\n- Add a Content Security Policy without `unsafe-inline` to the pages of agents.',
    instances: [
      'https://online.aldervale.example/messages',
      'https://service.aldervale.example/inbox # where it runs',
    ],
    images: [
      {
        file: 'message-script.png',
        caption: 'The script of a customer runs in the page of agent service.desk.04',
        alt: 'A dialog over the message page says that a script ran as agent service.desk.04',
      },
    ],
  },
  {
    title: 'Preview of links fetches addresses inside the bank',
    vector: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:N/A:N',
    cwe: [918],
    description:
      'The message page shows a preview of links. The server fetches whatever address it is given, also private ones, and returns title and first lines.',
    impact:
      'Customers can find out which hosts and services exist inside, and read pages that need no sign-in. We reached two: a printer and a page of metrics.',
    steps:
      '1. Send `{"url":"http://198.51.100.40:9090/metrics"}` to `/api/v2/preview`.\n2. The answer holds the first lines of the metrics page.\n3. Hosts that do not exist answer after 3 seconds, those that do at once.',
    recommendation:
      'Resolve the name first, refuse private and link-local addresses, connect to the address that was checked, and follow no redirects. Better still: let the browser show the link without a preview.',
    instances: ['https://online.aldervale.example/api/v2/preview # parameter url'],
  },
  {
    title: 'Card activation code can be guessed',
    vector: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:L/A:N',
    cwe: [307],
    description:
      'A new card is activated with a code of four digits. Attempts are neither counted nor slowed down; 40 requests a second were answered.',
    impact:
      'A card stolen from the post can be activated in about four minutes by anyone with online access.',
    steps:
      '1. Send the codes `0000` to `9999` to `/api/v2/cards/activate` one after the other.\n2. A wrong code answers `422`, the right one `200`. Ours was found after 6,113 attempts.',
    recommendation:
      'Block activation of a card after five wrong codes, tell the customer, and offer a new code by post. Count by card, not by session.',
    instances: ['https://online.aldervale.example/api/v2/cards/activate'],
  },
  {
    title: 'Open redirect after sign-in',
    vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:N/I:L/A:N',
    cwe: [601],
    description:
      'The parameter `next` of the sign-in page takes any address. After signing in, the browser goes there.',
    impact:
      'A link that begins with the bank’s own address can end on a copy of the bank’s page: good bait for phishing.',
    steps:
      'Open `https://online.aldervale.example/login?next=//aldervale-login.example` and sign in. The browser lands on the other host.',
    recommendation: 'Accept paths of the own site only: they begin with one `/`, and not with `//` or `/\\`.',
    instances: ['https://online.aldervale.example/login # parameter next'],
  },
];
