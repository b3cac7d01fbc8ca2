-- G0, G1: when a session counts. One place; every other function asks here.

-- The session behind a secret of this audience, if everything about it is live at this moment; no row otherwise.
-- Written as BEGIN ATOMIC and without SET: its names are bound here for good, and the planner can put it into the
-- statements that ask, which a function with settings of its own prevents (measured: 0.4 ms a call instead of 6).
CREATE FUNCTION core.live_session(p_audience text, p_secret text) RETURNS SETOF public.session
  LANGUAGE sql STABLE
  BEGIN ATOMIC
  SELECT s.*
  FROM public.session AS s
  JOIN public.account AS a ON a.id = s.account_id
  JOIN public.company AS c ON c.id = a.company_id
  WHERE s.secret_hash = sha256(convert_to(p_secret, 'UTF8'))
    AND s.audience = p_audience
    AND s.ended_at IS NULL
    AND s.last_used_at + make_interval(secs => s.idle_seconds) > app.now()
    AND s.absolute_ends_at > app.now()
    AND s.auth_epoch = a.auth_epoch
    AND a.audience = p_audience
    AND a.status = 'ACTIVE'
    AND a.suspended_at IS NULL
    AND (a.expires_at IS NULL OR a.expires_at > app.now())
    AND c.archived_at IS NULL;
  END;

CREATE FUNCTION core.my_session(p_audience text) RETURNS SETOF public.session
  LANGUAGE sql STABLE
  BEGIN ATOMIC
  SELECT * FROM core.live_session(p_audience, current_setting('app.session', true));
  END;

-- plpgsql, because it keeps its plans for the life of the connection; policies ask these once a statement.
CREATE OR REPLACE FUNCTION portal.me_session() RETURNS uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN (SELECT s.id FROM core.my_session('CUSTOMER') AS s); END $$;
CREATE OR REPLACE FUNCTION portal.me_account() RETURNS uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN RETURN (SELECT s.account_id FROM core.my_session('CUSTOMER') AS s); END $$;
CREATE OR REPLACE FUNCTION portal.me_company() RETURNS uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN (SELECT a.company_id FROM core.my_session('CUSTOMER') AS s JOIN public.account AS a ON a.id = s.account_id);
END
$$;

CREATE FUNCTION core.firm_name() RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
  AS $$ SELECT name FROM public.company WHERE kind = 'INTERNAL' $$;

-- Everything that deciding about one request needs, in one statement; null when the session is not live. Memberships are
-- in the words of packages/access and include expired ones: whether one counts now is decided there.
CREATE FUNCTION core.read_session(p_audience text, p_secret text) RETURNS jsonb
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN (
    SELECT jsonb_build_object(
      'session', jsonb_build_object(
        'id', s.id, 'audience', s.audience, 'now', app.now(), 'createdAt', s.created_at, 'lastUsedAt', s.last_used_at,
        'idleEndsAt', s.last_used_at + make_interval(secs => s.idle_seconds), 'absoluteEndsAt', s.absolute_ends_at,
        'confirmedAt', s.confirmed_at, 'confirmedUntil', s.confirmed_until, 'address', host(s.address)),
      'account', jsonb_build_object(
        'id', a.id, 'audience', a.audience, 'companyId', a.company_id, 'displayName', a.display_name, 'title', a.title,
        'email', a.email, 'username', a.username, 'status', a.status, 'isAdmin', a.is_admin,
        'expiresAt', a.expires_at, 'suspendedAt', a.suspended_at, 'version', a.version, 'createdAt', a.created_at,
        'lastSignInAt', a.last_sign_in_at, 'isCompanyActive', c.archived_at IS NULL,
        'memberships', (
          SELECT coalesce(jsonb_agg(jsonb_build_object(
            'groupId', g.id, 'groupName', g.name, 'expiresAt', m.expires_at, 'groupExpiresAt', g.expires_at,
            'grants', (SELECT coalesce(jsonb_agg(jsonb_build_object('permission', p.permission, 'reach', p.reach)
                ORDER BY p.permission), '[]') FROM public.group_grant AS p WHERE p.group_id = g.id)
          ) ORDER BY g.name, g.id), '[]')
          FROM public.membership AS m JOIN public.access_group AS g ON g.id = m.group_id
          WHERE m.account_id = a.id)),
      'company', jsonb_build_object('id', c.id, 'name', c.name),
      'firmName', (SELECT f.name FROM public.company AS f WHERE f.kind = 'INTERNAL'))
    FROM core.live_session(p_audience, p_secret) AS s
    JOIN public.account AS a ON a.id = s.account_id
    JOIN public.company AS c ON c.id = a.company_id);
