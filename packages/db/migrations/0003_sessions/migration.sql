CREATE TABLE session (
  id uuid NOT NULL,
  secret_hash bytea NOT NULL,
  account_id uuid NOT NULL,
  audience text NOT NULL,
  auth_epoch integer NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT app.now(),
  last_used_at timestamptz(3) NOT NULL DEFAULT app.now(),
  idle_seconds integer NOT NULL,
  absolute_ends_at timestamptz(3) NOT NULL,
  confirmed_at timestamptz(3),
  confirmed_until timestamptz(3),
  ended_at timestamptz(3),
  end_reason text,
  address inet,
  user_agent text,
  CONSTRAINT session_pkey PRIMARY KEY (id),
  CONSTRAINT session_account_id_audience_fkey FOREIGN KEY (account_id, audience)
    REFERENCES account (id, audience) ON DELETE CASCADE,
  CONSTRAINT session_secret_hash_length CHECK (octet_length(secret_hash) = 32),
  CONSTRAINT session_idle_positive CHECK (idle_seconds > 0),
  CONSTRAINT session_confirmed_both CHECK ((confirmed_at IS NULL) = (confirmed_until IS NULL)),
  CONSTRAINT session_end_reason_known CHECK (end_reason IN
    ('SIGNED_OUT', 'REPLACED', 'LIMIT', 'PASSWORD_CHANGED', 'ENDED_BY_OTHER', 'ACCOUNT_CHANGED')),
  CONSTRAINT session_ended_with_reason CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
  CONSTRAINT session_user_agent_length CHECK (char_length(user_agent) <= 300)
);
CREATE UNIQUE INDEX session_secret_hash_key ON session (secret_hash);
CREATE INDEX session_account_id_ended_at_created_at_idx ON session (account_id, ended_at, created_at);

CREATE TABLE one_time_link (
  id uuid NOT NULL,
  secret_hash bytea NOT NULL,
  purpose text NOT NULL,
  account_id uuid,
  created_by_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT app.now(),
  expires_at timestamptz(3) NOT NULL,
  consumed_at timestamptz(3),
  CONSTRAINT one_time_link_pkey PRIMARY KEY (id),
  CONSTRAINT one_time_link_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
  CONSTRAINT one_time_link_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES account (id) ON DELETE RESTRICT,
  CONSTRAINT one_time_link_secret_hash_length CHECK (octet_length(secret_hash) = 32),
  CONSTRAINT one_time_link_purpose_known CHECK (purpose IN ('SETUP', 'INVITATION')),
  CONSTRAINT one_time_link_account_by_purpose CHECK ((purpose = 'SETUP') = (account_id IS NULL))
);
CREATE UNIQUE INDEX one_time_link_secret_hash_key ON one_time_link (secret_hash);
CREATE INDEX one_time_link_account_id_idx ON one_time_link (account_id);
CREATE INDEX one_time_link_created_by_id_idx ON one_time_link (created_by_id);

CREATE TABLE sign_in_attempt (
  id uuid NOT NULL,
  audience text NOT NULL,
  account_id uuid,
  identifier_hash bytea NOT NULL,
  address inet,
  at timestamptz(3) NOT NULL DEFAULT app.now(),
  is_allowed boolean NOT NULL,
  outcome text,
  finished_at timestamptz(3),
  CONSTRAINT sign_in_attempt_pkey PRIMARY KEY (id),
  CONSTRAINT sign_in_attempt_account_id_fkey FOREIGN KEY (account_id) REFERENCES account (id) ON DELETE CASCADE,
  CONSTRAINT sign_in_attempt_audience_known CHECK (audience IN ('STAFF', 'CUSTOMER')),
  CONSTRAINT sign_in_attempt_outcome_known CHECK (outcome IN ('SUCCEEDED', 'FAILED')),
  CONSTRAINT sign_in_attempt_finished_with_outcome CHECK ((outcome IS NULL) = (finished_at IS NULL)),
  CONSTRAINT sign_in_attempt_refused_never_finished CHECK (is_allowed OR outcome IS NULL)
);
CREATE INDEX sign_in_attempt_account_id_idx ON sign_in_attempt (account_id);
CREATE INDEX sign_in_attempt_at_idx ON sign_in_attempt (at);

CREATE TABLE throttle_counter (
  key text NOT NULL,
  window_started_at timestamptz(3) NOT NULL,
  window_seconds integer NOT NULL,
  count integer NOT NULL,
  blocked_until timestamptz(3),
  CONSTRAINT throttle_counter_pkey PRIMARY KEY (key),
  CONSTRAINT throttle_counter_window_positive CHECK (window_seconds > 0),
  CONSTRAINT throttle_counter_count_not_negative CHECK (count >= 0)
);
CREATE INDEX throttle_counter_window_started_at_idx ON throttle_counter (window_started_at);
