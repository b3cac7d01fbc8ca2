import { moment } from './days.ts';

/** Somebody of a client. */
export interface SampleCustomer {
  /** Null for an invitation that nobody has accepted yet. */
  key: string | null;
  displayName: string;
  title: string;
  email: string;
  /** Name of a customer group. */
  group: string;
  reason: string;
  expiresAt: string | null;
}

export interface SampleContact {
  name: string;
  role: string;
  email: string;
  phone: string;
  isEmergency: boolean;
}

export interface SampleCompany {
  key: string;
  name: string;
  legalName: string;
  address: string;
  website: string;
  /** For the firm alone. */
  notes: string;
  /** File of demo/images; null for none. */
  logo: string | null;
  /** Its policy demands a second factor of its customers. */
  demandsFactor: boolean;
  contacts: readonly SampleContact[];
  customers: readonly SampleCustomer[];
}

const AUDIT_ENDS_IN_DAYS = 45;

const customer = (
  key: string | null,
  [displayName, email]: readonly [string, string],
  title: string,
  group: string,
  reason: string,
  expiresAt: string | null = null,
): SampleCustomer => ({ key, displayName, email, title, group, reason, expiresAt });

const ALDERVALE: SampleCompany = {
  key: 'aldervale',
  name: 'Aldervale Bank',
  legalName: 'Aldervale Bank plc',
  address: '14 Minster Yard\nAldervale',
  website: 'https://aldervale.example',
  notes:
    'Framework agreement until the end of next year, four tests a year. Tests of online banking need a change number of the bank; Dmitri sends it.',
  logo: 'logo-aldervale.png',
  demandsFactor: false,
  contacts: [
    {
      name: 'Ruth Abernathy',
      role: 'Head of security assurance',
      email: 'ruth.abernathy@aldervale.example',
      phone: '+44 1632 960 118',
      isEmergency: false,
    },
    {
      name: 'Night operations desk',
      role: 'Stops a test at any hour',
      email: 'operations@aldervale.example',
      phone: '+44 1632 960 100',
      isEmergency: true,
    },
  ],
  customers: [
    customer(
      'customer-admin-a',
      ['Ruth Abernathy', 'ruth.abernathy@aldervale.example'],
      'Head of security assurance',
      'Customer Administrator',
      'Speaks for the bank',
    ),
    customer(
      'customer-engineer-a',
      ['Dmitri Halonen', 'dmitri.halonen@aldervale.example'],
      'Lead engineer, online banking',
      'Customer Engineer',
      'Fixes online banking',
    ),
    customer(
      'customer-engineer-a2',
      ['Kwame Boateng', 'kwame.boateng@aldervale.example'],
      'Engineer, branch infrastructure',
      'Customer Engineer',
      'Fixes the branch network',
    ),
    customer(
      'customer-viewer-a',
      ['Oskar Brandt', 'oskar.brandt@aldervale.example'],
      'Product owner, online banking',
      'Customer Viewer',
      'Follows the state of things',
    ),
    customer(
      'customer-auditor-a',
      ['Margit Solberg', 'margit.solberg@hollis-audit.example'],
      'External auditor',
      'Customer Auditor',
      'Audit of this year',
      moment(AUDIT_ENDS_IN_DAYS),
    ),
    customer(
      null,
      ['Petra Novak', 'petra.novak@aldervale.example'],
      'Engineer, mobile banking',
      'Customer Engineer',
      'Will fix mobile banking',
    ),
  ],
};

const TESSALY: SampleCompany = {
  key: 'tessaly',
  name: 'Tessaly Health',
  legalName: 'Tessaly Health Cooperative',
  address: '3 Orchard Row\nTessaly',
  website: 'https://tessaly.example',
  notes: 'Small team, one contact. Tests outside surgery hours only.',
  logo: 'logo-tessaly.png',
  demandsFactor: false,
  contacts: [
    {
      name: 'Fatou Ndiaye',
      role: 'Practice manager',
      email: 'fatou.ndiaye@tessaly.example',
      phone: '+44 1632 960 204',
      isEmergency: true,
    },
  ],
  customers: [
    customer(
      'customer-viewer-b',
      ['Fatou Ndiaye', 'fatou.ndiaye@tessaly.example'],
      'Practice manager',
      'Customer Viewer',
      'Speaks for the cooperative',
    ),
  ],
};

const HARROWGATE: SampleCompany = {
  key: 'harrowgate',
  name: 'Harrowgate Water',
  legalName: 'Harrowgate Water and Drainage Board',
  address: '1 Reservoir Lane\nHarrowgate',
  website: 'https://harrowgate.example',
  notes:
    'New client. Nothing is planned yet; their rules demand a second factor of everybody who reads reports.',
  logo: null,
  demandsFactor: true,
  contacts: [
    {
      name: 'Leonie Castellan',
      role: 'Head of operations technology',
      email: 'leonie.castellan@harrowgate.example',
      phone: '+44 1632 960 311',
      isEmergency: true,
    },
  ],
  customers: [
    customer(
      'customer-admin-c',
      ['Leonie Castellan', 'leonie.castellan@harrowgate.example'],
      'Head of operations technology',
      'Customer Administrator',
      'Speaks for the board',
    ),
  ],
};

export const COMPANIES: readonly SampleCompany[] = [ALDERVALE, TESSALY, HARROWGATE];
