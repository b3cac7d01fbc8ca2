import type { Browser, BrowserContext, Locator, Page, Response } from 'playwright-core';
import { outputPath } from './output.ts';

const TIMEOUT_MS = 12_000;
const DESKTOP = { width: 1440, height: 900 } as const;

/** An answer that is no fault: the page handles it, and the journey is about it. */
interface Expected {
  status: number;
  /** The procedure, as it stands in the address. */
  procedure: string;
}

/** How a page learns that nobody is signed in. Allowed everywhere; nothing else is unless a journey says so. */
const ALWAYS_EXPECTED: readonly Expected[] = [{ status: 401, procedure: 'auth.getCurrent' }];

/** What the browser says about a request that a navigation cut short; nobody waits for its answer any more. */
const CUT_SHORT = 'net::ERR_ABORTED';

export interface VisitorOptions {
  url: string;
  name: string;
  viewport?: { width: number; height: number };
  theme?: 'light' | 'dark';
}

/** One person at one browser of their own: a context with one page, watched for everything that goes wrong in it. */
export class Visitor {
  readonly name: string;
  readonly url: string;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly #problems: string[] = [];
  readonly #expected: Expected[] = [...ALWAYS_EXPECTED];
  readonly #expectedWords: RegExp[] = [];

  private constructor(options: VisitorOptions, context: BrowserContext, page: Page) {
    this.name = options.name;
    this.url = options.url;
    this.context = context;
    this.page = page;
    this.#watch(page);
  }

  static async arrive(browser: Browser, options: VisitorOptions): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: options.viewport ?? DESKTOP,
      colorScheme: options.theme ?? 'light',
      locale: 'en-GB',
      timezoneId: 'Pacific/Chatham',
      // A picture and axe must not meet something half faded in.
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(TIMEOUT_MS);
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: options.url });
    return new Visitor(options, context, await context.newPage());
  }

  /** A further tab of the same browser, watched like the first. */
  async openTab(path: string): Promise<Page> {
    const tab = await this.context.newPage();
    this.#watch(tab);
    await tab.goto(`${this.url}${path}`);
    return tab;
  }

  /** Says that this answer belongs to the journey. */
  expects(status: number, procedure: string): void {
    this.#expected.push({ status, procedure });
  }

  /** Says that the console may say this. */
  expectsConsole(words: RegExp): void {
    this.#expectedWords.push(words);
  }

  /** Everything that went wrong so far, in words; a journey ends with none. */
  get problems(): readonly string[] {
    return this.#problems;
  }

  async open(path: string): Promise<void> {
    await this.page.goto(`${this.url}${path}`);
  }

  /** The path of the page, without the origin. */
  get path(): string {
    const { pathname, search } = new URL(this.page.url());
    return pathname + search;
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name });
  }

  field(label: string | RegExp): Locator {
    return this.page.getByLabel(label, { exact: typeof label === 'string' });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  link(name: string | RegExp): Locator {
    return this.page.getByRole('link', { name, exact: typeof name === 'string' });
  }

  /** A place in the main navigation; the way here may name it too. */
  place(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true });
  }

  text(text: string | RegExp): Locator {
    return this.page.getByText(text).first();
  }

  /** Types into labelled fields, in the order given. */
  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, value] of Object.entries(fields)) await this.field(label).fill(value);
  }

  async sees(...locators: readonly Locator[]): Promise<void> {
    for (const locator of locators) await locator.waitFor({ state: 'visible' });
  }

  async seesNo(...locators: readonly Locator[]): Promise<void> {
    for (const locator of locators) await locator.waitFor({ state: 'hidden' });
  }

  async picture(words: string): Promise<void> {
    await this.page.screenshot({ path: outputPath(words, 'png') }).catch(() => undefined);
  }

  leave(): Promise<void> {
    return this.context.close();
  }

  #watch(page: Page): void {
    const note = (problem: string) => void this.#problems.push(`${this.name}: ${problem}`);
    page.on('pageerror', (error) => note(`the page threw ${error.message}`));
    page.on('console', (message) => {
      // Answers are watched themselves; the console repeats each without saying which procedure it was.
      const text = message.text();
      if (message.type() !== 'error' || text.startsWith('Failed to load resource')) return;
      if (!this.#expectedWords.some((words) => words.test(text))) note(`the console says ${text}`);
    });
    page.on('requestfailed', (request) => {
      const text = request.failure()?.errorText ?? 'no reason';
      if (text !== CUT_SHORT) note(`${request.method()} ${request.url()} failed: ${text}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400 && !this.#isExpected(response))
        note(`${response.request().method()} ${response.url()} answered ${response.status()}`);
    });
  }

  #isExpected(response: Response): boolean {
    const { pathname } = new URL(response.url());
    return this.#expected.some(
      ({ status, procedure }) => response.status() === status && pathname.includes(procedure),
    );
  }
}
