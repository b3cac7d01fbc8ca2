import type { RenderedLetter } from './letter.ts';
import { WORDS } from './words.ts';

/** Under which the logo is attached. */
export const LOGO_CID = 'logo@sallyport';

const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const INK = '#1c2529';
const QUIET = '#56636a';

/** The letter as HTML: tables and inline styles, which every mail program knows; the one style sheet is for the dark. */
export function renderHtml({ letter, notMeUrl, context, hasLogo }: RenderedLetter): string {
  const { firmName, doorName, displayName, email } = context;
  const rows = [
    hasLogo
      ? row(
          `<img src="cid:${LOGO_CID}" alt="${escapeHtml(firmName)}" height="40" style="display:block;height:40px;width:auto;max-width:240px;border:0">`,
        )
      : row(
          `<p class="ink" style="margin:0;${FONT};font-size:15px;font-weight:600;color:${INK}">${escapeHtml(firmName)}</p>`,
        ),
    row(
      `<h1 class="ink" style="margin:0;${FONT};font-size:22px;line-height:28px;font-weight:650;color:${INK}">${escapeHtml(letter.heading)}</h1>`,
    ),
    ...[WORDS.greeting(displayName), ...letter.paragraphs].map((text) => row(paragraph(text))),
    ...(letter.facts ? [row(facts(letter.facts))] : []),
    ...(letter.action ? [row(button(letter.action)), row(fallback(letter.action.url))] : []),
    ...(letter.notes ?? []).map((text) => row(quiet(escapeHtml(text)))),
    ...(notMeUrl ? [row(notMe(notMeUrl))] : []),
    row(
      `<div class="line" style="border-top:1px solid #d9dfe2;padding-top:16px">${quiet(
        `${escapeHtml(WORDS.sentBy(firmName, doorName))}<br>${escapeHtml(WORDS.sentTo(email))}`,
      )}</div>`,
    ),
  ];
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no">
<title>${escapeHtml(letter.subject)}</title>
<style>
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
.page { background-color: #14191c !important; }
.card { background-color: #1d2428 !important; border-color: #333c41 !important; }
.ink { color: #eceff0 !important; }
.quiet { color: #a9b4b9 !important; }
.line { border-color: #333c41 !important; }
.link { color: #7fd0d0 !important; }
.button { background-color: #5fb9ba !important; }
.button a { color: #0d2224 !important; }
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background-color:#eef1f2">
<div role="main">
<table class="page" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="background-color:#eef1f2">
<tr><td align="center" style="padding:24px 12px">
<table class="card" role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;background-color:#ffffff;border:1px solid #d9dfe2;border-radius:10px">
${rows.join('\n')}
<tr><td style="height:24px;line-height:24px;font-size:0">&nbsp;</td></tr>
</table>
</td></tr>
</table>
</div>
</body>
</html>
`;
}

function row(content: string): string {
  return `<tr><td style="padding:20px 28px 0">${content}</td></tr>`;
}

function paragraph(text: string): string {
  return `<p class="ink" style="margin:0;${FONT};font-size:16px;line-height:24px;color:${INK}">${escapeHtml(text)}</p>`;
}

/** @param html is markup, escaped already */
function quiet(html: string): string {
  return `<p class="quiet" style="margin:0;${FONT};font-size:14px;line-height:21px;color:${QUIET}">${html}</p>`;
}

function facts(pairs: readonly (readonly [string, string])[]): string {
  const cell = `${FONT};font-size:15px;line-height:22px;text-align:left;vertical-align:top;padding:3px 0`;
  const lines = pairs.map(
    ([label, value]) =>
      `<tr><th class="quiet" scope="row" style="${cell};padding-right:16px;font-weight:400;color:${QUIET}">${escapeHtml(label)}</th><td class="ink" style="${cell};color:${INK};word-break:break-word">${escapeHtml(value)}</td></tr>`,
  );
  return `<table cellpadding="0" cellspacing="0" border="0">${lines.join('')}</table>`;
}

function button({ label, url }: { label: string; url: string }): string {
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="button" style="background-color:#14666b;border-radius:8px"><a href="${escapeHtml(url)}" style="display:inline-block;padding:12px 22px;${FONT};font-size:16px;line-height:20px;font-weight:600;color:#ffffff;text-decoration:none">${escapeHtml(label)}</a></td></tr></table>`;
}

function fallback(url: string): string {
  return quiet(
    `${escapeHtml(WORDS.linkHelp)}<br><a class="link" href="${escapeHtml(url)}" style="color:#0f5f66;word-break:break-all">${escapeHtml(url)}</a>`,
  );
}

function notMe(url: string): string {
  return `<div class="line" style="border-top:1px solid #d9dfe2;padding-top:16px">${quiet(
    `<strong class="ink" style="color:${INK}">${escapeHtml(WORDS.notMe.question)}</strong> ${escapeHtml(WORDS.notMe.text)}<br><a class="link" href="${escapeHtml(url)}" style="color:#0f5f66">${escapeHtml(WORDS.notMe.label)}</a>`,
  )}</div>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
