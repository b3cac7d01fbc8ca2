import { z } from 'zod';
import { RichText } from './rich-text-schema.ts';
import { Severity } from './severity.ts';

/** An image by the key under which its bytes are handed over; `alt` says what it shows to those who cannot see it. */
const ImageRef = z
  .strictObject({
    id: z.string().min(1),
    alt: z.string(),
    widthPx: z.int().positive(),
    heightPx: z.int().positive(),
  })
  .readonly();
export type ImageRef = z.infer<typeof ImageRef>;

const DateOnly = z.iso.date();
const Person = z.strictObject({ name: z.string(), title: z.string() }).readonly();
const Contact = z.strictObject({ name: z.string(), title: z.string(), email: z.string() }).readonly();
const People = z.array(Person).readonly();
const Party = z.strictObject({ name: z.string(), logo: ImageRef.nullable() }).readonly();
const Target = z.strictObject({ target: z.string(), kind: z.string(), note: z.string() }).readonly();
const Targets = z.array(Target).readonly();
const Count = z.int().nonnegative();

const Score = z
  .strictObject({ version: z.enum(['3.1', '4.0']), score: z.number().min(0).max(10), vector: z.string() })
  .readonly();

/** What the firm verified last. */
const Result = z.enum(['Open', 'Fixed', 'Partially fixed', 'Not retested', 'Withdrawn']);

const Finding = z
  .strictObject({
    /** As in F-07. */
    reference: z.string().min(1),
    title: z.string(),
    severity: Severity,
    score: Score.nullable(),
    scannerVectors: z
      .array(z.strictObject({ version: z.string(), vector: z.string() }).readonly())
      .readonly(),
    cwe: z.array(z.strictObject({ id: z.int().positive(), name: z.string() }).readonly()).readonly(),
    cve: z.array(z.string()).readonly(),
    result: Result,
    description: RichText,
    impact: RichText,
    steps: RichText,
    recommendation: RichText,
    references: z.array(z.string()).readonly(),
    instances: z
      .array(z.strictObject({ target: z.string(), detail: z.string(), result: Result }).readonly())
      .readonly(),
    /** By the evidence's id, as figures in the texts name it. */
    images: z.record(z.string(), ImageRef).readonly(),
  })
  .readonly();
export type ReportFinding = z.infer<typeof Finding>;

/** Everything a report says. Nothing outside it reaches the page; the same model gives the same bytes. */
export const ReportModel = z
  .strictObject({
    kind: z.literal('penetration-test'),
    version: z.strictObject({ major: Count, minor: Count }).readonly(),
    language: z.literal('en'),
    /** As in "Confidential"; stands on every page. */
    classification: z.string().min(1).nullable(),
    generatedAt: z.iso.datetime({ offset: false }),
    /** Of the firm, in which dates are shown: an IANA name. */
    timeZone: z.string().min(1),
    firm: Party,
    client: Party,
    project: z
      .strictObject({
        name: z.string(),
        reference: z.string(),
        type: z.string(),
        approach: z.string().nullable(),
        standards: z.array(z.string()).readonly(),
        testStart: DateOnly.nullable(),
        testEnd: DateOnly.nullable(),
        description: RichText,
      })
      .readonly(),
    versions: z
      .array(
        z.strictObject({ label: z.string(), date: DateOnly, by: z.string(), note: z.string() }).readonly(),
      )
      .readonly(),
    scope: z.strictObject({ inScope: Targets, outOfScope: Targets }).readonly(),
    team: z
      .strictObject({
        management: People,
        projectManagement: People,
        leads: People,
        testers: People,
        reviewers: People,
      })
      .readonly(),
    clientContacts: z.array(Contact).readonly(),
    summary: z
      .strictObject({ text: RichText, counts: z.record(Severity, Count).readonly(), total: Count })
      .readonly(),
    findings: z.array(Finding).readonly(),
  })
  .readonly();
export type ReportModel = z.infer<typeof ReportModel>;
