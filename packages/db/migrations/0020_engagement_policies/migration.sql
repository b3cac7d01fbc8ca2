-- Who reaches which rows of an engagement; stated in src/policies.ts too, and compared with the catalogue by a test.
DO $$
DECLARE
  v_table text;
BEGIN
  FOREACH v_table IN ARRAY ARRAY['company_contact', 'project_type', 'report_standard', 'project', 'project_standard',
    'project_member', 'scope_item', 'file_key', 'stored_file', 'finding', 'instance', 'instance_event', 'evidence',
    'scan_import', 'scan_import_finding', 'report', 'report_finding', 'api_token']
  LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', v_table);
  END LOOP;

  -- Staff: everything (visibility is their wall). The history of instances is append-only.
  FOREACH v_table IN ARRAY ARRAY['company_contact', 'project_type', 'report_standard', 'project', 'project_standard',
    'project_member', 'scope_item', 'file_key', 'stored_file', 'finding', 'instance', 'evidence', 'scan_import',
    'scan_import_finding', 'report', 'report_finding', 'api_token']
  LOOP
    EXECUTE format('CREATE POLICY staff_all ON public.%I TO sallyport_staff USING (true) WITH CHECK (true)', v_table);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO sallyport_staff', v_table);
  END LOOP;

  -- Jobs: imports write findings, reports write files; the rest they read.
  FOREACH v_table IN ARRAY ARRAY['project', 'stored_file', 'finding', 'instance', 'scan_import', 'scan_import_finding',
    'report', 'report_finding']
  LOOP
    EXECUTE format('CREATE POLICY jobs_all ON public.%I TO sallyport_jobs USING (true) WITH CHECK (true)', v_table);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON public.%I TO sallyport_jobs', v_table);
  END LOOP;
  FOREACH v_table IN ARRAY ARRAY['company_contact', 'project_type', 'report_standard', 'project_standard',
    'project_member', 'scope_item', 'evidence']
  LOOP
    EXECUTE format('CREATE POLICY jobs_read ON public.%I FOR SELECT TO sallyport_jobs USING (true)', v_table);
    EXECUTE format('GRANT SELECT ON public.%I TO sallyport_jobs', v_table);
  END LOOP;
END
$$;

CREATE POLICY staff_read ON instance_event FOR SELECT TO sallyport_staff USING (true);
CREATE POLICY staff_append ON instance_event FOR INSERT TO sallyport_staff WITH CHECK (true);
GRANT SELECT, INSERT ON instance_event TO sallyport_staff;
CREATE POLICY jobs_read ON instance_event FOR SELECT TO sallyport_jobs USING (true);
CREATE POLICY jobs_append ON instance_event FOR INSERT TO sallyport_jobs WITH CHECK (true);
GRANT SELECT, INSERT ON instance_event TO sallyport_jobs;
-- A report of a project without files yet needs the project's key.
CREATE POLICY jobs_read ON file_key FOR SELECT TO sallyport_jobs USING (true);
CREATE POLICY jobs_append ON file_key FOR INSERT TO sallyport_jobs WITH CHECK (true);
GRANT SELECT, INSERT ON file_key TO sallyport_jobs;

-- Portal (C2). Subqueries run under the policies of the tables that they name, so a thing is seen where its project is.
CREATE POLICY portal_shown_project ON project FOR SELECT TO sallyport_portal
  USING (company_id = (SELECT portal.me_company()) AND shown_at IS NOT NULL AND NOT is_restricted);
CREATE POLICY portal_shown_standard ON project_standard FOR SELECT TO sallyport_portal
  USING (company_id = (SELECT portal.me_company())
    AND EXISTS (SELECT FROM project AS p WHERE p.id = project_standard.project_id));
CREATE POLICY portal_shown_scope ON scope_item FOR SELECT TO sallyport_portal
  USING (company_id = (SELECT portal.me_company())
    AND EXISTS (SELECT FROM project AS p WHERE p.id = scope_item.project_id));
CREATE POLICY portal_published_finding ON finding FOR SELECT TO sallyport_portal
  USING (company_id = (SELECT portal.me_company()) AND published_at IS NOT NULL
    AND EXISTS (SELECT FROM project AS p WHERE p.id = finding.project_id));
CREATE POLICY portal_published_instance ON instance FOR SELECT TO sallyport_portal
  USING (company_id = (SELECT portal.me_company())
    AND EXISTS (SELECT FROM finding AS f WHERE f.id = instance.finding_id));
