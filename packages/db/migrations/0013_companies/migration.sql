-- What the firm knows of a client. Notes are internal and never reach the portal.
ALTER TABLE company
  ADD COLUMN legal_name text NOT NULL DEFAULT '',
  ADD COLUMN address text NOT NULL DEFAULT '',
  ADD COLUMN website text NOT NULL DEFAULT '',
  ADD COLUMN notes text NOT NULL DEFAULT '',
  ADD COLUMN created_by_id uuid,
  ADD CONSTRAINT company_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES account (id) ON DELETE RESTRICT,
  ADD CONSTRAINT company_legal_name_length CHECK (char_length(legal_name) <= 200),
  ADD CONSTRAINT company_address_length CHECK (char_length(address) <= 1000),
  ADD CONSTRAINT company_website_length CHECK (char_length(website) <= 300),
  ADD CONSTRAINT company_notes_length CHECK (char_length(notes) <= 10000);
CREATE UNIQUE INDEX company_external_name_key ON company (lower(name)) WHERE kind = 'EXTERNAL';
CREATE INDEX company_kind_created_at_id_idx ON company (kind, created_at, id);
CREATE INDEX company_created_by_id_idx ON company (created_by_id);

CREATE TABLE company_contact (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  company_id uuid NOT NULL,
  name text NOT NULL,
  role text NOT NULL DEFAULT '',
  email text NOT NULL DEFAULT '',
  phone text NOT NULL DEFAULT '',
  is_emergency boolean NOT NULL DEFAULT false,
  position integer NOT NULL DEFAULT 0,
  CONSTRAINT company_contact_pkey PRIMARY KEY (id),
  CONSTRAINT company_contact_company_id_fkey FOREIGN KEY (company_id) REFERENCES company (id) ON DELETE CASCADE,
  CONSTRAINT company_contact_name_length CHECK (char_length(name) BETWEEN 1 AND 80),
  CONSTRAINT company_contact_role_length CHECK (char_length(role) <= 80),
  CONSTRAINT company_contact_email_length CHECK (char_length(email) <= 254),
  CONSTRAINT company_contact_phone_length CHECK (char_length(phone) <= 60)
);
CREATE INDEX company_contact_company_id_position_id_idx ON company_contact (company_id, position, id);
