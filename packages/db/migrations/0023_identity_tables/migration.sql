-- Identity: second factors, devices, policies, address rules, mail.

ALTER TABLE account
  ADD COLUMN phone text NOT NULL DEFAULT '',
  ADD COLUMN photo_file_id uuid,
  ADD COLUMN language text NOT NULL DEFAULT 'en',
  ADD COLUMN theme text NOT NULL DEFAULT 'system',
  ADD COLUMN must_change_password boolean NOT NULL DEFAULT false,
  ADD COLUMN is_passkey_only boolean NOT NULL DEFAULT false,
  ADD COLUMN may_use_tokens boolean NOT NULL DEFAULT true,
  ADD COLUMN may_download boolean NOT NULL DEFAULT true,
  ADD COLUMN may_comment boolean NOT NULL DEFAULT true,
  ADD COLUMN suspended_by_id uuid,
  ADD COLUMN anonymised_at timestamptz(3),
  ADD CONSTRAINT account_photo_file_id_fkey FOREIGN KEY (photo_file_id) REFERENCES stored_file (id) ON DELETE RESTRICT,
  ADD CONSTRAINT account_suspended_by_id_fkey FOREIGN KEY (suspended_by_id) REFERENCES account (id) ON DELETE RESTRICT,
  ADD CONSTRAINT account_phone_length CHECK (char_length(phone) <= 40),
  ADD CONSTRAINT account_language_length CHECK (char_length(language) BETWEEN 2 AND 16),
  ADD CONSTRAINT account_theme_known CHECK (theme IN ('system', 'light', 'dark')),
  ADD CONSTRAINT account_anonymised_both CHECK ((status = 'ANONYMISED') = (anonymised_at IS NOT NULL));
CREATE INDEX account_photo_file_id_idx ON account (photo_file_id);
CREATE INDEX account_suspended_by_id_idx ON account (suspended_by_id);

-- A photo belongs to a company's own key, as a logo does.
ALTER TABLE stored_file DROP CONSTRAINT stored_file_kind_known;
ALTER TABLE stored_file ADD CONSTRAINT stored_file_kind_known
  CHECK (kind IN ('LOGO', 'PHOTO', 'EVIDENCE', 'SCAN', 'REPORT'));
ALTER TABLE stored_file DROP CONSTRAINT stored_file_project_unless_logo;
ALTER TABLE stored_file ADD CONSTRAINT stored_file_project_unless_of_company
  CHECK ((kind IN ('LOGO', 'PHOTO')) = (project_id IS NULL));

-- S5. The seed is sealed under a key that the database never has. At most one in use and one being enrolled.
CREATE TABLE totp_factor (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL,
  sealed_seed bytea NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT app.now(),
  confirmed_at timestamptz(3),
  last_used_step bigint,
  last_used_at timestamptz(3),
  CONSTRAINT totp_factor_pkey PRIMARY KEY (id),
  CONSTRAINT totp_factor_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
  CONSTRAINT totp_factor_sealed_seed_length CHECK (octet_length(sealed_seed) BETWEEN 32 AND 256)
);
CREATE INDEX totp_factor_account_id_idx ON totp_factor (account_id);
CREATE UNIQUE INDEX totp_factor_one_in_use ON totp_factor (account_id) WHERE confirmed_at IS NOT NULL;
CREATE UNIQUE INDEX totp_factor_one_pending ON totp_factor (account_id) WHERE confirmed_at IS NULL;

