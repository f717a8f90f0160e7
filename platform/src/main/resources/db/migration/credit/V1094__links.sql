-- A secret link shows a record to whoever has it: without a reader, known by the hash of its secret.
ALTER TABLE credit.showing ALTER COLUMN reader DROP NOT NULL;
ALTER TABLE credit.showing ADD COLUMN token_hash bytea CHECK (octet_length(token_hash) = 32),
    ADD CHECK (num_nonnulls(reader, token_hash) = 1);
CREATE UNIQUE INDEX showing_token ON credit.showing (district, token_hash) WHERE token_hash IS NOT NULL;
