-- C4: customers meet staff by display name and role, and only those who lead a project that they see.
CREATE FUNCTION portal.project_leads(p_project_id uuid) RETURNS TABLE (display_name text, role text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN QUERY
    SELECT a.display_name, m.role
    FROM public.project AS p
    JOIN public.project_member AS m ON m.project_id = p.id AND m.role = 'OWNER'
    JOIN public.account AS a ON a.id = m.account_id
    WHERE p.id = p_project_id AND p.company_id = portal.me_company() AND p.shown_at IS NOT NULL
      AND NOT p.is_restricted
    ORDER BY a.display_name, a.id;
END
$$;
GRANT EXECUTE ON FUNCTION portal.project_leads(uuid) TO sallyport_portal;

-- What the portal may record itself: downloads too (L1).
CREATE OR REPLACE FUNCTION portal.append_audit(p_action text, p_outcome text, p_object_type text, p_object_id text,
  p_address inet, p_request_id text, p_reason text, p_before jsonb, p_after jsonb, p_occurrences integer)
  RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_session public.session;
BEGIN
  SELECT * INTO v_session FROM core.my_session('CUSTOMER');
  IF (p_action, p_outcome) NOT IN (('access.refused', 'REFUSED'), ('call.failed', 'FAILED'),
      ('account.updated', 'ALLOWED'), ('report.downloaded', 'ALLOWED'), ('evidence.downloaded', 'ALLOWED'))
    OR (v_session.id IS NULL AND p_outcome = 'ALLOWED') THEN
    RAISE EXCEPTION 'the portal may not record this'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'audit_entry_portal_action', TABLE = 'audit_entry';
  END IF;
  INSERT INTO public.audit_entry (door, action, outcome, actor_id, session_id, object_type, object_id, address,
    request_id, reason, before, after, occurrences)
  VALUES ('PORTAL', p_action, p_outcome, v_session.account_id, v_session.id, p_object_type, left(p_object_id, 100),
    p_address, p_request_id, left(p_reason, 500), p_before, p_after, p_occurrences);
END
$$;

GRANT CREATE ON SCHEMA portal TO sallyport_definer;
ALTER FUNCTION portal.project_leads(uuid) OWNER TO sallyport_definer;
REVOKE CREATE ON SCHEMA portal FROM sallyport_definer;