-- A passkey stores its audience, so that one made at one door opens nothing at the other.
CREATE TABLE passkey (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL,
  audience text NOT NULL,
  credential_id bytea NOT NULL,
  public_key bytea NOT NULL,
  sign_count bigint NOT NULL DEFAULT 0,
  transports text[] NOT NULL DEFAULT '{}',
  name text NOT NULL,
  is_synced boolean NOT NULL DEFAULT false,
  created_at timestamptz(3) NOT NULL DEFAULT app.now(),
  last_used_at timestamptz(3),
  CONSTRAINT passkey_pkey PRIMARY KEY (id),
  CONSTRAINT passkey_account_id_audience_fkey FOREIGN KEY (account_id, audience)
    REFERENCES account (id, audience) ON DELETE CASCADE,
  CONSTRAINT passkey_credential_id_length CHECK (octet_length(credential_id) BETWEEN 16 AND 1023),
  CONSTRAINT passkey_public_key_length CHECK (octet_length(public_key) BETWEEN 32 AND 2048),
  CONSTRAINT passkey_name_length CHECK (char_length(name) BETWEEN 1 AND 80)
);
CREATE UNIQUE INDEX passkey_credential_id_key ON passkey (credential_id);
CREATE INDEX passkey_account_id_created_at_id_idx ON passkey (account_id, created_at, id);

-- Ten codes of 80 bits; SHA-256 is enough for what cannot be guessed.
CREATE TABLE recovery_code (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL,
  code_hash bytea NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT app.now(),
  used_at timestamptz(3),
  CONSTRAINT recovery_code_pkey PRIMARY KEY (id),
  CONSTRAINT recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
  CONSTRAINT recovery_code_code_hash_length CHECK (octet_length(code_hash) = 32)
);
CREATE UNIQUE INDEX recovery_code_account_id_code_hash_key ON recovery_code (account_id, code_hash);

-- What a passkey has to sign: made by the server, used once. Without an account: signing in with a passkey alone.
CREATE TABLE passkey_challenge (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  audience text NOT NULL,
  account_id uuid,
  purpose text NOT NULL,
  challenge bytea NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT app.now(),
  expires_at timestamptz(3) NOT NULL,
  consumed_at timestamptz(3),
  CONSTRAINT passkey_challenge_pkey PRIMARY KEY (id),
  CONSTRAINT passkey_challenge_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
  CONSTRAINT passkey_challenge_audience_known CHECK (audience IN ('STAFF', 'CUSTOMER')),
  CONSTRAINT passkey_challenge_purpose_known CHECK (purpose IN ('REGISTER', 'SIGN_IN', 'SECOND_FACTOR', 'CONFIRM')),
  CONSTRAINT passkey_challenge_account_by_purpose CHECK ((purpose = 'SIGN_IN') = (account_id IS NULL)),
  CONSTRAINT passkey_challenge_challenge_length CHECK (octet_length(challenge) = 32)
);
CREATE INDEX passkey_challenge_account_id_idx ON passkey_challenge (account_id);
CREATE INDEX passkey_challenge_expires_at_idx ON passkey_challenge (expires_at);

-- A password was right and a factor is still owed. Its secret is in a cookie's place for ten minutes at most.
CREATE TABLE pending_sign_in (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  secret_hash bytea NOT NULL,
  account_id uuid NOT NULL,
  audience text NOT NULL,
  auth_epoch integer NOT NULL,
  address inet,
  user_agent text,
  created_at timestamptz(3) NOT NULL DEFAULT app.now(),
  expires_at timestamptz(3) NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  consumed_at timestamptz(3),
  CONSTRAINT pending_sign_in_pkey PRIMARY KEY (id),
  CONSTRAINT pending_sign_in_account_id_audience_fkey FOREIGN KEY (account_id, audience)
    REFERENCES account (id, audience) ON DELETE CASCADE,
  CONSTRAINT pending_sign_in_secret_hash_length CHECK (octet_length(secret_hash) = 32),
  CONSTRAINT pending_sign_in_user_agent_length CHECK (char_length(user_agent) <= 300)
);
CREATE UNIQUE INDEX pending_sign_in_secret_hash_key ON pending_sign_in (secret_hash);
CREATE INDEX pending_sign_in_account_id_idx ON pending_sign_in (account_id);
CREATE INDEX pending_sign_in_expires_at_idx ON pending_sign_in (expires_at);

