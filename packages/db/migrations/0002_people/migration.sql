CREATE TABLE installation (
  id integer NOT NULL DEFAULT 1,
  installed_at timestamptz(3) NOT NULL DEFAULT app.now(),
  setup_completed_at timestamptz(3),
  CONSTRAINT installation_pkey PRIMARY KEY (id),
  CONSTRAINT installation_is_one CHECK (id = 1)
);

CREATE TABLE company (
  id uuid NOT NULL,
  kind text NOT NULL,
  name text NOT NULL,
  archived_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz(3) NOT NULL DEFAULT app.now(),
  CONSTRAINT company_pkey PRIMARY KEY (id),
  CONSTRAINT company_kind_known CHECK (kind IN ('INTERNAL', 'EXTERNAL')),
  CONSTRAINT company_name_length CHECK (char_length(name) BETWEEN 1 AND 200),
  CONSTRAINT company_internal_not_archived CHECK (kind <> 'INTERNAL' OR archived_at IS NULL)
);
CREATE UNIQUE INDEX company_id_kind_key ON company (id, kind);
CREATE UNIQUE INDEX company_one_internal ON company (kind) WHERE kind = 'INTERNAL';
CREATE INDEX company_kind_name_id_idx ON company (kind, name, id);

CREATE TABLE account (
  id uuid NOT NULL,
  audience text NOT NULL,
  company_id uuid NOT NULL,
  company_kind text NOT NULL,
  display_name text NOT NULL,
  title text NOT NULL DEFAULT '',
  email text NOT NULL,
  username text,
  status text NOT NULL DEFAULT 'INVITED',
  is_admin boolean NOT NULL DEFAULT false,
  expires_at timestamptz(3),
  suspended_at timestamptz(3),
  auth_epoch integer NOT NULL DEFAULT 1,
  invited_by_id uuid,
  invitation_ends_at timestamptz(3),
  activated_at timestamptz(3),
  last_sign_in_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT app.now(),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT account_pkey PRIMARY KEY (id),
  CONSTRAINT account_company_id_company_kind_fkey FOREIGN KEY (company_id, company_kind)
    REFERENCES company (id, kind) ON DELETE RESTRICT,
  CONSTRAINT account_invited_by_id_fkey FOREIGN KEY (invited_by_id) REFERENCES account (id) ON DELETE RESTRICT,
  CONSTRAINT account_audience_known CHECK (audience IN ('STAFF', 'CUSTOMER')),
  CONSTRAINT account_staff_xor_customer CHECK ((audience = 'STAFF') = (company_kind = 'INTERNAL')),
  CONSTRAINT account_display_name_length CHECK (char_length(display_name) BETWEEN 1 AND 80),
  CONSTRAINT account_title_length CHECK (char_length(title) <= 80),
  CONSTRAINT account_email_lower CHECK (email = lower(email)),
  CONSTRAINT account_email_length CHECK (char_length(email) BETWEEN 3 AND 254),
  CONSTRAINT account_username_lower CHECK (username = lower(username)),
  CONSTRAINT account_username_no_at CHECK (strpos(username, '@') = 0),
  CONSTRAINT account_username_staff_only CHECK (username IS NULL OR audience = 'STAFF'),
  CONSTRAINT account_status_known CHECK (status IN ('INVITED', 'ACTIVE', 'INACTIVE', 'ANONYMISED')),
  CONSTRAINT account_admin_staff_only CHECK (NOT is_admin OR audience = 'STAFF'),
  CONSTRAINT account_admin_without_expiry CHECK (NOT is_admin OR expires_at IS NULL),
  CONSTRAINT account_auth_epoch_positive CHECK (auth_epoch > 0)
);
CREATE UNIQUE INDEX account_username_key ON account (username);
CREATE UNIQUE INDEX account_audience_email_key ON account (audience, email);
CREATE UNIQUE INDEX account_id_audience_key ON account (id, audience);
CREATE UNIQUE INDEX account_id_company_id_key ON account (id, company_id);
-- Lists: every sortable column has an index that ends in id and serves both directions (src/keyset.ts).
CREATE INDEX account_audience_display_name_id_idx ON account (audience, display_name, id);
CREATE INDEX account_audience_email_id_idx ON account (audience, email, id);
CREATE INDEX account_audience_created_at_id_idx ON account (audience, created_at, id);
CREATE INDEX account_audience_last_sign_in_at_id_idx ON account (audience, last_sign_in_at, id);
CREATE INDEX account_company_id_display_name_id_idx ON account (company_id, display_name, id);
CREATE INDEX account_invited_by_id_idx ON account (invited_by_id);
CREATE INDEX account_admins_idx ON account (id) WHERE is_admin;

CREATE TABLE credential (
  account_id uuid NOT NULL,
  salt bytea NOT NULL,
  memory_kib integer NOT NULL,
  iterations integer NOT NULL,
  parallelism integer NOT NULL,
  pepper_version integer NOT NULL,
  verifier bytea NOT NULL,
  changed_at timestamptz(3) NOT NULL DEFAULT app.now(),
  CONSTRAINT credential_pkey PRIMARY KEY (account_id),
  CONSTRAINT credential_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
  CONSTRAINT credential_salt_length CHECK (octet_length(salt) BETWEEN 16 AND 64),
  CONSTRAINT credential_verifier_length CHECK (octet_length(verifier) = 32),
  CONSTRAINT credential_parameters_positive
    CHECK (memory_kib > 0 AND iterations > 0 AND parallelism > 0 AND pepper_version > 0)
);

CREATE TABLE identity (
  id uuid NOT NULL,
  account_id uuid NOT NULL,
  provider text NOT NULL,
  subject text NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT app.now(),
  CONSTRAINT identity_pkey PRIMARY KEY (id),
  CONSTRAINT identity_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX identity_provider_subject_key ON identity (provider, subject);
CREATE INDEX identity_account_id_idx ON identity (account_id);
