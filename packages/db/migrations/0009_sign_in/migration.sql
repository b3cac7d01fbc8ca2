-- S1, S4: attempts are counted, atomically, before anybody hashes anything.

-- One counter. True when this attempt is allowed, and then it has been counted; a refused one changes nothing.
-- Plain: at most p_limit per window. Growing: from the p_limit-th on each further attempt doubles the wait, from one
-- window to twelve hours; a day after the last wait it is forgotten.
CREATE FUNCTION core.count_attempt(p_key text, p_limit integer, p_window_seconds integer, p_is_growing boolean)
  RETURNS boolean LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
  WITH counted AS (
    INSERT INTO public.throttle_counter AS t (key, window_started_at, window_seconds, count)
    VALUES (p_key, app.now(), p_window_seconds, 1)
    ON CONFLICT (key) DO UPDATE SET
      (window_started_at, count, blocked_until) = (
        SELECT CASE WHEN n.is_over THEN app.now() ELSE t.window_started_at END, n.count,
          CASE WHEN p_is_growing AND n.count >= p_limit
            THEN app.now() + least(interval '12 hours',
              make_interval(secs => p_window_seconds * power(2, least(n.count - p_limit, 12)))) END
        FROM (SELECT o.is_over, CASE WHEN o.is_over THEN 1 ELSE t.count + 1 END AS count
          FROM (SELECT coalesce(t.blocked_until + interval '24 hours',
            t.window_started_at + make_interval(secs => t.window_seconds)) <= app.now() AS is_over) AS o) AS n)
    WHERE CASE WHEN p_is_growing THEN coalesce(t.blocked_until <= app.now(), true)
      ELSE t.count < p_limit OR t.window_started_at + make_interval(secs => t.window_seconds) <= app.now() END
    RETURNING 1)
  SELECT EXISTS (SELECT FROM counted)
$$;

-- The part of an address that counts: IPv4 as it is (also when written inside IPv6), IPv6 as its /64.
CREATE FUNCTION core.throttle_address(p_address inet) RETURNS text
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE
    WHEN p_address IS NULL THEN 'unknown'
    WHEN family(p_address) = 4 THEN host(p_address)
    WHEN p_address <<= inet '::ffff:0:0/96' THEN substring(host(p_address) from '[0-9.]+$')
    ELSE network(set_masklen(p_address, 64))::text END
$$;

CREATE FUNCTION core.account_key(p_audience text, p_account uuid, p_identifier_hash bytea, p_address inet) RETURNS text
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT 'account:' || p_audience || ':' || coalesce(p_account::text, encode(p_identifier_hash, 'hex'))
    || ':' || core.throttle_address(p_address)
$$;

-- Counts one attempt and says with which parameters to hash. Unknown, inactive and without a password look alike:
-- the salt is null, or belongs to an account that finish will refuse.
CREATE FUNCTION core.start_attempt(p_audience text, p_account uuid, p_identifier_hash bytea, p_address inet)
  RETURNS TABLE (attempt_id uuid, account_id uuid, is_allowed boolean, salt bytea, memory_kib integer,
    iterations integer, parallelism integer, pepper_version integer)
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_address text := core.throttle_address(p_address);
  v_id uuid := gen_random_uuid();
  v_is_allowed boolean;
BEGIN
  -- Always in this order, so that two attempts never wait for each other.
  v_is_allowed := core.count_attempt('address-quarter:' || v_address, 30, 900, false);
  v_is_allowed := v_is_allowed AND core.count_attempt('address-day:' || v_address, 100, 86400, false);
  v_is_allowed := v_is_allowed
    AND core.count_attempt(core.account_key(p_audience, p_account, p_identifier_hash, p_address), 5, 900, true);
  INSERT INTO public.sign_in_attempt (id, audience, account_id, identifier_hash, address, is_allowed)
  VALUES (v_id, p_audience, p_account, p_identifier_hash, p_address, v_is_allowed);
  RETURN QUERY
    SELECT v_id, p_account, v_is_allowed, c.salt, c.memory_kib, c.iterations, c.parallelism, c.pepper_version
    FROM (SELECT 1) AS one LEFT JOIN public.credential AS c ON c.account_id = p_account AND v_is_allowed;
END
$$;

