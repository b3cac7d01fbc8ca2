-- What links do to an account without a session: a new password (S10), a confirmed address (U6), "this was not me" (S7).

-- "This was not me" in the mail to an old address brings that address back.
ALTER TABLE one_time_link DROP CONSTRAINT one_time_link_email_by_purpose;
ALTER TABLE one_time_link ADD CONSTRAINT one_time_link_email_by_purpose
  CHECK (CASE purpose WHEN 'EMAIL_CHANGE' THEN email IS NOT NULL WHEN 'NOT_ME' THEN true ELSE email IS NULL END);
GRANT DELETE ON known_device TO sallyport_definer;

CREATE OR REPLACE FUNCTION core.enqueue(p_task text, p_payload jsonb, p_key text) RETURNS void
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF p_task IS NULL OR p_task NOT IN
    ('import-scan', 'apply-import', 'render-report', 'purge-sign-in-attempts', 'send-mail', 'report-not-me') THEN
    RAISE EXCEPTION 'no such task: %', p_task
      USING ERRCODE = 'check_violation', CONSTRAINT = 'job_task_known';
  END IF;
  PERFORM graphile_worker.add_job(identifier => p_task, payload => p_payload::json, job_key => p_key,
    max_attempts => 3);
END
$$;

CREATE OR REPLACE FUNCTION core.queue_mail(p_audience text, p_id uuid, p_kind text, p_account uuid, p_recipient text,
  p_sealed bytea, p_not_me_hash bytea) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.mail (id, door, kind, account_id, recipient, sealed)
  SELECT p_id, CASE p_audience WHEN 'STAFF' THEN 'STAFF' ELSE 'PORTAL' END, p_kind, a.id,
    coalesce(p_recipient, a.email), p_sealed
  FROM public.account AS a WHERE a.id = p_account AND a.status <> 'ANONYMISED';
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  IF p_not_me_hash IS NOT NULL THEN
    INSERT INTO public.one_time_link (id, secret_hash, purpose, account_id, email, expires_at)
    VALUES (gen_random_uuid(), p_not_me_hash, 'NOT_ME', p_account,
      CASE p_kind WHEN 'email-changed' THEN p_recipient END, app.now() + interval '7 days');
  END IF;
  PERFORM core.enqueue('send-mail', jsonb_build_object('mailId', p_id), NULL);
  RETURN true;
END
$$;

-- S2: how long a password must be. Twelve where a second factor is enforced, unless the policy was raised for all.
CREATE FUNCTION core.password_minimum(p_is_factor_required boolean) RETURNS integer
  LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN p_is_factor_required AND p.password_minimum = 15 THEN 12 ELSE p.password_minimum END
  FROM public.security_policy AS p
$$;
CREATE FUNCTION core.my_password_minimum(p_audience text) RETURNS integer
  LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT core.password_minimum(coalesce((
    SELECT core.is_factor_required(p_audience, a.is_admin, a.company_id)
    FROM core.my_session(p_audience) AS s JOIN public.account AS a ON a.id = s.account_id), false))
$$;
-- For whoever holds an invitation; without a good one as for anybody.
CREATE FUNCTION core.link_password_minimum(p_audience text, p_secret text) RETURNS integer
  LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT core.password_minimum(coalesce((
    SELECT core.is_factor_required(p_audience, a.is_admin, a.company_id)
    FROM public.one_time_link AS l JOIN public.account AS a ON a.id = l.account_id
    WHERE l.secret_hash = sha256(convert_to(p_secret, 'UTF8')) AND l.purpose IN ('INVITATION', 'RESET')
      AND l.consumed_at IS NULL AND l.expires_at > app.now() AND a.audience = p_audience), false))
$$;