-- S4: a browser on which the account signed in before; the secret is in its own cookie.
CREATE TABLE known_device (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL,
  secret_hash bytea NOT NULL,
  user_agent text,
  created_at timestamptz(3) NOT NULL DEFAULT app.now(),
  last_used_at timestamptz(3) NOT NULL DEFAULT app.now(),
  CONSTRAINT known_device_pkey PRIMARY KEY (id),
  CONSTRAINT known_device_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
  CONSTRAINT known_device_secret_hash_length CHECK (octet_length(secret_hash) = 32),
  CONSTRAINT known_device_user_agent_length CHECK (char_length(user_agent) <= 300)
);
CREATE UNIQUE INDEX known_device_account_id_secret_hash_key ON known_device (account_id, secret_hash);

-- A13: what an Admin decides for the whole installation. One row.
CREATE TABLE security_policy (
  id integer NOT NULL DEFAULT 1,
  is_staff_factor_required boolean NOT NULL DEFAULT true,
  password_minimum integer NOT NULL DEFAULT 15,
  staff_idle_minutes integer NOT NULL DEFAULT 60,
  customer_idle_minutes integer NOT NULL DEFAULT 30,
  absolute_hours integer NOT NULL DEFAULT 12,
  token_days_at_most integer NOT NULL DEFAULT 365,
  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz(3) NOT NULL DEFAULT app.now(),
  CONSTRAINT security_policy_pkey PRIMARY KEY (id),
  CONSTRAINT security_policy_is_one CHECK (id = 1),
  CONSTRAINT security_policy_password_only_raised CHECK (password_minimum BETWEEN 15 AND 64),
  CONSTRAINT security_policy_staff_idle_range CHECK (staff_idle_minutes BETWEEN 5 AND 60),
  CONSTRAINT security_policy_customer_idle_range CHECK (customer_idle_minutes BETWEEN 5 AND 30),
  CONSTRAINT security_policy_absolute_range CHECK (absolute_hours BETWEEN 1 AND 12),
  CONSTRAINT security_policy_token_range CHECK (token_days_at_most BETWEEN 1 AND 365)
);
INSERT INTO security_policy DEFAULT VALUES;

-- What staff decide for one client company.
CREATE TABLE company_policy (
  company_id uuid NOT NULL,
  is_factor_required boolean NOT NULL DEFAULT false,
  idle_minutes integer,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT company_policy_pkey PRIMARY KEY (company_id),
  CONSTRAINT company_policy_company_id_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE CASCADE,
  CONSTRAINT company_policy_idle_range CHECK (idle_minutes BETWEEN 5 AND 30)
);

-- S9: from which networks one may come. Levels without a rule let everybody pass; all that apply must pass.
CREATE TABLE address_rule (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  level text NOT NULL,
  company_id uuid,
  account_id uuid,
  token_id uuid,
  network cidr NOT NULL,
  note text NOT NULL DEFAULT '',
  created_at timestamptz(3) NOT NULL DEFAULT app.now(),
  CONSTRAINT address_rule_pkey PRIMARY KEY (id),
  CONSTRAINT address_rule_company_id_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE CASCADE,
  CONSTRAINT address_rule_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
  CONSTRAINT address_rule_token_id_fkey FOREIGN KEY (token_id) REFERENCES api_token (id) ON DELETE CASCADE,
  CONSTRAINT address_rule_level_known CHECK (level IN ('STAFF', 'CUSTOMERS', 'COMPANY', 'ACCOUNT', 'TOKEN')),
  CONSTRAINT address_rule_subject_by_level CHECK (
    (level = 'COMPANY') = (company_id IS NOT NULL) AND (level = 'ACCOUNT') = (account_id IS NOT NULL)
    AND (level = 'TOKEN') = (token_id IS NOT NULL)),
  CONSTRAINT address_rule_note_length CHECK (char_length(note) <= 120)
);
CREATE INDEX address_rule_level_idx ON address_rule (level);
CREATE INDEX address_rule_company_id_idx ON address_rule (company_id);
CREATE INDEX address_rule_account_id_idx ON address_rule (account_id);
CREATE INDEX address_rule_token_id_idx ON address_rule (token_id);

