-- S1, S4, S5: signing in, in one step or two. In place of 0009 and parts of 0010.

CREATE INDEX sign_in_attempt_address_at_id_idx ON sign_in_attempt (address, at, id);

-- S6: as in 0024, and how the session came to be. Called without p_method by what replaces a password's session.
DROP FUNCTION core.open_session(uuid, uuid, text, inet, text, timestamptz, timestamptz, timestamptz);
CREATE FUNCTION core.open_session(p_account uuid, p_id uuid, p_secret text, p_address inet, p_user_agent text,
  p_absolute_ends_at timestamptz, p_confirmed_at timestamptz, p_confirmed_until timestamptz,
  p_method text DEFAULT 'PASSWORD') RETURNS void
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF coalesce(char_length(p_secret), 0) < 32 THEN
    RAISE EXCEPTION 'a session secret is too short'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'session_secret_length', TABLE = 'session';
  END IF;
  INSERT INTO public.session (id, secret_hash, account_id, audience, auth_epoch, idle_seconds, absolute_ends_at,
    confirmed_at, confirmed_until, address, user_agent, method)
  SELECT p_id, sha256(convert_to(p_secret, 'UTF8')), a.id, a.audience, a.auth_epoch,
    60 * CASE a.audience WHEN 'STAFF' THEN p.staff_idle_minutes
      ELSE least(p.customer_idle_minutes, c.idle_minutes) END,
    least(p_absolute_ends_at, app.now() + make_interval(hours => p.absolute_hours)),
    p_confirmed_at, p_confirmed_until, p_address, left(p_user_agent, 300), p_method
  FROM public.account AS a CROSS JOIN public.security_policy AS p
  LEFT JOIN public.company_policy AS c ON c.company_id = a.company_id
  WHERE a.id = p_account;

  UPDATE public.session SET ended_at = app.now(), end_reason = 'LIMIT'
  WHERE id IN (
    SELECT id FROM public.session
    WHERE account_id = p_account AND ended_at IS NULL AND absolute_ends_at > app.now()
    ORDER BY (id = p_id) DESC, created_at DESC, id DESC OFFSET 10);
END
$$;

-- As in 0008, and what came of it: ids, kinds and flags, never a secret.
CREATE FUNCTION core.audit(p_audience text, p_action text, p_outcome text, p_actor uuid, p_session uuid,
  p_object uuid, p_address inet, p_request_id text, p_after jsonb) RETURNS void
  LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO public.audit_entry
    (door, action, outcome, actor_id, session_id, object_type, object_id, address, request_id, after)
  VALUES (CASE p_audience WHEN 'STAFF' THEN 'STAFF' ELSE 'PORTAL' END, p_action, p_outcome, p_actor, p_session,
    CASE WHEN p_object IS NULL THEN NULL ELSE 'account' END, p_object::text, p_address, coalesce(p_request_id, ''),
    p_after)
$$;

-- G0, G2: the account may sign in, from there.
CREATE FUNCTION core.is_open(p_audience text, p_account uuid, p_address inet) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM public.account AS a JOIN public.company AS c ON c.id = a.company_id
    WHERE a.id = p_account AND a.audience = p_audience AND a.status = 'ACTIVE' AND a.suspended_at IS NULL
      AND (a.expires_at IS NULL OR a.expires_at > app.now()) AND c.archived_at IS NULL
      AND core.is_address_allowed(p_audience, a.company_id, a.id, p_address))
$$;

-- S4: a browser on which this account signed in during the last year.
CREATE FUNCTION core.known_device(p_account uuid, p_device_secret text) RETURNS uuid
  LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT d.id FROM public.known_device AS d
  WHERE d.account_id = p_account AND d.secret_hash = sha256(convert_to(p_device_secret, 'UTF8'))
    AND d.last_used_at > app.now() - interval '1 year'
$$;

