-- What a person does to their own account: confirm identity, accept an invitation, change the password.

-- S8, counted like a sign-in. No row without a live session.
CREATE FUNCTION core.begin_confirmation(p_audience text, p_address inet)
  RETURNS TABLE (attempt_id uuid, account_id uuid, is_allowed boolean, salt bytea, memory_kib integer,
    iterations integer, parallelism integer, pepper_version integer)
  LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
  SELECT t.* FROM core.my_session(p_audience) AS s
  CROSS JOIN LATERAL core.start_attempt(p_audience, s.account_id, sha256(uuid_send(s.account_id)), p_address) AS t
$$;

-- S6, S8: a new session takes the place of the old one, confirmed for ten minutes, with the old one's absolute end.
CREATE FUNCTION core.confirm_identity(p_audience text, p_attempt uuid, p_tag bytea, p_session_id uuid, p_secret text,
  p_user_agent text, p_request_id text) RETURNS boolean
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
  SELECT * INTO v_done FROM core.finish_attempt(p_audience, p_attempt, p_tag);
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  IF NOT v_done.is_verified THEN
    PERFORM core.audit(p_audience, 'session.identity-confirmation-failed', 'FAILED', v_old.account_id, v_old.id,
      v_old.account_id, v_done.address, p_request_id);
    RETURN false;
  END IF;
  PERFORM FROM public.account WHERE id = v_old.account_id FOR NO KEY UPDATE;
  UPDATE public.session SET ended_at = app.now(), end_reason = 'REPLACED' WHERE id = v_old.id AND ended_at IS NULL;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM core.open_session(v_old.account_id, p_session_id, p_secret, v_done.address, p_user_agent,
    v_old.absolute_ends_at, app.now(), app.now() + interval '10 minutes');
  PERFORM core.audit(p_audience, 'session.identity-confirmed', 'ALLOWED', v_old.account_id, p_session_id,
    v_old.account_id, v_done.address, p_request_id);
  RETURN true;
END
$$;

-- How one's own password is hashed and when it was changed; no row without a session or a password.
CREATE FUNCTION core.my_credential(p_audience text)
  RETURNS TABLE (salt bytea, memory_kib integer, iterations integer, parallelism integer, pepper_version integer,
    changed_at timestamptz)
  LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT k.salt, k.memory_kib, k.iterations, k.parallelism, k.pepper_version, k.changed_at
  FROM core.my_session(p_audience) AS s JOIN public.credential AS k ON k.account_id = s.account_id
$$;

CREATE FUNCTION core.set_credential(p_account uuid, p_salt bytea, p_memory_kib integer, p_iterations integer,
  p_parallelism integer, p_pepper_version integer, p_verifier bytea) RETURNS void
  LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO public.credential
    (account_id, salt, memory_kib, iterations, parallelism, pepper_version, verifier, changed_at)
  VALUES (p_account, p_salt, p_memory_kib, p_iterations, p_parallelism, p_pepper_version, p_verifier, app.now())
  ON CONFLICT (account_id) DO UPDATE SET salt = p_salt, memory_kib = p_memory_kib, iterations = p_iterations,
    parallelism = p_parallelism, pepper_version = p_pepper_version, verifier = p_verifier, changed_at = app.now()
$$;

-- S3: hashes anew what was hashed more weakly, for whoever has just signed in and presents the old tag once more. The
-- password stays the same, so changed_at does too.
CREATE FUNCTION core.strengthen_credential(p_audience text, p_attempt uuid, p_tag bytea, p_salt bytea,
  p_memory_kib integer, p_iterations integer, p_parallelism integer, p_pepper_version integer, p_verifier bytea)
  RETURNS boolean LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
  WITH strengthened AS (
    UPDATE public.credential AS c SET salt = p_salt, memory_kib = p_memory_kib, iterations = p_iterations,
      parallelism = p_parallelism, pepper_version = p_pepper_version, verifier = p_verifier
    FROM public.sign_in_attempt AS t
    WHERE t.id = p_attempt AND t.audience = p_audience AND t.outcome = 'SUCCEEDED'
      AND t.finished_at > app.now() - interval '5 minutes'
      AND c.account_id = t.account_id AND c.verifier = sha256(p_tag)
    RETURNING 1)
  SELECT EXISTS (SELECT FROM strengthened)
