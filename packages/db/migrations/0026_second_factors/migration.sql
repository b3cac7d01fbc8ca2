-- S5, S7: second factors. Codes and signatures are verified by the door's process, which holds the key to the seeds; what
-- may be used once is used up here. Rows are locked in this order: pending sign-in, attempt, account, factor, counters.

-- SHA-256 of what is sealed (the seed; of a passkey its public key, whose column holds it sealed). Whoever says that a code
-- or a signature was right shows that he could open it: who can send SQL and nothing more cannot.
ALTER TABLE totp_factor ADD COLUMN proof bytea,
  ADD CONSTRAINT totp_factor_proof_length CHECK (octet_length(proof) = 32);
ALTER TABLE passkey ADD COLUMN proof bytea,
  ADD CONSTRAINT passkey_proof_length CHECK (octet_length(proof) = 32);

CREATE UNIQUE INDEX passkey_challenge_challenge_key ON passkey_challenge (challenge);

-- The second step: whoever holds the secret of a pending sign-in tries once more, five times in all. No row when there is
-- nothing pending. The sealed seed is for this one alone.
CREATE FUNCTION core.try_pending(p_audience text, p_pending_secret text, p_address inet) RETURNS uuid
  LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
  UPDATE public.pending_sign_in AS p SET tries = p.tries + 1
  WHERE p.secret_hash = sha256(convert_to(p_pending_secret, 'UTF8')) AND p.audience = p_audience
    AND p.consumed_at IS NULL AND p.expires_at > app.now() AND p.tries < 5
    AND p.auth_epoch = (SELECT a.auth_epoch FROM public.account AS a WHERE a.id = p.account_id)
    AND core.is_open(p_audience, p.account_id, p_address)
  RETURNING p.account_id
$$;

CREATE FUNCTION core.begin_factor(p_audience text, p_pending_secret text, p_device_secret text, p_address inet)
  RETURNS TABLE (attempt_id uuid, account_id uuid, is_allowed boolean, sealed_seed bytea, at timestamptz)
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_account uuid := core.try_pending(p_audience, p_pending_secret, p_address);
BEGIN
  IF v_account IS NULL THEN
    RETURN;
  END IF;
  RETURN QUERY
    SELECT s.attempt_id, s.account_id, s.is_allowed, f.sealed_seed, app.now()
    FROM core.start_attempt(p_audience, 'FACTOR', v_account, sha256(uuid_send(v_account)), p_address, p_device_secret) AS s
    LEFT JOIN public.totp_factor AS f ON f.account_id = s.account_id AND f.confirmed_at IS NOT NULL AND s.is_allowed;
END
$$;

-- The pending sign-in behind a secret, locked; no row when it is over.
CREATE FUNCTION core.lock_pending(p_audience text, p_pending_secret text, p_address inet)
  RETURNS SETOF public.pending_sign_in LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_pending public.pending_sign_in;
BEGIN
  SELECT * INTO v_pending FROM public.pending_sign_in AS p
  WHERE p.secret_hash = sha256(convert_to(p_pending_secret, 'UTF8')) AND p.audience = p_audience
    AND p.consumed_at IS NULL AND p.expires_at > app.now()
  FOR UPDATE;
  IF FOUND AND core.is_open(p_audience, v_pending.account_id, p_address) AND v_pending.auth_epoch = (
    SELECT a.auth_epoch FROM public.account AS a WHERE a.id = v_pending.account_id) THEN
    RETURN NEXT v_pending;
  END IF;
END
$$;

-- The second step was right: what the first had counted is forgiven too.
CREATE FUNCTION core.complete_pending(p_pending public.pending_sign_in, p_attempt public.sign_in_attempt,
  p_session_id uuid, p_secret text, p_device_secret text, p_user_agent text, p_method text, p_request_id text)
  RETURNS boolean LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.pending_sign_in SET consumed_at = app.now() WHERE id = p_pending.id;
  -- Only from the same address: counters of two addresses would be locked in any order.
  PERFORM core.forgive(t) FROM public.sign_in_attempt AS t
  WHERE t.account_id = p_pending.account_id AND t.kind = 'PASSWORD' AND t.outcome = 'SUCCEEDED'
    AND t.finished_at = p_pending.created_at AND t.address IS NOT DISTINCT FROM p_attempt.address;
  RETURN core.enter(p_pending.audience, p_pending.account_id, p_session_id, p_secret, p_device_secret,
    p_attempt.address, p_user_agent, p_method, p_request_id);
END
$$;

