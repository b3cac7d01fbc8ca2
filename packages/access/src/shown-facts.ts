/** What the rules need to know of something that a customer asks for (C2). */
export interface ShownFacts {
  /** The company whose project it is. */
  companyId: string;
  /** Customers see the project: from its first published finding, or since staff showed it. */
  isProjectShown: boolean;
  isProjectRestricted: boolean;
  /** The thing itself is out: a published finding, evidence for the client of one, a released report. */
  isOut: boolean;
}
