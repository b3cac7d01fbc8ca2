-- U5, U6, S7: invitations mailed again, addresses changed, "this was not me", and the doors to all links. The functions of
-- 0031 get their owner here as well.

-- U5: a new mail to the invited address, for whoever holds an old link of an invitation that is still open. Says nothing.
CREATE FUNCTION core.mail_invitation_again(p_audience text, p_secret text, p_address inet, p_link_hash bytea,
  p_mail_id uuid, p_sealed bytea, p_request_id text) RETURNS void
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_try uuid := core.begin_link(p_audience, p_secret, p_address);
  v_account uuid;
BEGIN
  SELECT a.id INTO v_account FROM public.one_time_link AS l
  JOIN public.account AS a ON a.id = l.account_id JOIN public.company AS c ON c.id = a.company_id
  WHERE l.secret_hash = sha256(convert_to(p_secret, 'UTF8')) AND l.purpose = 'INVITATION'
    AND a.audience = p_audience AND a.status = 'INVITED' AND a.suspended_at IS NULL
    AND (a.expires_at IS NULL OR a.expires_at > app.now())
    AND a.invitation_ends_at > app.now() AND c.archived_at IS NULL AND v_try IS NOT NULL;
  PERFORM core.end_link(p_audience, v_try, v_account);
  IF v_account IS NULL OR NOT core.count_attempt('invitation-mail:' || v_account, 3, 3600, false) THEN
    RETURN;
  END IF;
  PERFORM FROM public.account AS a WHERE a.id = v_account FOR NO KEY UPDATE;
  UPDATE public.one_time_link SET consumed_at = app.now()
  WHERE account_id = v_account AND purpose = 'INVITATION' AND consumed_at IS NULL;
  INSERT INTO public.one_time_link (id, secret_hash, purpose, account_id, expires_at)
  SELECT gen_random_uuid(), p_link_hash, 'INVITATION', v_account,
    least(app.now() + interval '24 hours', a.invitation_ends_at)
  FROM public.account AS a WHERE a.id = v_account;
  PERFORM core.queue_mail(p_audience, p_mail_id, 'invitation', v_account, NULL, p_sealed, NULL);
  PERFORM core.audit(p_audience, 'invitation.mailed-again', 'ALLOWED', NULL, NULL, v_account, p_address, p_request_id);
END
$$;