CREATE POLICY portal_client_evidence ON evidence FOR SELECT TO sallyport_portal
  USING (company_id = (SELECT portal.me_company()) AND audience = 'CLIENT'
    AND EXISTS (SELECT FROM finding AS f WHERE f.id = evidence.finding_id));
CREATE POLICY portal_released_report ON report FOR SELECT TO sallyport_portal
  USING (company_id = (SELECT portal.me_company()) AND released_at IS NOT NULL
    AND EXISTS (SELECT FROM project AS p WHERE p.id = report.project_id));
CREATE POLICY portal_released_report_finding ON report_finding FOR SELECT TO sallyport_portal
  USING (company_id = (SELECT portal.me_company())
    AND EXISTS (SELECT FROM report AS r WHERE r.id = report_finding.report_id));
CREATE POLICY portal_own_file ON stored_file FOR SELECT TO sallyport_portal
  USING (company_id = (SELECT portal.me_company()) AND CASE kind
    WHEN 'LOGO' THEN EXISTS (SELECT FROM company AS c WHERE c.logo_file_id = stored_file.id)
    WHEN 'EVIDENCE' THEN in_portal_at IS NOT NULL
      AND EXISTS (SELECT FROM evidence AS e WHERE e.file_id = stored_file.id)
    WHEN 'REPORT' THEN EXISTS (SELECT FROM report AS r WHERE r.file_id = stored_file.id)
      OR EXISTS (SELECT FROM report AS r WHERE r.plain_file_id = stored_file.id)
    ELSE false END);
-- A key that exists tells of a project that has files; so it shows where its project does.
CREATE POLICY portal_own_key ON file_key FOR SELECT TO sallyport_portal
  USING (company_id = (SELECT portal.me_company()) AND store = 'PORTAL'
    AND (project_id IS NULL OR EXISTS (SELECT FROM project AS p WHERE p.id = file_key.project_id)));
CREATE POLICY portal_signed_in ON project_type FOR SELECT TO sallyport_portal
  USING ((SELECT portal.me_account()) IS NOT NULL);
CREATE POLICY portal_signed_in ON report_standard FOR SELECT TO sallyport_portal
  USING ((SELECT portal.me_account()) IS NOT NULL);

GRANT SELECT (logo_file_id) ON company TO sallyport_portal;
GRANT SELECT (id, name, position) ON project_type, report_standard TO sallyport_portal;
GRANT SELECT (id, company_id, reference, name, type_id, approach, description, test_start, test_end, is_restricted,
  shown_at, completed_at) ON project TO sallyport_portal;
GRANT SELECT (project_id, company_id, standard_id) ON project_standard TO sallyport_portal;
GRANT SELECT (id, project_id, company_id, kind, target, note, is_in_scope, position) ON scope_item
  TO sallyport_portal;
GRANT SELECT (id, company_id, project_id, reference, title, severity, severity_rank, severity_source, cvss31_vector,
  cvss31_score, cvss40_vector, cvss40_score, scanner_vectors, description, impact, steps, recommendation, links, cwe,
  cve, result, published_at) ON finding TO sallyport_portal;
GRANT SELECT (id, finding_id, project_id, company_id, host, address, port, protocol, service, url, parameter, note,
  output, target, result, position) ON instance TO sallyport_portal;
GRANT SELECT (id, finding_id, project_id, company_id, file_id, caption, alt, audience, position) ON evidence
  TO sallyport_portal;
GRANT SELECT (id, project_id, company_id, version_major, version_minor, file_id, plain_file_id, pages, plain_pages, finding_count,
  released_at) ON report TO sallyport_portal;
GRANT SELECT (report_id, finding_id, project_id, company_id) ON report_finding TO sallyport_portal;
GRANT SELECT (id, company_id, project_id, kind, name, media_type, bytes, sha256, width, height, in_portal_at)
  ON stored_file TO sallyport_portal;
GRANT SELECT (id, company_id, project_id, store, wrapped) ON file_key TO sallyport_portal;

-- The definer role: who leads a project (0021).
CREATE POLICY definer_read ON project FOR SELECT TO sallyport_definer USING (true);
CREATE POLICY definer_read ON project_member FOR SELECT TO sallyport_definer USING (true);
GRANT SELECT (id, company_id, shown_at, is_restricted) ON project TO sallyport_definer;
GRANT SELECT (project_id, account_id, role) ON project_member TO sallyport_definer;
