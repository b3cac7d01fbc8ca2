/** How somebody stands to a client company ("Who may read"). */
export interface CompanyFacts {
  /** They see at least one of its projects. */
  seesProject: boolean;
  /** They lead one of its projects or are on its team. */
  isOnProject: boolean;
}
