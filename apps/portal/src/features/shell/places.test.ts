import { PortalPermission } from '@sallyport/contracts/portal';
import { expect, test } from 'vitest';
import { placesFor } from './places.ts';

const labels = (permissions: readonly PortalPermission[]) =>
  placesFor(permissions, '/').map(({ label }) => label);

test('all places for who may see findings and reports', () => {
  expect(labels([PortalPermission.ViewFindings, PortalPermission.DownloadReports])).toEqual([
    'Home',
    'Projects',
    'Findings',
    'Reports',
  ]);
});

test('what somebody may not see is no place', () => {
  expect(labels([PortalPermission.DownloadReports])).toEqual(['Home', 'Projects', 'Reports']);
  expect(labels([])).toEqual(['Home', 'Projects']);
});

test('a page below a place is in it, home is itself alone', () => {
  const current = placesFor(Object.values(PortalPermission), '/findings/1').filter((place) => place.current);
  expect(current.map(({ label }) => label)).toEqual(['Findings']);
});
