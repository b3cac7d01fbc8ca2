CREATE TABLE access_group (
  id uuid NOT NULL,
  audience text NOT NULL,
  key text,
  name text NOT NULL,
  name_skeleton text NOT NULL,
  purpose text NOT NULL,
  is_assignable boolean NOT NULL DEFAULT false,
  requires_account_expiry boolean NOT NULL DEFAULT false,
  expires_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT app.now(),
  created_by_id uuid,
  CONSTRAINT access_group_pkey PRIMARY KEY (id),
  CONSTRAINT access_group_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES account (id) ON DELETE RESTRICT,
  CONSTRAINT access_group_audience_known CHECK (audience IN ('STAFF', 'CUSTOMER')),
  CONSTRAINT access_group_name_length CHECK (char_length(name) BETWEEN 2 AND 60),
  CONSTRAINT access_group_name_skeleton_length CHECK (char_length(name_skeleton) BETWEEN 1 AND 240),
  CONSTRAINT access_group_purpose_length CHECK (char_length(purpose) BETWEEN 1 AND 300),
  CONSTRAINT access_group_assignable_staff_only CHECK (NOT is_assignable OR audience = 'STAFF')
);
CREATE UNIQUE INDEX access_group_key_key ON access_group (key);
CREATE UNIQUE INDEX access_group_name_skeleton_key ON access_group (name_skeleton);
CREATE UNIQUE INDEX access_group_id_audience_key ON access_group (id, audience);
CREATE INDEX access_group_audience_name_id_idx ON access_group (audience, name, id);
CREATE INDEX access_group_created_by_id_idx ON access_group (created_by_id);

-- A10: a staff permission in a staff group only, a portal permission in a customer group only.
CREATE TABLE group_grant (
  group_id uuid NOT NULL,
  audience text NOT NULL,
  permission text NOT NULL,
  reach text,
  CONSTRAINT group_grant_pkey PRIMARY KEY (group_id, permission),
  CONSTRAINT group_grant_group_id_audience_fkey FOREIGN KEY (group_id, audience)
    REFERENCES access_group (id, audience) ON DELETE CASCADE,
  CONSTRAINT group_grant_permission_by_audience CHECK (
    (audience = 'STAFF' AND permission IN (
      'manage-users', 'manage-projects', 'assign-projects', 'manage-vulnerability-data', 'manage-customers',
      'manage-companies', 'manage-configurations'))
    OR (audience = 'CUSTOMER' AND permission IN (
      'view-findings', 'view-steps-and-evidence', 'download-reports', 'comment', 'mark-ready-for-retest',
      'accept-risk', 'request-retest', 'manage-colleagues', 'view-access'))),
  CONSTRAINT group_grant_reach_known CHECK (reach IN ('ALL', 'ASSIGNED')),
  CONSTRAINT group_grant_reach_where_meant
    CHECK ((reach IS NOT NULL) = (permission IN ('manage-projects', 'assign-projects')))
);

CREATE TABLE membership (
  group_id uuid NOT NULL,
  account_id uuid NOT NULL,
  audience text NOT NULL,
  granted_by_id uuid,
  granted_at timestamptz(3) NOT NULL DEFAULT app.now(),
  reason text NOT NULL,
  expires_at timestamptz(3),
  CONSTRAINT membership_pkey PRIMARY KEY (group_id, account_id),
  CONSTRAINT membership_group_id_audience_fkey FOREIGN KEY (group_id, audience)
    REFERENCES access_group (id, audience) ON DELETE RESTRICT,
  CONSTRAINT membership_account_id_audience_fkey FOREIGN KEY (account_id, audience)
    REFERENCES account (id, audience) ON DELETE CASCADE,
  CONSTRAINT membership_granted_by_id_fkey FOREIGN KEY (granted_by_id) REFERENCES account (id) ON DELETE RESTRICT,
  CONSTRAINT membership_reason_length CHECK (char_length(reason) BETWEEN 1 AND 200)
);
CREATE INDEX membership_account_id_idx ON membership (account_id);
CREATE INDEX membership_granted_by_id_idx ON membership (granted_by_id);