-- The keys of one kind of attempt, in the order in which they are taken. A kind is what is guessed: PASSWORD, FACTOR …
CREATE FUNCTION core.attempt_keys(p_kind text, p_audience text, p_account uuid, p_identifier_hash bytea, p_address inet)
  RETURNS text[] LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT ARRAY[
    'account:' || p_kind || ':' || w.who || ':' || core.throttle_address(p_address),
    'unknown-device:' || p_kind || ':' || w.who,
    'closed:' || p_kind || ':' || w.who]
  FROM (SELECT p_audience || ':' || coalesce(p_account::text, encode(p_identifier_hash, 'hex')) AS who) AS w
$$;

DROP FUNCTION app.begin_sign_in(text, inet), portal.begin_sign_in(text, inet),
  app.begin_confirmation(inet), portal.begin_confirmation(inet);
DROP FUNCTION core.begin_sign_in(text, text, inet), core.begin_confirmation(text, inet);
DROP FUNCTION core.start_attempt(text, uuid, bytea, inet);
DROP FUNCTION core.account_key(text, uuid, bytea, inet) CASCADE;

-- Counts one attempt of a kind, before anything is hashed or checked. A known device has a counter of its own and no other, so
-- that a stranger locks nobody out where they work. Unknown ones: address, account and address, account by the hour, and
-- 100 failures in all, after which only a reset, a passkey or a known device helps.
CREATE FUNCTION core.start_attempt(p_audience text, p_kind text, p_account uuid, p_identifier_hash bytea,
  p_address inet, p_device_secret text)
  RETURNS TABLE (attempt_id uuid, account_id uuid, is_allowed boolean)
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_address text := core.throttle_address(p_address);
  v_device uuid := core.known_device(p_account, p_device_secret);
  v_keys text[] := core.attempt_keys(p_kind, p_audience, p_account, p_identifier_hash, p_address);
  v_id uuid := gen_random_uuid();
  v_is_allowed boolean;
BEGIN
  IF v_device IS NOT NULL THEN
    v_is_allowed := core.count_attempt('device:' || p_kind || ':' || v_device, 5, 900, true);
  ELSIF EXISTS (SELECT FROM public.throttle_counter AS t WHERE t.key = v_keys[1] AND t.blocked_until > app.now()) THEN
    -- Nothing to count, so that a flood does not queue up behind the counters of its address.
    v_is_allowed := false;
  ELSE
    -- Always in this order, so that two attempts never wait for each other.
    v_is_allowed := core.count_attempt('address-quarter:' || v_address, 30, 900, false);
    v_is_allowed := v_is_allowed AND core.count_attempt('address-day:' || v_address, 100, 86400, false);
    v_is_allowed := v_is_allowed AND core.count_attempt(v_keys[1], 5, 900, true);
    -- The secret of a link cannot be guessed: nobody is kept from theirs by what others try elsewhere.
    IF p_kind <> 'LINK' THEN
      v_is_allowed := v_is_allowed AND core.count_attempt(v_keys[2], 10, 3600, false);
      -- Who does not exist is forgotten after a day: nobody can sign in there anyway.
      v_is_allowed := v_is_allowed AND core.count_attempt(v_keys[3], 100,
        CASE WHEN p_account IS NULL THEN 86400 ELSE 315360000 END, false);
    END IF;
  END IF;
  INSERT INTO public.sign_in_attempt (id, audience, kind, account_id, identifier_hash, address, is_allowed, device_id)
  VALUES (v_id, p_audience, p_kind, p_account, p_identifier_hash, p_address, v_is_allowed, v_device);
  RETURN QUERY SELECT v_id, p_account, v_is_allowed;
END
$$;

-- What succeeds is no failure: it gives back what its attempt has counted, and ends the account's own counters.
CREATE FUNCTION core.forgive(p_attempt public.sign_in_attempt) RETURNS void
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_keys text[] := core.attempt_keys(p_attempt.kind, p_attempt.audience, p_attempt.account_id,
    p_attempt.identifier_hash, p_attempt.address);
BEGIN
  IF p_attempt.device_id IS NOT NULL THEN
    DELETE FROM public.throttle_counter AS t WHERE t.key = 'device:' || p_attempt.kind || ':' || p_attempt.device_id;
  ELSE
    PERFORM core.give_back(p_attempt.address);
    DELETE FROM public.throttle_counter AS t WHERE t.key = v_keys[1];
    UPDATE public.throttle_counter AS t SET count = greatest(t.count - 1, 0) WHERE t.key = v_keys[2];
  END IF;
  DELETE FROM public.throttle_counter AS t WHERE t.key = v_keys[3];