CREATE FUNCTION core.begin_sign_in(p_audience text, p_identifier text, p_address inet)
  RETURNS TABLE (attempt_id uuid, account_id uuid, is_allowed boolean, salt bytea, memory_kib integer,
    iterations integer, parallelism integer, pepper_version integer)
  LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
  SELECT s.* FROM (SELECT lower(btrim(normalize(p_identifier, NFC))) AS identifier) AS i
  CROSS JOIN LATERAL core.start_attempt(p_audience,
    -- A username never holds '@' and an e-mail address always does, so at most one account answers.
    (SELECT a.id FROM public.account AS a
      WHERE a.audience = p_audience AND (a.email = i.identifier OR a.username = i.identifier)),
    sha256(convert_to(i.identifier, 'UTF8')), p_address) AS s
$$;

-- What succeeds is no failure: it gives back the address's counts, in the order in which start_attempt takes them, so that
-- an office behind one address does not lock itself out.
CREATE FUNCTION core.give_back(p_address inet) RETURNS void
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE public.throttle_counter AS t SET count = greatest(t.count - 1, 0)
  WHERE t.key = 'address-quarter:' || core.throttle_address(p_address);
  UPDATE public.throttle_counter AS t SET count = greatest(t.count - 1, 0)
  WHERE t.key = 'address-day:' || core.throttle_address(p_address);
END
$$;

-- Uses up a counted attempt with the one tag that it may present. No row when there is nothing to use up: unknown,
-- refused, already used, of the other door, or older than five minutes.
CREATE FUNCTION core.finish_attempt(p_audience text, p_attempt uuid, p_tag bytea)
  RETURNS TABLE (account_id uuid, address inet, is_verified boolean)
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  v_attempt public.sign_in_attempt;
  v_is_verified boolean;
BEGIN
  UPDATE public.sign_in_attempt AS t SET outcome = 'FAILED', finished_at = app.now()
  WHERE t.id = p_attempt AND t.audience = p_audience AND t.is_allowed AND t.finished_at IS NULL
    AND t.at > app.now() - interval '5 minutes'
  RETURNING * INTO v_attempt;
  IF v_attempt.id IS NULL THEN
    RETURN;
  END IF;
  v_is_verified := EXISTS (
    SELECT FROM public.account AS a
    JOIN public.company AS c ON c.id = a.company_id
    JOIN public.credential AS k ON k.account_id = a.id
    WHERE a.id = v_attempt.account_id AND a.audience = p_audience AND k.verifier = sha256(p_tag)
      AND a.status = 'ACTIVE' AND a.suspended_at IS NULL AND (a.expires_at IS NULL OR a.expires_at > app.now())
      AND c.archived_at IS NULL);
  IF v_is_verified THEN
    UPDATE public.sign_in_attempt AS t SET outcome = 'SUCCEEDED' WHERE t.id = p_attempt;
    PERFORM core.give_back(v_attempt.address);
    DELETE FROM public.throttle_counter AS t
    WHERE t.key = core.account_key(p_audience, v_attempt.account_id, v_attempt.identifier_hash, v_attempt.address);
  END IF;
  RETURN QUERY SELECT v_attempt.account_id, v_attempt.address, v_is_verified;
END
$$;

-- Returns the account, or null; never an exception for a wrong password, so that the caller commits what was counted.
CREATE FUNCTION core.finish_sign_in(p_audience text, p_attempt uuid, p_tag bytea, p_session_id uuid, p_secret text,
  p_user_agent text, p_request_id text) RETURNS uuid
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_done record;
BEGIN
  SELECT * INTO v_done FROM core.finish_attempt(p_audience, p_attempt, p_tag);
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  IF NOT v_done.is_verified THEN
    PERFORM core.audit(p_audience, 'session.sign-in-failed', 'FAILED', NULL, NULL, v_done.account_id,
      v_done.address, p_request_id);
    RETURN NULL;
  END IF;
  -- Locks the account, so that two sign-ins count the sessions one after the other.
  UPDATE public.account SET last_sign_in_at = app.now() WHERE id = v_done.account_id;
  PERFORM core.open_session(v_done.account_id, p_session_id, p_secret, v_done.address, p_user_agent,
    app.now() + interval '12 hours', NULL, NULL);
  PERFORM core.audit(p_audience, 'session.signed-in', 'ALLOWED', v_done.account_id, p_session_id, v_done.account_id,
    v_done.address, p_request_id);
  RETURN v_done.account_id;
END
$$;
