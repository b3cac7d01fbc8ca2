/**
 * A set of grants as bits of a small integer: immutable, without allocation, compared by `===`. A grant that contains
 * another (ALL contains ASSIGNED) sets the bit of the smaller one too, so that "is a subset" is one bitwise operation.
 */
export interface SetAlgebra<PermissionBits extends number, Grant> {
  readonly nothing: PermissionBits;
  readonly everything: PermissionBits;
  /** @throws {TypeError} for a grant that the registry does not know; a bad row must never count as "no permission". */
  readonly fromGrants: (grants: readonly Grant[]) => PermissionBits;
  /** The fewest grants that give the set, in the order of the screens. */
  readonly toGrants: (set: PermissionBits) => Grant[];
  readonly union: (a: PermissionBits, b: PermissionBits) => PermissionBits;
  readonly isSubset: (inner: PermissionBits, outer: PermissionBits) => boolean;
  readonly isStrictSubset: (inner: PermissionBits, outer: PermissionBits) => boolean;
  /** What `wanted` has and `held` lacks, as the grants that would have to be held: for explanations. */
  readonly difference: (wanted: PermissionBits, held: PermissionBits) => Grant[];
}

/**
 * The algebra over a closed list of permissions.
 * @param ladders per permission its grants, furthest reach first, in the order of the screens
 * @param bitsOf the bits of one grant, with the bits of all that it contains; 0 for a grant that does not exist
 */
export function createAlgebra<PermissionBits extends number, Grant>(
  ladders: readonly (readonly Grant[])[],
  bitsOf: (grant: Grant) => number,
): SetAlgebra<PermissionBits, Grant> {
  const fromGrants = (grants: readonly Grant[]): PermissionBits => {
    let bits = 0;
    for (const grant of grants) {
      const added = bitsOf(grant);
      if (added === 0) throw new TypeError(`Unknown grant: ${JSON.stringify(grant)}`);
      bits |= added;
    }
    return bits as PermissionBits;
  };
  const difference = (wanted: PermissionBits, held: PermissionBits): Grant[] => {
    const missing: Grant[] = [];
    for (const ladder of ladders) {
      const highest = ladder.find((grant) => (wanted & bitsOf(grant)) === bitsOf(grant));
      if (highest !== undefined && (bitsOf(highest) & ~held) !== 0) missing.push(highest);
    }
    return missing;
  };
  const nothing = fromGrants([]);
  return {
    nothing,
    everything: fromGrants(ladders.flat()),
    fromGrants,
    toGrants: (set) => difference(set, nothing),
    union: (a, b) => (a | b) as PermissionBits,
    isSubset: (inner, outer) => (inner & ~outer) === 0,
    isStrictSubset: (inner, outer) => inner !== outer && (inner & ~outer) === 0,
    difference,
  };
}