END
$$;

-- After a reset or a passkey: what strangers guessed wrongly no longer keeps the owner out.
CREATE FUNCTION core.forget_failures(p_audience text, p_account uuid) RETURNS void
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_kind text;
  v_keys text[];
BEGIN
  FOREACH v_kind IN ARRAY ARRAY['PASSWORD', 'FACTOR'] LOOP
    v_keys := core.attempt_keys(v_kind, p_audience, p_account, NULL, NULL);
    DELETE FROM public.throttle_counter AS t
    WHERE t.key LIKE 'account:' || v_kind || ':' || p_audience || ':' || p_account || ':%';
    DELETE FROM public.throttle_counter AS t WHERE t.key = v_keys[2];
    DELETE FROM public.throttle_counter AS t WHERE t.key = v_keys[3];
  END LOOP;
  UPDATE public.security_alert SET closed_at = app.now()
  WHERE kind = 'PASSWORD_CLOSED' AND audience = p_audience AND subject = p_account::text AND closed_at IS NULL;
END
$$;

-- S4: tells administrators of spraying, and of a password that strangers have closed. One open alert for each subject.
CREATE FUNCTION core.watch_failure(p_attempt public.sign_in_attempt) RETURNS void
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_accounts integer;
BEGIN
  IF p_attempt.kind = 'PASSWORD' AND p_attempt.address IS NOT NULL THEN
    SELECT count(DISTINCT coalesce(t.account_id::text, encode(t.identifier_hash, 'hex'))) INTO v_accounts
    FROM public.sign_in_attempt AS t
    WHERE t.audience = p_attempt.audience AND t.kind = 'PASSWORD' AND t.outcome = 'FAILED'
      AND t.at > app.now() - interval '15 minutes'
      AND t.address BETWEEN
        CASE family(p_attempt.address) WHEN 4 THEN p_attempt.address
          ELSE host(network(set_masklen(p_attempt.address, 64)))::inet END
        AND CASE family(p_attempt.address) WHEN 4 THEN p_attempt.address
          ELSE set_masklen(broadcast(set_masklen(p_attempt.address, 64)), 128) END;
    IF v_accounts >= 8 THEN
      INSERT INTO public.security_alert AS s (kind, audience, subject, detail)
      VALUES ('PASSWORD_SPRAYING', p_attempt.audience, core.throttle_address(p_attempt.address),
        jsonb_build_object('accounts', v_accounts))
      ON CONFLICT (kind, audience, subject) WHERE closed_at IS NULL
        DO UPDATE SET last_seen_at = app.now(), detail = jsonb_build_object('accounts',
          greatest(v_accounts, (s.detail ->> 'accounts')::integer));
    END IF;
  END IF;
  IF p_attempt.device_id IS NULL AND p_attempt.account_id IS NOT NULL AND EXISTS (
    SELECT FROM public.throttle_counter AS t
    WHERE t.count >= 100 AND t.key = (core.attempt_keys(p_attempt.kind, p_attempt.audience, p_attempt.account_id,
      p_attempt.identifier_hash, p_attempt.address))[3]
  ) THEN
    INSERT INTO public.security_alert (kind, audience, subject, account_id, detail)
    VALUES ('PASSWORD_CLOSED', p_attempt.audience, p_attempt.account_id::text, p_attempt.account_id,
      jsonb_build_object('kind', p_attempt.kind))
    ON CONFLICT (kind, audience, subject) WHERE closed_at IS NULL DO UPDATE SET last_seen_at = app.now();
  END IF;
END
$$;

