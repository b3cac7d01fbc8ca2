import { DemoBanner as Banner } from '@sallyport/ui';
import { useQuery } from '@tanstack/react-query';
import { strings } from '../../strings/strings.ts';
import { doorOptions } from '../session/session.queries.ts';

/** On every page of a demo, before and behind the door. */
export function DemoBanner() {
  const { data } = useQuery(doorOptions);
  if (data?.isDemo !== true) return null;
  return <Banner label={strings.shell.demo.label}>{strings.shell.demo.text}</Banner>;
}
