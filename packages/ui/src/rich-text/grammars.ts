import type { common } from 'lowlight';

type Grammar = (typeof common)[string];

const HEADER = { scope: 'attr', begin: /^[A-Za-z][A-Za-z0-9-]*(?=:)/ };

/** HTTP messages as a proxy shows them: request or status line, headers, and a body left as it is. */
export const http: Grammar = () => ({
  name: 'HTTP',
  contains: [
    { scope: 'keyword', begin: /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE|CONNECT)(?= )/ },
    { scope: 'meta', begin: /\bHTTP\/[0-9.]+/ },
    { scope: 'number', begin: /(?<=HTTP\/[0-9.]{1,3} )[1-5][0-9]{2}\b/ },
    HEADER,
  ],
});

/** PowerShell, as far as commands in a report need it. */
export const powershell: Grammar = () => ({
  name: 'PowerShell',
  case_insensitive: true,
  contains: [
    { scope: 'comment', begin: /<#/, end: /#>/ },
    { scope: 'comment', begin: /#/, end: /$/ },
    { scope: 'string', begin: /"/, end: /"/, contains: [{ begin: /`./ }] },
    { scope: 'string', begin: /'/, end: /'/ },
    { scope: 'variable', begin: /\$[\w:]+/ },
    { scope: 'title', begin: /\b[A-Z][a-z]+-[A-Z]\w+/ },
    { scope: 'attr', begin: /(?<=\s)-[A-Za-z]\w*/ },
    { scope: 'number', begin: /\b(?:0x[0-9a-f]+|[0-9]+(?:\.[0-9]+)?)(?:[kmgt]b)?\b/ },
    {
      scope: 'keyword',
      begin:
        /\b(?:if|else|elseif|foreach|for|while|switch|function|param|return|try|catch|finally|throw|in)\b/,
    },
  ],
});
