import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { RichTextView } from './rich-text-view.tsx';

const ID = '0190b3c1-7c1e-7000-8000-0123456789a1';

function render(text: string): string {
  const view = (
    <RichTextView
      text={text}
      evidence={(id) => (id === ID ? { src: '/evidence/1', alt: 'A reply' } : null)}
    />
  );
  return renderToStaticMarkup(view).replace(/^<div class="ui-prose">|<\/div>$/g, '');
}

describe('a text as people read it', () => {
  test.each([
    ['HTML is letters', '<img src=x onerror=alert(1)>', '<p>&lt;img src=x onerror=alert(1)&gt;</p>'],
    ['an unsafe link is letters', '[a](javascript:alert(1))', '<p>[a](javascript:alert(1))</p>'],
    [
      'a link opens elsewhere and tells nothing',
      '[a](https://b.example/?c=1&d="2)',
      '<p><a class="ui-prose-link" href="https://b.example/?c=1&amp;d=%222" rel="noreferrer noopener" target="_blank">a</a></p>',
    ],
    [
      'headings begin below the page’s own and leave no level out',
      '## a\n\n#### b',
      '<h3 data-level="2">a</h3><h4 data-level="4">b</h4>',
    ],
    ['a list keeps its first number', '3. a', '<ol start="3"><li><p>a</p></li></ol>'],
    ['breaks', 'a  \nb', '<p>a<br/>b</p>'],
  ])('%s', (_, text, html) => {
    expect(render(text)).toBe(html);
  });

  test('evidence is shown late and described', () => {
    expect(render(`![The *reply*](evidence:${ID})`)).toBe(
      '<figure class="ui-prose-figure"><img src="/evidence/1" alt="A reply" loading="lazy" decoding="async"/><figcaption>The reply</figcaption></figure>',
    );
  });

  test('evidence that the reader may not see leaves its caption', () => {
    const html = render(`![The reply](evidence:${ID.replace('a1', 'a2')})`);
    expect(html).not.toContain('<img');
    expect(html).toContain('This image is not available');
    expect(html).toContain('<figcaption>The reply</figcaption>');
  });

  test('where nothing may be hinted at, a figure without an image is left out with its caption', () => {
    const view = (
      <RichTextView hideMissing text={`Before\n\n![The reply](evidence:${ID})`} evidence={() => null} />
    );
    expect(renderToStaticMarkup(view)).toBe('<div class="ui-prose"><p>Before</p></div>');
  });

  test('an image that opens large says so', () => {
    const image = { src: '/evidence/1', alt: 'A reply', onOpen: () => undefined };
    const html = renderToStaticMarkup(<RichTextView text={`![](evidence:${ID})`} evidence={() => image} />);
    expect(html).toContain('<button type="button" class="ui-prose-zoom"');
    expect(html).toContain('Open large');
  });

  test('code shows before its colours arrive, and can be scrolled by keyboard', () => {
    expect(render('```http\nGET / <b>\n```')).toBe(
      '<pre tabindex="0" role="group" aria-label="Code, http" class="ui-prose-code"><code>GET / &lt;b&gt;</code></pre>',
    );
  });

  test('a ticked task says so in words', () => {
    expect(render('- [x] a')).toContain('aria-label="Done"');
    expect(render('- [ ] a')).toContain('aria-label="To do"');
  });
});
