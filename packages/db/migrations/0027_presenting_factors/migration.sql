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