-- S7, S8: as in 0010; a new password fulfils the duty to change it (G3), and reset links of before end.
CREATE OR REPLACE FUNCTION core.change_password(p_audience text, p_salt bytea, p_memory_kib integer, p_iterations integer,
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
  UPDATE public.account SET auth_epoch = auth_epoch + 1, must_change_password = false WHERE id = v_old.account_id;
  UPDATE public.session SET ended_at = app.now(), end_reason = 'PASSWORD_CHANGED'
  WHERE account_id = v_old.account_id AND ended_at IS NULL;
  UPDATE public.one_time_link SET consumed_at = app.now()
  WHERE account_id = v_old.account_id AND purpose = 'RESET' AND consumed_at IS NULL;
  PERFORM core.open_session(v_old.account_id, p_session_id, p_secret, v_old.address, p_user_agent,
    v_old.absolute_ends_at, v_old.confirmed_at, v_old.confirmed_until, v_old.method);
  PERFORM core.audit(p_audience, 'account.password-changed', 'ALLOWED', v_old.account_id, p_session_id,
    v_old.account_id, v_old.address, p_request_id);
  RETURN true;
END
$$;

-- S10: counts, and where there is somebody to write to, writes. It tells its caller nothing: known, unknown, inactive and
-- throttled look alike.
CREATE FUNCTION core.request_reset(p_audience text, p_identifier text, p_address inet, p_link_hash bytea, p_mail_id uuid,
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
  PERFORM core.audit(p_audience, 'account.reset-requested', 'ALLOWED', NULL, NULL, v_account, p_address, p_request_id);
END
$$;

-- S4: counts a try with a link, by address and by link. Null: throttled.
CREATE FUNCTION core.begin_link(p_audience text, p_secret text, p_address inet) RETURNS uuid
  LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN s.is_allowed THEN s.attempt_id END
  FROM core.start_attempt(p_audience, 'LINK', NULL, sha256(sha256(convert_to(p_secret, 'UTF8'))), p_address, NULL) AS s
$$;
-- The link was good: what was counted is forgiven. Otherwise the try has failed.
CREATE FUNCTION core.end_link(p_audience text, p_attempt uuid, p_account uuid) RETURNS void
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_attempt public.sign_in_attempt;
BEGIN
  v_attempt := core.take_attempt(p_audience, p_attempt, ARRAY['LINK']);
  IF p_account IS NOT NULL AND v_attempt.id IS NOT NULL THEN
    UPDATE public.sign_in_attempt AS t SET outcome = 'SUCCEEDED' WHERE t.id = v_attempt.id;
    PERFORM core.forgive(v_attempt);
  END IF;
END
$$;

-- The account behind an open link of a purpose, if it is in use; null otherwise.
CREATE FUNCTION core.link_account(p_audience text, p_purpose text, p_secret text, p_address inet) RETURNS uuid
  LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT l.account_id FROM public.one_time_link AS l
  WHERE l.secret_hash = sha256(convert_to(p_secret, 'UTF8')) AND l.purpose = p_purpose
    AND l.consumed_at IS NULL AND l.expires_at > app.now() AND core.is_open(p_audience, l.account_id, p_address)
$$;

-- Counts a try with a reset link and says what the process needs to judge the new password and the code. With p_has_code
-- the try of the factor is counted as well. No row: throttled, or no such link.
CREATE FUNCTION core.begin_reset(p_audience text, p_secret text, p_has_code boolean, p_device_secret text, p_address inet)
  RETURNS TABLE (account_id uuid, has_factor boolean, has_totp boolean, attempt_id uuid, is_allowed boolean,
    sealed_seed bytea, at timestamptz, minimum integer, email text, username text, display_name text, company_name text,
    firm_name text)
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_try uuid := core.begin_link(p_audience, p_secret, p_address);
  v_account uuid;
  v_attempt record;
BEGIN
  v_account := CASE WHEN v_try IS NOT NULL THEN core.link_account(p_audience, 'RESET', p_secret, p_address) END;
  PERFORM core.end_link(p_audience, v_try, v_account);
  IF v_account IS NULL THEN
    RETURN;
  END IF;
  SELECT NULL::uuid AS attempt_id, true AS is_allowed INTO v_attempt;
  IF p_has_code AND core.has_factor(v_account) THEN
    SELECT s.attempt_id, s.is_allowed INTO v_attempt
    FROM core.start_attempt(p_audience, 'FACTOR', v_account, sha256(uuid_send(v_account)), p_address, p_device_secret) AS s;
  END IF;
  RETURN QUERY
    SELECT a.id, core.has_factor(a.id), f.id IS NOT NULL, v_attempt.attempt_id, v_attempt.is_allowed,
      CASE WHEN v_attempt.attempt_id IS NOT NULL AND v_attempt.is_allowed THEN f.sealed_seed END, app.now(),
      core.password_minimum(core.is_factor_required(p_audience, a.is_admin, a.company_id)),
      a.email, a.username, a.display_name, c.name, core.firm_name()
    FROM public.account AS a JOIN public.company AS c ON c.id = a.company_id
    LEFT JOIN public.totp_factor AS f ON f.account_id = a.id AND f.confirmed_at IS NOT NULL
    WHERE a.id = v_account;
END
$$;

-- Uses the link up, once under race, and only together with the second factor where there is one. 'done', 'invalid', or
-- 'factor' (missing or wrong; the link stays). Signs nobody in, revives nobody, ends every session.
CREATE FUNCTION core.complete_reset(p_audience text, p_secret text, p_attempt uuid, p_step bigint, p_code_hash bytea,
  p_salt bytea, p_memory_kib integer, p_iterations integer, p_parallelism integer, p_pepper_version integer,
  p_verifier bytea, p_address inet, p_mail_id uuid, p_sealed bytea, p_not_me_hash bytea, p_request_id text)
  RETURNS text LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_attempt public.sign_in_attempt;
  v_account uuid := core.link_account(p_audience, 'RESET', p_secret, p_address);
  v_now bigint := floor(extract(epoch FROM app.now()) / 30);
BEGIN
  IF p_attempt IS NOT NULL THEN
    v_attempt := core.take_attempt(p_audience, p_attempt, ARRAY['FACTOR']);
  END IF;
  PERFORM FROM public.account AS a WHERE a.id = v_account FOR NO KEY UPDATE;
  -- Once more, now that nobody else can use it.
  IF v_account IS NULL OR core.link_account(p_audience, 'RESET', p_secret, p_address) IS DISTINCT FROM v_account THEN
    RETURN 'invalid';
  END IF;
  IF core.has_factor(v_account) THEN
    IF v_attempt.id IS NULL OR v_attempt.account_id IS DISTINCT FROM v_account THEN
      RETURN 'factor';
    END IF;
    IF p_code_hash IS NULL THEN
      UPDATE public.totp_factor AS f SET last_used_step = p_step, last_used_at = app.now()
      WHERE f.account_id = v_account AND f.confirmed_at IS NOT NULL
        AND p_step BETWEEN v_now - 1 AND v_now AND p_step > coalesce(f.last_used_step, -1);
    ELSE
      UPDATE public.recovery_code AS r SET used_at = app.now()
      WHERE r.account_id = v_account AND r.code_hash = p_code_hash AND r.used_at IS NULL;
    END IF;
    IF NOT FOUND THEN
      PERFORM core.watch_failure(v_attempt);
      PERFORM core.audit(p_audience, 'session.factor-failed', 'FAILED', NULL, NULL, v_account, p_address, p_request_id);
      RETURN 'factor';
    END IF;
    UPDATE public.sign_in_attempt AS t SET outcome = 'SUCCEEDED' WHERE t.id = v_attempt.id;
    PERFORM core.forgive(v_attempt);
  END IF;
  UPDATE public.one_time_link SET consumed_at = app.now()
  WHERE account_id = v_account AND purpose = 'RESET' AND consumed_at IS NULL;
  PERFORM core.set_credential(v_account, p_salt, p_memory_kib, p_iterations, p_parallelism, p_pepper_version, p_verifier);
  UPDATE public.account SET auth_epoch = auth_epoch + 1, must_change_password = false WHERE id = v_account;
  UPDATE public.session SET ended_at = app.now(), end_reason = 'PASSWORD_RESET'
  WHERE account_id = v_account AND ended_at IS NULL;
  PERFORM core.forget_failures(p_audience, v_account);
  IF p_mail_id IS NOT NULL THEN
    PERFORM core.queue_mail(p_audience, p_mail_id, 'password-changed', v_account, NULL, p_sealed, p_not_me_hash);
  END IF;
  PERFORM core.audit(p_audience, 'account.password-reset', 'ALLOWED', v_account, NULL, v_account, p_address, p_request_id,
    jsonb_build_object('hadFactor', v_attempt.id IS NOT NULL));
  RETURN 'done';
END
$$;
