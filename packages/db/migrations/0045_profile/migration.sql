-- One's own account: a photo, and what one did and what was done to the account.

-- A person shows a photo of the own company's. Files never change hands, so looking when it is set is enough. A photo is a
-- part of its account and no trace of what the account did, so it names no creator.
CREATE FUNCTION core.check_photo() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM public.stored_file AS f
    WHERE f.id = NEW.photo_file_id AND f.company_id = NEW.company_id AND f.kind = 'PHOTO'
  ) THEN
    RAISE EXCEPTION 'the photo of an account is a photo of its company'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'account_photo_own', TABLE = 'account';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER account_photo_own BEFORE INSERT OR UPDATE OF photo_file_id ON account FOR EACH ROW
  WHEN (NEW.photo_file_id IS NOT NULL) EXECUTE FUNCTION core.check_photo();

-- Portal: of photos, one's own alone.
DROP POLICY portal_own_file ON stored_file;
CREATE POLICY portal_own_file ON stored_file FOR SELECT TO sallyport_portal
  USING (company_id = (SELECT portal.me_company()) AND CASE kind
    WHEN 'LOGO' THEN EXISTS (SELECT FROM company AS c WHERE c.logo_file_id = stored_file.id)
    WHEN 'PHOTO' THEN EXISTS (SELECT FROM account AS a WHERE a.photo_file_id = stored_file.id)
    WHEN 'EVIDENCE' THEN in_portal_at IS NOT NULL
      AND EXISTS (SELECT FROM evidence AS e WHERE e.file_id = stored_file.id)
    WHEN 'REPORT' THEN EXISTS (SELECT FROM report AS r WHERE r.file_id = stored_file.id)
      OR EXISTS (SELECT FROM report AS r WHERE r.plain_file_id = stored_file.id)
    ELSE false END);

-- The portal's role adds no rows of its own, so a customer's photo is entered by functions.
CREATE POLICY definer_all ON stored_file TO sallyport_definer USING (true) WITH CHECK (true);
CREATE POLICY definer_all ON file_key TO sallyport_definer USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, DELETE ON stored_file TO sallyport_definer;
GRANT SELECT, INSERT ON file_key TO sallyport_definer;
GRANT UPDATE (photo_file_id) ON account TO sallyport_definer;

-- Shows another photo, which lies in the portal's store alone; says under which key and mark, and what it replaced.
-- No row without a live session.
CREATE FUNCTION portal.set_photo(p_file uuid, p_bytes bigint, p_sha256 bytea, p_edge integer, p_wrapped bytea,
    p_address inet, p_request_id text)
  RETURNS TABLE (wrapped bytea, in_portal_at timestamptz, previous_id uuid, previous_in_portal_at timestamptz)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_session public.session;
  v_company uuid;
  v_previous uuid;
  v_mark timestamptz(3) := clock_timestamp();
  v_previous_mark timestamptz;
BEGIN
  SELECT * INTO v_session FROM core.my_session('CUSTOMER');
  IF NOT FOUND THEN
    RETURN;
  END IF;
  SELECT a.company_id, a.photo_file_id INTO v_company, v_previous
  FROM public.account AS a WHERE a.id = v_session.account_id FOR NO KEY UPDATE;
  INSERT INTO public.file_key (company_id, store, wrapped) VALUES (v_company, 'PORTAL', p_wrapped)
  ON CONFLICT DO NOTHING;
  INSERT INTO public.stored_file (id, company_id, kind, name, media_type, bytes, sha256, width, height, in_portal_at)
  VALUES (p_file, v_company, 'PHOTO', 'photo.webp', 'image/webp', p_bytes, p_sha256, p_edge, p_edge,
    v_mark);
  UPDATE public.account SET photo_file_id = p_file WHERE id = v_session.account_id;
  DELETE FROM public.stored_file AS f WHERE f.id = v_previous RETURNING f.in_portal_at INTO v_previous_mark;
  PERFORM core.audit('CUSTOMER', 'account.photo-changed', 'ALLOWED', v_session.account_id, v_session.id,
    v_session.account_id, p_address, p_request_id);
  RETURN QUERY SELECT k.wrapped, v_mark::timestamptz, v_previous, v_previous_mark FROM public.file_key AS k
  WHERE k.company_id = v_company AND k.project_id IS NULL AND k.store = 'PORTAL';
END
$$;

-- Shows none any more; says which file goes. No row when there was none, or without a live session.
CREATE FUNCTION portal.clear_photo(p_address inet, p_request_id text)
  RETURNS TABLE (previous_id uuid, previous_in_portal_at timestamptz)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_session public.session;
  v_previous uuid;
