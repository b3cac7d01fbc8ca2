-- T1: `sp_<id>_<secret>`, for the tools door. The secret is kept as SHA-256 alone.
CREATE TABLE api_token (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL,
  audience text NOT NULL DEFAULT 'STAFF',
  name text NOT NULL,
  secret_hash bytea NOT NULL,
  scopes jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT app.now(),
  created_via text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  last_used_at timestamptz(3),
  revoked_at timestamptz(3),
  CONSTRAINT api_token_pkey PRIMARY KEY (id),
  CONSTRAINT api_token_account_id_audience_fkey FOREIGN KEY (account_id, audience)
    REFERENCES account (id, audience) ON DELETE CASCADE,
  CONSTRAINT api_token_staff_only CHECK (audience = 'STAFF'),
  CONSTRAINT api_token_name_length CHECK (char_length(name) BETWEEN 1 AND 80),
  CONSTRAINT api_token_secret_hash_length CHECK (octet_length(secret_hash) = 32),
  CONSTRAINT api_token_scopes_list CHECK (jsonb_typeof(scopes) = 'array'),
  CONSTRAINT api_token_created_via_known CHECK (created_via IN ('CLI', 'PROFILE')),
  CONSTRAINT api_token_at_most_a_year CHECK (expires_at <= created_at + interval '365 days')
);
CREATE UNIQUE INDEX api_token_secret_hash_key ON api_token (secret_hash);
CREATE INDEX api_token_account_id_created_at_id_idx ON api_token (account_id, created_at, id);

-- What comes through the tools door says so in the log.
ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_door_known;
ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_door_known
  CHECK (door IN ('STAFF', 'PORTAL', 'TOOLS', 'CLI', 'SYSTEM'));

-- S4: what presents tokens that are not right is counted by its address, 30 in 15 minutes. False: too many.
CREATE FUNCTION app.count_token_failure(p_address inet) RETURNS boolean
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT core.count_attempt('token:' || core.throttle_address(p_address), 30, 900, false) $$;
GRANT EXECUTE ON FUNCTION app.count_token_failure(inet) TO sallyport_staff;
GRANT CREATE ON SCHEMA app TO sallyport_definer;
ALTER FUNCTION app.count_token_failure(inet) OWNER TO sallyport_definer;
REVOKE CREATE ON SCHEMA app FROM sallyport_definer;
