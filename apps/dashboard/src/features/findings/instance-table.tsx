import { Checkbox } from '@sallyport/ui';
import { useCallback } from 'react';
import { strings } from '../../strings/strings.ts';
import type { Instance } from './findings.queries.ts';
import { InstanceRow } from './instance-row.tsx';

const t = strings.findings.instances;
const WIDTHS = { service: 'w-24', parameter: 'w-32', note: 'w-48', result: 'w-28', actions: 'w-16' } as const;

/** Places line by line. */
export function InstanceTable({
  rows,
  canEdit,
  selected,
  onSelect,
  onEdit,
  onRemove,
}: {
  rows: readonly Instance[];
  canEdit: boolean;
  selected: ReadonlySet<string>;
  onSelect: (change: (selected: ReadonlySet<string>) => ReadonlySet<string>) => void;
  onEdit: (instance: Instance) => void;
  onRemove: (instance: Instance) => void;
}) {
  const toggle = useCallback(
    (id: string) =>
      onSelect((now) => {
        const next = new Set(now);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    [onSelect],
  );
  const picked = rows.filter(({ id }) => selected.has(id)).length;
  const hasOutputs = rows.some(({ output }) => output !== '');
  const isAll = picked === rows.length && picked > 0;
  return (
    <div className="ui-table-box">
      <table className="ui-table" data-density="compact" aria-label={t.heading}>
        <thead>
          <tr>
            {canEdit ? (
              <th className="ui-table-check" scope="col">
                <Checkbox
                  hideLabel
                  label={t.selectAll}
                  checked={isAll ? true : picked > 0 ? 'mixed' : false}
                  onChange={() => onSelect(() => (isAll ? new Set() : new Set(rows.map(({ id }) => id))))}
                />
              </th>
            ) : null}
            <th scope="col" data-fill="">
              {t.where}
            </th>
            <th scope="col" className={WIDTHS.service} data-wide-only="">
              {t.service}
            </th>
            <th scope="col" className={WIDTHS.parameter}>
              {t.parameter}
            </th>
            <th scope="col" className={WIDTHS.note} data-wide-only="">
              {t.note}
            </th>
            <th scope="col" className={WIDTHS.result}>
              {t.result}
            </th>
            {canEdit ? (
              <th scope="col" className={WIDTHS.actions}>
                <span className="sr-only">{t.actions}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {rows.map((instance) => (
            <InstanceRow
              key={instance.id}
              instance={instance}
              canEdit={canEdit}
              hasOutputs={hasOutputs}
              isSelected={selected.has(instance.id)}
              onToggle={toggle}
              onEdit={onEdit}
              onRemove={onRemove}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
