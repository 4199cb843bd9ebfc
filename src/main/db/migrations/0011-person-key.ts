/** With which certificate a person sealed last, where they wanted it remembered: where the key is found, never the key nor what opens it. */
export const personKey = `
CREATE TABLE person_key (
  identity_id TEXT PRIMARY KEY REFERENCES identity (id),
  kind TEXT NOT NULL CHECK (kind IN ('file', 'token')),
  -- Of the PKCS#12 container, or of the token's PKCS #11 library.
  path TEXT NOT NULL CHECK (path <> ''),
  device TEXT,
  signer TEXT NOT NULL,
  issuer TEXT NOT NULL,
  serial TEXT NOT NULL,
  not_after TEXT NOT NULL,
  kept_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
