import { ICON_PATHS, type IconName } from '../../src/icons/icon-paths.ts';
import { Icon, Mark, Segmented, ThemeToggle } from '../../src/index.ts';
import { setDoor, useDoor } from '../door.ts';
import { ButtonsSection, FieldsSection } from '../sections/controls-section.tsx';
import { ChartSection, SeveritySection, StatusSection } from '../sections/marks-section.tsx';
import { OverlaysSection } from '../sections/overlays-section.tsx';
import { Section } from '../sections/section.tsx';
import { ContentSection, StatesSection } from '../sections/states-section.tsx';
import { TableSection } from '../sections/table-section.tsx';

const PAGES = ['group', 'effective', 'users', 'sign-in', 'portal-sign-in', 'portal', 'text'];

function isIcon(name: string): name is IconName {
  return name in ICON_PATHS;
}

/** Every part at its real size. */
export function ComponentsPage() {
  const door = useDoor();
  return (
    <main className="mx-auto max-w-[1360px] px-4 py-7 sm:px-10">
      <header className="mb-5 flex flex-wrap items-center gap-2.5">
        <Mark />
        <h1 className="mr-2 text-xl font-semibold">Sallyport components</h1>
        <span className="text-text-3">Every part at its real size.</span>
        <nav aria-label="Screens" className="flex flex-wrap gap-3">
          {PAGES.map((page) => (
            <a key={page} className="ui-link" href={`#${page}`}>
              {page}
            </a>
          ))}
        </nav>
        <span className="ml-auto flex flex-wrap gap-2">
          <Segmented
            label="Door"
            value={door}
            onChange={setDoor}
            options={[
              { value: 'staff', label: 'Staff' },
              { value: 'portal', label: 'Portal' },
            ]}
          />
          <ThemeToggle />
        </span>
      </header>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <SeveritySection />
          <ChartSection />
          <ButtonsSection />
          <OverlaysSection />
          <ContentSection />
        </div>
        <div className="grid gap-4">
          <StatusSection />
          <FieldsSection />
          <StatesSection />
        </div>
        <TableSection />
        <Section title="Icons" note="16 grid, stroke 1.4, round caps." wide>
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(118px,1fr))] gap-1">
            {Object.keys(ICON_PATHS)
              .filter(isIcon)
              .map((name) => (
                <li key={name} className="flex items-center gap-2 text-xs text-text-2">
                  <Icon name={name} className="text-icon" />
                  {name}
                </li>
              ))}
          </ul>
        </Section>
      </div>
    </main>
  );
}
