import { Checkbox, CodeText, cx, Icon, IconButton } from '@sallyport/ui';
import { memo, useState } from 'react';
import { scrolls } from '../../components/scrolls.ts';
import { strings } from '../../strings/strings.ts';
import { ResultStatus } from './finding-columns.tsx';
import type { Instance } from './findings.queries.ts';

const t = strings.findings.instances;

/** One place: what was said there opens below it. Drawn again only when it changed: there may be a thousand. */
export const InstanceRow = memo(function InstanceRow({
  instance,
  isSelected,
  canEdit,
  hasOutputs,
  onToggle,
  onEdit,
  onRemove,
}: {
  instance: Instance;
  isSelected: boolean;
  canEdit: boolean;
  /** Some place of this table has an output: the others keep its room. */
  hasOutputs: boolean;
  onToggle: (id: string) => void;
  onEdit: (instance: Instance) => void;
  onRemove: (instance: Instance) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const { id, target, address, service, parameter, note, output, result } = instance;
  return (
    <>
      <tr data-selected={isSelected ? '' : undefined}>
        {canEdit ? (
          <td className="ui-table-check">
            <Checkbox hideLabel label={t.select(target)} checked={isSelected} onChange={() => onToggle(id)} />
          </td>
        ) : null}
        <td data-fill="" data-primary="">
          <span className="flex items-center gap-1.5">
            {output === '' ? null : (
              <button
                type="button"
                className="grid size-5 shrink-0 cursor-pointer place-content-center rounded-xs text-icon hover:bg-pressed"
                aria-expanded={isOpen}
                aria-label={t.showOutput(target)}
                onClick={() => setOpen(!isOpen)}
              >
                <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={12} />
              </button>
            )}
            <span
              className={cx('truncate font-normal', hasOutputs && output === '' && 'pl-6.5')}
              title={target}
            >
              <CodeText>{target}</CodeText>
            </span>
            {address !== '' && !target.includes(address) ? (
              <span className="truncate text-xs font-normal text-text-3">{address}</span>
            ) : null}
          </span>
        </td>
        <td data-wide-only="">
          <span className="text-text-2" data-blank={service ? undefined : ''}>
            {service}
          </span>
        </td>
        <td>
          <span data-blank={parameter ? undefined : ''} title={parameter}>
            {parameter ? <CodeText muted>{parameter}</CodeText> : null}
          </span>
        </td>
        <td data-wide-only="">
          <span className="block truncate text-text-2" data-blank={note ? undefined : ''} title={note}>
            {note}
          </span>
        </td>
        <td>
          <ResultStatus result={result} />
        </td>
        {canEdit ? (
          <td data-align="end" data-actions="">
            <span className="inline-flex gap-0.5">
              <IconButton
                plain
                size="sm"
                icon="pencil"
                label={t.edit(target)}
                onClick={() => onEdit(instance)}
              />
              <IconButton
                plain
                size="sm"
                icon="trash"
                label={t.removeOne(target)}
                onClick={() => onRemove(instance)}
              />
            </span>
          </td>
        ) : null}
      </tr>
      {isOpen ? (
        <tr>
          <td colSpan={canEdit ? 7 : 5} className="bg-sunken">
            <pre
              {...scrolls(t.showOutput(target))}
              className="my-2 max-h-80 overflow-auto rounded-md border border-border bg-surface px-3 py-2 font-mono text-xs whitespace-pre-wrap wrap-anywhere"
            >
              {output}
            </pre>
          </td>
        </tr>
      ) : null}
    </>
  );
});
