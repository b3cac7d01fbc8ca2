-- What a project form chooses from.
CREATE TABLE project_type (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  position integer NOT NULL DEFAULT 0,
  CONSTRAINT project_type_pkey PRIMARY KEY (id),
  CONSTRAINT project_type_name_length CHECK (char_length(name) BETWEEN 1 AND 80)
);
CREATE UNIQUE INDEX project_type_name_key ON project_type (lower(name));

CREATE TABLE report_standard (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL,
  position integer NOT NULL DEFAULT 0,
  CONSTRAINT report_standard_pkey PRIMARY KEY (id),
  CONSTRAINT report_standard_name_length CHECK (char_length(name) BETWEEN 1 AND 80)
);
CREATE UNIQUE INDEX report_standard_name_key ON report_standard (lower(name));

INSERT INTO project_type (id, name, position) VALUES
  ('7a1d3c52-0d0e-4b0a-9a63-5b1f60c1a001', 'Web application penetration test', 1),
  ('7a1d3c52-0d0e-4b0a-9a63-5b1f60c1a002', 'API penetration test', 2),
  ('7a1d3c52-0d0e-4b0a-9a63-5b1f60c1a003', 'Mobile application penetration test', 3),
  ('7a1d3c52-0d0e-4b0a-9a63-5b1f60c1a004', 'Internal network penetration test', 4),
  ('7a1d3c52-0d0e-4b0a-9a63-5b1f60c1a005', 'External network penetration test', 5),
  ('7a1d3c52-0d0e-4b0a-9a63-5b1f60c1a006', 'Cloud configuration review', 6),
  ('7a1d3c52-0d0e-4b0a-9a63-5b1f60c1a007', 'Red team exercise', 7);
INSERT INTO report_standard (id, name, position) VALUES
  ('c4e2b6f8-3f51-4c1d-8d27-90ab5e72b001', 'OWASP Top 10 2021', 1),
  ('c4e2b6f8-3f51-4c1d-8d27-90ab5e72b002', 'OWASP Top 10 2025', 2),
  ('c4e2b6f8-3f51-4c1d-8d27-90ab5e72b003', 'OWASP ASVS 5.0', 3),
  ('c4e2b6f8-3f51-4c1d-8d27-90ab5e72b004', 'OWASP API Security Top 10 2023', 4),
  ('c4e2b6f8-3f51-4c1d-8d27-90ab5e72b005', 'OWASP Mobile Top 10 2024', 5),
  ('c4e2b6f8-3f51-4c1d-8d27-90ab5e72b006', 'PTES', 6),
  ('c4e2b6f8-3f51-4c1d-8d27-90ab5e72b007', 'NIST SP 800-115', 7);

-- The id and the reference are random: neither tells how many projects there are. `company_id` goes down to everything
-- beneath, so that the portal's policies compare it first; composite keys keep each copy true.
CREATE TABLE project (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  company_id uuid NOT NULL,
  company_kind text NOT NULL DEFAULT 'EXTERNAL',
  reference text NOT NULL,
  name text NOT NULL,
  type_id uuid NOT NULL,
  approach text,
  description text NOT NULL DEFAULT '',
  test_start date,
  test_end date,
  is_restricted boolean NOT NULL DEFAULT false,
  shown_at timestamptz(3),
  completed_at timestamptz(3),
  completed_by_id uuid,
  last_finding_number integer NOT NULL DEFAULT 0,
  last_report_number integer NOT NULL DEFAULT 0,
  created_by_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT app.now(),
  updated_at timestamptz(3) NOT NULL DEFAULT app.now(),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT project_pkey PRIMARY KEY (id),
  CONSTRAINT project_company_id_company_kind_fkey FOREIGN KEY (company_id, company_kind)
    REFERENCES company (id, kind) ON DELETE RESTRICT,
  CONSTRAINT project_type_id_fkey FOREIGN KEY (type_id) REFERENCES project_type (id) ON DELETE RESTRICT,
  CONSTRAINT project_completed_by_id_fkey FOREIGN KEY (completed_by_id) REFERENCES account (id) ON DELETE RESTRICT,
  CONSTRAINT project_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES account (id) ON DELETE RESTRICT,
  CONSTRAINT project_of_client CHECK (company_kind = 'EXTERNAL'),
  CONSTRAINT project_reference_shape CHECK (reference ~ '^SP-[0-9A-HJKMNP-TV-Z]{5}$'),
  CONSTRAINT project_name_length CHECK (char_length(name) BETWEEN 1 AND 200),
  CONSTRAINT project_description_length CHECK (char_length(description) <= 65536),
  CONSTRAINT project_approach_known CHECK (approach IN ('BLACK_BOX', 'GREY_BOX', 'WHITE_BOX')),
  CONSTRAINT project_dates_in_order CHECK (test_end >= test_start),
  CONSTRAINT project_completed_by_somebody CHECK (completed_at IS NOT NULL OR completed_by_id IS NULL),
  CONSTRAINT project_numbers_not_negative CHECK (last_finding_number >= 0 AND last_report_number >= 0)
);
CREATE UNIQUE INDEX project_reference_key ON project (reference);
CREATE UNIQUE INDEX project_id_company_id_key ON project (id, company_id);
CREATE INDEX project_name_id_idx ON project (name, id);
CREATE INDEX project_test_start_id_idx ON project (test_start, id);
CREATE INDEX project_test_end_id_idx ON project (test_end, id);
CREATE INDEX project_created_at_id_idx ON project (created_at, id);
CREATE INDEX project_company_id_name_id_idx ON project (company_id, name, id);
CREATE INDEX project_company_id_test_end_id_idx ON project (company_id, test_end, id);
CREATE INDEX project_type_id_idx ON project (type_id);
CREATE INDEX project_created_by_id_idx ON project (created_by_id);
CREATE INDEX project_completed_by_id_idx ON project (completed_by_id);