-- The mail server. Its password or client secret is sealed under a key that the database never has.
CREATE TABLE mail_setting (
  id integer NOT NULL DEFAULT 1,
  host text NOT NULL,
  port integer NOT NULL,
  security text NOT NULL,
  authentication text NOT NULL,
  username text NOT NULL DEFAULT '',
  sealed_secret bytea,
  from_address text NOT NULL,
  from_name text NOT NULL DEFAULT '',
  reply_to text NOT NULL DEFAULT '',
  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz(3) NOT NULL DEFAULT app.now(),
  CONSTRAINT mail_setting_pkey PRIMARY KEY (id),
  CONSTRAINT mail_setting_is_one CHECK (id = 1),
  CONSTRAINT mail_setting_port_range CHECK (port BETWEEN 1 AND 65535),
  CONSTRAINT mail_setting_security_known CHECK (security IN ('NONE', 'STARTTLS', 'TLS')),
  CONSTRAINT mail_setting_authentication_known CHECK (authentication IN ('NONE', 'PASSWORD', 'XOAUTH2')),
  CONSTRAINT mail_setting_secret_when_needed CHECK ((authentication = 'NONE') = (sealed_secret IS NULL))
);

-- Mail to be sent, written in the transaction that it tells of. What it says is sealed until it is sent, then forgotten.
CREATE TABLE mail (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  door text NOT NULL,
  kind text NOT NULL,
  account_id uuid,
  sealed bytea,
  status text NOT NULL DEFAULT 'WAITING',
  tries integer NOT NULL DEFAULT 0,
  created_at timestamptz(3) NOT NULL DEFAULT app.now(),
  next_try_at timestamptz(3) NOT NULL DEFAULT app.now(),
  done_at timestamptz(3),
  problem text,
  CONSTRAINT mail_pkey PRIMARY KEY (id),
  CONSTRAINT mail_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
  CONSTRAINT mail_door_known CHECK (door IN ('STAFF', 'PORTAL')),
  CONSTRAINT mail_status_known CHECK (status IN ('WAITING', 'SENT', 'FAILED', 'DROPPED')),
  CONSTRAINT mail_sealed_while_waiting CHECK ((status = 'WAITING') = (sealed IS NOT NULL)),
  CONSTRAINT mail_done_both CHECK ((status = 'WAITING') = (done_at IS NULL)),
  CONSTRAINT mail_kind_length CHECK (char_length(kind) BETWEEN 1 AND 60),
  CONSTRAINT mail_problem_length CHECK (char_length(problem) <= 300)
);
CREATE INDEX mail_account_id_idx ON mail (account_id);
CREATE INDEX mail_next_try_at_idx ON mail (next_try_at) WHERE status = 'WAITING';
CREATE INDEX mail_created_at_id_idx ON mail (created_at, id);

-- What administrators are told of sign-ins; resolved by a person.
CREATE TABLE security_alert (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  audience text NOT NULL,
  subject text NOT NULL,
  account_id uuid,
  detail jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz(3) NOT NULL DEFAULT app.now(),
  last_seen_at timestamptz(3) NOT NULL DEFAULT app.now(),
  closed_at timestamptz(3),
  closed_by_id uuid,
  CONSTRAINT security_alert_pkey PRIMARY KEY (id),
  CONSTRAINT security_alert_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
  CONSTRAINT security_alert_closed_by_id_fkey FOREIGN KEY (closed_by_id) REFERENCES account (id) ON DELETE RESTRICT,
  CONSTRAINT security_alert_audience_known CHECK (audience IN ('STAFF', 'CUSTOMER')),
  CONSTRAINT security_alert_closed_both CHECK (closed_by_id IS NULL OR closed_at IS NOT NULL)
);
CREATE UNIQUE INDEX security_alert_one_open ON security_alert (kind, audience, subject) WHERE closed_at IS NULL;
CREATE INDEX security_alert_account_id_idx ON security_alert (account_id);
CREATE INDEX security_alert_closed_by_id_idx ON security_alert (closed_by_id);
CREATE INDEX security_alert_created_at_id_idx ON security_alert (created_at, id);

