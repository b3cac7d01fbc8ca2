import { CodeBlock, CopyField, Notice } from '@sallyport/ui';
import { strings } from '../../strings/strings.ts';

const t = strings.tokens.ready;

/** The whole token, this once, and how it is used. */
export function NewTokenSecret({ token, url }: { token: string; url: string }) {
  return (
    <div className="flex flex-col gap-4">
      <Notice tone="caution" icon="key">
        {t.once}
      </Notice>
      <CopyField label={t.token} value={token} />
      <Example title={t.curl} language="bash" text={shellExample(url)} />
      <Example title={t.client} language="typescript" text={clientExample(url)} />
    </div>
  );
}

function Example({ title, language, text }: { title: string; language: string; text: string }) {
  return (
    <section className="min-w-0">
      <h3 className="mb-1 font-medium">{title}</h3>
      <CodeBlock language={language} text={text} />
    </section>
  );
}

// The secret stays out of the examples: what is pasted into a file should read it from the environment.
function shellExample(url: string): string {
  return [
    'read -rs SALLYPORT_TOKEN && export SALLYPORT_TOKEN',
    'curl -H "Authorization: Bearer $SALLYPORT_TOKEN" \\',
    `  '${url}/tools/projects.listProjects?input=%7B%7D'`,
  ].join('\n');
}

function clientExample(url: string): string {
  return [
    "import { createClient } from '@sallyport/client';",
    '',
    `const sallyport = createClient({ url: '${url}', token: process.env.SALLYPORT_TOKEN ?? '' });`,
    'const { rows } = await sallyport.projects.listProjects({});',
  ].join('\n');
}