END
$$;

-- S6: a use extends the idle time, written at most once a minute. S8: it keeps a confirmation alive, to 30 minutes in all.
CREATE FUNCTION core.touch_session(p_audience text) RETURNS boolean
  LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
  WITH touched AS (
    UPDATE public.session AS s
    SET last_used_at = app.now(),
      confirmed_until = CASE WHEN s.confirmed_until > app.now()
        THEN greatest(s.confirmed_until,
          least(app.now() + interval '10 minutes', s.confirmed_at + interval '30 minutes'))
        ELSE s.confirmed_until END
    WHERE s.id = (SELECT id FROM core.my_session(p_audience))
      AND s.ended_at IS NULL AND s.last_used_at < app.now() - interval '60 seconds'
    RETURNING 1)
  SELECT EXISTS (SELECT FROM touched)
$$;

-- Makes a session and ends the oldest beyond ten. Limits are decided here, not by the caller.
CREATE FUNCTION core.open_session(p_account uuid, p_id uuid, p_secret text, p_address inet, p_user_agent text,
  p_absolute_ends_at timestamptz, p_confirmed_at timestamptz, p_confirmed_until timestamptz) RETURNS void
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF coalesce(char_length(p_secret), 0) < 32 THEN
    RAISE EXCEPTION 'a session secret is too short'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'session_secret_length', TABLE = 'session';
  END IF;
  INSERT INTO public.session (id, secret_hash, account_id, audience, auth_epoch, idle_seconds, absolute_ends_at,
    confirmed_at, confirmed_until, address, user_agent)
  SELECT p_id, sha256(convert_to(p_secret, 'UTF8')), a.id, a.audience, a.auth_epoch,
    CASE a.audience WHEN 'STAFF' THEN 3600 ELSE 1800 END, p_absolute_ends_at,
    p_confirmed_at, p_confirmed_until, p_address, left(p_user_agent, 300)
  FROM public.account AS a WHERE a.id = p_account;

  UPDATE public.session SET ended_at = app.now(), end_reason = 'LIMIT'
  WHERE id IN (
    SELECT id FROM public.session
    WHERE account_id = p_account AND ended_at IS NULL AND absolute_ends_at > app.now()
    ORDER BY (id = p_id) DESC, created_at DESC, id DESC OFFSET 10);
END
$$;

-- Writes one line of the log for the door of this audience.
CREATE FUNCTION core.audit(p_audience text, p_action text, p_outcome text, p_actor uuid, p_session uuid,
  p_object uuid, p_address inet, p_request_id text) RETURNS void
  LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
  INSERT INTO public.audit_entry (door, action, outcome, actor_id, session_id, object_type, object_id, address, request_id)
  VALUES (CASE p_audience WHEN 'STAFF' THEN 'STAFF' ELSE 'PORTAL' END, p_action, p_outcome, p_actor, p_session,
    CASE WHEN p_object IS NULL THEN NULL ELSE 'account' END, p_object::text, p_address, coalesce(p_request_id, ''))
$$;

CREATE FUNCTION core.end_session(p_audience text, p_reason text, p_request_id text) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_session public.session;
BEGIN
  UPDATE public.session SET ended_at = app.now(), end_reason = p_reason
  WHERE id = (SELECT id FROM core.my_session(p_audience)) AND ended_at IS NULL
  RETURNING * INTO v_session;
  IF v_session.id IS NULL THEN
    RETURN false;
  END IF;
  PERFORM core.audit(p_audience, 'session.signed-out', 'ALLOWED', v_session.account_id, v_session.id,
    v_session.account_id, v_session.address, p_request_id);
  RETURN true;
END
$$;