-- U6, S8: writes to the new address. False without a confirmed session; an address that is taken looks like one that is free,
-- for who has it is nobody else's business.
CREATE FUNCTION core.request_email_change(p_audience text, p_email text, p_link_hash bytea, p_mail_id uuid,
  p_sealed bytea, p_request_id text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_session public.session;
BEGIN
  SELECT * INTO v_session FROM core.lock_confirmed(p_audience);
  IF v_session.id IS NULL THEN
    RETURN false;
  END IF;
  PERFORM core.audit(p_audience, 'account.email-change-requested', 'ALLOWED', v_session.account_id, v_session.id,
    v_session.account_id, v_session.address, p_request_id);
  IF NOT core.count_attempt('email-change:' || v_session.account_id, 5, 3600, false)
    OR EXISTS (SELECT FROM public.account AS a WHERE a.audience = p_audience AND a.email = p_email) THEN
    RETURN true;
  END IF;
  UPDATE public.one_time_link SET consumed_at = app.now()
  WHERE account_id = v_session.account_id AND purpose = 'EMAIL_CHANGE' AND consumed_at IS NULL;
  INSERT INTO public.one_time_link (id, secret_hash, purpose, account_id, created_by_id, email, expires_at)
  VALUES (gen_random_uuid(), p_link_hash, 'EMAIL_CHANGE', v_session.account_id, v_session.account_id, p_email,
    app.now() + interval '24 hours');
  PERFORM core.queue_mail(p_audience, p_mail_id, 'email-change-confirm', v_session.account_id, p_email, p_sealed, NULL);
  RETURN true;
END
$$;

-- U6, S7: the new address counts, every session ends, and the old address is told. The account, or null.
CREATE FUNCTION core.confirm_email_change(p_audience text, p_secret text, p_address inet, p_mail_id uuid, p_sealed bytea,
  p_not_me_hash bytea, p_request_id text) RETURNS uuid
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_try uuid := core.begin_link(p_audience, p_secret, p_address);
  v_account uuid;
  v_old text;
  v_new text;
BEGIN
  v_account := CASE WHEN v_try IS NOT NULL THEN core.link_account(p_audience, 'EMAIL_CHANGE', p_secret, p_address) END;
  PERFORM core.end_link(p_audience, v_try, v_account);
  PERFORM FROM public.account AS a WHERE a.id = v_account FOR NO KEY UPDATE;
  SELECT l.email, a.email INTO v_new, v_old FROM public.one_time_link AS l JOIN public.account AS a ON a.id = l.account_id
  WHERE l.secret_hash = sha256(convert_to(p_secret, 'UTF8')) AND l.purpose = 'EMAIL_CHANGE'
    AND core.link_account(p_audience, 'EMAIL_CHANGE', p_secret, p_address) = v_account AND a.id = v_account
    AND NOT EXISTS (SELECT FROM public.account AS o WHERE o.audience = p_audience AND o.email = l.email);
  IF v_new IS NULL THEN
    RETURN NULL;
  END IF;
  UPDATE public.one_time_link SET consumed_at = app.now()
  WHERE account_id = v_account AND purpose IN ('EMAIL_CHANGE', 'RESET') AND consumed_at IS NULL;
  IF p_mail_id IS NOT NULL THEN
    PERFORM core.queue_mail(p_audience, p_mail_id, 'email-changed', v_account, v_old, p_sealed, p_not_me_hash);
  END IF;
  UPDATE public.account SET email = v_new, auth_epoch = auth_epoch + 1, version = version + 1 WHERE id = v_account;
  UPDATE public.session SET ended_at = app.now(), end_reason = 'EMAIL_CHANGED'
  WHERE account_id = v_account AND ended_at IS NULL;
  PERFORM core.audit(p_audience, 'account.email-changed', 'ALLOWED', v_account, NULL, v_account, p_address, p_request_id);
  RETURN v_account;
END
$$;

-- "This was not me": every session ends, and nobody gets in with the password until a reset or a passkey, not even on a
-- device that was known; after that it must be changed. An address that was changed comes back. Administrators are told.
CREATE FUNCTION core.not_me(p_audience text, p_secret text, p_address inet, p_request_id text) RETURNS uuid
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_try uuid := core.begin_link(p_audience, p_secret, p_address);
  v_link public.one_time_link;
BEGIN
  SELECT l.* INTO v_link FROM public.one_time_link AS l JOIN public.account AS a ON a.id = l.account_id
  WHERE l.secret_hash = sha256(convert_to(p_secret, 'UTF8')) AND l.purpose = 'NOT_ME'
    AND a.audience = p_audience AND a.status <> 'ANONYMISED' AND v_try IS NOT NULL;
  PERFORM core.end_link(p_audience, v_try, v_link.account_id);
  PERFORM FROM public.account AS a WHERE a.id = v_link.account_id FOR NO KEY UPDATE;
  UPDATE public.one_time_link AS l SET consumed_at = app.now()
  WHERE l.id = v_link.id AND l.consumed_at IS NULL AND l.expires_at > app.now();
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  UPDATE public.one_time_link SET consumed_at = app.now()
  WHERE account_id = v_link.account_id AND purpose IN ('EMAIL_CHANGE', 'RESET') AND consumed_at IS NULL;
  UPDATE public.account AS a SET auth_epoch = a.auth_epoch + 1, must_change_password = true, version = a.version + 1,
    email = CASE WHEN v_link.email IS NOT NULL AND NOT EXISTS (
      SELECT FROM public.account AS o WHERE o.audience = a.audience AND o.email = v_link.email)
      THEN v_link.email ELSE a.email END
  WHERE a.id = v_link.account_id;
  UPDATE public.session SET ended_at = app.now(), end_reason = 'ENDED_BY_OWNER'
  WHERE account_id = v_link.account_id AND ended_at IS NULL;
  DELETE FROM public.known_device WHERE account_id = v_link.account_id;
  -- S4: closed as after a hundred failures.
  INSERT INTO public.throttle_counter AS t (key, window_started_at, window_seconds, count)
  VALUES ((core.attempt_keys('PASSWORD', p_audience, v_link.account_id, NULL, NULL))[3], app.now(), 315360000, 100)
  ON CONFLICT (key) DO UPDATE SET count = 100, window_started_at = app.now();
  INSERT INTO public.security_alert (kind, audience, subject, account_id, detail)
  VALUES ('NOT_ME', p_audience, v_link.account_id::text, v_link.account_id, '{}')
  ON CONFLICT (kind, audience, subject) WHERE closed_at IS NULL DO UPDATE SET last_seen_at = app.now();
  PERFORM core.audit(p_audience, 'account.not-me-reported', 'ALLOWED', v_link.account_id, NULL, v_link.account_id,
    p_address, p_request_id, jsonb_build_object('isAddressRestored', v_link.email IS NOT NULL));
  PERFORM core.enqueue('report-not-me', jsonb_build_object('accountId', v_link.account_id), NULL);
  RETURN v_link.account_id;
END
$$;

-- The doors.
DO $$
DECLARE
  v_door record;
BEGIN
  FOR v_door IN SELECT * FROM (VALUES ('app', 'STAFF'), ('portal', 'CUSTOMER')) AS d (schema, audience)
  LOOP
    EXECUTE replace(replace($f$
      CREATE FUNCTION DOOR.my_password_minimum() RETURNS integer
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT core.my_password_minimum(AUDIENCE)';
      CREATE FUNCTION DOOR.link_password_minimum(p_secret text) RETURNS integer
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT core.link_password_minimum(AUDIENCE, p_secret)';
      CREATE FUNCTION DOOR.request_reset(p_identifier text, p_address inet, p_link_hash bytea, p_mail_id uuid,
          p_sealed bytea, p_request_id text) RETURNS void
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT core.request_reset(AUDIENCE, p_identifier, p_address, p_link_hash, p_mail_id, p_sealed, p_request_id)';
      CREATE FUNCTION DOOR.begin_reset(p_secret text, p_has_code boolean, p_device_secret text, p_address inet)
        RETURNS TABLE (account_id uuid, has_factor boolean, has_totp boolean, attempt_id uuid, is_allowed boolean,
          sealed_seed bytea, at timestamptz, minimum integer, email text, username text, display_name text,
          company_name text, firm_name text)
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT * FROM core.begin_reset(AUDIENCE, p_secret, p_has_code, p_device_secret, p_address)';
      CREATE FUNCTION DOOR.complete_reset(p_secret text, p_attempt uuid, p_step bigint, p_code_hash bytea, p_salt bytea,
          p_memory_kib integer, p_iterations integer, p_parallelism integer, p_pepper_version integer, p_verifier bytea,
          p_address inet, p_mail_id uuid, p_sealed bytea, p_not_me_hash bytea, p_request_id text) RETURNS text
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT core.complete_reset(AUDIENCE, p_secret, p_attempt, p_step, p_code_hash, p_salt, p_memory_kib,
          p_iterations, p_parallelism, p_pepper_version, p_verifier, p_address, p_mail_id, p_sealed, p_not_me_hash,
          p_request_id)';
      CREATE FUNCTION DOOR.mail_invitation_again(p_secret text, p_address inet, p_link_hash bytea, p_mail_id uuid,
          p_sealed bytea, p_request_id text) RETURNS void
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT core.mail_invitation_again(AUDIENCE, p_secret, p_address, p_link_hash, p_mail_id, p_sealed,
          p_request_id)';
      CREATE FUNCTION DOOR.request_email_change(p_email text, p_link_hash bytea, p_mail_id uuid, p_sealed bytea,
          p_request_id text) RETURNS boolean
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT core.request_email_change(AUDIENCE, p_email, p_link_hash, p_mail_id, p_sealed, p_request_id)';
      CREATE FUNCTION DOOR.confirm_email_change(p_secret text, p_address inet, p_mail_id uuid, p_sealed bytea,
          p_not_me_hash bytea, p_request_id text) RETURNS uuid
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT core.confirm_email_change(AUDIENCE, p_secret, p_address, p_mail_id, p_sealed, p_not_me_hash,
          p_request_id)';
      CREATE FUNCTION DOOR.not_me(p_secret text, p_address inet, p_request_id text) RETURNS uuid
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
        AS 'SELECT core.not_me(AUDIENCE, p_secret, p_address, p_request_id)';
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
      AND p.proname = ANY (ARRAY['password_minimum', 'my_password_minimum', 'link_password_minimum', 'request_reset',
        'link_account', 'begin_link', 'end_link', 'begin_reset', 'complete_reset', 'mail_invitation_again', 'request_email_change',
        'confirm_email_change', 'not_me'])
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