-- Presents the step of a code (null when it was wrong) with the seed, or the hash of a recovery code. No row: refused.
CREATE FUNCTION core.finish_factor(p_audience text, p_pending_secret text, p_attempt uuid, p_step bigint,
  p_seed bytea, p_code_hash bytea, p_session_id uuid, p_secret text, p_device_secret text, p_user_agent text, p_request_id text)
  RETURNS TABLE (account_id uuid, is_new_device boolean)
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_pending public.pending_sign_in;
  v_attempt public.sign_in_attempt;
  v_now bigint := floor(extract(epoch FROM app.now()) / 30);
  v_is_new boolean;
BEGIN
  SELECT t.* INTO v_attempt FROM public.sign_in_attempt AS t WHERE t.id = p_attempt;
  SELECT * INTO v_pending FROM core.lock_pending(p_audience, p_pending_secret, v_attempt.address);
  IF v_pending.id IS NULL OR v_pending.account_id IS DISTINCT FROM v_attempt.account_id THEN
    RETURN;
  END IF;
  v_attempt := core.take_attempt(p_audience, p_attempt, ARRAY['FACTOR']);
  IF v_attempt.id IS NULL THEN
    RETURN;
  END IF;
  PERFORM FROM public.account AS a WHERE a.id = v_pending.account_id FOR NO KEY UPDATE;
  -- Each code once, under race: a step is used when a later or the same one was.
  IF p_code_hash IS NULL THEN
    UPDATE public.totp_factor AS f SET last_used_step = p_step, last_used_at = app.now()
    WHERE f.account_id = v_pending.account_id AND f.confirmed_at IS NOT NULL AND f.proof = sha256(p_seed)
      AND p_step BETWEEN v_now - 1 AND v_now AND p_step > coalesce(f.last_used_step, -1);
  ELSE
    UPDATE public.recovery_code AS r SET used_at = app.now()
    WHERE r.account_id = v_pending.account_id AND r.code_hash = p_code_hash AND r.used_at IS NULL;
  END IF;
  IF NOT FOUND THEN
    PERFORM core.watch_failure(v_attempt);
    PERFORM core.audit(p_audience, 'session.factor-failed', 'FAILED', NULL, NULL, v_pending.account_id,
      v_attempt.address, p_request_id);
    RETURN;
  END IF;
  UPDATE public.sign_in_attempt AS t SET outcome = 'SUCCEEDED' WHERE t.id = p_attempt;
  PERFORM core.forgive(v_attempt);
  v_is_new := core.complete_pending(v_pending, v_attempt, p_session_id, p_secret, p_device_secret, p_user_agent,
    CASE WHEN p_code_hash IS NULL THEN 'PASSWORD_TOTP' ELSE 'PASSWORD_RECOVERY' END, p_request_id);
  IF p_code_hash IS NOT NULL THEN
    PERFORM core.audit(p_audience, 'factor.recovery-code-used', 'ALLOWED', v_pending.account_id, p_session_id,
      v_pending.account_id, v_attempt.address, p_request_id, jsonb_build_object('left', (
        SELECT count(*) FROM public.recovery_code AS r WHERE r.account_id = v_pending.account_id AND r.used_at IS NULL)));
  END IF;
  RETURN QUERY SELECT v_pending.account_id, v_is_new;
END
$$;

-- Passkeys: a challenge for whoever may use one. Without an account to say whose (SIGN_IN) no passkeys are named.
CREATE FUNCTION core.begin_challenge(p_audience text, p_purpose text, p_challenge bytea, p_pending_secret text,
  p_address inet)
  RETURNS TABLE (account_id uuid, is_allowed boolean, email text, display_name text, passkeys jsonb)
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_account uuid;
  v_is_allowed boolean;
BEGIN
  IF p_purpose = 'SECOND_FACTOR' THEN
    SELECT p.account_id INTO v_account FROM public.pending_sign_in AS p JOIN public.account AS a ON a.id = p.account_id
    WHERE p.secret_hash = sha256(convert_to(p_pending_secret, 'UTF8')) AND p.audience = p_audience
      AND p.consumed_at IS NULL AND p.expires_at > app.now() AND p.tries < 5 AND p.auth_epoch = a.auth_epoch
      AND core.is_open(p_audience, p.account_id, p_address);
  ELSIF p_purpose <> 'SIGN_IN' THEN
    SELECT s.account_id INTO v_account FROM core.my_session(p_audience) AS s
    WHERE p_purpose = 'CONFIRM' OR (p_purpose = 'REGISTER' AND s.confirmed_until > app.now());
  END IF;
  IF v_account IS NULL AND p_purpose <> 'SIGN_IN' THEN
    RETURN;
  END IF;
  -- A challenge costs nothing to guess with; its rows are bounded all the same.
  v_is_allowed := core.count_attempt('challenge:' || coalesce(v_account::text, core.throttle_address(p_address)),
    120, 900, false);
  IF v_is_allowed THEN
    INSERT INTO public.passkey_challenge (audience, account_id, purpose, challenge, expires_at)
    VALUES (p_audience, v_account, p_purpose, p_challenge, app.now() + interval '5 minutes');
  END IF;
  RETURN QUERY
    SELECT v_account, v_is_allowed, a.email, a.display_name,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', encode(k.credential_id, 'hex'), 'transports', k.transports)
          ORDER BY k.created_at, k.id)
        FROM public.passkey AS k WHERE k.account_id = v_account AND k.audience = p_audience), '[]')
    FROM (SELECT 1) AS one LEFT JOIN public.account AS a ON a.id = v_account;
