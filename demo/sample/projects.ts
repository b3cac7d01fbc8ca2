import { APPOINTMENT_API } from './appointment-api.ts';
import { BRANCH_NETWORK } from './branch-network.ts';
import { branchScan } from './branch-scan.ts';
import { day } from './days.ts';
import type { SampleFinding } from './finding.ts';
import { MOBILE_BANKING } from './mobile-banking.ts';
import { ONLINE_BANKING_ACCESS } from './online-banking-access.ts';
import { ONLINE_BANKING_INPUT } from './online-banking-input.ts';
import { ONLINE_BANKING_SURFACE } from './online-banking-surface.ts';
import { PATIENT_PORTAL } from './patient-portal.ts';

/** Roles by key of the person. */
export type SampleTeam = Readonly<Record<string, 'OWNER' | 'TESTER' | 'REVIEWER' | 'OBSERVER'>>;

export interface SampleProject {
  company: string;
  name: string;
  /** Name of a project type. */
  type: string;
  approach: 'BLACK_BOX' | 'GREY_BOX' | 'WHITE_BOX';
  testStart: string;
  testEnd: string;
  /** Names of standards. */
  standards: readonly string[];
  description: string;
  team: SampleTeam;
  /** Targets as pasted; a note after " # ". */
  inScope: readonly string[];
  outOfScope: readonly string[];
  /** Key of whoever writes the findings. */
  author: string;
  findings: readonly SampleFinding[];
  /** Reports of scanners, the last of which waits for a decision. */
  scans?: readonly { name: string; text: string }[];
  /** Completed by its lead, with report 1.0 released. */
  isCompleted?: boolean;
}

export const PROJECTS: readonly SampleProject[] = [
  {
    company: 'tessaly',
    name: 'Patient portal',
    type: 'Web application penetration test',
    approach: 'GREY_BOX',
    testStart: day(-61),
    testEnd: day(-54),
    standards: ['OWASP Top 10 2021'],
    description: 'Yearly test of the portal on which patients read letters and ask for prescriptions.',
    team: { manager: 'OWNER', tester: 'TESTER' },
    inScope: ['https://portal.tessaly.example # all paths', 'app: Patient portal'],
    outOfScope: ['https://pay.tessaly.example # run by the payment provider'],
    author: 'tester',
    findings: PATIENT_PORTAL,
    isCompleted: true,
  },
  {
    company: 'aldervale',
    name: 'Online banking',
    type: 'Web application penetration test',
    approach: 'GREY_BOX',
    testStart: day(-40),
    testEnd: day(-15),
    standards: ['OWASP Top 10 2021', 'OWASP ASVS 5.0'],
    description:
      'Test of online banking before the release of the new payment pages.\n\n- Two test accounts with the second factor switched on.\n- Payments go to accounts of the bank and are booked back.\n- The night desk is told **before** anything that may slow the service down.',
    team: { manager: 'OWNER', tester: 'TESTER', contractor: 'TESTER', 'project-manager': 'OBSERVER' },
    inScope: [
      'https://online.aldervale.example # online banking',
      'https://m.aldervale.example # gateway of the mobile applications',
      'https://service.aldervale.example # pages of the service team',
      'https://reports.aldervale.example:8443 # added on the second day',
      'https://aldervale.example',
      'push.aldervale.example',
      'app: Online banking',
    ],
    outOfScope: ['198.51.100.0/24 # core banking, only as seen through online banking'],
    author: 'tester',
    findings: [...ONLINE_BANKING_ACCESS, ...ONLINE_BANKING_INPUT, ...ONLINE_BANKING_SURFACE],
    isCompleted: true,
  },
  {
    company: 'aldervale',
    name: 'Branch and cash machine network',
    type: 'Internal network penetration test',
    approach: 'GREY_BOX',
    testStart: day(-8),
    testEnd: day(6),
    standards: ['PTES', 'NIST SP 800-115'],
    description:
      'From a wall socket in a branch: how far does somebody get?\n\nVisits to branches 004 and 017 are arranged with Kwame Boateng.',
    team: { leaver: 'OWNER', contractor: 'TESTER', tester: 'TESTER', manager: 'REVIEWER' },
    inScope: [
      '192.0.2.0/25 # branch 004',
      '192.0.2.128/25 # branch 017',
      'atm-01.branch-004.aldervale.example # spare machine, may be restarted',
    ],
    outOfScope: ['203.0.113.0/24 # provider of the cash machines'],
    author: 'leaver',
    findings: BRANCH_NETWORK,
    scans: [
      { name: 'branch-004-week-1.nessus', text: branchScan(1) },
      { name: 'branch-004-week-2.nessus', text: branchScan(2) },
    ],
  },
  {
    company: 'aldervale',
    name: 'Mobile banking',
    type: 'Mobile application penetration test',
    approach: 'WHITE_BOX',
    testStart: day(-3),
    testEnd: day(11),
    standards: ['OWASP Mobile Top 10 2024'],
    description: 'Version 6.2 for Android and iOS, with source.',
    team: { leaver: 'OWNER', tester: 'TESTER' },
    inScope: [
      'app: Aldervale Mobile 6.2 for Android',
      'app: Aldervale Mobile 6.2 for iOS',
      'app-gateway.aldervale.example',
    ],
    outOfScope: [],
    author: 'tester',
    findings: MOBILE_BANKING,
  },
  {
    company: 'aldervale',
    name: 'Open banking interface',
    type: 'API penetration test',
    approach: 'BLACK_BOX',
    testStart: day(16),
    testEnd: day(27),
    standards: [],
    description: 'The bank still decides which partners take part.',
    team: { leaver: 'OWNER' },
    inScope: [],
    outOfScope: [],
    author: 'leaver',
    findings: [],
  },
  {
    company: 'tessaly',
    name: 'Appointment interface',
    type: 'API penetration test',
    approach: 'GREY_BOX',
    testStart: day(-5),
    testEnd: day(3),
    standards: ['OWASP API Security Top 10 2023'],
    description: 'The interface that partner practices use to book appointments.',
    team: { 'project-manager': 'OWNER', tester: 'TESTER' },
    inScope: ['https://api.tessaly.example/v1'],
    outOfScope: [],
    author: 'tester',
    findings: APPOINTMENT_API,
  },
];