BEGIN
  SELECT * INTO v_session FROM core.my_session('CUSTOMER');
  SELECT a.photo_file_id INTO v_previous
  FROM public.account AS a WHERE a.id = v_session.account_id FOR NO KEY UPDATE;
  IF v_previous IS NULL THEN
    RETURN;
  END IF;
  UPDATE public.account SET photo_file_id = NULL WHERE id = v_session.account_id;
  PERFORM core.audit('CUSTOMER', 'account.photo-removed', 'ALLOWED', v_session.account_id, v_session.id,
    v_session.account_id, p_address, p_request_id);
  RETURN QUERY DELETE FROM public.stored_file AS f WHERE f.id = v_previous RETURNING f.id, f.in_portal_at;
END
$$;

-- One's own activity, latest first: what one did, and what happened to one's account. Of what others did, neither who nor
-- from where; nothing about any other object. Two ranges of two indexes, merged.
CREATE POLICY definer_read ON audit_entry FOR SELECT TO sallyport_definer USING (true);
GRANT SELECT ON audit_entry TO sallyport_definer;
CREATE FUNCTION core.my_activity(p_audience text, p_actions text[], p_before bigint, p_limit integer)
  RETURNS TABLE (seq bigint, at timestamptz, door text, action text, outcome text, is_own boolean, address text,
    changed jsonb, occurrences integer)
  LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
  SELECT e.seq, e.at, e.door, e.action, e.outcome, e.actor_id IS NOT NULL AND e.actor_id = s.account_id,
    CASE WHEN coalesce(e.actor_id = s.account_id, e.door <> 'CLI') THEN host(e.address) END,
    CASE WHEN e.action = 'account.updated' AND jsonb_typeof(e.after -> 'changed') = 'array'
      THEN e.after -> 'changed' ELSE '[]' END,
    e.occurrences
  FROM core.my_session(p_audience) AS s
  CROSS JOIN LATERAL (
    (SELECT o.* FROM public.audit_entry AS o
      WHERE o.actor_id = s.account_id AND o.seq < p_before AND o.action = ANY (p_actions)
      ORDER BY o.seq DESC LIMIT p_limit)
    UNION ALL
    (SELECT o.* FROM public.audit_entry AS o
      WHERE o.object_type = 'account' AND o.object_id = s.account_id::text AND o.actor_id IS DISTINCT FROM s.account_id
        AND o.seq < p_before AND o.action = ANY (p_actions)
      ORDER BY o.seq DESC LIMIT p_limit)) AS e
  ORDER BY e.seq DESC LIMIT p_limit
$$;
CREATE FUNCTION app.my_activity(p_actions text[], p_before bigint, p_limit integer)
  RETURNS TABLE (seq bigint, at timestamptz, door text, action text, outcome text, is_own boolean, address text,
    changed jsonb, occurrences integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT * FROM core.my_activity('STAFF', p_actions, p_before, p_limit) $$;
CREATE FUNCTION portal.my_activity(p_actions text[], p_before bigint, p_limit integer)
  RETURNS TABLE (seq bigint, at timestamptz, door text, action text, outcome text, is_own boolean, address text,
    changed jsonb, occurrences integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
  AS $$ SELECT * FROM core.my_activity('CUSTOMER', p_actions, p_before, p_limit) $$;

GRANT EXECUTE ON FUNCTION app.my_activity(text[], bigint, integer) TO sallyport_staff;
GRANT EXECUTE ON FUNCTION portal.my_activity(text[], bigint, integer),
  portal.set_photo(uuid, bigint, bytea, integer, bytea, inet, text), portal.clear_photo(inet, text)
  TO sallyport_portal;
REVOKE EXECUTE ON FUNCTION core.my_activity(text, text[], bigint, integer), core.check_photo() FROM PUBLIC;
GRANT CREATE ON SCHEMA app, portal, core TO sallyport_definer;
ALTER FUNCTION core.my_activity(text, text[], bigint, integer) OWNER TO sallyport_definer;
ALTER FUNCTION app.my_activity(text[], bigint, integer) OWNER TO sallyport_definer;
ALTER FUNCTION portal.my_activity(text[], bigint, integer) OWNER TO sallyport_definer;
ALTER FUNCTION portal.set_photo(uuid, bigint, bytea, integer, bytea, inet, text) OWNER TO sallyport_definer;
ALTER FUNCTION portal.clear_photo(inet, text) OWNER TO sallyport_definer;
REVOKE CREATE ON SCHEMA app, portal, core FROM sallyport_definer;
