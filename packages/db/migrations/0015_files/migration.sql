-- Data keys of files, wrapped by the key of the door whose store they are for. A project has its own, so that destroying
-- them destroys its files; a company's own key (no project) is for its logo.
CREATE TABLE file_key (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  company_id uuid NOT NULL,
  project_id uuid,
  store text NOT NULL,
  wrapped bytea NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT app.now(),
  CONSTRAINT file_key_pkey PRIMARY KEY (id),
  CONSTRAINT file_key_company_id_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE RESTRICT,
  CONSTRAINT file_key_project_id_company_id_fkey FOREIGN KEY (project_id, company_id)
    REFERENCES project (id, company_id) ON DELETE RESTRICT,
  CONSTRAINT file_key_store_known CHECK (store IN ('INSIDE', 'PORTAL')),
  CONSTRAINT file_key_wrapped_length CHECK (octet_length(wrapped) BETWEEN 32 AND 256)
);
-- One key of a company and store where no project is named, and one of each project and store.
CREATE UNIQUE INDEX file_key_company_id_project_id_store_key
  ON file_key (company_id, project_id, store) NULLS NOT DISTINCT;

CREATE TABLE stored_file (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  company_id uuid NOT NULL,
  project_id uuid,
  kind text NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  bytes bigint NOT NULL,
  sha256 bytea NOT NULL,
  width integer,
  height integer,
  created_by_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT app.now(),
  in_portal_at timestamptz(3),
  CONSTRAINT stored_file_pkey PRIMARY KEY (id),
  CONSTRAINT stored_file_company_id_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE RESTRICT,
  CONSTRAINT stored_file_project_id_company_id_fkey FOREIGN KEY (project_id, company_id)
    REFERENCES project (id, company_id) ON DELETE RESTRICT,
  CONSTRAINT stored_file_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES account (id) ON DELETE RESTRICT,
  CONSTRAINT stored_file_kind_known CHECK (kind IN ('LOGO', 'EVIDENCE', 'SCAN', 'REPORT')),
  CONSTRAINT stored_file_project_unless_logo CHECK ((kind = 'LOGO') = (project_id IS NULL)),
  CONSTRAINT stored_file_scan_stays_inside CHECK (kind <> 'SCAN' OR in_portal_at IS NULL),
  CONSTRAINT stored_file_name_length CHECK (char_length(name) BETWEEN 1 AND 255),
  CONSTRAINT stored_file_media_type_length CHECK (char_length(media_type) BETWEEN 1 AND 127),
  CONSTRAINT stored_file_bytes_not_negative CHECK (bytes >= 0),
  CONSTRAINT stored_file_sha256_length CHECK (octet_length(sha256) = 32),
  CONSTRAINT stored_file_measures_positive CHECK (width > 0 AND height > 0)
);
CREATE UNIQUE INDEX stored_file_id_project_id_company_id_key ON stored_file (id, project_id, company_id);
CREATE INDEX stored_file_company_id_project_id_idx ON stored_file (company_id, project_id);
CREATE INDEX stored_file_project_id_idx ON stored_file (project_id);
CREATE INDEX stored_file_created_by_id_idx ON stored_file (created_by_id);

-- Bytes never change, so neither does what is said of them; only whether the portal has a copy.
CREATE FUNCTION core.refuse_file_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'a stored file never changes'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'stored_file_immutable', TABLE = 'stored_file';
END
$$;
CREATE TRIGGER stored_file_immutable BEFORE UPDATE ON stored_file FOR EACH ROW
  WHEN ((OLD.id, OLD.company_id, OLD.project_id, OLD.kind, OLD.name, OLD.media_type, OLD.bytes, OLD.sha256, OLD.width,
      OLD.height, OLD.created_by_id, OLD.created_at)
    IS DISTINCT FROM (NEW.id, NEW.company_id, NEW.project_id, NEW.kind, NEW.name, NEW.media_type, NEW.bytes, NEW.sha256,
      NEW.width, NEW.height, NEW.created_by_id, NEW.created_at))
  EXECUTE FUNCTION core.refuse_file_change();

-- A company shows a file of its own as its logo, and none of anybody else's. (A composite key would hold the company's
-- own id, which no insert gives before it is made; files never change hands, so looking when it is set is enough.)
ALTER TABLE company
  ADD COLUMN logo_file_id uuid,
  ADD CONSTRAINT company_logo_file_id_fkey FOREIGN KEY (logo_file_id) REFERENCES stored_file (id) ON DELETE RESTRICT;
CREATE INDEX company_logo_file_id_idx ON company (logo_file_id);

CREATE FUNCTION core.check_logo() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM public.stored_file AS f WHERE f.id = NEW.logo_file_id AND f.company_id = NEW.id AND f.kind = 'LOGO'
  ) THEN
    RAISE EXCEPTION 'the logo of a company is a logo of its own'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'company_logo_own', TABLE = 'company';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER company_logo_own BEFORE INSERT OR UPDATE ON company FOR EACH ROW
  WHEN (NEW.logo_file_id IS NOT NULL) EXECUTE FUNCTION core.check_logo();
