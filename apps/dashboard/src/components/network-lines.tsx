import { Button, Icon, IconButton, TextInput } from '@sallyport/ui';
import { useId } from 'react';
import type { Outputs } from '../lib/trpc.ts';
import { strings } from '../strings/strings.ts';

const t = strings.settings.networks;

export interface NetworkLine {
  key: number;
  network: string;
  note: string;
}

type Told = Outputs['addressRules']['preview']['lines'][number];

/** Networks one below the other, each with what the server says about it. Empty lines are not sent, so they are not counted. */
export function NetworkLines({
  lines,
  told,
  onChange,
}: {
  lines: readonly NetworkLine[];
  told: readonly Told[];
  onChange: (lines: readonly NetworkLine[]) => void;
}) {
  const filled = lines.filter(({ network }) => network.trim() !== '');
  const patch = (key: number, part: Partial<NetworkLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  return (
    <ul className="divide-y divide-border-soft">
      {lines.map((line) => (
        <Line
          key={line.key}
          line={line}
          told={told[filled.indexOf(line)]}
          onChange={(part) => patch(line.key, part)}
          onRemove={() => onChange(lines.filter(({ key }) => key !== line.key))}
        />
      ))}
    </ul>
  );
}

function Line({
  line,
  told,
  onChange,
  onRemove,
}: {
  line: NetworkLine;
  told: Told | undefined;
  onChange: (part: Partial<NetworkLine>) => void;
  onRemove: () => void;
}) {
  const noteId = useId();
  const problem = told?.problem ?? null;
  const suggestion = told?.suggestion ?? null;
  const remark = told?.remark ?? told?.size ?? null;
  return (
    <li className="px-3.5 py-2">
      <div className="flex items-center gap-2 max-sm:flex-wrap">
        <TextInput
          aria-label={t.network}
          aria-describedby={problem || remark ? noteId : undefined}
          aria-invalid={problem ? true : undefined}
          className="max-w-64 min-w-0 flex-1 font-mono max-sm:max-w-none"
          placeholder={t.networkPlaceholder}
          autoComplete="off"
          spellCheck={false}
          value={line.network}
          onChange={(event) => onChange({ network: event.target.value })}
        />
        <IconButton icon="x" label={t.remove(line.network)} className="sm:order-3" onClick={onRemove} />
        <TextInput
          aria-label={t.note}
          className="min-w-0 flex-1 max-sm:basis-full"
          placeholder={t.notePlaceholder}
          maxLength={120}
          value={line.note}
          onChange={(event) => onChange({ note: event.target.value })}
        />
      </div>
      {problem ? (
        <div className="mt-1 flex flex-wrap items-center gap-2">
          <p className="ui-field-error" id={noteId}>
            <Icon name="alert" size={14} />
            <span>{problem}</span>
          </p>
          {suggestion ? (
            <Button size="sm" onClick={() => onChange({ network: suggestion })}>
              {t.use(suggestion)}
            </Button>
          ) : null}
        </div>
      ) : remark ? (
        <p className="mt-1 text-xs text-text-3" id={noteId}>
          {remark}
        </p>
      ) : null}
    </li>
  );
}