END
$$;

-- Whether a challenge may still be answered, by this account (null: by whoever signs in).
CREATE FUNCTION core.is_challenge_open(p_audience text, p_purpose text, p_challenge bytea, p_account uuid)
  RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM public.passkey_challenge AS c
    WHERE c.challenge = p_challenge AND c.audience = p_audience AND c.purpose = p_purpose
      AND c.account_id IS NOT DISTINCT FROM (CASE WHEN p_purpose = 'SIGN_IN' THEN NULL ELSE p_account END)
      AND c.consumed_at IS NULL AND c.expires_at > app.now())
$$;

CREATE FUNCTION core.use_challenge(p_audience text, p_purpose text, p_challenge bytea, p_account uuid)
  RETURNS boolean LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
  WITH used AS (
    UPDATE public.passkey_challenge AS c SET consumed_at = app.now()
    WHERE c.challenge = p_challenge AND c.audience = p_audience AND c.purpose = p_purpose
      AND c.account_id IS NOT DISTINCT FROM (CASE WHEN p_purpose = 'SIGN_IN' THEN NULL ELSE p_account END)
      AND c.consumed_at IS NULL AND c.expires_at > app.now()
    RETURNING 1)
  SELECT EXISTS (SELECT FROM used)
$$;

-- Counts a try with a passkey, by address alone: a signature cannot be guessed, and nobody is locked out by a stranger's
-- tries. Gives the public key of a passkey that belongs to whoever is meant, and nothing otherwise.
CREATE FUNCTION core.begin_passkey(p_audience text, p_purpose text, p_challenge bytea, p_credential_id bytea,
  p_pending_secret text, p_device_secret text, p_address inet)
  RETURNS TABLE (attempt_id uuid, account_id uuid, is_allowed boolean, passkey_id uuid, public_key bytea,
    sign_count bigint, transports text[])
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_account uuid;
  v_device uuid;
  v_id uuid := gen_random_uuid();
  v_is_allowed boolean := true;
  v_address text := core.throttle_address(p_address);
BEGIN
  IF p_purpose = 'SECOND_FACTOR' THEN
    v_account := core.try_pending(p_audience, p_pending_secret, p_address);
  ELSIF p_purpose = 'CONFIRM' THEN
    SELECT s.account_id INTO v_account FROM core.my_session(p_audience) AS s;
  ELSE
    SELECT k.account_id INTO v_account FROM public.passkey AS k
    WHERE k.credential_id = p_credential_id AND k.audience = p_audience;
  END IF;
  IF v_account IS NULL AND p_purpose <> 'SIGN_IN' THEN
    RETURN;
  END IF;
  v_device := core.known_device(v_account, p_device_secret);
  IF v_device IS NULL THEN
    v_is_allowed := core.count_attempt('address-quarter:' || v_address, 30, 900, false);
    v_is_allowed := v_is_allowed AND core.count_attempt('address-day:' || v_address, 100, 86400, false);
  END IF;
  INSERT INTO public.sign_in_attempt (id, audience, kind, account_id, identifier_hash, address, is_allowed, device_id)
  VALUES (v_id, p_audience, 'PASSKEY', v_account, sha256(p_credential_id), p_address, v_is_allowed, v_device);
  RETURN QUERY
    SELECT v_id, v_account, v_is_allowed, k.id, k.public_key, k.sign_count, k.transports
    FROM (SELECT 1) AS one
    LEFT JOIN public.passkey AS k ON k.credential_id = p_credential_id AND k.audience = p_audience
      AND k.account_id = v_account AND v_is_allowed
      AND core.is_challenge_open(p_audience, p_purpose, p_challenge, v_account);
END
$$;