-- With which parameters to hash. Unknown, refused and without a password look alike: the salt is null, or belongs to an
-- account that finish will refuse.
CREATE FUNCTION core.begin_sign_in(p_audience text, p_identifier text, p_address inet, p_device_secret text)
  RETURNS TABLE (attempt_id uuid, account_id uuid, is_allowed boolean, salt bytea, memory_kib integer,
    iterations integer, parallelism integer, pepper_version integer)
  LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
  SELECT s.attempt_id, s.account_id, s.is_allowed, c.salt, c.memory_kib, c.iterations, c.parallelism, c.pepper_version
  FROM (SELECT lower(btrim(normalize(p_identifier, NFC))) AS identifier) AS i
  CROSS JOIN LATERAL core.start_attempt(p_audience, 'PASSWORD',
    -- A username never holds '@' and an e-mail address always does, so at most one account answers.
    (SELECT a.id FROM public.account AS a
      WHERE a.audience = p_audience AND (a.email = i.identifier OR a.username = i.identifier)),
    sha256(convert_to(i.identifier, 'UTF8')), p_address, p_device_secret) AS s
  LEFT JOIN public.credential AS c ON c.account_id = s.account_id AND s.is_allowed
$$;

-- Counts a try with a link or a reset (S4, S10): by address, and by what it is about. The hash hides what that was.
CREATE FUNCTION core.count_try(p_audience text, p_kind text, p_subject text, p_address inet) RETURNS boolean
  LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
  SELECT s.is_allowed FROM core.start_attempt(p_audience, p_kind, NULL,
    sha256(convert_to(p_subject, 'UTF8')), p_address, NULL) AS s
  WHERE p_kind IN ('LINK', 'RESET')
$$;

-- S8, counted like a sign-in, apart from it. No row without a live session.
CREATE FUNCTION core.begin_confirmation(p_audience text, p_address inet, p_device_secret text)
  RETURNS TABLE (attempt_id uuid, account_id uuid, is_allowed boolean, salt bytea, memory_kib integer,
    iterations integer, parallelism integer, pepper_version integer)
  LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
  SELECT t.attempt_id, t.account_id, t.is_allowed, c.salt, c.memory_kib, c.iterations, c.parallelism, c.pepper_version
  FROM core.my_session(p_audience) AS s
  CROSS JOIN LATERAL core.start_attempt(p_audience, 'CONFIRMATION', s.account_id, sha256(uuid_send(s.account_id)),
    p_address, p_device_secret) AS t
  LEFT JOIN public.credential AS c ON c.account_id = t.account_id AND t.is_allowed
$$;

-- Uses up a counted attempt, once. Null when there is nothing to use up: unknown, refused, already used, of the other door,
-- of another kind, or older than five minutes. It has failed until something better is known.
CREATE FUNCTION core.take_attempt(p_audience text, p_attempt uuid, p_kinds text[]) RETURNS public.sign_in_attempt
  LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
  UPDATE public.sign_in_attempt AS t SET outcome = 'FAILED', finished_at = app.now()
  WHERE t.id = p_attempt AND t.audience = p_audience AND t.kind = ANY (p_kinds) AND t.is_allowed
    AND t.finished_at IS NULL AND t.at > app.now() - interval '5 minutes'
  RETURNING *
$$;

DROP FUNCTION core.finish_attempt(text, uuid, bytea);
-- Presents the one tag of an attempt with a password. Whoever is to use a passkey alone has no password that counts.
CREATE FUNCTION core.finish_attempt(p_audience text, p_attempt uuid, p_tag bytea, p_kinds text[])
  RETURNS TABLE (account_id uuid, address inet, is_verified boolean)
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_attempt public.sign_in_attempt;
  v_is_verified boolean;
BEGIN
  v_attempt := core.take_attempt(p_audience, p_attempt, p_kinds);
  IF v_attempt.id IS NULL THEN
    RETURN;
  END IF;
  v_is_verified := core.is_open(p_audience, v_attempt.account_id, v_attempt.address) AND EXISTS (
    SELECT FROM public.account AS a JOIN public.credential AS k ON k.account_id = a.id
    WHERE a.id = v_attempt.account_id AND NOT a.is_passkey_only AND k.verifier = sha256(p_tag));
  IF v_is_verified THEN
    UPDATE public.sign_in_attempt AS t SET outcome = 'SUCCEEDED' WHERE t.id = p_attempt;
  ELSE
    PERFORM core.watch_failure(v_attempt);
  END IF;
  RETURN QUERY SELECT v_attempt.account_id, v_attempt.address, v_is_verified;
END
$$;

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
