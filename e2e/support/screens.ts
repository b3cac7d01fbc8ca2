import axe from 'axe-core';
import { afterAll, describe, expect, test } from 'vitest';
import { hasBrowser } from './browser.ts';
import type { Stage } from './stage.ts';
import type { Visitor } from './visitor.ts';

/** One screen: how to get there, signed in or not. */
export interface Screen {
  name: string;
  door: 'staff' | 'portal';
  isSignedIn: boolean;
  show(visitor: Visitor): Promise<void>;
}

export function staff(name: string, isSignedIn: boolean, show: Screen['show']): Screen {
  return { name: `staff ${name}`, door: 'staff', isSignedIn, show };
}

export function portal(name: string, isSignedIn: boolean, show: Screen['show']): Screen {
  return { name: `portal ${name}`, door: 'portal', isSignedIn, show };
}

const DESKTOP = { width: 1440, height: 900 } as const;
const PHONE = { width: 360, height: 740 } as const;
/** The long version (`npm run test:deep`) has axe look at phones too. */
const IS_DEEP = process.env['SALLYPORT_DEEP'] === '1';

/** All rules over the whole page. The builder of axe's own package would open a second page for each look, to sum up in. */
async function violations({ page }: Visitor): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const look: typeof axe = Reflect.get(globalThis, 'axe');
    return (await look.run(document, { resultTypes: ['violations'] })).violations;
  });
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')}: ${failureSummary ?? ''}`,
    ),
  );
}

/**
 * Looks at every screen with axe in both themes, and demands that it fits a phone.
 * @param arrive brings somebody to the door of a screen, signed in where it asks for that; once for all such screens
 */
export function examineScreens(
  stage: () => Stage,
  screens: readonly Screen[],
  arrive: (house: Stage, screen: Screen) => Promise<Visitor>,
): void {
  describe('a screen', () => {
    const visitors = new Map<string, Visitor>();
    const visitorFor = async (screen: Screen): Promise<Visitor> => {
      const key = `${screen.door} ${screen.isSignedIn}`;
      const visitor = visitors.get(key) ?? (await arrive(stage(), screen));
      visitors.set(key, visitor);
      await visitor.page.emulateMedia({ colorScheme: 'light' });
      await visitor.page.setViewportSize(DESKTOP);
      return visitor;
    };
    afterAll(() => (hasBrowser ? stage().sendHome() : undefined));

    test.each(screens)('$name has no axe violation in either theme, and fits a phone', async (screen) => {
      const visitor = await visitorFor(screen);
      const { page } = visitor;
      try {
        await screen.show(visitor);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect.soft(await violations(visitor), colorScheme).toEqual([]);
        }
        await page.setViewportSize(PHONE);
        const widths = () => page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0);
        await expect
          .poll(widths, { message: 'at 360 pixels', timeout: 2_000 })
          .toBeLessThanOrEqual(PHONE.width);
        if (IS_DEEP) expect.soft(await violations(visitor), 'dark, at 360 pixels').toEqual([]);
        await visitor.picture(`${screen.name} phone`);
        stage().demandNoProblems();
      } finally {
        // The next screen begins afresh: no draft, no dialog, no guard that asks before leaving.
        await page.evaluate(() => sessionStorage.clear());
        await page.goto('about:blank');
      }
    });
  });
}