-- Takes what the process made of a signature, bound to the challenge, which is used up whatever came of it: the public key
-- that verified it, or null. No row: refused.
CREATE FUNCTION core.finish_passkey(p_audience text, p_purpose text, p_attempt uuid, p_challenge bytea, p_passkey uuid,
  p_public_key bytea, p_sign_count bigint, p_pending_secret text, p_session_id uuid, p_secret text,
  p_device_secret text, p_user_agent text, p_request_id text)
  RETURNS TABLE (account_id uuid, is_new_device boolean)
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_pending public.pending_sign_in;
  v_attempt public.sign_in_attempt;
  v_old public.session;
  v_is_right boolean;
  v_is_new boolean := false;
BEGIN
  SELECT t.* INTO v_attempt FROM public.sign_in_attempt AS t WHERE t.id = p_attempt;
  IF p_purpose = 'SECOND_FACTOR' THEN
    SELECT * INTO v_pending FROM core.lock_pending(p_audience, p_pending_secret, v_attempt.address);
    IF v_pending.id IS NULL OR v_pending.account_id IS DISTINCT FROM v_attempt.account_id THEN
      RETURN;
    END IF;
  ELSIF p_purpose = 'CONFIRM' THEN
    SELECT * INTO v_old FROM core.my_session(p_audience);
    IF v_old.id IS NULL OR v_old.account_id IS DISTINCT FROM v_attempt.account_id THEN
      RETURN;
    END IF;
  ELSIF p_purpose <> 'SIGN_IN' THEN
    RETURN;
  END IF;
  v_attempt := core.take_attempt(p_audience, p_attempt, ARRAY['PASSKEY']);
  IF v_attempt.id IS NULL THEN
    RETURN;
  END IF;
  PERFORM FROM public.account AS a WHERE a.id = v_attempt.account_id FOR NO KEY UPDATE;
  v_is_right := core.use_challenge(p_audience, p_purpose, p_challenge, v_attempt.account_id)
    AND core.is_open(p_audience, v_attempt.account_id, v_attempt.address);
  IF v_is_right THEN
    -- A counter that does not grow is that of a copy, unless the authenticator counts nothing.
    UPDATE public.passkey AS k SET sign_count = p_sign_count, last_used_at = app.now()
    WHERE k.id = p_passkey AND k.account_id = v_attempt.account_id AND k.audience = p_audience
      AND k.proof = sha256(p_public_key) AND (p_sign_count > k.sign_count OR (p_sign_count = 0 AND k.sign_count = 0));
    v_is_right := FOUND;
  END IF;
  IF NOT v_is_right THEN
    PERFORM core.audit(p_audience, CASE p_purpose WHEN 'SIGN_IN' THEN 'session.sign-in-failed'
      WHEN 'SECOND_FACTOR' THEN 'session.factor-failed' ELSE 'session.identity-confirmation-failed' END, 'FAILED',
      v_old.account_id, v_old.id, v_attempt.account_id, v_attempt.address, p_request_id);
    RETURN;
  END IF;
  UPDATE public.sign_in_attempt AS t SET outcome = 'SUCCEEDED' WHERE t.id = p_attempt;
  IF v_attempt.device_id IS NULL THEN
    PERFORM core.give_back(v_attempt.address);
  END IF;
  IF p_purpose = 'CONFIRM' THEN
    IF core.confirm_in_place(p_audience, v_old, p_session_id, p_secret, v_attempt.address, p_user_agent, p_request_id) THEN
      RETURN QUERY SELECT v_old.account_id, false;
    END IF;
    RETURN;
  END IF;
  IF p_purpose = 'SECOND_FACTOR' THEN
    v_is_new := core.complete_pending(v_pending, v_attempt, p_session_id, p_secret, p_device_secret, p_user_agent,
      'PASSWORD_PASSKEY', p_request_id);
  ELSE
    v_is_new := core.enter(p_audience, v_attempt.account_id, p_session_id, p_secret, p_device_secret,
      v_attempt.address, p_user_agent, 'PASSKEY', p_request_id);
  END IF;
  PERFORM core.forget_failures(p_audience, v_attempt.account_id);
  RETURN QUERY SELECT v_attempt.account_id, v_is_new;
END
$$;

-- S8: the present session, confirmed, with its account locked. No row otherwise.
CREATE FUNCTION core.lock_confirmed(p_audience text) RETURNS SETOF public.session
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM FROM public.account WHERE id = (SELECT account_id FROM core.my_session(p_audience)) FOR NO KEY UPDATE;
  -- A second statement: what was waited for may have ended the session.
  RETURN QUERY SELECT * FROM core.my_session(p_audience) AS s WHERE s.confirmed_until > app.now();
END
$$;