CREATE TABLE project_standard (
  project_id uuid NOT NULL,
  company_id uuid NOT NULL,
  standard_id uuid NOT NULL,
  CONSTRAINT project_standard_pkey PRIMARY KEY (project_id, standard_id),
  CONSTRAINT project_standard_project_id_company_id_fkey FOREIGN KEY (project_id, company_id)
    REFERENCES project (id, company_id) ON DELETE CASCADE,
  CONSTRAINT project_standard_standard_id_fkey FOREIGN KEY (standard_id)
    REFERENCES report_standard (id) ON DELETE RESTRICT
);
CREATE INDEX project_standard_standard_id_idx ON project_standard (standard_id);
CREATE INDEX project_standard_company_id_idx ON project_standard (company_id);

CREATE TABLE project_member (
  project_id uuid NOT NULL,
  account_id uuid NOT NULL,
  audience text NOT NULL DEFAULT 'STAFF',
  role text NOT NULL,
  added_by_id uuid,
  added_at timestamptz(3) NOT NULL DEFAULT app.now(),
  CONSTRAINT project_member_pkey PRIMARY KEY (project_id, account_id),
  CONSTRAINT project_member_project_id_fkey FOREIGN KEY (project_id) REFERENCES project (id) ON DELETE CASCADE,
  CONSTRAINT project_member_account_id_audience_fkey FOREIGN KEY (account_id, audience)
    REFERENCES account (id, audience) ON DELETE RESTRICT,
  CONSTRAINT project_member_added_by_id_fkey FOREIGN KEY (added_by_id) REFERENCES account (id) ON DELETE RESTRICT,
  CONSTRAINT project_member_staff_only CHECK (audience = 'STAFF'),
  CONSTRAINT project_member_role_known CHECK (role IN ('OWNER', 'TESTER', 'REVIEWER', 'OBSERVER'))
);
CREATE INDEX project_member_account_id_idx ON project_member (account_id);
CREATE INDEX project_member_added_by_id_idx ON project_member (added_by_id);

-- A project has an owner whenever a transaction ends. The project's row is locked, so that two who each take away an
-- owner wait for each other and the later one sees what the earlier one left.
CREATE FUNCTION core.check_project_owner() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  v_project uuid;
BEGIN
  IF TG_TABLE_NAME = 'project' THEN
    v_project := NEW.id;
  ELSE
    v_project := OLD.project_id;
  END IF;
  PERFORM FROM public.project WHERE id = v_project FOR NO KEY UPDATE;
  IF FOUND AND NOT EXISTS (
    SELECT FROM public.project_member WHERE project_id = v_project AND role = 'OWNER'
  ) THEN
    RAISE EXCEPTION 'a project has at least one owner'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'project_has_owner', TABLE = 'project';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER project_has_owner AFTER INSERT ON project
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION core.check_project_owner();
CREATE CONSTRAINT TRIGGER project_has_owner_changed AFTER UPDATE ON project_member
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.role = 'OWNER' AND (NEW.role <> 'OWNER' OR NEW.project_id <> OLD.project_id))
  EXECUTE FUNCTION core.check_project_owner();
CREATE CONSTRAINT TRIGGER project_has_owner_removed AFTER DELETE ON project_member
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.role = 'OWNER')
  EXECUTE FUNCTION core.check_project_owner();

CREATE TABLE scope_item (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  project_id uuid NOT NULL,
  company_id uuid NOT NULL,
  kind text NOT NULL,
  target text NOT NULL,
  target_key text NOT NULL,
  note text NOT NULL DEFAULT '',
  is_in_scope boolean NOT NULL DEFAULT true,
  position integer NOT NULL DEFAULT 0,
  created_at timestamptz(3) NOT NULL DEFAULT app.now(),
  CONSTRAINT scope_item_pkey PRIMARY KEY (id),
  CONSTRAINT scope_item_project_id_company_id_fkey FOREIGN KEY (project_id, company_id)
    REFERENCES project (id, company_id) ON DELETE CASCADE,
  CONSTRAINT scope_item_kind_known CHECK (kind IN ('URL', 'HOST', 'ADDRESS', 'RANGE', 'APPLICATION', 'OTHER')),
  CONSTRAINT scope_item_target_length CHECK (char_length(target) BETWEEN 1 AND 600),
  CONSTRAINT scope_item_target_key_length CHECK (char_length(target_key) BETWEEN 1 AND 600),
  CONSTRAINT scope_item_note_length CHECK (char_length(note) <= 500)
);
CREATE UNIQUE INDEX scope_item_project_id_target_key_key ON scope_item (project_id, target_key);
CREATE INDEX scope_item_project_id_position_id_idx ON scope_item (project_id, position, id);
CREATE INDEX scope_item_company_id_project_id_position_id_idx ON scope_item (company_id, project_id, position, id);
