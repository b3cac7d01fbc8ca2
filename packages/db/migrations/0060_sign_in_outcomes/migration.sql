-- S4: a try with a link or for a reset that came to something says so, and whose it was: the list of sign-ins showed each
-- accepted invitation as a failure of somebody unknown.
CREATE FUNCTION core.end_try(p_audience text, p_kind text, p_subject text, p_account uuid) RETURNS void
  LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
  UPDATE public.sign_in_attempt AS t SET outcome = 'SUCCEEDED', finished_at = app.now(), account_id = p_account
  WHERE t.id = (SELECT x.id FROM public.sign_in_attempt AS x
    WHERE x.audience = p_audience AND x.kind = p_kind AND x.identifier_hash = sha256(convert_to(p_subject, 'UTF8'))
      AND x.is_allowed AND x.finished_at IS NULL AND x.at > app.now() - interval '5 minutes'
    ORDER BY x.at DESC, x.id DESC LIMIT 1)
$$;

CREATE OR REPLACE FUNCTION core.end_link(p_audience text, p_attempt uuid, p_account uuid) RETURNS void
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_attempt public.sign_in_attempt;
BEGIN
  v_attempt := core.take_attempt(p_audience, p_attempt, ARRAY['LINK']);
  IF p_account IS NOT NULL AND v_attempt.id IS NOT NULL THEN
    UPDATE public.sign_in_attempt AS t SET outcome = 'SUCCEEDED', account_id = p_account WHERE t.id = v_attempt.id;
    PERFORM core.forgive(v_attempt);
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION core.request_reset(p_audience text, p_identifier text, p_address inet, p_link_hash bytea, p_mail_id uuid,
  p_sealed bytea, p_request_id text) RETURNS void
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_identifier text := lower(btrim(normalize(p_identifier, NFC)));
  v_account uuid;
BEGIN
  SELECT a.id INTO v_account FROM public.account AS a
  WHERE a.audience = p_audience AND (a.email = v_identifier OR a.username = v_identifier);
  -- By account, however it was named, so that two names are not two counters.
  IF NOT core.count_try(p_audience, 'RESET', coalesce(v_account::text, v_identifier), p_address) THEN
    RETURN;
  END IF;
  IF v_account IS NULL OR NOT core.is_open(p_audience, v_account, p_address)
    OR (SELECT a.is_passkey_only FROM public.account AS a WHERE a.id = v_account) THEN
    PERFORM core.audit(p_audience, 'account.reset-requested', 'REFUSED', NULL, NULL, v_account, p_address, p_request_id);
    RETURN;
  END IF;
  PERFORM FROM public.account AS a WHERE a.id = v_account FOR NO KEY UPDATE;
  UPDATE public.one_time_link SET consumed_at = app.now()
  WHERE account_id = v_account AND purpose = 'RESET' AND consumed_at IS NULL;
  INSERT INTO public.one_time_link (id, secret_hash, purpose, account_id, expires_at)
  VALUES (gen_random_uuid(), p_link_hash, 'RESET', v_account, app.now() + interval '30 minutes');
  PERFORM core.queue_mail(p_audience, p_mail_id, 'password-reset', v_account, NULL, p_sealed, NULL);
  PERFORM core.end_try(p_audience, 'RESET', v_account::text, v_account);
  PERFORM core.audit(p_audience, 'account.reset-requested', 'ALLOWED', NULL, NULL, v_account, p_address, p_request_id);
END
$$;

CREATE OR REPLACE FUNCTION core.accept_invitation(p_audience text, p_secret text, p_display_name text, p_salt bytea,
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
  PERFORM core.end_try(p_audience, 'LINK', p_secret, v_account);
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

REVOKE EXECUTE ON FUNCTION core.end_try(text, text, text, uuid) FROM PUBLIC;
GRANT CREATE ON SCHEMA core TO sallyport_definer;
ALTER FUNCTION core.end_try(text, text, text, uuid) OWNER TO sallyport_definer;
REVOKE CREATE ON SCHEMA core FROM sallyport_definer;
