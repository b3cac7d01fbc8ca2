import { UpdateFindingInput } from '@sallyport/contracts/staff';
import { clearDraft, errorDataOf, hasCode, readDraft, writeDraft } from '@sallyport/forms';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { problemOf } from '../../lib/problem-of.ts';
import { client } from '../../lib/trpc.ts';
import { changedFields, type FieldName, FindingValues, inputOf, valuesOf } from './finding-draft.ts';
import { type Finding, findingOptions, findingsChanged } from './findings.queries.ts';

const KEEP_AFTER_MS = 300;
const Kept = z.object({ version: z.number(), base: FindingValues, values: FindingValues });

interface State {
  /** What was saved when the changes began, and its version. */
  base: FindingValues;
  version: number;
  values: FindingValues;
}

export interface FindingDraft {
  values: FindingValues;
  base: FindingValues;
  isDirty: boolean;
  isSaving: boolean;
  /** Changes of an earlier visit were found and put back. */
  isRestored: boolean;
  /** Somebody else saved since these changes began. */
  isBehind: boolean;
  savedAt: string | null;
  errors: Readonly<Record<string, string>>;
  failure: string | null;
  set: <Name extends FieldName>(name: Name, value: FindingValues[Name]) => void;
  /** Saves and answers whether it is saved; a conflict makes `isBehind` true. */
  save: () => Promise<boolean>;
  discard: () => void;
  /** Goes on from what somebody else saved, with these values. */
  rebase: (values: FindingValues) => void;
}

function fresh(finding: Finding): State {
  const base = valuesOf(finding);
  return { base, values: base, version: finding.version };
}

function restored(key: string, finding: Finding): State | null {
  const kept = Kept.safeParse(readDraft(key));
  if (!kept.success || !finding.abilities.canWrite) return null;
  return changedFields(kept.data.base, kept.data.values).length > 0 ? kept.data : null;
}

/** The changes to one finding: kept over a reload, saved as a whole, never over what somebody else saved. */
export function useFindingDraft(finding: Finding): FindingDraft {
  const key = `finding.${finding.id}`;
  const queryClient = useQueryClient();
  const [first] = useState(() => restored(key, finding));
  const [state, setState] = useState<State>(() => first ?? fresh(finding));
  const [isRestored, setRestored] = useState(first !== null);
  const [isSaving, setSaving] = useState(false);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const latest = useRef(state);
  latest.current = state;
  const isDirty = changedFields(state.base, state.values).length > 0;
  const isBehind = isDirty && !isSaving && finding.version > state.version;

  useEffect(() => {
    const now = latest.current;
    const isUntouched = changedFields(now.base, now.values).length === 0;
    if (isUntouched && finding.version > now.version) setState(fresh(finding));
  }, [finding]);

  useEffect(() => {
    const keep = () => {
      if (changedFields(state.base, state.values).length > 0) writeDraft(key, state);
      else clearDraft(key);
    };
    const timer = setTimeout(keep, KEEP_AFTER_MS);
    addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', keep);
      if (latest.current === state) keep();
    };
  }, [key, state]);

  function set<Name extends FieldName>(name: Name, value: FindingValues[Name]) {
    setState((now) => ({ ...now, values: { ...now.values, [name]: value } }));
    setErrors((now) => without(now, name));
  }

  async function save(): Promise<boolean> {
    const { values, version } = latest.current;
    const input = UpdateFindingInput.safeParse(inputOf(values, version));
    setFailure(null);
    setErrors(problemsOf(input.error?.issues));
    if (!input.success || isSaving) return false;
    setSaving(true);
    try {
      const saved = await client.findings.updateFinding.mutate({ findingId: finding.id, ...input.data });
      setState((now) => ({ ...now, base: values, version: saved.version }));
      setSavedAt(saved.updatedAt);
      setRestored(false);
      void findingsChanged(queryClient, finding.projectId);
      return true;
    } catch (error) {
      const fields = errorDataOf(error)?.fields;
      if (hasCode(error, 'STALE_EDIT')) await queryClient.refetchQueries(findingOptions(finding.id));
      else if (fields?.length)
        setErrors(Object.fromEntries(fields.map((field) => [field.path, field.message])));
      else setFailure(problemOf(error) ?? null);
      return false;
    } finally {
      setSaving(false);
    }
  }

  function start(next: State) {
    latest.current = next; // a save in the same breath starts from here
    setState(next);
    setErrors({});
    setFailure(null);
    setRestored(false);
  }

  return {
    ...state,
    isDirty,
    isSaving,
    isRestored,
    isBehind,
    savedAt,
    errors,
    failure,
    set,
    save,
    discard: () => start(fresh(finding)),
    rebase: (values) => start({ ...fresh(finding), values }),
  };
}

function without(errors: Readonly<Record<string, string>>, name: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(errors).filter(([path]) => path !== name && !path.startsWith(`${name}.`)),
  );
}

function problemsOf(issues: readonly z.core.$ZodIssue[] = []): Record<string, string> {
  return Object.fromEntries(issues.map(({ path, message }) => [path.join('.'), message]));
}