$$;

-- U5, S10: exactly one of many simultaneous callers gets the account's id; everybody else, and every other reason, null.
-- The secret of the link is the proof that opens the first session.
CREATE FUNCTION core.accept_invitation(p_audience text, p_secret text, p_display_name text, p_salt bytea,
  p_memory_kib integer, p_iterations integer, p_parallelism integer, p_pepper_version integer, p_verifier bytea,
  p_session_id uuid, p_session_secret text, p_address inet, p_user_agent text, p_request_id text) RETURNS uuid
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
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
    AND c.archived_at IS NULL;
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
    app.now() + interval '12 hours', NULL, NULL);
  PERFORM core.audit(p_audience, 'invitation.accepted', 'ALLOWED', v_account, p_session_id, v_account, p_address,
    p_request_id);
  RETURN v_account;
END
$$;

-- S7, S8: needs a confirmed session; ends all sessions of the account and opens a new one in place of the present.
CREATE FUNCTION core.change_password(p_audience text, p_salt bytea, p_memory_kib integer, p_iterations integer,
  p_parallelism integer, p_pepper_version integer, p_verifier bytea, p_session_id uuid, p_secret text,
  p_user_agent text, p_request_id text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_old public.session;
BEGIN
  -- After the lock the session is looked up once more: another change may have ended it meanwhile.
  PERFORM FROM public.account WHERE id = (SELECT account_id FROM core.my_session(p_audience)) FOR NO KEY UPDATE;
  SELECT * INTO v_old FROM core.my_session(p_audience) WHERE confirmed_until > app.now();
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM core.set_credential(v_old.account_id, p_salt, p_memory_kib, p_iterations, p_parallelism, p_pepper_version,
    p_verifier);
  UPDATE public.account SET auth_epoch = auth_epoch + 1 WHERE id = v_old.account_id;
  UPDATE public.session SET ended_at = app.now(), end_reason = 'PASSWORD_CHANGED'
  WHERE account_id = v_old.account_id AND ended_at IS NULL;
  PERFORM core.open_session(v_old.account_id, p_session_id, p_secret, v_old.address, p_user_agent,
    v_old.absolute_ends_at, v_old.confirmed_at, v_old.confirmed_until);
  PERFORM core.audit(p_audience, 'account.password-changed', 'ALLOWED', v_old.account_id, p_session_id,
    v_old.account_id, v_old.address, p_request_id);
  RETURN true;
END
$$;

-- What the portal may record itself; everything else is recorded by the function that does it. The actor is whoever
-- the session proves, never a parameter.
CREATE FUNCTION portal.append_audit(p_action text, p_outcome text, p_object_type text, p_object_id text,
  p_address inet, p_request_id text, p_reason text, p_before jsonb, p_after jsonb, p_occurrences integer)
  RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_session public.session;
BEGIN
  SELECT * INTO v_session FROM core.my_session('CUSTOMER');
  IF (p_action, p_outcome) NOT IN (('access.refused', 'REFUSED'), ('call.failed', 'FAILED'), ('account.updated', 'ALLOWED'))
    OR (v_session.id IS NULL AND p_action = 'account.updated') THEN
    RAISE EXCEPTION 'the portal may not record this'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'audit_entry_portal_action', TABLE = 'audit_entry';
  END IF;
  INSERT INTO public.audit_entry (door, action, outcome, actor_id, session_id, object_type, object_id, address,
    request_id, reason, before, after, occurrences)
  VALUES ('PORTAL', p_action, p_outcome, v_session.account_id, v_session.id, p_object_type, left(p_object_id, 100),
    p_address, p_request_id, left(p_reason, 500), p_before, p_after, p_occurrences);
END
$$;
