import { Kbd } from '../display/kbd.tsx';
import { useStrings } from '../strings.ts';
import { Dialog } from './dialog.tsx';

/** Keys that belong together. */
export type ShortcutGroup = {
  heading: string;
  /** `keys` are pressed one after the other: ["G", "U"]. */
  items: readonly { label: string; keys: readonly string[] }[];
};

/** All keys on one sheet; opens with "?". */
export function ShortcutsDialog({
  open,
  onOpenChange,
  groups,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  groups: readonly ShortcutGroup[];
}) {
  const strings = useStrings();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} size="lg" title={strings.shortcutsTitle}>
      <div className="ui-shortcuts">
        {groups.map((group) => (
          <section key={group.heading}>
            <h3 className="ui-heading">{group.heading}</h3>
            <dl>
              {group.items.map((item) => (
                <div key={item.label}>
                  <dt>{item.label}</dt>
                  <dd>
                    {item.keys.map((key, index) => (
                      <Kbd key={`${index}${key}`}>{key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
