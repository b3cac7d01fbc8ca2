-- S1, S5, S8, S10: what an attempt opens, and the doors to it. The functions of 0025 get their owner here as well.

-- What a sign-in leaves behind once it is through, however many steps it took: an open session and a device that is known.
-- True when the account has devices and this was none of them.
CREATE FUNCTION core.enter(p_audience text, p_account uuid, p_session_id uuid, p_secret text, p_device_secret text,
  p_address inet, p_user_agent text, p_method text, p_request_id text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_has_devices boolean;
  v_is_new boolean := false;
  v_is_confirmed boolean;
BEGIN
  -- Locks the account, so that two sign-ins count the sessions one after the other.
  UPDATE public.account SET last_sign_in_at = app.now() WHERE id = p_account;
  -- G3: who has to enrol a factor has just shown who they are; asking twice would help nobody.
  SELECT core.is_factor_required(p_audience, a.is_admin, a.company_id) AND NOT core.has_factor(a.id) INTO v_is_confirmed
  FROM public.account AS a WHERE a.id = p_account;
  PERFORM core.open_session(p_account, p_session_id, p_secret, p_address, p_user_agent,
    app.now() + interval '12 hours', CASE WHEN v_is_confirmed THEN app.now() END,
    CASE WHEN v_is_confirmed THEN app.now() + interval '10 minutes' END, p_method);
  IF p_device_secret IS NOT NULL THEN
    v_has_devices := EXISTS (SELECT FROM public.known_device WHERE account_id = p_account);
    INSERT INTO public.known_device AS d (account_id, secret_hash, user_agent)
    VALUES (p_account, sha256(convert_to(p_device_secret, 'UTF8')), left(p_user_agent, 300))
    ON CONFLICT (account_id, secret_hash) DO UPDATE SET last_used_at = app.now(), user_agent = left(p_user_agent, 300)
    RETURNING d.xmax = 0 INTO v_is_new;
    v_is_new := v_is_new AND v_has_devices;
  END IF;
  PERFORM core.audit(p_audience, 'session.signed-in', 'ALLOWED', p_account, p_session_id, p_account, p_address,
    p_request_id, jsonb_build_object('method', p_method));
  RETURN v_is_new;
END
$$;

DROP FUNCTION app.finish_sign_in(uuid, bytea, uuid, text, text, text),
  portal.finish_sign_in(uuid, bytea, uuid, text, text, text);
DROP FUNCTION core.finish_sign_in(text, uuid, bytea, uuid, text, text, text);
-- No row: refused; never an exception for a wrong password, so that the caller commits what was counted. With a factor
-- enrolled the secret opens a pending sign-in and no session: `next` says which.
CREATE FUNCTION core.finish_sign_in(p_audience text, p_attempt uuid, p_tag bytea, p_session_id uuid, p_secret text,
  p_device_secret text, p_user_agent text, p_request_id text)
  RETURNS TABLE (account_id uuid, next text, has_totp boolean, has_passkey boolean, has_recovery_code boolean,
    is_new_device boolean)
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_done record;
  v_is_new boolean;
BEGIN
  SELECT * INTO v_done FROM core.finish_attempt(p_audience, p_attempt, p_tag, ARRAY['PASSWORD']);
  IF NOT FOUND THEN
    RETURN;
  END IF;
  IF NOT v_done.is_verified THEN
    PERFORM core.audit(p_audience, 'session.sign-in-failed', 'FAILED', NULL, NULL, v_done.account_id,
      v_done.address, p_request_id);
    RETURN;
  END IF;
  IF core.has_factor(v_done.account_id) THEN
    -- What the attempt has counted stays counted until the factor is right as well, or passwords could be tried for ever.
    IF coalesce(char_length(p_secret), 0) < 32 THEN
      RAISE EXCEPTION 'the secret of a pending sign-in is too short'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'session_secret_length', TABLE = 'pending_sign_in';
    END IF;
    INSERT INTO public.pending_sign_in (secret_hash, account_id, audience, auth_epoch, address, user_agent, expires_at)
    SELECT sha256(convert_to(p_secret, 'UTF8')), a.id, p_audience, a.auth_epoch, v_done.address,
      left(p_user_agent, 300), app.now() + interval '10 minutes'
    FROM public.account AS a WHERE a.id = v_done.account_id;
    PERFORM core.audit(p_audience, 'session.factor-requested', 'ALLOWED', v_done.account_id, NULL, v_done.account_id,
      v_done.address, p_request_id);
    RETURN QUERY SELECT v_done.account_id, 'factor',
      EXISTS (SELECT FROM public.totp_factor AS f WHERE f.account_id = v_done.account_id AND f.confirmed_at IS NOT NULL),
      EXISTS (SELECT FROM public.passkey AS k WHERE k.account_id = v_done.account_id),
      EXISTS (SELECT FROM public.recovery_code AS r WHERE r.account_id = v_done.account_id AND r.used_at IS NULL),
      false;
    RETURN;
  END IF;
  -- The account before the counters: what holds counters never waits for an account.
  PERFORM FROM public.account AS a WHERE a.id = v_done.account_id FOR NO KEY UPDATE;
  PERFORM core.forgive(t) FROM public.sign_in_attempt AS t WHERE t.id = p_attempt;
  v_is_new := core.enter(p_audience, v_done.account_id, p_session_id, p_secret, p_device_secret, v_done.address,
    p_user_agent, 'PASSWORD', p_request_id);
  RETURN QUERY SELECT v_done.account_id, 'in', false, false, false, v_is_new;
END
$$;

-- S6, S8: a new session takes the place of the present one, confirmed for ten minutes, with the old one's absolute end.
CREATE FUNCTION core.confirm_in_place(p_audience text, p_old public.session, p_session_id uuid, p_secret text,
  p_address inet, p_user_agent text, p_request_id text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM FROM public.account WHERE id = p_old.account_id FOR NO KEY UPDATE;
  UPDATE public.session SET ended_at = app.now(), end_reason = 'REPLACED' WHERE id = p_old.id AND ended_at IS NULL;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM core.open_session(p_old.account_id, p_session_id, p_secret, p_address, p_user_agent,
    p_old.absolute_ends_at, app.now(), app.now() + interval '10 minutes', p_old.method);
  PERFORM core.audit(p_audience, 'session.identity-confirmed', 'ALLOWED', p_old.account_id, p_session_id,
    p_old.account_id, p_address, p_request_id);
  RETURN true;
END
$$;

CREATE OR REPLACE FUNCTION core.confirm_identity(p_audience text, p_attempt uuid, p_tag bytea, p_session_id uuid,
  p_secret text, p_user_agent text, p_request_id text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_old public.session;
  v_done record;
BEGIN
  SELECT * INTO v_old FROM core.my_session(p_audience);
  IF NOT FOUND OR NOT EXISTS (
    SELECT FROM public.sign_in_attempt WHERE id = p_attempt AND account_id = v_old.account_id
  ) THEN
    RETURN false;
  END IF;
  SELECT * INTO v_done FROM core.finish_attempt(p_audience, p_attempt, p_tag, ARRAY['CONFIRMATION']);
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  IF NOT v_done.is_verified THEN
    PERFORM core.audit(p_audience, 'session.identity-confirmation-failed', 'FAILED', v_old.account_id, v_old.id,
      v_old.account_id, v_done.address, p_request_id);
    RETURN false;
  END IF;
  PERFORM FROM public.account WHERE id = v_old.account_id FOR NO KEY UPDATE;
  PERFORM core.forgive(t) FROM public.sign_in_attempt AS t WHERE t.id = p_attempt;
  RETURN core.confirm_in_place(p_audience, v_old, p_session_id, p_secret, v_done.address, p_user_agent, p_request_id);
END
$$;

-- U5, S10, S9: as in 0010; the first session is confirmed for ten minutes, because the link has shown who comes, and the
-- browser is known from then on.
DROP FUNCTION app.accept_invitation(text, text, bytea, integer, integer, integer, integer, bytea, uuid, text, inet, text,
  text), portal.accept_invitation(text, text, bytea, integer, integer, integer, integer, bytea, uuid, text, inet, text, text);
DROP FUNCTION core.accept_invitation(text, text, text, bytea, integer, integer, integer, integer, bytea, uuid, text, inet,
  text, text);
CREATE FUNCTION core.accept_invitation(p_audience text, p_secret text, p_display_name text, p_salt bytea,
  p_memory_kib integer, p_iterations integer, p_parallelism integer, p_pepper_version integer, p_verifier bytea,
  p_session_id uuid, p_session_secret text, p_device_secret text, p_address inet, p_user_agent text, p_request_id text)
  RETURNS uuid LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_account uuid;
BEGIN
  -- The account first: two callers, also with two links of one account, wait for each other here.
  SELECT a.id INTO v_account FROM public.account AS a
  WHERE a.id = (SELECT account_id FROM public.one_time_link
    WHERE secret_hash = sha256(convert_to(p_secret, 'UTF8')) AND purpose = 'INVITATION')
  FOR NO KEY UPDATE;
  -- A second statement, so that it sees what the one waited for has committed.
  SELECT a.id INTO v_account
  FROM public.one_time_link AS l
  JOIN public.account AS a ON a.id = l.account_id
  JOIN public.company AS c ON c.id = a.company_id
  WHERE l.secret_hash = sha256(convert_to(p_secret, 'UTF8')) AND l.purpose = 'INVITATION'
    AND l.consumed_at IS NULL AND l.expires_at > app.now()
    AND a.id = v_account AND a.audience = p_audience AND a.status = 'INVITED' AND a.suspended_at IS NULL
    AND (a.expires_at IS NULL OR a.expires_at > app.now())
    AND (a.invitation_ends_at IS NULL OR a.invitation_ends_at > app.now())
    AND c.archived_at IS NULL AND core.is_address_allowed(p_audience, a.company_id, a.id, p_address);
  IF v_account IS NULL THEN
    RETURN NULL;
  END IF;
  UPDATE public.one_time_link SET consumed_at = app.now()
  WHERE account_id = v_account AND purpose = 'INVITATION' AND consumed_at IS NULL;
  PERFORM core.set_credential(v_account, p_salt, p_memory_kib, p_iterations, p_parallelism, p_pepper_version, p_verifier);
  UPDATE public.account SET display_name = p_display_name, status = 'ACTIVE', activated_at = app.now(),
    auth_epoch = auth_epoch + 1, version = version + 1, last_sign_in_at = app.now()
  WHERE id = v_account;
  PERFORM core.give_back(p_address);
  PERFORM core.open_session(v_account, p_session_id, p_session_secret, p_address, p_user_agent,
    app.now() + interval '12 hours', app.now(), app.now() + interval '10 minutes', 'INVITATION');
  IF p_device_secret IS NOT NULL THEN
    INSERT INTO public.known_device (account_id, secret_hash, user_agent)
    VALUES (v_account, sha256(convert_to(p_device_secret, 'UTF8')), left(p_user_agent, 300))
    ON CONFLICT (account_id, secret_hash) DO UPDATE SET last_used_at = app.now();
  END IF;
  PERFORM core.audit(p_audience, 'invitation.accepted', 'ALLOWED', v_account, p_session_id, v_account, p_address,
    p_request_id);
  RETURN v_account;
END
$$;

-- S11: the first Admin, made in the same transaction, comes in confirmed: the printed link has shown who it is.
CREATE FUNCTION core.enter_after_setup(p_session_id uuid, p_secret text, p_device_secret text, p_address inet,
  p_user_agent text, p_request_id text) RETURNS uuid
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_account uuid;
BEGIN
  SELECT a.id INTO v_account
  FROM public.installation AS i CROSS JOIN public.account AS a
  WHERE i.setup_completed_at = app.now()::timestamptz(3) AND a.created_at = app.now()::timestamptz(3) AND a.is_admin AND a.last_sign_in_at IS NULL;
  IF v_account IS NULL THEN
    RETURN NULL;
  END IF;
  PERFORM core.enter('STAFF', v_account, p_session_id, p_secret, p_device_secret, p_address, p_user_agent, 'SETUP',
    p_request_id);
  RETURN v_account;
END
$$;

-- The doors.
DO $$
DECLARE
  v_door record;
BEGIN
  FOR v_door IN SELECT * FROM (VALUES ('app', 'STAFF', 'sallyport_staff'), ('portal', 'CUSTOMER', 'sallyport_portal'))
    AS d (schema, audience, role)
  LOOP
    EXECUTE format($f$
      CREATE FUNCTION %1$s.begin_sign_in(p_identifier text, p_address inet, p_device_secret text)
        RETURNS TABLE (attempt_id uuid, account_id uuid, is_allowed boolean, salt bytea, memory_kib integer,
          iterations integer, parallelism integer, pepper_version integer)
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT * FROM core.begin_sign_in(''%2$s'', p_identifier, p_address, p_device_secret)';
      CREATE FUNCTION %1$s.finish_sign_in(p_attempt uuid, p_tag bytea, p_session_id uuid, p_secret text,
          p_device_secret text, p_user_agent text, p_request_id text)
        RETURNS TABLE (account_id uuid, next text, has_totp boolean, has_passkey boolean, has_recovery_code boolean,
          is_new_device boolean)
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT * FROM core.finish_sign_in(''%2$s'', p_attempt, p_tag, p_session_id, p_secret, p_device_secret,
          p_user_agent, p_request_id)';
      CREATE FUNCTION %1$s.count_try(p_kind text, p_subject text, p_address inet) RETURNS boolean
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT core.count_try(''%2$s'', p_kind, p_subject, p_address)';
      CREATE FUNCTION %1$s.begin_confirmation(p_address inet, p_device_secret text)
        RETURNS TABLE (attempt_id uuid, account_id uuid, is_allowed boolean, salt bytea, memory_kib integer,
          iterations integer, parallelism integer, pepper_version integer)
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT * FROM core.begin_confirmation(''%2$s'', p_address, p_device_secret)';
      CREATE FUNCTION %1$s.accept_invitation(p_secret text, p_display_name text, p_salt bytea, p_memory_kib integer,
          p_iterations integer, p_parallelism integer, p_pepper_version integer, p_verifier bytea,
          p_session_id uuid, p_session_secret text, p_device_secret text, p_address inet, p_user_agent text,
          p_request_id text) RETURNS uuid
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT core.accept_invitation(''%2$s'', p_secret, p_display_name, p_salt, p_memory_kib, p_iterations,
          p_parallelism, p_pepper_version, p_verifier, p_session_id, p_session_secret, p_device_secret, p_address,
          p_user_agent, p_request_id)';
      $f$, v_door.schema, v_door.audience);
  END LOOP;
END
$$;
CREATE FUNCTION app.enter_after_setup(p_session_id uuid, p_secret text, p_device_secret text, p_address inet,
  p_user_agent text, p_request_id text) RETURNS uuid
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT core.enter_after_setup(p_session_id, p_secret, p_device_secret, p_address, p_user_agent, p_request_id) $$;

-- New functions belong to the definer role; core is run by it alone, each door by its own role (0011).
GRANT CREATE ON SCHEMA app, portal, core TO sallyport_definer;
DO $$
DECLARE
  v_function regprocedure;
  v_schema regnamespace;
BEGIN
  FOR v_function, v_schema IN
    SELECT p.oid, p.pronamespace FROM pg_proc AS p
    WHERE p.pronamespace IN ('app'::regnamespace, 'portal'::regnamespace, 'core'::regnamespace)
      AND p.proowner <> 'sallyport_definer'::regrole AND p.oid NOT IN ('app.now()'::regprocedure)
      AND p.proname = ANY (ARRAY['open_session', 'audit', 'is_open', 'known_device', 'attempt_keys', 'start_attempt',
        'forgive', 'forget_failures', 'watch_failure', 'begin_sign_in', 'count_try', 'begin_confirmation', 'take_attempt',
        'finish_attempt', 'enter', 'finish_sign_in', 'confirm_in_place', 'accept_invitation', 'enter_after_setup'])
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