-- S7: the epoch moves on, every session ends, and the present one goes on as a new one.
CREATE FUNCTION core.replace_sessions(p_old public.session, p_reason text, p_session_id uuid, p_secret text,
  p_user_agent text) RETURNS void LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.account SET auth_epoch = auth_epoch + 1 WHERE id = p_old.account_id;
  UPDATE public.session SET ended_at = app.now(), end_reason = p_reason
  WHERE account_id = p_old.account_id AND ended_at IS NULL;
  PERFORM core.open_session(p_old.account_id, p_session_id, p_secret, p_old.address, p_user_agent,
    p_old.absolute_ends_at, p_old.confirmed_at, p_old.confirmed_until, p_old.method);
END
$$;

-- Ten codes, all new together. Only where none is left, unless they are renewed.
CREATE FUNCTION core.set_recovery_codes(p_account uuid, p_hashes bytea[], p_is_renewal boolean) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT p_is_renewal AND EXISTS (
    SELECT FROM public.recovery_code AS r WHERE r.account_id = p_account AND r.used_at IS NULL
  ) THEN
    RETURN false;
  END IF;
  DELETE FROM public.recovery_code AS r WHERE r.account_id = p_account;
  INSERT INTO public.recovery_code (account_id, code_hash) SELECT p_account, h FROM unnest(p_hashes) AS h;
  RETURN true;
END
$$;

