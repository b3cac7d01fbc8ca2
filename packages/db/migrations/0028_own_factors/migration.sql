-- S5, S7: one's own second factors, and the doors to them. The functions of 0027 get their owner here as well.

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