-- Sessions know how they came to be, and attempts what was tried and on which device.
ALTER TABLE session ADD COLUMN method text NOT NULL DEFAULT 'PASSWORD',
  ADD CONSTRAINT session_method_known CHECK (method IN ('PASSWORD', 'PASSWORD_TOTP', 'PASSWORD_PASSKEY',
    'PASSWORD_RECOVERY', 'PASSKEY', 'INVITATION', 'SETUP'));
ALTER TABLE session DROP CONSTRAINT session_end_reason_known;
ALTER TABLE session ADD CONSTRAINT session_end_reason_known CHECK (end_reason IN
  ('SIGNED_OUT', 'REPLACED', 'LIMIT', 'PASSWORD_CHANGED', 'FACTOR_CHANGED', 'EMAIL_CHANGED', 'PASSWORD_RESET',
   'ENDED_BY_OTHER', 'ENDED_BY_OWNER', 'SUSPENDED', 'ACCOUNT_CHANGED'));
ALTER TABLE sign_in_attempt ADD COLUMN kind text NOT NULL DEFAULT 'PASSWORD',
  ADD COLUMN device_id uuid,
  ADD CONSTRAINT sign_in_attempt_kind_known CHECK (kind IN
    ('PASSWORD', 'FACTOR', 'PASSKEY', 'CONFIRMATION', 'RESET', 'LINK', 'TOKEN')),
  ADD CONSTRAINT sign_in_attempt_device_id_fkey FOREIGN KEY (device_id) REFERENCES known_device (id) ON DELETE SET NULL;
CREATE INDEX sign_in_attempt_device_id_idx ON sign_in_attempt (device_id);
CREATE INDEX sign_in_attempt_audience_at_id_idx ON sign_in_attempt (audience, at, id);
CREATE INDEX sign_in_attempt_account_id_at_id_idx ON sign_in_attempt (account_id, at, id);

-- One-time links of more kinds (S10, U6).
ALTER TABLE one_time_link ADD COLUMN email text;
ALTER TABLE one_time_link DROP CONSTRAINT one_time_link_purpose_known;
ALTER TABLE one_time_link ADD CONSTRAINT one_time_link_purpose_known
  CHECK (purpose IN ('SETUP', 'INVITATION', 'RESET', 'EMAIL_CHANGE', 'NOT_ME'));
ALTER TABLE one_time_link ADD CONSTRAINT one_time_link_email_by_purpose
  CHECK ((purpose = 'EMAIL_CHANGE') = (email IS NOT NULL));

-- Their bodies were bound to the columns that a session had before: bound again, unchanged (0008).
CREATE OR REPLACE FUNCTION core.live_session(p_audience text, p_secret text) RETURNS SETOF public.session
  LANGUAGE sql STABLE
  BEGIN ATOMIC
  SELECT s.*
  FROM public.session AS s
  JOIN public.account AS a ON a.id = s.account_id
  JOIN public.company AS c ON c.id = a.company_id
  WHERE s.secret_hash = sha256(convert_to(p_secret, 'UTF8'))
    AND s.audience = p_audience
    AND s.ended_at IS NULL
    AND s.last_used_at + make_interval(secs => s.idle_seconds) > app.now()
    AND s.absolute_ends_at > app.now()
    AND s.auth_epoch = a.auth_epoch
    AND a.audience = p_audience
    AND a.status = 'ACTIVE'
    AND a.suspended_at IS NULL
    AND (a.expires_at IS NULL OR a.expires_at > app.now())
    AND c.archived_at IS NULL;
  END;
CREATE OR REPLACE FUNCTION core.my_session(p_audience text) RETURNS SETOF public.session
  LANGUAGE sql STABLE
  BEGIN ATOMIC
  SELECT * FROM core.live_session(p_audience, current_setting('app.session', true));
  END;