CREATE FUNCTION core.begin_totp(p_audience text, p_sealed_seed bytea, p_proof bytea, p_request_id text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_session public.session;
BEGIN
  SELECT * INTO v_session FROM core.lock_confirmed(p_audience);
  IF v_session.id IS NULL THEN
    RETURN false;
  END IF;
  DELETE FROM public.totp_factor AS f WHERE f.account_id = v_session.account_id AND f.confirmed_at IS NULL;
  INSERT INTO public.totp_factor (account_id, sealed_seed, proof) VALUES (v_session.account_id, p_sealed_seed, p_proof);
  PERFORM core.audit(p_audience, 'factor.enrolment-started', 'ALLOWED', v_session.account_id, v_session.id,
    v_session.account_id, v_session.address, p_request_id, '{"kind": "totp"}');
  RETURN true;
END
$$;

-- The seed that one is enrolling oneself, to check the first code against. Guessing it would tell nothing that is not known.
CREATE FUNCTION core.pending_totp(p_audience text)
  RETURNS TABLE (factor_id uuid, account_id uuid, sealed_seed bytea, at timestamptz)
  LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT f.id, f.account_id, f.sealed_seed, app.now()
  FROM core.my_session(p_audience) AS s JOIN public.totp_factor AS f ON f.account_id = s.account_id
  WHERE f.confirmed_at IS NULL AND s.confirmed_until > app.now()
$$;

-- Null: not confirmed, or nothing to confirm. Else whether these recovery codes are the ones that count now.
CREATE FUNCTION core.confirm_totp(p_audience text, p_factor uuid, p_step bigint, p_recovery_hashes bytea[],
  p_session_id uuid, p_secret text, p_user_agent text, p_request_id text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_session public.session;
  v_has_codes boolean;
BEGIN
  SELECT * INTO v_session FROM core.lock_confirmed(p_audience);
  IF v_session.id IS NULL OR NOT EXISTS (SELECT FROM public.totp_factor AS f
    WHERE f.id = p_factor AND f.account_id = v_session.account_id AND f.confirmed_at IS NULL) THEN
    RETURN NULL;
  END IF;
  DELETE FROM public.totp_factor AS f WHERE f.account_id = v_session.account_id AND f.confirmed_at IS NOT NULL;
  UPDATE public.totp_factor AS f SET confirmed_at = app.now(), last_used_step = p_step WHERE f.id = p_factor;
  v_has_codes := core.set_recovery_codes(v_session.account_id, p_recovery_hashes, false);
  PERFORM core.replace_sessions(v_session, 'FACTOR_CHANGED', p_session_id, p_secret, p_user_agent);
  PERFORM core.audit(p_audience, 'factor.added', 'ALLOWED', v_session.account_id, p_session_id, v_session.account_id,
    v_session.address, p_request_id, jsonb_build_object('kind', 'totp', 'hasNewRecoveryCodes', v_has_codes));
  RETURN v_has_codes;
END
$$;

-- As confirm_totp, for a passkey whose registration answered the challenge. At most ten.
CREATE FUNCTION core.add_passkey(p_audience text, p_challenge bytea, p_credential_id bytea, p_public_key bytea,
  p_proof bytea, p_sign_count bigint, p_transports text[], p_name text, p_is_synced boolean, p_recovery_hashes bytea[],
  p_session_id uuid, p_secret text, p_user_agent text, p_request_id text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_session public.session;
  v_passkey uuid;
  v_has_codes boolean;
BEGIN
  SELECT * INTO v_session FROM core.lock_confirmed(p_audience);
  IF v_session.id IS NULL OR NOT core.use_challenge(p_audience, 'REGISTER', p_challenge, v_session.account_id) THEN
    RETURN NULL;
  END IF;
  IF (SELECT count(*) FROM public.passkey AS k WHERE k.account_id = v_session.account_id) >= 10 THEN
    RAISE EXCEPTION 'an account has ten passkeys at most'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'passkey_at_most_ten', TABLE = 'passkey';
  END IF;
  INSERT INTO public.passkey
    (account_id, audience, credential_id, public_key, proof, sign_count, transports, name, is_synced)
  VALUES (v_session.account_id, p_audience, p_credential_id, p_public_key, p_proof, p_sign_count, p_transports, p_name,
    p_is_synced)
  RETURNING id INTO v_passkey;
  v_has_codes := core.set_recovery_codes(v_session.account_id, p_recovery_hashes, false);
  PERFORM core.replace_sessions(v_session, 'FACTOR_CHANGED', p_session_id, p_secret, p_user_agent);
  PERFORM core.audit(p_audience, 'factor.added', 'ALLOWED', v_session.account_id, p_session_id, v_session.account_id,
    v_session.address, p_request_id,
    jsonb_build_object('kind', 'passkey', 'passkey', v_passkey, 'hasNewRecoveryCodes', v_has_codes));
  RETURN v_has_codes;
END
$$;

-- Removes the authenticator app (p_passkey null) or a passkey. 'done', 'unconfirmed', 'absent', 'required' (the policy
-- demands a factor and this is the last) or 'only-way' (the last passkey of who signs in with passkeys alone).
CREATE FUNCTION core.remove_factor(p_audience text, p_passkey uuid, p_session_id uuid, p_secret text,
  p_user_agent text, p_request_id text) RETURNS text
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_session public.session;
  v_account public.account;
BEGIN
  SELECT * INTO v_session FROM core.lock_confirmed(p_audience);
  IF v_session.id IS NULL THEN
    RETURN 'unconfirmed';
  END IF;
  SELECT * INTO v_account FROM public.account WHERE id = v_session.account_id;
  IF p_passkey IS NULL THEN
    IF NOT EXISTS (SELECT FROM public.totp_factor WHERE account_id = v_account.id AND confirmed_at IS NOT NULL) THEN
      RETURN 'absent';
    END IF;
  ELSIF NOT EXISTS (SELECT FROM public.passkey WHERE id = p_passkey AND account_id = v_account.id) THEN
    RETURN 'absent';
  ELSIF v_account.is_passkey_only AND NOT EXISTS (
    SELECT FROM public.passkey WHERE account_id = v_account.id AND id <> p_passkey) THEN
    RETURN 'only-way';
  END IF;
  IF core.is_factor_required(p_audience, v_account.is_admin, v_account.company_id)
    AND NOT EXISTS (SELECT FROM public.passkey
      WHERE account_id = v_account.id AND id IS DISTINCT FROM p_passkey)
    AND (p_passkey IS NULL OR NOT EXISTS (
      SELECT FROM public.totp_factor WHERE account_id = v_account.id AND confirmed_at IS NOT NULL)) THEN
    RETURN 'required';
  END IF;
  IF p_passkey IS NULL THEN
    DELETE FROM public.totp_factor WHERE account_id = v_account.id;
  ELSE
    DELETE FROM public.passkey WHERE id = p_passkey AND account_id = v_account.id;
  END IF;
  IF NOT core.has_factor(v_account.id) THEN
    DELETE FROM public.recovery_code WHERE account_id = v_account.id;
  END IF;
  PERFORM core.replace_sessions(v_session, 'FACTOR_CHANGED', p_session_id, p_secret, p_user_agent);
  PERFORM core.audit(p_audience, 'factor.removed', 'ALLOWED', v_account.id, p_session_id, v_account.id,
    v_session.address, p_request_id, jsonb_strip_nulls(jsonb_build_object(
      'kind', CASE WHEN p_passkey IS NULL THEN 'totp' ELSE 'passkey' END, 'passkey', p_passkey)));
  RETURN 'done';
END
$$;

-- A name is a label: no session ends. False: not confirmed, or not one's own.
CREATE FUNCTION core.rename_passkey(p_audience text, p_passkey uuid, p_name text, p_request_id text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_session public.session;
BEGIN
  SELECT * INTO v_session FROM core.lock_confirmed(p_audience);
  UPDATE public.passkey SET name = p_name WHERE id = p_passkey AND account_id = v_session.account_id;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM core.audit(p_audience, 'factor.renamed', 'ALLOWED', v_session.account_id, v_session.id,
    v_session.account_id, v_session.address, p_request_id, jsonb_build_object('passkey', p_passkey));
  RETURN true;
END
$$;

-- 'done', 'unconfirmed', or 'absent' where there is no factor that they could stand in for.
CREATE FUNCTION core.renew_recovery_codes(p_audience text, p_recovery_hashes bytea[], p_session_id uuid, p_secret text,
  p_user_agent text, p_request_id text) RETURNS text
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_session public.session;
BEGIN
  SELECT * INTO v_session FROM core.lock_confirmed(p_audience);
  IF v_session.id IS NULL THEN
    RETURN 'unconfirmed';
  END IF;
  IF NOT core.has_factor(v_session.account_id) THEN
    RETURN 'absent';
  END IF;
  PERFORM core.set_recovery_codes(v_session.account_id, p_recovery_hashes, true);
  PERFORM core.replace_sessions(v_session, 'FACTOR_CHANGED', p_session_id, p_secret, p_user_agent);
  PERFORM core.audit(p_audience, 'factor.recovery-codes-renewed', 'ALLOWED', v_session.account_id, p_session_id,
    v_session.account_id, v_session.address, p_request_id);
  RETURN 'done';
END
$$;

CREATE FUNCTION core.own_factors(p_audience text) RETURNS jsonb
  LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT jsonb_build_object(
    'totp', (SELECT jsonb_build_object('since', f.confirmed_at, 'lastUsedAt', f.last_used_at)
      FROM public.totp_factor AS f WHERE f.account_id = a.id AND f.confirmed_at IS NOT NULL),
    'passkeys', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name, 'isSynced', k.is_synced,
        'createdAt', k.created_at, 'lastUsedAt', k.last_used_at) ORDER BY k.created_at, k.id), '[]')
      FROM public.passkey AS k WHERE k.account_id = a.id),
    'recoveryCodesLeft', (SELECT CASE WHEN count(*) > 0 THEN count(*) FILTER (WHERE r.used_at IS NULL) END
      FROM public.recovery_code AS r WHERE r.account_id = a.id),
    'isRequired', core.is_factor_required(p_audience, a.is_admin, a.company_id))
  FROM core.my_session(p_audience) AS s JOIN public.account AS a ON a.id = s.account_id
