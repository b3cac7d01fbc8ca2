CREATE TABLE report (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  project_id uuid NOT NULL,
  company_id uuid NOT NULL,
  number integer NOT NULL,
  version_major integer NOT NULL,
  version_minor integer NOT NULL DEFAULT 0,
  state text NOT NULL DEFAULT 'QUEUED',
  progress_done integer NOT NULL DEFAULT 0,
  progress_total integer NOT NULL DEFAULT 0,
  problem text,
  file_id uuid,
  plain_file_id uuid,
  pages integer,
  plain_pages integer,
  finding_count integer,
  created_by_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT app.now(),
  finished_at timestamptz(3),
  released_at timestamptz(3),
  released_by_id uuid,
  CONSTRAINT report_pkey PRIMARY KEY (id),
  CONSTRAINT report_project_id_company_id_fkey FOREIGN KEY (project_id, company_id)
    REFERENCES project (id, company_id) ON DELETE RESTRICT,
  CONSTRAINT report_file_id_project_id_company_id_fkey FOREIGN KEY (file_id, project_id, company_id)
    REFERENCES stored_file (id, project_id, company_id) ON DELETE RESTRICT,
  CONSTRAINT report_plain_file_id_project_id_company_id_fkey FOREIGN KEY (plain_file_id, project_id, company_id)
    REFERENCES stored_file (id, project_id, company_id) ON DELETE RESTRICT,
  CONSTRAINT report_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES account (id) ON DELETE RESTRICT,
  CONSTRAINT report_released_by_id_fkey FOREIGN KEY (released_by_id) REFERENCES account (id) ON DELETE RESTRICT,
  CONSTRAINT report_number_positive CHECK (number > 0),
  CONSTRAINT report_version_not_negative CHECK (version_major >= 0 AND version_minor >= 0),
  CONSTRAINT report_state_known CHECK (state IN ('QUEUED', 'RENDERING', 'READY', 'FAILED')),
  CONSTRAINT report_progress_not_negative CHECK (progress_done >= 0 AND progress_total >= 0),
  CONSTRAINT report_problem_length CHECK (char_length(problem) <= 2000),
  CONSTRAINT report_failed_with_problem CHECK (state <> 'FAILED' OR problem IS NOT NULL),
  CONSTRAINT report_ready_with_file CHECK (state <> 'READY' OR file_id IS NOT NULL),
  CONSTRAINT report_released_when_ready CHECK (released_at IS NULL OR state = 'READY'),
  CONSTRAINT report_released_by_somebody CHECK (released_at IS NOT NULL OR released_by_id IS NULL)
);
CREATE UNIQUE INDEX report_id_project_id_company_id_key ON report (id, project_id, company_id);
CREATE UNIQUE INDEX report_project_id_number_key ON report (project_id, number);
CREATE UNIQUE INDEX report_released_version_key ON report (project_id, version_major, version_minor)
  WHERE released_at IS NOT NULL;
CREATE INDEX report_project_id_created_at_id_idx ON report (project_id, created_at, id);
CREATE INDEX report_released_idx ON report (company_id, released_at, id) WHERE released_at IS NOT NULL;
CREATE INDEX report_file_id_idx ON report (file_id);
CREATE INDEX report_plain_file_id_idx ON report (plain_file_id);
CREATE INDEX report_created_by_id_idx ON report (created_by_id);
CREATE INDEX report_released_by_id_idx ON report (released_by_id);

-- What a report tells of.
CREATE TABLE report_finding (
  report_id uuid NOT NULL,
  finding_id uuid NOT NULL,
  project_id uuid NOT NULL,
  company_id uuid NOT NULL,
  CONSTRAINT report_finding_pkey PRIMARY KEY (report_id, finding_id),
  CONSTRAINT report_finding_report_id_project_id_company_id_fkey FOREIGN KEY (report_id, project_id, company_id)
    REFERENCES report (id, project_id, company_id) ON DELETE CASCADE,
  CONSTRAINT report_finding_finding_id_project_id_company_id_fkey FOREIGN KEY (finding_id, project_id, company_id)
    REFERENCES finding (id, project_id, company_id) ON DELETE RESTRICT
);
CREATE INDEX report_finding_finding_id_idx ON report_finding (finding_id);
CREATE INDEX report_finding_company_id_report_id_idx ON report_finding (company_id, report_id);

-- C5: what was released stays as it is, and so does the list of what it tells of.
CREATE FUNCTION core.refuse_released_report_change() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'a released report never changes'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'report_released_immutable', TABLE = 'report';
END
$$;
CREATE TRIGGER report_released_immutable BEFORE UPDATE OR DELETE ON report FOR EACH ROW
  WHEN (OLD.released_at IS NOT NULL) EXECUTE FUNCTION core.refuse_released_report_change();

CREATE FUNCTION core.check_report_finding() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_report uuid;
BEGIN
  IF TG_OP = 'DELETE' THEN
    v_report := OLD.report_id;
  ELSE
    v_report := NEW.report_id;
  END IF;
  -- Locked, so that a release at the same moment waits or is seen.
  PERFORM FROM public.report WHERE id = v_report AND released_at IS NULL FOR SHARE;
  IF NOT FOUND AND EXISTS (SELECT FROM public.report WHERE id = v_report) THEN
    RAISE EXCEPTION 'a released report never changes'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'report_released_immutable', TABLE = 'report';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE TRIGGER report_finding_released BEFORE INSERT OR UPDATE OR DELETE ON report_finding
  FOR EACH ROW EXECUTE FUNCTION core.check_report_finding();

-- C5: a finding that a released report tells of is withdrawn with a reason, never taken back.
CREATE FUNCTION core.check_unpublishing() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF EXISTS (
    SELECT FROM public.report_finding AS l JOIN public.report AS r ON r.id = l.report_id
    WHERE l.finding_id = OLD.id AND r.released_at IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'the finding is in a released report'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'finding_in_released_report', TABLE = 'finding';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER finding_in_released_report BEFORE UPDATE ON finding FOR EACH ROW
  WHEN (OLD.published_at IS NOT NULL AND NEW.published_at IS NULL) EXECUTE FUNCTION core.check_unpublishing();
