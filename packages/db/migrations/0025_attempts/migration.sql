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