$$;

-- The doors.
DO $$
DECLARE
  v_door record;
BEGIN
  FOR v_door IN SELECT * FROM (VALUES ('app', 'STAFF'), ('portal', 'CUSTOMER')) AS d (schema, audience)
  LOOP
    EXECUTE replace(replace($f$
      CREATE FUNCTION DOOR.begin_factor(p_pending_secret text, p_device_secret text, p_address inet)
        RETURNS TABLE (attempt_id uuid, account_id uuid, is_allowed boolean, sealed_seed bytea, at timestamptz)
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT * FROM core.begin_factor(AUDIENCE, p_pending_secret, p_device_secret, p_address)';
      CREATE FUNCTION DOOR.finish_factor(p_pending_secret text, p_attempt uuid, p_step bigint, p_seed bytea,
          p_code_hash bytea, p_session_id uuid, p_secret text, p_device_secret text, p_user_agent text, p_request_id text)
        RETURNS TABLE (account_id uuid, is_new_device boolean)
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT * FROM core.finish_factor(AUDIENCE, p_pending_secret, p_attempt, p_step, p_seed, p_code_hash, p_session_id,
          p_secret, p_device_secret, p_user_agent, p_request_id)';
      CREATE FUNCTION DOOR.begin_challenge(p_purpose text, p_challenge bytea, p_pending_secret text, p_address inet)
        RETURNS TABLE (account_id uuid, is_allowed boolean, email text, display_name text, passkeys jsonb)
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT * FROM core.begin_challenge(AUDIENCE, p_purpose, p_challenge, p_pending_secret, p_address)';
      CREATE FUNCTION DOOR.begin_passkey(p_purpose text, p_challenge bytea, p_credential_id bytea,
          p_pending_secret text, p_device_secret text, p_address inet)
        RETURNS TABLE (attempt_id uuid, account_id uuid, is_allowed boolean, passkey_id uuid, public_key bytea,
          sign_count bigint, transports text[])
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT * FROM core.begin_passkey(AUDIENCE, p_purpose, p_challenge, p_credential_id, p_pending_secret,
          p_device_secret, p_address)';
      CREATE FUNCTION DOOR.finish_passkey(p_purpose text, p_attempt uuid, p_challenge bytea, p_passkey uuid,
          p_public_key bytea, p_sign_count bigint, p_pending_secret text, p_session_id uuid, p_secret text,
          p_device_secret text, p_user_agent text, p_request_id text)
        RETURNS TABLE (account_id uuid, is_new_device boolean)
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT * FROM core.finish_passkey(AUDIENCE, p_purpose, p_attempt, p_challenge, p_passkey, p_public_key,
          p_sign_count, p_pending_secret, p_session_id, p_secret, p_device_secret, p_user_agent, p_request_id)';
      CREATE FUNCTION DOOR.begin_totp(p_sealed_seed bytea, p_proof bytea, p_request_id text) RETURNS boolean
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT core.begin_totp(AUDIENCE, p_sealed_seed, p_proof, p_request_id)';
      CREATE FUNCTION DOOR.pending_totp() RETURNS TABLE (factor_id uuid, account_id uuid, sealed_seed bytea, at timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT * FROM core.pending_totp(AUDIENCE)';
      CREATE FUNCTION DOOR.confirm_totp(p_factor uuid, p_step bigint, p_recovery_hashes bytea[], p_session_id uuid,
          p_secret text, p_user_agent text, p_request_id text) RETURNS boolean
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT core.confirm_totp(AUDIENCE, p_factor, p_step, p_recovery_hashes, p_session_id, p_secret,
          p_user_agent, p_request_id)';
      CREATE FUNCTION DOOR.add_passkey(p_challenge bytea, p_credential_id bytea, p_public_key bytea, p_proof bytea,
          p_sign_count bigint,
          p_transports text[], p_name text, p_is_synced boolean, p_recovery_hashes bytea[], p_session_id uuid,
          p_secret text, p_user_agent text, p_request_id text) RETURNS boolean
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT core.add_passkey(AUDIENCE, p_challenge, p_credential_id, p_public_key, p_proof, p_sign_count, p_transports,
          p_name, p_is_synced, p_recovery_hashes, p_session_id, p_secret, p_user_agent, p_request_id)';
      CREATE FUNCTION DOOR.remove_factor(p_passkey uuid, p_session_id uuid, p_secret text, p_user_agent text,
          p_request_id text) RETURNS text
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT core.remove_factor(AUDIENCE, p_passkey, p_session_id, p_secret, p_user_agent, p_request_id)';
      CREATE FUNCTION DOOR.rename_passkey(p_passkey uuid, p_name text, p_request_id text) RETURNS boolean
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT core.rename_passkey(AUDIENCE, p_passkey, p_name, p_request_id)';
      CREATE FUNCTION DOOR.renew_recovery_codes(p_recovery_hashes bytea[], p_session_id uuid, p_secret text,
          p_user_agent text, p_request_id text) RETURNS text
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT core.renew_recovery_codes(AUDIENCE, p_recovery_hashes, p_session_id, p_secret, p_user_agent,
          p_request_id)';
      CREATE FUNCTION DOOR.own_factors() RETURNS jsonb
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT core.own_factors(AUDIENCE)';
      $f$, 'DOOR.', v_door.schema || '.'), 'AUDIENCE', '''''' || v_door.audience || '''''');
  END LOOP;
END
$$;

GRANT CREATE ON SCHEMA app, portal, core TO sallyport_definer;
DO $$
DECLARE
  v_function regprocedure;
  v_schema regnamespace;
BEGIN
  FOR v_function, v_schema IN
    SELECT p.oid, p.pronamespace FROM pg_proc AS p
    WHERE p.pronamespace IN ('app'::regnamespace, 'portal'::regnamespace, 'core'::regnamespace)
      AND p.proowner <> 'sallyport_definer'::regrole
      AND p.proname = ANY (ARRAY['try_pending', 'begin_factor', 'lock_pending', 'complete_pending', 'finish_factor',
        'begin_challenge', 'is_challenge_open', 'use_challenge', 'begin_passkey', 'finish_passkey', 'lock_confirmed',
        'replace_sessions', 'set_recovery_codes', 'begin_totp', 'pending_totp', 'confirm_totp', 'add_passkey',
        'remove_factor', 'rename_passkey', 'renew_recovery_codes', 'own_factors'])
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', v_function);
    IF v_schema = 'app'::regnamespace THEN
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO sallyport_staff', v_function);
    ELSIF v_schema = 'portal'::regnamespace THEN
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO sallyport_portal', v_function);
    END IF;
    EXECUTE format('ALTER FUNCTION %s OWNER TO sallyport_definer', v_function);
  END LOOP;
END
$$;
REVOKE CREATE ON SCHEMA app, portal, core FROM sallyport_definer;
